import { daysInMonth, shiftWeekday } from '../calendar-day.ts';
import type { Token } from './token.ts';

const JOINTS = new Set<Token['kind']>(['separator', 'space']);

/**
 * 「2026年5月10日(日)、6月14日(日)」, 「12月14日(土)、28日(土)」: a date of a list is of the year and the month of the one
 * before it. A day with a weekday in brackets and no month before it is unread: no day of every month falls on one
 * weekday. Changes the tokens.
 */
export function carryDates(tokens: Token[]): void {
  let year: { year: number; month: number } | null = null;
  tokens.forEach((token, at) => {
    if (token.kind !== 'date') return;
    const listed = dateBefore(tokens, at);
    const before = listed ?? (isRanged(tokens, at) || token.month === 0 ? null : year);
    if (token.month === 0) token.month = before?.month ?? 0;
    if (token.year === null && before?.year != null) token.year = before.year + (token.month < before.month ? 1 : 0);
    if (token.month === 0 || token.day > daysInMonth(token.year ?? 2024, token.month))
      tokens[at] = { kind: 'other', harmful: true, text: token.text };
    if (token.year !== null) year = { year: token.year, month: token.month };
  });
  carryWeekdays(tokens);
}

/** 「2月12・26日(金)」: the weekday of one day of a month tells those of the days listed before it. */
function carryWeekdays(tokens: Token[]): void {
  for (let at = tokens.length - 1; at > 1; at--) {
    const [day, joint, next] = [tokens[at - 2], tokens[at - 1], tokens[at]];
    if (day?.kind !== 'date' || next?.kind !== 'date' || joint?.kind !== 'separator') continue;
    if (day.weekday !== undefined || next.weekday === undefined || day.month !== next.month) continue;
    day.weekday = shiftWeekday(next.weekday, day.day - next.day);
  }
}

const isRanged = (tokens: Token[], at: number) =>
  [tokens[at - 1], tokens[at + 1]].some((token) => token?.kind === 'range' || token?.kind === 'from');

const REGULAR = new Set<Token['kind']>(['weekday', 'nth', 'every', 'closed', 'except']);
const FORTNIGHT = 14;

/**
 * 「5月9日(土)・12日(火)~14日(木)」: the days from one to another soon after, where the text names dates alone.
 * Changes the tokens.
 */
export function spreadDates(tokens: Token[]): void {
  if (tokens.some(({ kind }) => REGULAR.has(kind))) return;
  for (let at = 0; at < tokens.length; at++) {
    const [from, joint, to] = tokens.slice(at, at + 3);
    if (from?.kind !== 'date' || joint?.kind !== 'range' || to?.kind !== 'date') continue;
    const days = to.day - from.day;
    if (days < 1 || days > FORTNIGHT || from.weekday === undefined || (to.month !== 0 && to.month !== from.month))
      continue;
    if (to.weekday !== undefined && to.weekday !== shiftWeekday(from.weekday, days)) continue;
    const { weekday } = from;
    const between = Array.from({ length: days - 1 }, (_, i): Token[] => [
      { kind: 'date', year: null, month: 0, day: from.day + i + 1, weekday: shiftWeekday(weekday, i + 1), text: '' },
      { kind: 'separator', sign: '、', text: '' },
    ]);
    tokens.splice(at + 1, 1, { kind: 'separator', sign: '、', text: joint.text }, ...between.flat());
  }
}

/** 「8月14日、15日」: days after a date are of its month. Changes the tokens. */
export function splitDays(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const [joint, date] = [tokens[at - 1], tokens[beforeBracket(tokens, at - 2)]];
    // 「8/14・15」
    const day = /^[0-9]{1,2}$/.test(token?.text ?? '') ? Number(token?.text) : 0;
    if (
      token &&
      day > 0 &&
      (joint?.text === '・' || joint?.text === '、') &&
      date?.kind === 'date' &&
      date.text.includes('/')
    ) {
      const ends = [undefined, 'close', 'separator', 'break', 'closed'].includes(tokens[at + 1]?.kind);
      if (ends && day > date.day) tokens[at] = { ...date, day, text: `/${token.text}` };
      continue;
    }
    if (token?.kind !== 'month-days' || date?.kind !== 'date' || !joint || !JOINTS.has(joint.kind)) continue;
    if (token.text.includes('毎月') || token.days.includes(-1)) continue;
    // 「4月12日 15日 23日」
    if (joint.kind === 'space' && (token.days[0] ?? 0) <= date.day) continue;
    const { year, month } = date;
    const dates = token.days.map((day): Token => ({ kind: 'date', year, month, day, text: `${String(day)}日` }));
    tokens.splice(at, 1, ...dates.flatMap((one, i) => (i === 0 ? [one] : [{ ...joint }, one])));
  }
}

/** 「12月14日(図書館まつり)、21日」: where the bracket begins, before it. */
function beforeBracket(tokens: Token[], at: number): number {
  if (tokens[at]?.kind !== 'close') return at;
  return tokens.slice(0, at).findLastIndex(({ kind }) => kind === 'open') - 1;
}

function dateBefore(tokens: Token[], at: number): { year: number | null; month: number } | null {
  let before = at - 1;
  while (JOINTS.has(tokens[before]?.kind ?? 'break')) before--;
  const token = tokens[before];
  if (token?.kind === 'date' && before < at - 1) return token;
  if (token?.kind === 'months' && token.months.length === 1) return { year: null, month: token.months[0] ?? 0 };
  return token?.kind === 'month-of-year' ? token : null;
}
