import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import type { ScheduleText } from '../../../server/domain/schedule/schedule.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { expandOsm } from './support/same-hours.ts';

interface Row extends ScheduleText {
  certainty: string;
  osm: string;
  ambiguous: string;
}

function rowsOf(file: URL): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const names = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])) as unknown as Row);
}

const titleOf = (row: Row) =>
  [row.frequency, row.weekdays, row.days, row.from, row.to, row.note].filter((cell) => cell).join(' | ');
const osmOf = (text: ScheduleText) => {
  const written = writeOsm(readSchedule(text));
  return 'osm' in written ? written.osm : null;
};

function expectReading(row: Row): void {
  expect(readSchedule(row).certainty).toBe(row.certainty);
  if (row.osm !== '') expect(expandOsm(osmOf(row) ?? '')).toEqual(expandOsm(row.osm));
}

describe('texts as municipalities write them', () => {
  const rows = rowsOf(new URL('texts.tsv', import.meta.url)).filter((row) => row.ambiguous === '0');

  it.each(rows.map((row, i) => [`${i + 1}. ${titleOf(row)}`, row] as const))('%s', (_, row) => expectReading(row));
});

const shared = new URL('../../../../shared/data/schedules.tsv', import.meta.url);

describe.skipIf(!existsSync(shared))('the labelled real texts (skipped where ../shared is absent)', () => {
  const rows = existsSync(shared) ? rowsOf(shared).filter((row) => row.ambiguous === '0') : [];

  it('are read wrongly in at most 1 % and exactly in at least 95 % of the determined rows', () => {
    const sure = (certainty: string) => certainty === 'FIXED' || certainty === 'USUAL';
    const same = (row: Row) => JSON.stringify(expandOsm(osmOf(row) ?? 'off')) === JSON.stringify(expandOsm(row.osm));
    const misread = rows.filter((row) => sure(readSchedule(row).certainty) && !(sure(row.certainty) && same(row)));
    const exact = rows.filter(
      (row) => sure(row.certainty) && readSchedule(row).certainty === row.certainty && same(row),
    );
    expect(misread.length / rows.length).toBeLessThanOrEqual(0.01);
    expect(exact.length / rows.filter((row) => sure(row.certainty)).length).toBeGreaterThanOrEqual(0.95);
  });
});

it('what a source says is kept for people: no bare code, hours as one', () => {
  const cells = { frequency: '5', weekdays: '土', from: '11:30', to: '13:30', note: '原則第3土曜日' };
  expect(readSchedule(cells).text).toBe('月に1回 / 土 / 11:30〜13:30 / 原則第3土曜日');
  expect(readSchedule({ frequency: '月２回', from: '10:00' }).text).toBe('月２回 / 10:00');
});

it('a closing day that a text tells twice is told once', () => {
  const { closures } = readSchedule({ text: '月～金 9時～17時 休み 日曜、祝日、年末年始 ※年末年始はお休みです' });
  expect(closures).toEqual([{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } }]);
});
