import { civilOf, COMMON_YEAR, daysBetween, daysInMonth, epochDayOf, shiftWeekday } from '../calendar-day.ts';
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
 * 「5月12日(火)~14日(木)」: the days from one to another soon after, where the text names dates alone; their weekdays say in
 * which years they can be meant. Changes the tokens.
 */
export function spreadDates(tokens: Token[]): void {
  if (tokens.some(({ kind }) => REGULAR.has(kind))) return;
  for (let at = 0; at < tokens.length; at++) {
    const [from, joint, to] = tokens.slice(at, at + 3);
    if (from?.kind !== 'date' || joint?.kind !== 'range' || to?.kind !== 'date') continue;
    const { weekday } = from;
    const days = daysBetween(from, to);
    if (weekday === undefined || from.year !== null || to.year !== null || days < 1 || days > FORTNIGHT) continue;
    if (to.weekday !== undefined && to.weekday !== shiftWeekday(weekday, days)) continue;
    const between = Array.from({ length: days - 1 }, (_, i): Token[] => {
      const { month, day } = civilOf(epochDayOf(COMMON_YEAR, from.month, from.day) + i + 1);
      return [
        { kind: 'date', year: null, month, day, weekday: shiftWeekday(weekday, i + 1), text: '' },
        { kind: 'separator', sign: '、', text: '' },
      ];
    });
    tokens.splice(at + 1, 1, { kind: 'separator', sign: '、', text: joint.text }, ...between.flat());
  }
}

function dateBefore(tokens: Token[], at: number): { year: number | null; month: number } | null {
  let before = at - 1;
  while (JOINTS.has(tokens[before]?.kind ?? 'break')) before--;
  const token = tokens[before];
  if (token?.kind === 'date' && before < at - 1) return token;
  if (token?.kind === 'months' && token.months.length === 1) return { year: null, month: token.months[0] ?? 0 };
  return token?.kind === 'month-of-year' ? token : null;
}
