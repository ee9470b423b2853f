import { NOON } from './clock.ts';
import { epochDayOf, shiftWeekday, weekdayOf } from '../calendar-day.ts';
import type { AnnualRange, Closure, DayRule, Rule, Schedule } from '../schedule.ts';
import { isOneOf } from './dated-days.ts';
import type { Hours } from './hours.ts';
import { isSingleDay, type Reading } from './reading.ts';
import { swallows } from './swallowed.ts';
import type { Token, TokenOf } from './token.ts';
import { withoutTurned } from './turned.ts';

/** What a schedule says of days and hours, as plain values. */
interface Told {
  days: DayRule[];
  seasons: AnnualRange[];
  minutes: Set<number>;
  /** Some hours cannot be (18:00~17:30) and are unread already. */
  badHours: boolean;
  /** Weekdays that are named as closed. */
  closed: Set<number>;
  rules: Rule[];
  closures: Closure[];
}

/**
 * The pieces of the texts that name a weekday, a week, a day, a part of the year or a time which the schedule does not
 * know of: the parser lost them on its way, so what it made of the rest is doubtful.
 */
export function unaccounted(readings: Reading[], schedule: Schedule): string[] {
  if (schedule.rules.length === 0) return [];
  const told = toldBy(schedule, readings);
  const hasHours = schedule.rules.some(({ slots }) => slots.length > 0);
  return withoutTurned(readings).flatMap(({ tokens }) =>
    tokens
      .filter(
        (token, at) =>
          swallows(token, hasHours) || closesBefore(tokens, at) || (isLost(token, told) && !isInner(tokens, at, told)),
      )
      .map(({ text }) => text),
  );
}

function toldBy({ rules, closures }: Schedule, readings: Reading[]): Told {
  const days = [...rules, ...closures.flatMap((closure) => closure.days ?? [])];
  const hours = [
    ...rules.flatMap(({ slots }) => slots),
    ...closures.flatMap(({ slot }) => slot ?? []),
    ...readings.flatMap(({ groups }) => groups.flatMap(({ pauses }) => pauses.filter(isSpan))),
  ];
  return {
    days,
    seasons: [...days.flatMap(({ season }) => season ?? []), ...closures.flatMap(({ annual }) => annual ?? [])],
    minutes: new Set(hours.flatMap(({ start, end }) => [start, end].flatMap((minute) => minute ?? []))),
    badHours: readings.some(({ groups }) => groups.some((group) => group.hours.some(({ bad }) => bad))),
    closed: new Set(readings.flatMap((reading) => reading.closures.flatMap(closedDays))),
    rules,
    closures,
  };
}

const kinds = (...list: Token['kind'][]) => new Set(list);
const DAYS = kinds('weekday', 'nth', 'months', 'date', 'holiday', 'month-days');
/** 「第5金曜は会場を借りられないためお休みです」, as one remark: what closes the days before は. */
const closesBefore = (tokens: Token[], at: number): boolean => {
  const [day, topic, token] = tokens.slice(Math.max(0, at - 2), at + 1);
  const isWhole = token?.kind === 'remark' || token?.kind === 'aside';
  return (
    isWhole &&
    topic?.kind === 'topic' &&
    DAYS.has(day?.kind ?? 'break') &&
    /お?休み|休[館業所園室]|閉[館所園室]/.test(token.text) &&
    !/場合|とき|[時際]/.test(token.text)
  );
};

const isSpan = ({ start, end }: Hours) => start !== null && end !== null;
const closedDays = ({ phrases }: Reading['closures'][number]) => phrases.flatMap(({ weekdays }) => weekdays);

function isLost(token: Token, told: Told): boolean {
  switch (token.kind) {
    case 'after-holiday':
      return !told.days.some(({ publicHolidays }) => publicHolidays);
    case 'weekday':
      return !isWeekdayTold(token, told);
    case 'nth':
      return !token.numbers.every((n) => told.days.some(({ nth }) => nth.includes(n) || nth.length > 1));
    case 'month-days':
      return !token.days.every(
        (day) => told.days.some(({ monthDays }) => monthDays.includes(day)) || endsOn(told, day),
      );
    case 'months':
      return token.months.length < 12 && !token.months.every((month) => isMonthTold(month, told));
    case 'date':
      return !isDateTold(token, told);
    case 'time':
      return token.minutes !== null && !told.badHours && !isTimeTold(token.minutes, told);
    default:
      return false;
  }
}

/** 平日 may be those of the days that are open. */
function isWeekdayTold({ days, text }: TokenOf<'weekday'>, { closed, days: rules }: Told): boolean {
  const isTold = (day: number) => closed.has(day) || rules.some((rule) => opensOn(rule, day));
  return text.startsWith('平日') ? days.some(isTold) : days.every(isTold);
}

