import type { Token } from './token.ts';

const APRIL = 4;

/** 「令和8年度の開催日 4/25、6/27、2/27」: the dates of a list are of that year, which ends in March. Changes the tokens. */
export function datesOfFiscalYear(tokens: Token[]): void {
  let year: number | null = null;
  tokens.forEach((token, at) => {
    if (token.kind === 'fiscal-year') year = token.year;
    if (year === null || token.kind !== 'date' || token.year !== null || !isListed(tokens, at)) return;
    token.year = token.month < APRIL ? year + 1 : year;
  });
}

/** One date of several, one with its weekday, or what stands right behind the year; no other end of a range. */
function isListed(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if ((token?.kind === 'date' && token.weekday !== undefined) || followsYear(tokens, at)) return true;
  const around = [jointTo(tokens, at, -1), jointTo(tokens, at, 1)];
  return around.includes('list') && !around.includes('range');
}

/** 「令和8年度 7月20日~8月10日」 */
function followsYear(tokens: Token[], at: number): boolean {
  const ranged = tokens[at - 1]?.kind === 'range' || tokens[at - 1]?.kind === 'from';
  const first = ranged && tokens[at - 2]?.kind === 'date' ? at - 2 : at;
  const before = tokens.slice(0, first).findLast(({ kind }) => kind !== 'space' && kind !== 'label');
  return before?.kind === 'fiscal-year';
}

const LISTS = new Set<Token['kind']>(['separator', 'space', 'break']);

/** What stands between a date and the next; null: another word, or no date. */
function jointTo(tokens: Token[], at: number, step: 1 | -1): 'list' | 'range' | null {
  let next = at + step;
  while (LISTS.has(tokens[next]?.kind ?? 'open')) next += step;
  if (tokens[next]?.kind === 'date') return 'list';
  return tokens[next]?.kind === 'range' && tokens[next + step]?.kind === 'date' ? 'range' : null;
}
