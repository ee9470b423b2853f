import { expect, it } from 'vitest';
import { readSchedule } from '../../../../server/domain/schedule/read-text/read-schedule.ts';
import type { ScheduleText } from '../../../../server/domain/schedule/schedule.ts';
import { writeOsm } from '../../../../server/domain/schedule/write-osm.ts';
import { expandOsm } from './same-hours.ts';

/** `frequency|weekdays|days|from|to|note`, or one free sentence. */
export function textOf(cells: string): ScheduleText {
  const parts = cells.split('|').map((cell) => cell.trim());
  if (parts.length === 1) return { text: cells };
  const [frequency, weekdays, days, from, to, note] = parts;
  return { frequency, weekdays, days, from, to, note };
}

/**
 * One test per line `cells => CERTAINTY osm`: the certainty is exact, and the rules open at the same times as the OSM
 * value over two years. Without a value only the certainty is checked.
 */
export function readsAsTable(table: string): void {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  it.each(lines)('%s', (line) => {
    const [cells = '', expected = ''] = line.split(/ ?=> ?/);
    const [certainty, ...osm] = expected.split(' ');
    const schedule = readSchedule(textOf(cells));
    expect(schedule.certainty).toBe(certainty);
    if (osm.length === 0) return;
    const written = writeOsm(schedule);
    expect(expandOsm('osm' in written ? written.osm : 'off')).toEqual(expandOsm(osm.join(' ')));
  });
}