/**
 * 「10:00~12:00(絵本の会は11:00~)」, 「第1火曜はベビーデー」, 「8月は会場変更」: a thing is named that is held or changes then, and
 * the days and hours themselves are known without it.
 */
function isInner(tokens: Token[], at: number, { rules }: Told): boolean {
  switch (tokens[at]?.kind) {
    case 'weekday':
      return (
        tokens[at + 1]?.kind === 'among' ||
        rules.some(({ dates }) => dates.length > 0) ||
        (rules.every(({ monthDays }) => monthDays.length > 0) && isAlso(tokens, at))
      );
    case 'nth':
      // 「第2土曜(第3土曜に変わる月もあります)」
      if (tokens.slice(at, at + 4).some(({ kind, text }) => kind === 'usual' && /変[わ更]/.test(text))) return true;
      return rules.some(({ nth }) => nth.length === 0) && (namesThing(tokens, at, 1) || namesThing(tokens, at, -1));
    case 'month-days':
      // 「12月は第3日曜日(23日)」
      return tokens[at - 1]?.kind === 'open' && tokens[at - 2]?.kind === 'weekday';
    case 'months':
      // 「パントリー：年2回(8月・12月)」
      return tokens[at - 2]?.kind === 'count' || namesThing(tokens, at, 1);
    case 'date':
      return namesThing(tokens, at, 1);
    case 'time':
      return namesThing(tokens, at, 1) || namesThing(tokens, at, -1);
    default:
      return false;
  }
}

/** 「毎月25日 ※土日でもやります」 */
const isAlso = (tokens: Token[], at: number) => {
  let next = at + 1;
  while (LISTED.has(tokens[next]?.kind ?? 'break')) next++;
  return tokens[next]?.kind === 'also';
};
const LISTED = kinds('weekday', 'holiday', 'separator', 'filler');

const BETWEEN = kinds(
  ...(['time', 'range', 'from', 'until', 'topic', 'filler', 'space', 'open'] as const),
  ...(['weekday', 'nth', 'every', 'months', 'also', 'only'] as const),
);
const THINGS = kinds('label', 'remark', 'usual', 'may-be', 'aside', 'announced');
/** A noun, not a verb (17時に開けて). */
const isThing = ({ kind, text }: Token) =>
  THINGS.has(kind) || (kind === 'other' && !/[てでりるいすしつらにず]$/.test(text));

/** Whether the next word that is no day and no time is the name of a thing. */
function namesThing(tokens: Token[], at: number, step: 1 | -1): boolean {
  let next = at + step;
  while (BETWEEN.has(tokens[next]?.kind ?? 'break') || tokens[next]?.text === '・') next += step;
  const token = tokens[next];
  return token !== undefined && isThing(token);
}

const opensOn = ({ weekdays, monthDays, dates, season, dayOffset }: DayRule, day: number) =>
  weekdays.length === 0
    ? monthDays.length + dates.length === 0 && !isSingleDay({ season })
    : weekdays.some((own) => own === day || (dayOffset !== 0 && shiftWeekday(own, dayOffset) === day));

const isMonthTold = (month: number, { days, seasons }: Told) =>
  days.some(({ months }) => months.includes(month) || (months.length > 0 && months.length < 12)) ||
  seasons.some(({ from, to }) => from.month === month || to.month === month) ||
  days.some(({ validFrom, validUntil }) => [validFrom, validUntil].some((date) => date?.slice(5, 7) === pad(month)));

const endsOn = ({ seasons, closures }: Told, day: number) =>
  seasons.some(({ from, to }) => from.day === day || to.day === day) ||
  closures.some(({ dates }) => dates && [dates.from, dates.to].some((date) => Number(date.slice(8)) === day));

function isDateTold({ year, month, day, ...token }: TokenOf<'date'>, { days, seasons, closures }: Told): boolean {
  // 「第2土曜 次は4月10日(土)」
  const weekday = token.weekday ?? (year === null ? undefined : weekdayOf(epochDayOf(year, month, day)));
  if (weekday !== undefined && days.some((rule) => isOneOf(rule, weekday, month, day))) return true;
  const end = `-${pad(month)}-${pad(day)}`;
  const dates = [
    ...days.flatMap(({ dates, validFrom, validUntil }) => [...dates, validFrom, validUntil]),
    ...closures.flatMap((closure) => (closure.dates ? [closure.dates.from, closure.dates.to] : [])),
  ];
  return (
    dates.some((date) => date?.endsWith(end)) ||
    seasons.some((season) => [season.from, season.to].some((one) => one.month === month && one.day === day)) ||
    days.some(({ months }) => months.length > 0)
  );
}

const isTimeTold = (minute: number, { minutes }: Told) =>
  minutes.has(minute) || (minute < NOON && minutes.has(minute + NOON));

const pad = (n: number) => String(n).padStart(2, '0');
