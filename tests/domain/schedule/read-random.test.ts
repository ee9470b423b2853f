import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { aPlainSchedule, osmOfPlain, phrasingsOf } from './support/random-phrasings.ts';
import { expandOsm } from './support/same-hours.ts';

const SURE = ['FIXED', 'USUAL'];

/** Schedules are written in many phrasings by a writer that shares nothing with the reader. */
describe('a random schedule in a random phrasing', () => {
  const written = aPlainSchedule.chain((plan) => phrasingsOf(plan).map((text) => ({ plan, text })));

  it('is read exactly or is said to be not understood, never read as something else', () => {
    let exact = 0;
    let all = 0;
    fc.assert(
      fc.property(written, ({ plan, text }) => {
        const schedule = readSchedule({ text });
        all++;
        if (!SURE.includes(schedule.certainty)) return;
        const osm = writeOsm(schedule);
        expect(schedule.certainty, text).toBe(plan.hedged ? 'USUAL' : 'FIXED');
        expect(expandOsm('osm' in osm ? osm.osm : 'off'), text).toEqual(expandOsm(osmOfPlain(plan)));
        exact++;
      }),
      { numRuns: 250 },
    );
    expect(exact / all).toBeGreaterThan(0.9);
  });
});
