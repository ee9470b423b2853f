import { ALL_MONTHS } from '../schedule.ts';
import { addToGroup } from './add-days.ts';
import { endClause } from './clause-ends.ts';
import { onToken } from './clauses.ts';
import { parseHours } from './hours.ts';
import { closesAhead, headsOpening } from './look-ahead.ts';
import { boundToHours, partByHours } from './hours-of-days.ts';
import { narrowsLast } from './narrowed-days.ts';
import { countsThing, isOfThing } from './of-things.ts';
import { pageOf } from './page.ts';
import { endAll, onHours } from './parse-hours.ts';
import { clearRun, lastRun, openGroup, startState, type State } from './parse-state.ts';
import { endsPause } from './pauses.ts';
import { parsePhrase } from './parse-phrase.ts';
import type { Phrase } from './phrase.ts';
import { withoutTurns, withReception } from './reception.ts';
import { emptyGroup, isSpecial, onlyNarrows, type Group, type Reading } from './reading.ts';
import { takeRestated } from './restated-days.ts';
import { restOfWeek, restOfWeeks, restOfYear } from './rest-of-year.ts';
import { parseSessionDays } from './sessions.ts';
import { endsInHeading } from './swallowed.ts';
import { beforeTopic, type Token } from './token.ts';

/** No place has more sets of days and hours; what stands behind them is unread, so that nobody makes the reader work in vain. */
const MOST_GROUPS = 100;

/**
 * What a text says of days, hours and closing days. `timed`: its hours are known from elsewhere; `known`: its days too.
 * Throws nothing; what it does not know is `harmful` or a remark.
 */
export function parseText(text: string, timed = false, known = false, again = false): Reading {
  const page = pageOf(text, known);
  const state = startState(timed ? withoutTurns(page, again) : withReception(page, again), timed);
  state.reading.remarks.push(...page.asides);
  state.reading.harmful.push(...page.asides.filter(endsInHeading));
  let at = 0;
  while (at < state.tokens.length && !isTooMuch(state)) at = step(state, at);
  const rest = state.tokens.slice(at).map((token) => token.text);
  if (rest.length > 0) state.reading.harmful.push(rest.join(''));
  endClause(state);
  partByHours(state.reading);
  takeRestated(state.reading);
  return state.reading;
}

const isTooMuch = ({ reading, current }: State) =>
  reading.groups.length > MOST_GROUPS ||
  (current?.phrases.length ?? 0) > MOST_GROUPS ||
  (reading.closures.at(-1)?.phrases.length ?? 0) > MOST_GROUPS;

function step(state: State, at: number): number {
  const phrase = parsePhrase(state.tokens, at, state.leadsClosed || closesAhead(state.tokens, at));
  if (phrase) {
    phrase.value.after = separatorBefore(state.tokens, at);
    phrase.value.bracketed = state.runs.length > 1;
    onPhrase(state, ofOthers(state, phrase.value, at), at, phrase.next);
    state.afterPhrase = phrase.next;
    return phrase.next;
  }
  const hours = parseHours(state.tokens, at);
  if (hours) {
    if (state.tokens[at]?.kind === 'range' && state.afterHours === at) state.reading.harmful.push(hours.value.text);
    state.afterHours = hours.next;
    if (endAll(state, hours.value, at)) return hours.next;
    if (isOfOthers(state.tokens, at) && !onlyCloses(state.reading)) state.reading.harmful.push(hours.value.text);
    const passed = isPassed(state.tokens[hours.next]) || endsPause(state.tokens, hours.next + 1);
    onHours(state, hours.value, state.tokens[hours.next + (passed ? 1 : 0)], at);
    return hours.next;
  }
  const session = parseSessionDays(state.reading, state.tokens, at);
  if (session) {
    state.reading.sessions.push(session.value);
    return session.next;
  }
  const token = state.tokens[at];
  if (token?.kind === 'rest-of-year' || token?.kind === 'rest-of-week') onRest(state, token, at);
  else if (token) onToken(state, token, at);
  return at + 1;
}

/** 「その他の日曜」 */
function ofOthers({ reading, tokens }: State, phrase: Phrase, at: number): Phrase {
  if (!/(?:他|ほか|以外)の$/.test(tokens[at - 1]?.text ?? '')) return phrase;
  const rest = restOfWeeks(reading, phrase);
  if (!rest) reading.harmful.push(`${tokens[at - 1]?.text ?? ''}${phrase.text}`);
  return rest ?? phrase;
}

