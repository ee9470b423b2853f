import { civilOf, daysBetween, parseLocalDate } from '../calendar-day.ts';
import type { AnnualRange, MonthDay } from '../schedule.ts';
import type { Phrase } from './phrase.ts';
import { isOneDay, type Group, type Reading } from './reading.ts';

/** A longer part of the year has days of the week of which the text says nothing. */
const LONGEST = 62;

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
  return season ? daysBetween(season.from, season.to) : Number.NaN;
}

const firstOf = ({ season, dates }: Phrase): MonthDay =>
  season?.from ?? civilOf((dates && parseLocalDate(dates.from)) ?? 0);

const isShortRange = (phrase: Phrase) =>
  hasNoDays(phrase) && lengthOf(phrase) > 0 && lengthOf(phrase) < LONGEST && !isBreak(phrase);
const isOneDate = (phrase: Phrase) => hasNoDays({ ...phrase, weekdays: [] }) && isOneDay(phrase);
const isWithin = (date: Phrase, range: Phrase) => daysBetween(firstOf(range), firstOf(date)) <= lengthOf(range);

/** 年末年始 and お盆: days of which a text tells that they are closed, whether it says so or not. */
const isBreak = (phrase: Phrase): boolean =>
  BREAKS.some(({ from, to }) => daysBetween(from, firstOf(phrase)) + lengthOf(phrase) <= daysBetween(from, to));
const BREAKS: AnnualRange[] = [
  { from: { month: 12, day: 25 }, to: { month: 1, day: 8 } },
  { from: { month: 8, day: 10 }, to: { month: 8, day: 17 } },
];
