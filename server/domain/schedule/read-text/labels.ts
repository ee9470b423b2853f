import { saysMore } from './look-ahead.ts';
import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { isBesideActivity } from './reading.ts';
import type { Token } from './token.ts';

/** 「給料日後の土曜日」: which Saturdays is not understood; 「公民館の土曜日」 says where. */
export const qualifiesDay = (tokens: Token[], at: number): boolean =>
  isClause(tokens, at) ||
  (tokens[at + 1]?.text === 'の' &&
    tokens[at + 2]?.kind === 'weekday' &&
    !/(?:館|所|園|室|校|会|堂|ター|ろば|広場|市|区|町|村|県|寺|社|店|家)$/.test(tokens[at]?.text ?? ''));

/** 「都合がつく土曜日」: a verb right before a day says which of them. */
const isClause = (tokens: Token[], at: number) =>
  /(?<!でき)[るくたいすうぐむぶつ]$/.test(tokens[at]?.text ?? '') &&
  ['weekday', 'nth'].includes(tokens[at + 1]?.kind ?? '');

/** A word that no production knows names the hours that follow, for want of a better. */
export function nameUnknown(state: State, text: string): void {
  if (state.label !== null) return;
  state.label = text;
  state.guessed = true;
}

/** A label stands before its hours, in brackets after them, or right after a start (17時から夕食). */
export function labelHours(state: State, token: Token, at: number): void {
  const last = state.current?.hours.at(-1);
  const bracketed = state.tokens[at - 1]?.kind === 'open';
  // 「12時~13時は昼食タイム」
  const said = state.tokens[at - 1]?.kind === 'topic' && state.afterHours === at - 1;
  state.afterLabel = at + 1;
  state.reading.labelled = true;
  nameActivity(state, token, at);
  // 「15:00~20:00(小学生は17:00まで)」: the label is of the hours that follow
  // 「(小学生以下の利用は午後5時まで)」
  const next = state.tokens[at + 1]?.kind === 'held' ? at + 2 : at + 1;
  const says = saysMore(state.tokens, next);
  // 「10:00~15:00(ひろばは火・木のみ)」
  const ownDays = says === 'DAYS' && state.tokens[next]?.kind === 'topic';
  const ownHours = bracketed && !/^\(?[0-9]/.test(token.text) && (says === 'HOURS' || ownDays);
  if ((bracketed || said) && !ownHours && last && last.label === null && !/^\(?[0-9]/.test(token.text))
    last.label = token.text;
  else if (!labelStart(state, token, at)) Object.assign(state, { label: token.text, guessed: false });
}

/** 「日曜は月1回昼食会」 */
const isCountAlone = ({ count, weekdays, nth, monthDays }: Phrase) =>
  count !== null && weekdays.length + nth.length + monthDays.length === 0;

/** 「第3土曜日は学習会」, 「第4木曜日：フードパントリー」 */
function nameActivity(state: State, token: Token, at: number): void {
  const follows = state.afterTopic === at || (state.tokens[at - 1]?.text === ':' && state.afterPhrase === at - 1);
  const { current } = state;
  const before = state.tokens[at - 1]?.kind === 'only' ? at - 1 : at;
  if (
    state.afterPhrase === before &&
    current &&
    current.phrases.some((phrase) => phrase.predicate && !isCountAlone(phrase))
  ) {
    if (/^(?:あり|有り?|提供)/.test(state.tokens[at + 1]?.text ?? '') || /提供$/.test(token.text)) current.meals = true;
    else state.reading.harmful.push(token.text);
  }
  if (follows && current && current.phrases.length > 0 && isBesideActivity(token.text)) current.activity = token.text;
}

export function labelStart(state: State, token: Token, at: number): boolean {
  const last = state.current?.hours.at(-1);
  if (!last || last.label !== null || last.end !== null) return false;
  if (state.afterHours !== (state.tokens[at - 1]?.text === 'に' ? at - 1 : at)) return false;
  last.label = token.text;
  return true;
}
