import { ALL_WEEKDAYS, type DayRule } from './schedule.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdayName = (weekday: number) => WEEKDAYS[(((weekday - 1) % 7) + 7) % 7] ?? 'MO';

/**
 * The days of a rule as an RRULE of RFC 5545 without its end, or null where it has none: listed dates, seasons that do
 * not end with a month, school and national holidays, the day after an nth weekday. Validity dates are the caller's.
 */
export function recurrenceOf(rule: DayRule): string | null {
  if (rule.dates.length > 0 || rule.season || rule.schoolHolidays || rule.publicHolidays) return null;
  if (rule.dayOffset !== 0 && (rule.nth.length + rule.monthDays.length + rule.months.length > 0 || rule.everyWeeks))
    return null;
  if (rule.nth.length > 0 && (rule.monthDays.length > 0 || rule.everyWeeks)) return null;
  const months = rule.months.length > 0 ? `;BYMONTH=${rule.months.join(',')}` : '';
  const days = rule.weekdays.map((day) => weekdayName(day + rule.dayOffset));
  if (rule.nth.length > 0) return `FREQ=MONTHLY${months};BYDAY=${nthDays(rule).join(',')}`;
  if (rule.monthDays.length > 0) {
    if (rule.everyWeeks) return null;
    return `FREQ=MONTHLY${months};BYMONTHDAY=${rule.monthDays.join(',')}${days.length > 0 ? `;BYDAY=${days.join(',')}` : ''}`;
  }
  if (days.length === 0) return rule.everyWeeks ? null : `FREQ=DAILY${months}`;
  const interval = rule.everyWeeks ? `;INTERVAL=${rule.everyWeeks.interval};WKST=MO` : '';
  return `FREQ=WEEKLY${interval}${months};BYDAY=${days.join(',')}`;
}

function nthDays({ weekdays, nth }: DayRule): string[] {
  const days = weekdays.length > 0 ? weekdays : ALL_WEEKDAYS;
  return nth.flatMap((n) => days.map((day) => `${n}${weekdayName(day)}`));
}
