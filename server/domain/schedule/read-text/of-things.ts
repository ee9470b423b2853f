import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { onlyNarrows } from './reading.ts';
import { beforeTopic, type Token } from './token.ts';

const THINGS = new Set<Token['kind']>(['label', 'other']);
const BETWEEN = new Set<Token['kind']>(['space', 'filler', 'held']);
const STARTS = new Set<Token['kind']>(['space', 'break', 'separator']);

/** 「送迎あり(要相談)」: what a bracket says of a thing before it, which is neither days nor hours. Whether it was such. */
export function onThing({ tokens, afterPhrase, afterHours, reading }: State, { text }: Token, at: number): boolean {
  const start = Math.max(afterPhrase, afterHours);
  if (tokens[at - 1]?.kind !== 'open' || start < 0) return false;
  if (tokens.slice(start, at - 1).findLast(({ kind }) => kind !== 'filler')?.kind !== 'other') return false;
  (text.includes('相談') ? reading.remarks : reading.harmful).push(text);
  return true;
}

/** 「第1土曜 11時~、パントリー：年2回(8月・12月)」: months of a thing beside the days; without 年2回 it is not clear. Whether it was such. */
export function isOfThing({ tokens, reading }: State, phrase: Phrase, at: number, next: number): boolean {
  if (tokens[at - 1]?.kind !== 'open' || tokens[next]?.kind !== 'close') return false;
  if (!onlyNarrows(phrase) || phrase.months.length === 0) return false;
  const counted = tokens[at - 2]?.kind === 'count';
  let thing = counted ? at - 3 : at - 2;
  while (BETWEEN.has(tokens[thing]?.kind ?? 'break')) thing--;
  const named = THINGS.has(tokens[thing]?.kind ?? 'break') && STARTS.has(tokens[thing - 1]?.kind ?? 'open');
  if (!named || !reading.groups.some(({ phrases }) => phrases.some((one) => !onlyNarrows(one)))) return false;
  if (counted) reading.counts.pop();
  (counted ? reading.remarks : reading.harmful).push(phrase.text);
  return true;
}

const OF_TIME = /(?:前|後|期間?|時|中|際|日|場合|シーズン|週|月|頃|間|とき)$/;

/** 「日曜 13時~15時(定期テスト前のみ)」: when the days before the bracket are is not said. Whether it was such. */
export function isOfUnknownTime({ tokens, current, afterPhrase, afterHours }: State, at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'other' || tokens[at - 2]?.kind !== 'open' || !OF_TIME.test(before.text)) return false;
  return current !== null && current.phrases.length > 0 && Math.max(afterPhrase, afterHours) === at - 2;
}

const OF_PLACE = /食堂|ひろば|広場|サロン|居場所|カフェ|開放|開催/;

/** 「お弁当の配布は月に1回」, 「食事の提供は月1回」: how often something is held at the place, which may be held more often. */
export function countsThing({ tokens }: State, at: number): boolean {
  const named = beforeTopic(tokens, at);
  const isThing =
    tokens[at - 1]?.kind === 'topic'
      ? named?.kind === 'label'
      : named?.kind === 'remark' && /[^0-9]は$/.test(named.text);
  return isThing && !OF_PLACE.test(named?.text ?? '');
}
