import { daysInMonth } from '../calendar-day.ts';
import type { Token } from './token.ts';

const JOINTS = new Set<Token['kind']>(['separator', 'space']);

/**
 * 「2026年5月10日(日)、6月14日(日)」, 「12月14日(土)、28日(土)」: a date of a list is of the year and the month of the one
 * before it. A day with a weekday in brackets and no month before it is unread: no day of every month falls on one
 * weekday. Changes the tokens.
 */
export function carryDates(tokens: Token[]): void {
  tokens.forEach((token, at) => {
    if (token.kind !== 'date') return;
    const before = dateBefore(tokens, at);
    if (token.month === 0) token.month = before?.month ?? 0;
    if (token.year === null && before?.year != null) token.year = before.year + (token.month < before.month ? 1 : 0);
    if (token.month === 0 || token.day > daysInMonth(token.year ?? 2024, token.month))
      tokens[at] = { kind: 'other', harmful: true, text: token.text };
  });
}

function dateBefore(tokens: Token[], at: number): { year: number | null; month: number } | null {
  let before = at - 1;
  while (JOINTS.has(tokens[before]?.kind ?? 'break')) before--;
  const token = tokens[before];
  if (token?.kind === 'date' && before < at - 1) return token;
  if (token?.kind === 'months' && token.months.length === 1) return { year: null, month: token.months[0] ?? 0 };
  return token?.kind === 'month-of-year' ? token : null;
}
