import { parseHours } from './hours.ts';
import { saysMore, thingFollows } from './look-ahead.ts';
import { isOfUnknownTime } from './of-things.ts';
import { clearRun, dropPhrases, endClosing, lastRun, openGroup, openScope, type State } from './parse-state.ts';
import { parsePhrase } from './parse-phrase.ts';
import type { Phrase } from './phrase.ts';
import { onlyNarrows } from './reading.ts';
import type { Token } from './token.ts';

const startsClause = (token: Token | undefined) =>
  token === undefined || ['separator', 'space', 'but', 'open', 'break'].includes(token.kind);

/** 「小学生(水曜は15時~)」: the label stands right before the bracket. */
const namesBracket = ({ tokens, afterLabel }: State, at: number) =>
  tokens.slice(afterLabel, at).findIndex(({ kind }) => kind === 'open') === 0;

/** Something that is apart from the days before it: 「土曜保育は」 is not. */
function saysOfOther({ tokens, afterPhrase }: State, at: number): boolean {
  const between = afterPhrase < 0 ? [] : tokens.slice(afterPhrase, at);
  return ['separator', 'space'].includes(between[0]?.kind ?? '') && between.some(isOtherThing);
}

const isOtherThing = ({ kind }: Token) => kind === 'other' || kind === 'remark';

export function markGroup(state: State, kind: 'topic' | 'also', at: number): void {
  if (kind === 'topic' && isThingOfClosing(state, at)) return;
  const run = lastRun(state);
  // 「授乳室完備(土曜日は9時~13時)」: the word before the bracket names no hours
  if (
    kind === 'topic' &&
    state.runs.length > 1 &&
    state.afterPhrase === at &&
    (state.guessed || !namesBracket(state, at))
  )
    state.label = null;
  if (kind === 'topic') state.afterTopic = at + 1;
  // 「第4水曜、お弁当の持ち帰りもできます」, 「月~金 初めての方は登録が必要」: said of something else
  if (saysOfOther(state, at)) return;
  // 「小学生は水曜、中学生は金曜」: は is said of whom, not of the days before
  if (kind === 'topic' && state.tokens[at - 1]?.kind === 'label' && startsClause(state.tokens[at - 2])) {
    state.afterTopic = -1;
    return;
  }
  // 「火曜は13時~16時も」, 「午後(13時~16時)も」
  const behind = state.tokens[at - 1]?.kind === 'close' ? at - 1 : at;
  if (kind === 'also' && (state.afterHours === behind || isAtHours(state, at)) && state.current)
    state.current.plus = true;
  if (run.length === 0 || !state.current || state.tokens[at - 1]?.kind === 'held') {
    if (run.length > 0 && state.current) state.current.topic = true;
    return;
  }
  const last = run.at(-1)?.phrase;
  leaveHours(state, kind);
  state.segment++;
  const beside = run.slice(0, -1).some(({ segment }) => segment === run.at(-1)?.segment);
  // 「土日・学校休業日は10時から」: two scopes at once are more than can be said
  if (kind === 'topic' && last && onlyNarrows(last) && joinsScope(last) && beside && state.current.scope === null) {
    if (last.school !== 'ONLY') state.reading.harmful.push(last.text);
    state.current.topic = true;
  } else if (kind === 'topic' && last && onlyNarrows(last)) onScope(state, last, at);
  else {
    // 「夏休みは9時~、土曜も開けます」: also in the rest of the year, or not
    const scoped = state.reading.groups.some(
      ({ scope, hours, clause }) => scope?.school === 'ONLY' && hours.length > 0 && clause === state.clause,
    );
    if (kind === 'also' && scoped) state.reading.harmful.push(last?.text ?? '');
    state.current[kind] = true;
  }
}

/** 「8月は会場変更」 names no days or hours of August. */
function onScope(state: State, scope: Phrase, at: number): void {
  const thing = thingFollows(state.tokens, at + 1);
  if (thing === null) return openScope(state, scope);
  dropPhrases(state, [scope]);
  clearRun(state);
  state.hard = true;
  if (thing === 'OPEN') state.reading.harmful.push(scope.text);
}

/** Days that begin here have hours behind them. */
function isTimed({ tokens }: State, at: number): boolean {
  const days = parsePhrase(tokens, at);
  const next = days?.next ?? at;
  return parseHours(tokens, ['space', 'filler'].includes(tokens[next]?.kind ?? '') ? next + 1 : next) !== null;
}