/** 「(14時~15時)は休み」, 「14時~15時の間は休み」 */
const isPassed = (token: Token | undefined) => token?.kind === 'close' || token?.text === 'の間';

function onRest(state: State, token: Token, at: number): void {
  // 「休みは月曜。それ以外の日は9時~17時」
  if (token.kind === 'rest-of-week' && onlyCloses(state.reading)) return;
  const rest =
    token.kind === 'rest-of-year'
      ? restOfYear(state.reading.groups, token.text)
      : restOfWeek(state.reading, token.text);
  if (!rest) {
    state.reading.harmful.push(token.text);
    return;
  }
  onPhrase(state, rest, at, at + 1);
  state.afterPhrase = at + 1;
}

/** 「その他は10:00~12:00」: hours of days that are not named. */
const onlyCloses = ({ closures, groups }: Reading) =>
  closures.length > 0 && groups.every(({ phrases, hours, scope }) => phrases.length + hours.length === 0 && !scope);

const isOfOthers = (tokens: Token[], at: number) => beforeTopic(tokens, at)?.kind === 'others';

function separatorBefore(tokens: Token[], at: number): Phrase['after'] {
  const before = tokens[at - 1]?.kind === 'space' && tokens[at - 2]?.kind === 'separator' ? at - 2 : at - 1;
  const token = tokens[before];
  return token?.kind === 'separator' ? token.sign : null;
}

/** 「9:00~17:00(5月~8月18:00まで)」, 「9時~17時、冬期(11月~2月)は16時まで」 */
function isScopeInBracket({ tokens, current }: State, phrase: Phrase, at: number, next: number): boolean {
  if (tokens[at - 1]?.kind !== 'open' || !onlyNarrows(phrase) || (current?.hours.length ?? 0) === 0) return false;
  if (tokens[next]?.kind === 'close' && tokens[next + 1]?.kind === 'topic')
    return parseHours(tokens, next + 2) !== null;
  return parseHours(tokens, tokens[next]?.kind === 'space' || tokens[next]?.text === ':' ? next + 1 : next) !== null;
}

function onPhrase(state: State, phrase: Phrase, at: number, next: number): void {
  if (state.leadsClosed && opensAt(state.tokens, next)) state.leadsClosed = false;
  if (state.leadsClosed) {
    if (hasHoursBehind(state, phrase, next) || isOfWords(state, phrase, at)) state.reading.harmful.push(phrase.text);
    closeListed(state, phrase, at);
    return;
  }
  if (phrase.afterHoliday?.perhaps) {
    state.reading.closures.push({ phrases: [phrase], led: false });
    return;
  }
  // 「9:00~17:00(土日は16:00まで) 休館日なし」
  if (/無休|365日|休.*(?:なし|無し|ありません)/.test(phrase.text) && state.reading.groups.some(hasDays)) {
    if (state.reading.groups.filter(hasDays).every(({ topic }) => topic))
      state.reading.groups.unshift({ ...emptyGroup(), phrases: [phrase] });
    return;
  }
  // 「7・8月は18時まで、無休」
  if (/無休/.test(phrase.text) && state.current?.scope && state.current.clause === state.clause) {
    state.current.phrases.push(phrase);
    return;
  }
  phrase.predicate = isPredicate(state, at);
  if (isCountOnly(phrase) && !phrase.predicate) {
    if (bindsCount(state, phrase, at)) return;
    (countsThing(state, at) ? state.reading.thingCounts : state.reading.counts).push(phrase);
    return;
  }
  if (narrowsLast(state, phrase, next) || isOfThing(state, phrase, at, next) || boundToHours(state, phrase, at, next))
    return;
  if (isScopeInBracket(state, phrase, at, next)) {
    openGroup(state).scope = phrase;
    return;
  }
  if (phrase.unclear) state.reading.harmful.push(phrase.text);
  if (state.maybe) phrase.open = true;
  state.maybe = false;
  if (state.or) leaveOpen(state, phrase);
  lastRun(state).push({ phrase, segment: state.segment });
  if (isSpecial(phrase)) return;
  addToGroup(state, phrase);
  if (state.current && !onlyNarrows(phrase) && headsOpening(state.tokens, at)) state.current.sole = true;
  // 「営業期間4/26~10/31、月曜休館」
  if (/期間[^0-9]*$/.test(state.tokens[at - 1]?.text ?? '') && onlyNarrows(phrase) && state.current) {
    Object.assign(state.current, { held: true, sole: true });
    state.hard = true;
    clearRun(state);
  }
}

