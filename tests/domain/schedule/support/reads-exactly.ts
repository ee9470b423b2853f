import fc from 'fast-check';
import { expect } from 'vitest';
import { readSchedule } from '../../../../server/domain/schedule/read-text/read-schedule.ts';
import type { ScheduleText } from '../../../../server/domain/schedule/schedule.ts';
import { writeOsm } from '../../../../server/domain/schedule/write-osm.ts';
import { expandOsm } from './same-hours.ts';

const SURE = ['FIXED', 'USUAL'];

/** A text, and what it says, by a writer that shares nothing with the reader. */
export interface Written {
  cells: ScheduleText;
  certainty: 'FIXED' | 'USUAL';
  osm: string;
}

type Spans = ReturnType<typeof expandOsm>;

/**
 * What is read surely is read exactly, and of all more than `least` is. `within`: the times that count, where a text says
 * nothing of others.
 */
export function expectExact(
  written: fc.Arbitrary<Written>,
  least: number,
  params: fc.Parameters<[Written]>,
  within: (spans: Spans) => Spans = (spans) => spans,
): void {
  let exact = 0;
  let all = 0;
  fc.assert(
    fc.property(written, ({ cells, certainty, osm }) => {
      const schedule = readSchedule(cells);
      all++;
      if (!SURE.includes(schedule.certainty)) return;
      const read = writeOsm(schedule);
      const said = JSON.stringify(cells);
      expect(schedule.certainty, said).toBe(certainty);
      expect(within(expandOsm('osm' in read ? read.osm : 'off')), said).toEqual(within(expandOsm(osm)));
      exact++;
    }),
    params,
  );
  expect(exact / all).toBeGreaterThan(least);
}
