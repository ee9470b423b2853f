import { ALL_WEEKDAYS, ALL_WEEKS, type Closure, type Rule, type Weekday } from '../schedule.ts';
import type { Reading } from './reading.ts';

/**
 * 「休館日 第4月曜(祝日の場合は開館)」: the place is open on the fourth Monday where it is a holiday. Closures hold whatever a
 * rule says, so the week is taken out of the days on which it is open, and comes back for holidays alone. `lost`: what no
 * rule can say, as 「最終月曜」 has no other weeks.
 */
export function openWeeksOnHolidays(
  rules: Rule[],
  closures: Closure[],
  readings: Reading[],
): { rules: Rule[]; closures: Closure[]; lost: string[] } {
  const named = readings.flatMap(({ holidayRule, holidayOf }) =>
    holidayRule === 'OPEN' && holidayOf && holidayOf.nth.length > 0 && holidayOf.weekdays.length === 1
      ? [holidayOf]
      : [],
  );
  const of = closures.filter(
    ({ days, movesPastHoliday }) =>
      days &&
      !movesPastHoliday &&
      days.months.length === 0 &&
      named.some(({ nth, weekdays }) => nth.join() === days.nth.join() && weekdays.join() === days.weekdays.join()),
  );
  if (of.some(({ days }) => days?.nth.includes(-1))) return { rules, closures, lost: ['祝日の場合は開館'] };
  const opened = of.reduce(
    (list, { days }) =>
      list.flatMap((rule) => days?.weekdays.flatMap((weekday) => parted(rule, weekday, days.nth)) ?? [rule]),
    rules,
  );
  return { rules: opened, closures: closures.filter((one) => !of.includes(one)), lost: [] };
}

/** A rule without some weeks of a weekday, and these weeks where they are holidays. */
function parted(rule: Rule, weekday: Weekday, weeks: number[]): Rule[] {
  const weekdays = rule.weekdays.length > 0 ? rule.weekdays : ALL_WEEKDAYS;
  const regular = rule.nth.length + rule.monthDays.length + rule.dates.length === 0 && rule.holidays !== 'ONLY';
  if (!regular || !weekdays.includes(weekday)) return [rule];
  const others = weekdays.filter((day) => day !== weekday);
  const left = ALL_WEEKS.filter((week) => !weeks.includes(week));
  return [
    ...(others.length > 0 ? [{ ...rule, weekdays: others }] : []),
    { ...rule, weekdays: [weekday], nth: left },
    { ...rule, weekdays: [weekday], nth: weeks, holidays: 'ONLY' },
  ];
}
