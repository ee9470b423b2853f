import { parseHours } from './hours.ts';
import { parsePhrase } from './phrase.ts';
import { onlyNarrows } from './reading.ts';
import type { Token } from './token.ts';

const SKIPPED = new Set<Token['kind']>(['space', 'topic', 'separator']);

/** Whether days or hours follow a token at once. */
export function saysMore(tokens: Token[], at: number): 'DAYS' | 'HOURS' | null {
  const next = SKIPPED.has(tokens[at]?.kind ?? 'other') ? at + 1 : at;
  const phrase = parsePhrase(tokens, next);
  if (phrase !== null && !onlyNarrows(phrase.value)) return 'DAYS';
  return parseHours(tokens, next) ? 'HOURS' : null;
}

/** 「および午後1時から4時まで」: hours that begin a text so come to those of the columns. */
export const joinsColumns = (tokens: Token[], at: number): boolean =>
  at === 1 && /^(?:及び|および|また、?)$/.test(tokens[0]?.text ?? '');
