import type { LocalDate, Weekday } from './schedule.ts';

/**
 * Days as integers counted from 1970-01-01, in Asia/Tokyo.
 *
 * Japan has kept UTC+9 without summer time since 1951 (夏時刻法 was repealed in April 1952), so a day is always 24 hours
 * and adding nine hours is the whole conversion: no time zone database, and the time zone of the process cannot matter.
 */
export type EpochDay = number;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** The mean year of the calendar. */
export const YEAR_MS = 365.2425 * DAY_MS;
const TOKYO_OFFSET_MS = 9 * 60 * MINUTE_MS;

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** The day in Asia/Tokyo at an instant (ms since the epoch). */
export function epochDayAt(instant: number): EpochDay {
  return Math.floor((instant + TOKYO_OFFSET_MS) / DAY_MS);
}

/** The instant (ms since the epoch) at which a day begins in Asia/Tokyo. */
export function startOfDay(day: EpochDay): number {
  return day * DAY_MS - TOKYO_OFFSET_MS;
}

/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: EpochDay): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The weekday that lies some days after another; before it where `days` is negative. */
export function shiftWeekday(weekday: number, days: number): Weekday {
  return (((((weekday - 1 + days) % 7) + 7) % 7) + 1) as Weekday;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from civil, after Howard Hinnant's chrono-compatible algorithms: the year begins in March. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** A year without a 29 February. */
export const COMMON_YEAR = 2025;
const DAYS_OF_YEAR = 365;

type DayOfYear = Omit<CivilDate, 'year'>;

/** How many days after one day of the year the next such other day is, in years without a 29 February. */
export function daysBetween(from: DayOfYear, to: DayOfYear): number {
  const days = epochDayOf(COMMON_YEAR, to.month, to.day) - epochDayOf(COMMON_YEAR, from.month, from.day);
  return days < 0 ? days + DAYS_OF_YEAR : days;
}

/** The inverse of `epochDayOf`. */
export function civilOf(epochDay: EpochDay): CivilDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** null where the text is no date or the date does not exist (2026-02-30). */
export function parseLocalDate(text: LocalDate): EpochDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return epochDayOf(year, month, day);
}

/** `2026-11-24`. */
export function formatLocalDate(epochDay: EpochDay): LocalDate {
  const { year, month, day } = civilOf(epochDay);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date in Asia/Tokyo at an instant. */
export function localDateAt(instant: number): LocalDate {
  return formatLocalDate(epochDayAt(instant));
}

/** The same day of the month `months` later; the month's last day where that does not exist. */
export function addMonths(epochDay: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilOf(epochDay);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return epochDayOf(y, m, Math.min(day, daysInMonth(y, m)));
}
