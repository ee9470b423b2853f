import { readSchedule } from '../domain/schedule/read-text/read-schedule.ts';
import type { Schedule, ScheduleText } from '../domain/schedule/schedule.ts';
import { type Doubt, readClock, readDate, readTimeCell } from './cells.ts';
import type { Cells } from './columns.ts';

/** A date that a spreadsheet turned into its own form, written as a reader of sentences expects it. */
function daysCell(cell: string | undefined): string | null {
  if (cell === undefined) return null;
  const date = readDate(cell);
  return date === null ? cell : date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
}

/** The schedule columns of a row, with what spreadsheets did to times and dates undone. */
export function scheduleText(cells: Cells): ScheduleText {
  return {
    frequency: cells.frequency ?? null,
    weekdays: cells.weekdays ?? null,
    days: daysCell(cells.days),
    from: readTimeCell(cells.from),
    to: readTimeCell(cells.to),
    note: cells.timeNote ?? null,
  };
}

/** Minutes at which every session begins, where the row has one plain time. */
export function onlyStart(cells: Cells): number | null {
  return readClock(readTimeCell(cells.from));
}

/** The schedule of a row, with doubts about what of it could not be. */
export function readTimes(cells: Cells): { schedule: Schedule; doubts: Doubt[] } {
  const text = scheduleText(cells);
  const schedule = readSchedule(text);
  const doubts: Doubt[] = [];
  const start = readClock(text.from ?? null);
  const end = readClock(text.to ?? null);
  if (start !== null && end !== null && end < start)
    doubts.push({ code: 'END_BEFORE_START', message: `終了 ${text.to} が開始 ${text.from} より前です。` });
  if (schedule.unread.length > 0)
    doubts.push({
      code: 'UNREAD_SCHEDULE',
      message: `開催日時の一部を読み取れませんでした：${schedule.unread.map((piece) => `「${piece}」`).join('')}`,
    });
  return { schedule, doubts };
}
