import { epochDayOf, parseLocalDate } from '../calendar-day.ts';
import type { Phrase } from './phrase.ts';
import type { Group, Reading } from './reading.ts';

/** A longer part of the year has days of the week of which the text says nothing. */
const LONGEST = 62;
const [YEAR, DAYS] = [2025, 365];

/**
 * 「8月18日~23日 10:00~12:00」: where a text names no other days than those from one date to another soon after, or they
 * stand in one list with single dates, it is held on each of them. `timed`: hours are known from the columns.
 */
export function withDailyRanges(readings: Reading[], timed: boolean): Reading[] {
  const groups = readings.flatMap((reading) => reading.groups);
  const named = groups.flatMap(({ phrases, scope }) => (scope ? [...phrases, scope] : phrases));
  const unsure = readings.some((r) => r.irregular || r.others || r.announced || r.counts.length > 0);
  const hours = timed || groups.some((group) => group.hours.length > 0);
  const alone = named.every((one) => isShortRange(one) || isOneDate(one)) && !isPeriodOf(named);
  if (unsure || !hours || !named.some(isShortRange)) return readings;
  return readings.map((reading) => ({
    ...reading,
    groups: reading.groups.map((group) =>
      alone || (group.phrases.some(isOneDate) && !isPeriodOf(group.phrases)) ? withDaily(group) : group,
    ),
  }));
}

const withDaily = (group: Group): Group => ({
  ...group,
  phrases: group.phrases.map((phrase) => (isShortRange(phrase) ? { ...phrase, every: 'day' } : phrase)),
});

/** 「7月21日~8月21日の期間中、次の日程で 7月22日(火)、24日(木)」 */
const isPeriodOf = (phrases: Phrase[]) =>
  phrases.some((one) => isOneDate(one) && phrases.some((range) => isShortRange(range) && isWithin(one, range)));

const hasNoDays = ({ weekdays, nth, monthDays, months, school, fixed, holiday, afterHoliday, open, count }: Phrase) =>
  weekdays.length + nth.length + monthDays.length + months.length === 0 &&
  !holiday &&
  !open &&
  [school, fixed, afterHoliday, count].every((one) => one === null);

/** How many days after its first day a part of the year ends. */
function lengthOf({ season, dates }: Phrase): number {
  if (dates) return (parseLocalDate(dates.to) ?? 0) - (parseLocalDate(dates.from) ?? 0);
  if (!season) return Number.NaN;
  const [from, to] = [season.from, season.to].map(({ month, day }) => epochDayOf(YEAR, month, day));
  return from === undefined || to === undefined ? Number.NaN : to < from ? to - from + DAYS : to - from;
}

function isWithin(date: Phrase, range: Phrase): boolean {
  const after = (firstOf(date) - firstOf(range) + DAYS) % DAYS;
  return after <= lengthOf(range);
}

/** The first day of a date or a range, in a common year. */
function firstOf({ season, dates }: Phrase): number {
  const [, month = 1, day = 1] = dates ? dates.from.split('-').map(Number) : [0, season?.from.month, season?.from.day];
  return epochDayOf(YEAR, month, day);
}

const isShortRange = (phrase: Phrase) =>
  hasNoDays(phrase) && lengthOf(phrase) > 0 && lengthOf(phrase) < LONGEST && !isBreak(phrase);

/** 年末年始 and お盆: days of which a text tells that they are closed, whether it says so or not. */
function isBreak(phrase: Phrase): boolean {
  const first = firstOf(phrase);
  const last = first + lengthOf(phrase);
  return BREAKS.some(([from, to]) => first >= from && last <= to);
}
const BREAKS = [
  [epochDayOf(YEAR, 12, 25), epochDayOf(YEAR + 1, 1, 8)],
  [epochDayOf(YEAR, 8, 10), epochDayOf(YEAR, 8, 17)],
] as const;
const isOneDate = ({ season, dates, ...phrase }: Phrase) =>
  hasNoDays({ ...phrase, season, dates, weekdays: [] }) && lengthOf({ ...phrase, season, dates }) === 0;
