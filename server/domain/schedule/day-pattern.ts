import { isHolidayOn } from '../holidays.ts';
import { civilOf, daysInMonth, parseLocalDate, weekdayOf, type EpochDay } from './calendar-day.ts';
import type { AnnualRange, DayRule, PublicHolidays } from './schedule.ts';

/** How far a thing holds: 0 no, 1 maybe, 2 yes. Numbers, so that "and" is min and "or" is max. */
export type Degree = 0 | 1 | 2;

/** A day rule as bit masks (bit n stands for n, bit 0 for "last"; 0 = any), made once per schedule. */
export interface DayPattern {
  dates: Set<EpochDay> | null;
  weekdays: number;
  nth: number;
  monthDays: number;
  months: number;
  /** month × 32 + day, both ends included; from > to wraps the year. */
  season: { from: number; to: number } | null;
  school: DayRule['schoolHolidays'];
  holidays: PublicHolidays | null;
  validFrom: EpochDay;
  validUntil: EpochDay;
  offset: number;
  everyWeeks: { interval: number; anchorWeek: number } | null;
}

/** School holidays of a municipality as epoch days. */
export interface SchoolCalendar {
  ranges: { from: EpochDay; to: EpochDay }[];
  knownUntil: EpochDay;
}

const mask = (numbers: number[]) => numbers.reduce((bits, n) => bits | (1 << (n === -1 ? 0 : n)), 0);
const seasonKey = (month: number, day: number) => month * 32 + day;
/** Weeks begin on Monday; 1970-01-05 was one. */
const weekOf = (day: EpochDay) => Math.floor((day - 4) / 7);

/** A date that does not exist matches no day; an unreadable validity bound is no bound. */
export function compileDays(rule: DayRule): DayPattern {
  const anchor = rule.everyWeeks && parseLocalDate(rule.everyWeeks.anchor);
  return {
    dates: rule.dates.length === 0 ? null : new Set(rule.dates.map(parseLocalDate).filter((day) => day !== null)),
    weekdays: mask(rule.weekdays),
    nth: mask(rule.nth),
    monthDays: mask(rule.monthDays),
    months: mask(rule.months),
    season: rule.season && compileRange(rule.season),
    school: rule.schoolHolidays,
    holidays: rule.publicHolidays ?? null,
    validFrom: parseLocalDate(rule.validFrom ?? '') ?? -Infinity,
    validUntil: parseLocalDate(rule.validUntil ?? '') ?? Infinity,
    offset: rule.dayOffset,
    everyWeeks:
      rule.everyWeeks && anchor !== null
        ? { interval: Math.max(1, rule.everyWeeks.interval), anchorWeek: weekOf(anchor) }
        : null,
  };
}

export function compileRange(range: AnnualRange): { from: number; to: number } {
  return { from: seasonKey(range.from.month, range.from.day), to: seasonKey(range.to.month, range.to.day) };
}

/** Whether a day of the year lies in a range that may wrap the year. */
export function inRange(range: { from: number; to: number }, day: EpochDay): boolean {
  const civil = civilOf(day);
  return keyInRange(range, seasonKey(civil.month, civil.day));
}

function keyInRange({ from, to }: { from: number; to: number }, key: number): boolean {
  return from <= to ? key >= from && key <= to : key >= from || key <= to;
}

/**
 * Whether the pattern's selectors choose a day, whatever its validity end; maybe where it hangs on unknown school holidays,
 * or on a run of national ones of which only the last is sure.
 */
export function matchDays(pattern: DayPattern, sessionDay: EpochDay, school: SchoolCalendar | null): Degree {
  const day = sessionDay - pattern.offset;
  if (pattern.dates) return pattern.dates.has(day) ? 2 : 0;
  if (day < pattern.validFrom) return 0;
  if (pattern.weekdays !== 0 && (pattern.weekdays & (1 << weekdayOf(day))) === 0) return 0;
  if (!matchWeeks(pattern, day) || !matchCivil(pattern, day)) return 0;
  const degree = pattern.holidays === null ? 2 : matchHoliday(pattern.holidays, day);
  return pattern.school === null || degree === 0
    ? degree
    : (Math.min(degree, matchSchool(pattern.school, day, school)) as Degree);
}

function matchHoliday(which: PublicHolidays, day: EpochDay): Degree {
  if (!isHolidayOn(day)) return 0;
  if (which === 'ALL' || !isHolidayOn(day + 1)) return 2;
  return which === 'LAST_OF_RUN' ? 0 : 1;
}

function matchWeeks(pattern: DayPattern, day: EpochDay): boolean {
  if (!pattern.everyWeeks) return true;
  return (weekOf(day) - pattern.everyWeeks.anchorWeek) % pattern.everyWeeks.interval === 0;
}

function matchCivil(pattern: DayPattern, epochDay: EpochDay): boolean {
  if ((pattern.nth | pattern.monthDays | pattern.months) === 0 && !pattern.season) return true;
  const { year, month, day } = civilOf(epochDay);
  if (pattern.months !== 0 && (pattern.months & (1 << month)) === 0) return false;
  if (pattern.season && !keyInRange(pattern.season, seasonKey(month, day))) return false;
  const left = daysInMonth(year, month) - day;
  if (pattern.nth !== 0 && !has(pattern.nth, Math.ceil(day / 7), left < 7)) return false;
  return pattern.monthDays === 0 || has(pattern.monthDays, day, left === 0);
}

const has = (bits: number, n: number, isLast: boolean) => (bits & (1 << n)) !== 0 || (isLast && (bits & 1) !== 0);

function matchSchool(wanted: 'ONLY' | 'NEVER', day: EpochDay, school: SchoolCalendar | null): Degree {
  if (!school || day > school.knownUntil) return 1;
  const free = school.ranges.some(({ from, to }) => day >= from && day <= to);
  return free === (wanted === 'ONLY') ? 2 : 0;
}