/** 「休み 月曜、12月はクリスマス会」, 「休み 月曜、誕生会は最終金曜」: what is held then is no closing day. Whether the first was such. */
function isThingOfClosing(state: State, at: number): boolean {
  if (!state.leadsClosed) return false;
  const [before, label] = [state.tokens[at - 2], state.tokens[at - 1]];
  if (
    label?.kind === 'label' &&
    ['space', 'separator', 'open'].includes(before?.kind ?? '') &&
    !isTimed(state, at + 1)
  ) {
    endClosing(state);
    return false;
  }
  if (state.afterPhrase !== at || thingFollows(state.tokens, at + 1) === null) return false;
  const phrase = state.reading.closures.at(-1)?.phrases.pop();
  state.reading.harmful.push(phrase?.text ?? '');
  return true;
}

const NAMES = new Set<Token['kind']>(['label', 'other', 'filler', 'held']);

/** 「水曜は17時から19時まで夜間相談も」, 「15時~17時に食材の配布も実施」: what comes to the usual hours, or lies within them. */
const isAtHours = ({ tokens, afterHours, current }: State, at: number): boolean =>
  current?.topic === true &&
  afterHours >= 0 &&
  tokens.slice(afterHours, at).every(({ kind }) => NAMES.has(kind)) &&
  current.hours.every(({ start, end, bad }) => start !== null && end !== null && !bad);

/** 「土日・夏休みは」, but 「火~土、7・8月は」 begins another clause. */
const joinsScope = ({ after, school }: Phrase) => after !== null && (after !== '、' || school !== null);

/** 「第2土曜のみ」; 「2月のみ第1土曜」 says what holds in a part of the year. */
export function markOnly(state: State, at: number): void {
  const last = lastRun(state).at(-1)?.phrase;
  const { current } = state;
  if (current && isOfUnknownTime(state, at)) current.open = true;
  // 「食事提供は水曜のみ」 says of the meals when they are
  if (state.afterPhrase !== at || !last || !current) return;
  const more = saysMore(state.tokens, at + 1);
  // 「相談:第2木曜(5月のみ第3木曜)」 says nothing of the label
  if (leavesOthers(state)) state.reading.harmful.push(last.text);
  if (state.label !== null && !(more === 'DAYS' && onlyNarrows(last) && state.runs.length > 1)) return;
  if (onlyNarrows(last) && (more === 'DAYS' || (more === 'HOURS' && current.phrases.every((one) => one === last)))) {
    openScope(state, last);
    return;
  }
  // 「ディナー 17:00~20:00(金のみ)」
  const ofHours =
    state.tokens[at + 1]?.kind === 'close' &&
    current.hours.length > 0 &&
    (state.reading.groups.length > 1 || current.hours.some(({ label }) => label !== null));
  if (!ofHours) leaveHours(state, 'only');
  Object.assign(state.current ?? current, { only: true, held: true });
}

/** 「ひろばは火・木のみ」 beside 火~金: whether the place is open on the others is not said. */
const leavesOthers = ({ label, timed, reading, current }: State): boolean =>
  /(?:ひろば|広場|サロン|食堂|居場所|カフェ|教室|塾|開放日)$/.test(label ?? '') &&
  (timed || reading.groups.some((group) => group !== current && group.phrases.length > 0));

/** 「9時~17時(土曜日は正午まで)」: the days in brackets are not those of the hours before. */
function leaveHours(state: State, kind: 'topic' | 'also' | 'only'): void {
  const { current } = state;
  const inside = lastRun(state).map(({ phrase }) => phrase);
  if (state.runs.length === 1 || !current || inside.length === 0) return;
  // 「月~土(水曜は13:00~17:00)9:00~17:00」
  if (
    kind === 'topic' &&
    inside.every(({ weekdays }) => weekdays.length > 0) &&
    current.hours.length === 0 &&
    current.phrases.some((phrase) => !inside.includes(phrase))
  ) {
    current.phrases = current.phrases.filter((phrase) => !inside.includes(phrase));
    openGroup(state).phrases.push(...inside);
    return;
  }
  if (current.hours.length === 0 || !current.phrases.every((phrase) => inside.includes(phrase))) return;
  const { phrases } = current;
  current.phrases = [];
  openGroup(state).phrases.push(...phrases);
}
