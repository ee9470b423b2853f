import { addMonths, formatLocalDate, parseLocalDate, shiftWeekday } from './calendar-day.ts';
import { ALL_WEEKDAYS, EVERY_DAY, type DayRule, type LocalDate, type MonthDay } from './schedule.ts';
import { CannotSay } from './cannot-say.ts';

export const OSM_WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const OSM_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number) => String(n).padStart(2, '0');
const monthName = (month: number) => OSM_MONTHS[month - 1] ?? '';
const dayName = (weekday: number) => OSM_WEEKDAYS[weekday - 1] ?? '';

/** The day selectors of a rule, '' for every day; `prefix` PH narrows them to holidays. Throws CannotSay. */
export function writeDays(rule: DayRule, prefix: string): string {
  if (rule.everyWeeks) throw new CannotSay('Every n-th week counted from a date.');
  if (rule.publicHolidays) return writeHolidayDays(rule, prefix);
  if (rule.dates.length > 0) return rule.dates.map(writeDate).join(',');
  const holiday = [prefix, rule.schoolHolidays === 'ONLY' ? 'SH' : ''].filter((part) => part !== '').join(' ');
  return [writeYearPart(rule), holiday, writeWeekdays(rule)].filter((part) => part !== '').join(' ');
}

/**
 * `PH +1 day Mo-Fr`, the weekdays those of the day itself. A run of holidays has no word: the caller names the holidays
 * after it. No holiday is the last day of a month, so months are the same before and after the shift.
 */
function writeHolidayDays(rule: DayRule, prefix: string): string {
  const { dayOffset, weekdays, nth, monthDays, dates, season, schoolHolidays, validFrom, validUntil } = rule;
  if (Math.abs(dayOffset) > 1) throw new CannotSay('More than a day from a holiday.');
  const others = [nth, monthDays, dates].some((list) => list.length > 0) || season || schoolHolidays;
  if (prefix !== '' || others || validFrom || validUntil || (dayOffset < 0 && rule.months.length > 0)) {
    throw new CannotSay('Days beside some holidays only.');
  }
  const offset = dayOffset === 0 ? '' : dayOffset > 0 ? ' +1 day' : ' -1 day';
  const days = weekdays.length === 0 ? '' : writeWeekly({ ...EVERY_DAY, weekdays, dayOffset });
  return [writeYearPart(rule), `PH${offset}`, days].filter((part) => part !== '').join(' ');
}

function writeYearPart(rule: DayRule): string {
  const valid = rule.validFrom !== null || rule.validUntil !== null;
  const parts = [rule.months.length > 0 || rule.monthDays.length > 0, rule.season !== null, valid].filter(Boolean);
  if (parts.length > 1) throw new CannotSay('Months, a season and validity dates together.');
  if (rule.monthDays.length > 0) return writeMonthDays(rule);
  if (rule.months.length > 0) return writeMonths(rule.months);
  if (rule.season)
    return `${writeMonthDay(rule.season.from)}-${writeMonthDay(rule.season.to)}`.replace(/^(.+)-\1$/, '$1');
  return valid ? writeValidity(rule.validFrom, rule.validUntil) : '';
}

function writeMonthDays({ months, monthDays, dayOffset }: DayRule): string {
  if (monthDays.includes(-1)) throw new CannotSay('The last day of the month.');
  if (dayOffset !== 0) throw new CannotSay('Days after a day of the month.');
  const all = months.length > 0 ? months : OSM_MONTHS.map((_, i) => i + 1);
  return all
    .flatMap((month) => monthDays.map((day) => ({ month, day })).filter(exists))
    .map(writeMonthDay)
    .join(',');
}

const exists = ({ month, day }: MonthDay) => day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

function writeMonths(months: number[]): string {
  return runs([...months].sort((a, b) => a - b))
    .flatMap(([from, to]) => (to - from > 1 ? [`${monthName(from)}-${monthName(to)}`] : span(from, to).map(monthName)))
    .join(',');
}

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Neighbouring numbers as [first, last]. */
function runs(numbers: number[]): [number, number][] {
  const result: [number, number][] = [];
  for (const n of numbers) {
    const last = result.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else result.push([n, n]);
  }
  return result;
}

const writeMonthDay = ({ month, day }: MonthDay) => `${monthName(month)} ${two(day)}`;

function writeDate(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} ${writeMonthDay({ month: month ?? 1, day: day ?? 1 })}`;
}

const FAR_MONTHS = 12 * 50;

/** The syntax wants both ends; where one is open it is set 50 years away. */
function writeValidity(from: LocalDate | null, until: LocalDate | null): string {
  if (from === until && from !== null) return writeDate(from);
  return `${writeDate(from ?? shift(until, -FAR_MONTHS))}-${writeDate(until ?? shift(from, FAR_MONTHS))}`;
}

const shift = (date: LocalDate | null, months: number) =>
  formatLocalDate(addMonths(parseLocalDate(date ?? '') ?? 0, months));

function writeWeekdays(rule: DayRule): string {
  if (rule.nth.length === 0) return writeWeekly(rule);
  const weekdays = rule.weekdays.length > 0 ? rule.weekdays : ALL_WEEKDAYS;
  // Behind a single month the library `opening_hours` takes `We[2],We[4]`, not `We[2,4]`.
  const weeks = rule.months.length === 1 ? rule.nth.map((nth) => writeNth([nth])) : [writeNth(rule.nth)];
  const offset =
    rule.dayOffset === 0 ? '' : ` ${rule.dayOffset > 0 ? '+' : '-'}${writeOffset(Math.abs(rule.dayOffset))}`;
  return weekdays.flatMap((weekday) => weeks.map((nth) => `${dayName(weekday)}[${nth}]${offset}`)).join(',');
}

const writeOffset = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

const writeNth = (nth: number[]) =>
  [...runs(nth.filter((n) => n > 0).sort()), ...(nth.includes(-1) ? [[-1, -1] as [number, number]] : [])]
    .map(([from, to]) => (from === to ? `${from}` : to - from === 1 ? `${from},${to}` : `${from}-${to}`))
    .join(',');

/** A weekly day with an offset is another weekday. */
function writeWeekly({ weekdays, dayOffset, months, season }: DayRule): string {
  if (weekdays.length === 0) {
    if (dayOffset !== 0) throw new CannotSay('Days after every day.');
    return '';
  }
  if (dayOffset !== 0 && (months.length > 0 || season)) throw new CannotSay('Days after a weekday of some months.');
  const days = weekdays.map((day) => shiftWeekday(day, dayOffset)).sort();
  return runs(days)
    .flatMap(([from, to]) => (to - from > 1 ? [`${dayName(from)}-${dayName(to)}`] : span(from, to).map(dayName)))
    .join(',');
}
