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

/** One date of several, and no end of a range. */
function isListed(tokens: Token[], at: number): boolean {
  const around = [neighbour(tokens, at, -1), neighbour(tokens, at, 1)];
  return around.some(({ joint, date }) => date && joint === 'list') && !around.some(({ joint }) => joint === 'range');
}

function neighbour(tokens: Token[], at: number, step: 1 | -1): { joint: 'list' | 'range' | null; date: boolean } {
  const first = tokens[at + step];
  if (first?.kind === 'date') return { joint: 'list', date: true };
  const next = first?.kind === 'separator' && tokens[at + 2 * step]?.kind === 'space' ? at + 3 * step : at + 2 * step;
  const joint =
    first && ['separator', 'space', 'break'].includes(first.kind) ? 'list' : first?.kind === 'range' ? 'range' : null;
  return { joint, date: tokens[next]?.kind === 'date' };
}