/** 「休館日：第2水曜(8月は第1水曜)」: in a part of the year another day is closed instead. */
function closeListed(state: State, phrase: Phrase, at: number): void {
  const list = state.reading.closures.at(-1)?.phrases ?? [];
  const [day, scope] = list.slice(-2);
  const instead = state.tokens[at - 1]?.kind === 'topic' && scope?.bracketed === true && onlyNarrows(scope);
  if (!instead || !scope || scope.months.length === 0 || !day || phrase.weekdays.length === 0) {
    list.push(phrase);
    return;
  }
  const rest = ALL_MONTHS.filter((month) => !scope.months.includes(month));
  list.splice(-2, 2, { ...day, months: rest }, { ...phrase, months: scope.months });
  if (day.months.length > 0 || day.season) state.reading.harmful.push(scope.text);
}

/** 「月~金曜日、土曜日(月1回)」 counts the day before the bracket alone. Whether it was such. */
function bindsCount({ tokens, afterPhrase, runs }: State, phrase: Phrase, at: number): boolean {
  const last = runs.at(-2)?.at(-1)?.phrase;
  if (tokens[at - 1]?.kind !== 'open' || afterPhrase !== at - 1 || phrase.count?.per !== 'month') return false;
  if (!last || last.weekdays.length === 0 || last.nth.length > 0 || last.after === null || last.after === '・')
    return false;
  last.count = phrase.count;
  return true;
}

/** 「休館日 月曜、祝日 会報は10月1日」: a date behind words of something else is no closing day. */
function isOfWords({ tokens, afterPhrase }: State, phrase: Phrase, at: number): boolean {
  if (phrase.weekdays.length + phrase.nth.length > 0 || isSpecial(phrase) || afterPhrase < 0) return false;
  const between = tokens.slice(afterPhrase, at);
  return (
    between.some(({ kind, text }) => kind === 'other' && /[ぁ-んァ-ヶ一-龠]{2}/.test(text) && !UNDATED.test(text)) &&
    !between.some(({ kind }) => kind === 'closed')
  );
}
/** 「特別整理期間(2月1日~11日)」 */
const UNDATED = /整理|点検|清掃|消毒|工事|期間|休/;

/** 「休館日:祝日 第2日曜 10時~12時」: whether the last day is closed is not clear. */
function hasHoursBehind({ reading, tokens }: State, { weekdays, after }: Phrase, next: number): boolean {
  const more = after === null && weekdays.length > 0 && (reading.closures.at(-1)?.phrases.length ?? 0) > 0;
  const hours = more && tokens[next]?.kind === 'space' ? parseHours(tokens, next + 1)?.value : null;
  return hours?.start != null && hours.end !== null;
}

/** 「休み：月曜(木曜は11時半から)」: hours in a list of closing days. */
function opensAt(tokens: Token[], at: number): boolean {
  const led = tokens[at]?.kind === 'topic' || tokens[at]?.text === ':';
  const hours = led ? parseHours(tokens, tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1) : null;
  return hours !== null && !['closed', 'pause', 'except'].includes(tokens[hours.next]?.kind ?? '');
}

const hasDays = ({ phrases }: Group) => phrases.some((phrase) => !onlyNarrows(phrase));

/** 「土曜日は第2・第4のみ」: said of the days before は. */
function isPredicate(state: State, at: number): boolean {
  const before = state.tokens[at - 1]?.kind === 'space' ? at - 1 : at;
  const { current } = state;
  return (
    state.afterTopic === before && current !== null && current.topic && current.scope === null && !current.hours.length
  );
}

/** 「第3または第4」: of both only one is meant. */
function leaveOpen(state: State, phrase: Phrase): void {
  phrase.open = true;
  const before = lastRun(state).at(-1);
  if (before) before.phrase.open = true;
  else if (state.current) state.current.open = true;
  state.or = false;
}

const isCountOnly = (phrase: Phrase) =>
  (phrase.count !== null || (phrase.interval !== null && phrase.months.length === 0)) &&
  phrase.weekdays.length + phrase.nth.length + phrase.monthDays.length === 0;
