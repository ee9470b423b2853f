import { Temporal } from 'temporal-polyfill';
import { holidayName } from '../../../../server/domain/holidays.ts';
import type { DayRule, Schedule } from '../../../../server/domain/schedule/schedule.ts';

/**
 * The slow, plain reading of the rules with Temporal dates, day by day and word by word, for what the OSM syntax cannot say.
 * It shares only the table of holidays with the evaluator.
 */
export function plainOpening(schedule: Schedule, from: string, days: number): [number, number][] {
  const result: [number, number][] = [];
  for (let i = -1; i < days; i++) {
    const date = Temporal.PlainDate.from(from).add({ days: i });
    if (
      schedule.closures.some(({ annual, dates, days: closed }) => {
        if (annual) return inSeason(date, annual);
        if (dates) return date.toString() >= dates.from && date.toString() <= dates.to;
        return closed !== undefined && holds(closed, date);
      })
    )
      continue;
    for (const rule of schedule.rules) {
      const policy = rule.holidays ?? schedule.holidays;
      const holiday = holidayName(date.toString()) !== null;
      if (!holds(rule, date) || (holiday && policy === 'CLOSED') || (!holiday && policy === 'ONLY')) continue;
      for (const { start, end } of rule.slots) {
        if (start !== null && end !== null) result.push([instant(date, start), instant(date, end)]);
      }
    }
  }
  return result;
}

const instant = (date: Temporal.PlainDate, minutes: number) =>
  date.toZonedDateTime({ timeZone: 'Asia/Tokyo' }).add({ minutes }).epochMilliseconds;

function holds(rule: DayRule, session: Temporal.PlainDate): boolean {
  const date = session.subtract({ days: rule.dayOffset });
  if (rule.dates.length > 0) return rule.dates.includes(date.toString());
  if (rule.validFrom && date.toString() < rule.validFrom) return false;
  if (rule.validUntil && date.toString() > rule.validUntil) return false;
  if (rule.weekdays.length > 0 && !(rule.weekdays as number[]).includes(date.dayOfWeek)) return false;
  // Where only the end of a run is sure, the others are not surely open either.
  if (rule.publicHolidays && holidayName(date.toString()) === null) return false;
  if (rule.publicHolidays === 'LAST_OF_RUN' && holidayName(date.add({ days: 1 }).toString()) !== null) return false;
  if (rule.months.length > 0 && !rule.months.includes(date.month)) return false;
  if (rule.season && !inSeason(date, rule.season)) return false;
  if (
    rule.monthDays.length > 0 &&
    !rule.monthDays.some((day) => day === date.day || (day === -1 && date.day === date.daysInMonth))
  )
    return false;
  if (
    rule.nth.length > 0 &&
    !rule.nth.some((n) => (n === -1 ? date.add({ days: 7 }).month !== date.month : isNth(date, n)))
  )
    return false;
  if (!rule.everyWeeks) return true;
  const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
  const weeks = monday(Temporal.PlainDate.from(rule.everyWeeks.anchor)).until(monday(date), {
    largestUnit: 'weeks',
  }).weeks;
  return weeks % rule.everyWeeks.interval === 0;
}

/** Counting from the first day of the month. */
function isNth(date: Temporal.PlainDate, n: number): boolean {
  let count = 0;
  for (let day = date.with({ day: 1 }); Temporal.PlainDate.compare(day, date) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek === date.dayOfWeek) count++;
  }
  return count === n;
}

function inSeason(
  date: Temporal.PlainDate,
  { from, to }: { from: { month: number; day: number }; to: { month: number; day: number } },
): boolean {
  const key = (value: { month: number; day: number }) => value.month * 100 + value.day;
  const [first, last, own] = [key(from), key(to), key(date)];
  return first <= last ? own >= first && own <= last : own >= first || own <= last;
}
