import { epochDayOf, weekdayOf } from '../calendar-day.ts';
import { isOneOf } from './dated-days.ts';
import type { Token, TokenOf } from './token.ts';

/** In 28 years every day of the year falls on every weekday. */
const YEARS = Array.from({ length: 28 }, (_, i) => 2010 + i);
/** Two days of the month agree with a week of it by chance one time in thirty, three with a weekday one time in fifty. */
const [FEWEST_OF_WEEKS, FEWEST_OF_WEEKDAYS] = [2, 3];

type Day = TokenOf<'date'>;

/**
 * 「毎月第2土曜 4/12、5/10、6/14」: dates without a year that in some year all are regular days are those, not more of them:
 * they get their weekday. Changes the tokens.
 */
export function weekdayOfDates(tokens: Token[]): void {
  const days = tokens.filter((token): token is Day => token.kind === 'date');
  const named = tokens.flatMap((token) => (token.kind === 'weekday' ? token.days : []));
  const [weekday] = named;
  if (weekday === undefined || named.some((day) => day !== weekday)) return;
  const nth = tokens.flatMap((token) => (token.kind === 'nth' ? token.numbers : []));
  const weekly = tokens.some((token) => token.kind === 'every' && token.unit === 'week');
  if (nth.length === 0 && !weekly) return;
  const fewest = nth.length > 0 ? FEWEST_OF_WEEKS : FEWEST_OF_WEEKDAYS;
  if (days.length < fewest || !days.every((day) => isPlain(tokens, day))) return;
  const rule = { weekdays: [weekday], nth, months: [] };
  const fits = (year: number) =>
    days.every(({ month, day }) => isOneOf(rule, weekdayIn(year, month, day), month, day)) ||
    // from April to March
    days.every(({ month, day }) => isOneOf(rule, weekdayIn(month < 4 ? year + 1 : year, month, day), month, day));
  if (YEARS.some(fits)) for (const day of days) day.weekday = weekday;
}

const weekdayIn = (year: number, month: number, day: number) => weekdayOf(epochDayOf(year, month, day));

/** Neither of a year, nor with a weekday of its own, nor an end of a range. */
function isPlain(tokens: Token[], day: Day): boolean {
  const at = tokens.indexOf(day);
  const around = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
  return day.year === null && day.weekday === undefined && !around.includes('range') && !around.includes('from');
}
