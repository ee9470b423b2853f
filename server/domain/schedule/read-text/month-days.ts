import { shiftWeekday } from '../calendar-day.ts';
import { ALL_WEEKDAYS } from '../schedule.ts';
import type { Entry } from './entry.ts';
import type { WeekdayRule } from './token.ts';

/** 「毎月10日(土日の場合は翌平日)」: days of the month that fall on some weekdays are moved, dropped or only may be. */
export function moveOffWeekdays(entries: Entry[], rule: WeekdayRule | null): Entry[] {
  return rule ? entries.flatMap((entry) => moved(entry, rule)) : entries;
}

function moved(entry: Entry, { weekdays, then }: WeekdayRule): Entry[] {
  const { phrase } = entry;
  const rest = ALL_WEEKDAYS.filter((day) => !weekdays.includes(day));
  if (phrase.monthDays.length === 0 || phrase.weekdays.length > 0 || rest.length === 0) return [entry];
  const kept = { ...entry, phrase: { ...phrase, weekdays: rest } };
  if (then === 'CLOSED') return [kept];
  if (then === 'CHANGES') return [kept, { ...entry, open: true, phrase: { ...phrase, weekdays } }];
  const step = then === 'NEXT_WORKDAY' ? 1 : -1;
  const shifted = weekdays.map((day) => ({
    ...entry,
    phrase: { ...phrase, weekdays: [day], shift: toWorkday(day, weekdays, step) },
  }));
  return [kept, ...shifted];
}

/** How far the next (or last) day is that is none of these weekdays. */
function toWorkday(day: number, weekdays: number[], step: number): number {
  let shift = step;
  while (weekdays.includes(shiftWeekday(day, shift))) shift += step;
  return shift;
}
