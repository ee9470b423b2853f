import { parseHours } from './hours.ts';
import { parsePhrase } from './parse-phrase.ts';
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

const OF_THING = new Set<Token['kind']>(['label', 'other', 'remark', 'aside', 'filler', 'also', 'held', 'separator']);
const NAMES_THING = new Set<Token['kind']>(['label', 'other', 'remark']);
const isSign = (token: Token): boolean =>
  ['break', 'close', 'but'].includes(token.kind) ||
  (token.kind === 'separator' && token.sign !== 'と' && token.sign !== '・');
const isPartOfThing = (token: Token | undefined): boolean =>
  token !== undefined && OF_THING.has(token.kind) && !isSign(token);

/**
 * 「12月はクリスマス会、…」: what stands behind は is a thing, of which no days or hours are said. `OPEN`: days follow behind a
 * space, so whether they are of that month is not clear.
 */
export function thingFollows(tokens: Token[], at: number): 'CLOSED' | 'OPEN' | null {
  let next = at;
  while (isPartOfThing(tokens[next])) next++;
  if (!tokens.slice(at, next).some(({ kind }) => NAMES_THING.has(kind))) return null;
  const end = tokens[next];
  if (!end) return 'CLOSED';
  const behind = end.kind === 'space' || isSign(end) ? next + 1 : next;
  const hours = parseHours(tokens, tokens[behind]?.kind === 'space' ? behind + 1 : behind) !== null;
  if (hours || behind === next) return null;
  return end.kind === 'space' && saysMore(tokens, behind) === 'DAYS' ? 'OPEN' : 'CLOSED';
}

/** 「および午後1時から4時まで」, 「午後は13時から」: hours that begin a text so come to those of the columns. */
export const joinsColumns = (tokens: Token[], at: number): boolean =>
  at > 0 &&
  at < 3 &&
  /^(?:及び|および|また、?|午後の?部?(?:は|も)?[ :]?)$/.test(
    tokens
      .slice(0, at)
      .map(({ text }) => text)
      .join(''),
  );

/** 「開放日は火曜・木曜」: whether the word right before says that these are the days. */
export const headsOpening = (tokens: Token[], at: number): boolean =>
  /(?:開[館所園室設放催]|利用|活動|実施|営業)(?:日|曜日)(?:は|:| )+$/.test(
    tokens
      .slice(Math.max(0, at - 3), at)
      .map(({ text }) => text)
      .join(''),
  );

const DAYS = new Set<Token['kind']>([
  ...(['nth', 'weekday', 'holiday', 'every', 'months', 'month-days', 'date', 'year-end', 'obon', 'around'] as const),
  ...(['separator', 'range', 'from', 'until', 'open', 'close', 'filler'] as const),
]);
const FAR = 40;

/** 「第2・第4土曜、日曜と祝日などは休館」: a list of days at the end of which stands that they are closed. */
export function closesAhead(tokens: Token[], at: number): boolean {
  let next = at;
  while (next < at + FAR && DAYS.has(tokens[next]?.kind ?? 'break')) next++;
  const token = tokens[next];
  return token?.kind === 'closed' && !token.leads;
}
