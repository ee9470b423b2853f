import { daysInMonth, epochDayOf, parseLocalDate, shiftWeekday, weekdayOf } from '../calendar-day.ts';
import type { MonthDay } from '../schedule.ts';
import type { Phrase } from './phrase.ts';
import type { Token, TokenOf } from './token.ts';

/** 12/29~1/3, 4/1から9/30まで, 2026年8月13日~15日, or a single day. */
export function readDates(phrase: Phrase, tokens: Token[], at: number): number | null {
  const from = tokens[at];
  if (from?.kind !== 'date' || phrase.season || phrase.dates) return null;
  const joint = tokens[at + 1];
  const last = tokens[at + 2];
  const ranged = joint?.kind === 'range' || joint?.kind === 'from';
  const to = ranged ? endDate(from, last) : null;
  let next = to ? at + 3 : at + 1;
  if (to && tokens[next]?.kind === 'until') next++;
  // 「10月31日(木)→10月28日(月)」
  if (to && last?.kind === 'date' && !fitsWeekdays(from, last)) phrase.unclear = true;
  if (from.year !== null) {
    phrase.dates = {
      from: iso(from.year, from),
      to: iso(to?.year ?? from.year + (to && before(to, from) ? 1 : 0), to ?? from),
    };
  } else {
    phrase.season = { from: monthDay(from), to: monthDay(to ?? from) };
  }
  return to ? next : readWeekdayOf(phrase, from, tokens, next);
}

/** Whether the weekdays of both ends of a range can be those of one year. */
function fitsWeekdays(from: TokenOf<'date'>, to: TokenOf<'date'>): boolean {
  if (from.weekday === undefined || to.weekday === undefined) return true;
  const year = from.year ?? to.year;
  const spans = (year === null ? [2025, 2027] : [year]).map(
    (first) =>
      epochDayOf(to.year ?? first + (before(to, from) ? 1 : 0), to.month, to.day) -
      epochDayOf(first, from.month, from.day),
  );
  return spans.some((days) => days < MOST_DAYS && shiftWeekday(from.weekday ?? 0, days) === to.weekday);
}

/** Of a range that is no slip of somebody. */
const MOST_DAYS = 350;

/** 「9月11日(土)」, 「12月19日土曜日」: the weekday of a single day; one that the day is not is a slip of somebody. */
function readWeekdayOf(phrase: Phrase, date: TokenOf<'date'>, tokens: Token[], next: number): number {
  const at = tokens[next]?.kind === 'space' ? next + 1 : next;
  const behind = tokens[at];
  const named = behind?.kind === 'weekday' && !behind.group && behind.days.length === 1 && isApart(tokens[at + 1]);
  const weekday = date.weekday ?? (named ? behind.days[0] : undefined);
  if (weekday === undefined) return next;
  if (phrase.dates === null) phrase.weekdays = [weekday];
  else if (weekdayOf(parseLocalDate(phrase.dates.from) ?? 0) !== weekday) phrase.unclear = true;
  return date.weekday === undefined ? at + 1 : next;
}

const isApart = (token: Token | undefined) =>
  token === undefined || !['separator', 'range', 'weekday', 'holiday', 'topic', 'also', 'or'].includes(token.kind);

/** 「令和8年11月」, 「令和8年11月~令和9年3月」 */
export function readMonths(phrase: Phrase, tokens: Token[], at: number): number {
  const [first, joint, last] = tokens.slice(at, at + 3);
  if (first?.kind !== 'month-of-year') return at;
  phrase.dates = wholeMonth(first.year, first.month);
  if (last?.kind !== 'month-of-year' || (joint?.kind !== 'range' && joint?.kind !== 'from')) return at + 1;
  phrase.dates = { from: phrase.dates.from, to: wholeMonth(last.year, last.month).to };
  return tokens[at + 3]?.kind === 'until' ? at + 4 : at + 3;
}

const wholeMonth = (year: number, month: number) => ({
  from: iso(year, { month, day: 1 }),
  to: iso(year, { month, day: daysInMonth(year, month) }),
});

interface AnyDate extends MonthDay {
  year: number | null;
}

function endDate(from: AnyDate, token: Token | undefined): AnyDate | null {
  if (token?.kind === 'date') return token;
  const day = token?.kind === 'month-days' ? token.days[0] : token?.kind === 'number' ? token.value : undefined;
  return day !== undefined && day > from.day && day <= 31 ? { year: from.year, month: from.month, day } : null;
}

const monthDay = ({ month, day }: MonthDay): MonthDay => ({ month, day });
const before = (a: MonthDay, b: MonthDay) => a.month < b.month || (a.month === b.month && a.day < b.day);
const iso = (year: number, { month, day }: MonthDay) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** 年末年始(12/28~1/4) and 年末年始12/28~1/4 say themselves when. */
export function readFixedDates(phrase: Phrase, tokens: Token[], at: number): number {
  const glue = tokens[at];
  if ((glue?.kind === 'space' || glue?.text === ':') && tokens[at + 1]?.kind === 'date')
    return readDates(phrase, tokens, at + 1) ?? at;
  const bracket = tokens[at]?.kind === 'open';
  const start = bracket ? at + 1 : at;
  const next = readDates(phrase, tokens, start);
  if (next === null) return at;
  if (!bracket) return next;
  if (tokens[next]?.kind === 'close') return next + 1;
  phrase.season = phrase.dates = null;
  return at;
}
