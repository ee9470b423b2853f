import { shiftWeekday } from '../calendar-day.ts';
import { ALL_WEEKDAYS, EVERY_DAY, type Closure, type DayRule } from '../schedule.ts';
import type { Closed } from './combined.ts';
import type { Phrase } from './phrase.ts';
import type { AfterHoliday } from './token.ts';

/** 「休館日:祝日の翌日」; 「祝日及びその翌日」 closes the holidays too. */
export function closeAfterHolidays(result: Closed, phrase: Phrase, after: AfterHoliday): void {
  if (after.both) result.holidays = 'CLOSED';
  const open = result.entries.flatMap((entry) => entry.phrase.weekdays);
  result.closures.push(...closuresOf(phrase, after, open));
}

/**
 * The closures that 「祝日の翌日」 is. Where it moves on from a weekend (翌日が土日の場合は翌々日), the days on which it may come
 * to lie are doubtful. `open`: the weekdays on which the place opens; from the others it may move on as well.
 */
function closuresOf(phrase: Phrase, after: AfterHoliday, open: number[]): Closure[] {
  const { months, season } = phrase;
  const base: DayRule = { ...EVERY_DAY, months: [...months].sort((a, b) => a - b), season, dayOffset: 1 };
  const { runs, without, moves, both, perhaps } = after;
  const kept = without.length === 0 ? [] : ALL_WEEKDAYS.filter((day) => !without.includes(day));
  const days: DayRule = {
    ...base,
    weekdays: kept.map(before).sort((a, b) => a - b),
    publicHolidays: both || perhaps ? 'ALL' : runs,
  };
  const closure: Closure = perhaps ? { days, certain: false } : { days };
  if (moves.length === 0) return [closure];
  const from = [...new Set([...moves, ...ALL_WEEKDAYS.filter((day) => open.length > 0 && !open.includes(day))])];
  const doubtful: DayRule = { ...base, weekdays: from.map(before).sort((a, b) => a - b), publicHolidays: 'ALL' };
  return [closure, ...[1, 2, 3].map((dayOffset) => ({ days: { ...doubtful, dayOffset }, certain: false }))];
}

const before = (weekday: number) => shiftWeekday(weekday, -1);
