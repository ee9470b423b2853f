import holidayTable from '@holiday-jp/holiday_jp';
import { parseLocalDate, type EpochDay } from './schedule/calendar-day.ts';
import type { LocalDate } from './schedule/schedule.ts';

/**
 * National holidays (国民の祝日に関する法律), with 振替休日 and 国民の休日, through @holiday-jp/holiday_jp.
 * The table reaches from 1970 to 2050; days outside it are answered as no holidays.
 */
const names = new Map<EpochDay, string>();
for (const [date, { name }] of Object.entries(holidayTable.holidays)) {
  const day = parseLocalDate(date);
  if (day !== null) names.set(day, name);
}

/** One byte per day, because the evaluator asks this for each day of each schedule. */
const flags = new Uint8Array(Math.max(...names.keys()) + 1);
for (const day of names.keys()) flags[day] = 1;

export function isHolidayOn(day: EpochDay): boolean {
  return flags[day] === 1;
}

/** False for what is no date. */
export function isHoliday(date: LocalDate): boolean {
  const day = parseLocalDate(date);
  return day !== null && isHolidayOn(day);
}

/** The Japanese name, `文化の日`; null on other days. */
export function holidayName(date: LocalDate): string | null {
  const day = parseLocalDate(date);
  return day === null ? null : (names.get(day) ?? null);
}
