import { epochDayOf } from './calendar-day.ts';
import { compileDays, matchDays } from './day-pattern.ts';
import { ALL_MONTHS, ALL_WEEKDAYS, ALL_WEEKS, type DayRule, type Rule } from './schedule.ts';

const FIRST_DAY = epochDayOf(2025, 1, 1);
const FIVE_YEARS = 1826;

/** Whether two rules ever name the same day, tried on five years (a leap year among them). */
export function daysOverlap(a: DayRule, b: DayRule): boolean {
  const [first, second] = [compileDays(a), compileDays(b)];
  if (a.schoolHolidays !== null && b.schoolHolidays !== null && a.schoolHolidays !== b.schoolHolidays) return false;
  for (let day = FIRST_DAY; day < FIRST_DAY + FIVE_YEARS; day++) {
    if (day > first.validUntil || day > second.validUntil) continue;
    if (matchDays(first, day, null) > 0 && matchDays(second, day, null) > 0) return true;
  }
  return false;
}

/** The rule without the days of another: whole weekdays, weeks or months taken out; null where that leaves no plain rules. */
export function subtractDays(rule: Rule, taken: DayRule): Rule[] | null {
  const plain = (days: DayRule) =>
    days.monthDays.length + days.dates.length === 0 &&
    !days.season &&
    !days.publicHolidays &&
    !days.validFrom &&
    !days.validUntil &&
    days.dayOffset === 0;
  if (!plain(rule) || !plain(taken)) return null;
  if (rule.nth.includes(-1) || (taken.nth.includes(-1) && rule.nth.join() !== taken.nth.join())) return null;
  const parts: Rule[] = [];
  const weekdays = rule.weekdays.length > 0 ? rule.weekdays : [...ALL_WEEKDAYS];
  const shared = taken.weekdays.length > 0 ? weekdays.filter((day) => taken.weekdays.includes(day)) : weekdays;
  push(parts, { ...rule, weekdays: weekdays.filter((day) => !shared.includes(day)) }, 'weekdays');
  const nth = rule.nth.length > 0 ? rule.nth : [...ALL_WEEKS];
  const sharedNth = taken.nth.length > 0 ? nth.filter((n) => taken.nth.includes(n)) : nth;
  push(parts, { ...rule, weekdays: shared, nth: nth.filter((n) => !sharedNth.includes(n)) }, 'nth');
  const months = rule.months.length > 0 ? rule.months : ALL_MONTHS;
  const kept = taken.months.length > 0 ? months.filter((month) => !taken.months.includes(month)) : [];
  const common = sharedNth.length === ALL_WEEKS.length ? [] : sharedNth;
  push(parts, { ...rule, weekdays: shared, nth: common, months: kept }, 'months');
  return parts;
}

function push(parts: Rule[], rule: Rule, field: 'weekdays' | 'nth' | 'months'): void {
  if (rule[field].length > 0) parts.push(rule);
}
