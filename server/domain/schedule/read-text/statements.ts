import { isBreak } from './clause-ends.ts';
import { openBareDays, opensInClosed } from './closed-days.ts';
import { openRun } from './closing.ts';
import { closesHolidays, closesWithEvents, onHolidayRule } from './holiday-rule.ts';
import { saysMore } from './look-ahead.ts';
import { clearRun, dropPhrases, endClosing, lastRun, openGroup, openScope, type State } from './parse-state.ts';
import { onThing } from './of-things.ts';
import type { Phrase } from './phrase.ts';
import { emptyGroup, isBareDay, isBesideActivity, isOneDay, isSpecial, onlyNarrows } from './reading.ts';
import { restatesHolidays } from './restated-days.ts';
import { onSuspended } from './suspended.ts';
import type { Token } from './token.ts';
import { isTurned } from './turned.ts';

/** What a word says of the days around it: how sure they are, what is announced, what becomes of holidays. */
export function onStatement(state: State, token: Token, at: number): void {
  const { reading } = state;
  switch (token.kind) {
    case 'usual':
      dropCondition(state, token, at);
      reading.usual = true;
      return;
    case 'held':
      if (headsHours(state, token, at)) return endClosing(state);
      return onFiller(state, token, at);
    case 'filler':
      return onFiller(state, token, at);
    case 'may-be':
      return onMayBe(state, token, at);
    case 'about':
      for (const { phrase } of lastRun(state).slice(-1)) phrase.open = true;
      return;
    case 'irregular':
      // 「その他不定期で土曜にも開催」
      if (reading.others && saysMore(state.tokens, at + (state.tokens[at + 1]?.kind === 'filler' ? 2 : 1)) === 'DAYS')
        state.maybe = true;
      // 「月により第3土曜も開所」
      if (/^(?:月|時期|季節|週|日)によ/.test(token.text) && saysMore(state.tokens, at + 1) === 'DAYS') {
        Object.assign(state, { maybe: true, besides: true, hard: true });
        reading.usual = true;
        return;
      }
      if (!onThing(state, token, at)) onIrregular(state, token);
      return;
    case 'announced':
      reading.announced ||= token.days;
      reading.mentions = true;
      return;
    case 'others':
      return onOthers(state, at);
    case 'hidden':
      reading.hidden = true;
      return;
    case 'suspended':
      return onSuspended(state, token, at);
    case 'holiday-rule':
      return onHolidayRule(state, token, at);
    case 'weekday-rule':
      if (token.then === 'OPEN' && closesHolidays(state)) {
        reading.openHolidays = token.weekdays;
        return;
      }
      reading.usual = true;
      // 「休み 月曜、祝日(土日にあたる場合は開館)」
      if (reading.weekdayRule || state.leadsClosed) reading.harmful.push(token.text);
      reading.weekdayRule = { weekdays: token.weekdays, then: token.then };
      return;
    case 'open-then-closed':
      return openRun(state);
    default:
      return;
  }
}

/** 「その他不定期」, but 「ほか第1水曜17時~」 names the others. */
function onOthers(state: State, at: number): void {
  // 「日曜は月1回程度開所」
  if (/[曜土祝日]/.test(state.tokens[at]?.text ?? '')) {
    state.reading.others = true;
    return;
  }
  // 「休館日:月曜、年末年始ほか」
  if (state.leadsClosed && (state.tokens[at + 1]?.kind ?? 'break') === 'break') return;
  if (/特別|臨時/.test(state.tokens[at]?.text ?? '')) {
    const phrases = lastRun(state).map(({ phrase }) => phrase);
    dropPhrases(state, phrases.filter(onlyNarrows));
  }
  clearRun(state);
  if (saysMore(state.tokens, at + 1) === 'DAYS') Object.assign(state, { besides: true, hard: true });
  else {
    state.reading.others = true;
    Object.assign(state, { besides: true, hard: true });
  }
}

function onFiller(state: State, token: Token, at: number): void {
  // 土曜等: which others is not said
  if (/^(?:等|など)$/.test(token.text) && state.tokens[at - 1]?.kind === 'weekday') {
    for (const { phrase } of lastRun(state).slice(-1)) phrase.open = true;
  }
  if (token.kind === 'held' && openAgain(state, at)) return;
  // 「お盆・年末年始も開けています」
  if (
    token.kind === 'held' &&
    state.tokens[at - 1]?.kind === 'also' &&
    lastRun(state).every(({ phrase }) => isBreak(phrase))
  )
    return clearRun(state);
  if (token.kind === 'held' && opensDay(state, at)) return;
  if (opensInClosed(state, token, at) && !openLast(state)) state.reading.harmful.push(token.text);
  if (state.current && token.kind === 'held') {
    state.current.held = true;
    state.current.turned ||= isTurned(state, at);
    state.current.sole ||= state.tokens[at - 1]?.kind === 'only' && state.current.only;
    // 「第1土曜も開館 第2水曜は16時まで」
    if (state.current.also) state.hard = true;
    // 「第3土曜も開所/祝日は閉所」
    if (state.tokens[at - 1]?.kind === 'also') {
      const phrases = lastRun(state).map(({ phrase }) => phrase);
      if (restatesHolidays(state, phrases)) state.reading.holidayRule ??= 'AS_USUAL';
      clearRun(state);
    }
  }
  // 「奇数月:公民館」
  const last = lastRun(state).at(-1)?.phrase;
  if (token.text === ':' && state.afterPhrase === at && last && onlyNarrows(last) && !saysMore(state.tokens, at + 1))
    openScope(state, last);
}

/** 「祝日休み。5月5日は開館」: open whatever else holds. Whether it was such. */
function opensDay({ reading, current, tokens }: State, at: number): boolean {
  const { scope, phrases, hours } = current ?? emptyGroup();
  const closed = reading.closures.length > 0 || tokens.length === 3;
  if (!scope || !isBareDay(scope) || phrases.length + hours.length > 0 || tokens[at - 1]?.kind !== 'topic' || !closed)
    return false;
  reading.openDays.push({ phrase: scope, thenClosed: false, asUsual: false });
  reading.groups = reading.groups.filter((group) => group !== current);
  return true;
}

/** 「お休み 第1日曜、祝日 開所時間 月~金 9時~18時」: behind the heading the list of closing days is over. */
const headsHours = ({ leadsClosed, tokens }: State, { text }: Token, at: number): boolean =>
  leadsClosed &&
  /^(?:(?:開[館所園室設放催]|ご?利用|活動|実施|営業)?(?:日時|時間帯?)|開[館所園室設](?:日|曜日))$/.test(text) &&
  (tokens[at - 1]?.kind === 'space' || (tokens[at - 1]?.text === '・' && tokens[at - 2]?.kind === 'space')) &&
  (tokens[at + 1]?.kind === 'space' || /^[:は]/.test(tokens[at + 1]?.text ?? ''));

/** 「休館日：祝日、年末年始/水~金に開設」: what stands behind the last slash is open. Whether there was one. */
function openLast(state: State): boolean {
  const closure = state.reading.closures.at(-1);
  const first = closure?.phrases.findLastIndex(({ after }) => after === '/') ?? -1;
  if (!closure || first < 1) return false;
  openGroup(state).phrases.push(...closure.phrases.splice(first));
  state.leadsClosed = false;
  return true;
}

/** 「休館日：月・祝(5月5日、11月3日は開館)」: days in the list that are open. Whether it was such. */
function openAgain(state: State, at: number): boolean {
  const before = state.tokens[at - 1]?.kind;
  if (!state.leadsClosed || (before !== 'topic' && before !== 'also') || state.afterPhrase !== at - 1) return false;
  const list = state.reading.closures.at(-1)?.phrases ?? [];
  if (openBareDays(state, list, false)) return true;
  const phrase = list.pop();
  if (phrase?.holiday) state.reading.holidayRule = 'OPEN';
  else state.reading.harmful.push(phrase?.text ?? '');
  return true;
}

/** 「日曜日に開催することもあります」: these days may be, besides the others; 「変更になることもあります」 says it of all. */
function onMayBe(state: State, token: Token, at: number): void {
  const phrases = lastRun(state).map(({ phrase }) => phrase);
  state.reading.usual = true;
  if (/変更|休|中止/.test(token.text) && !/^[にへ]変更/.test(token.text)) {
    if (phrases.some(isSpecial)) clearRun(state);
    if (state.current && phrases.length > 0 && !standsApart(state, at)) state.current.topic = true;
    return;
  }
  const { current } = state;
  // 「16時~17時も利用できる場合があります」
  if (current?.clause === state.clause && current.phrases.length + phrases.length === 0)
    state.reading.harmful.push(...current.hours.map(({ text }) => text));
  dropPhrases(state, phrases);
  const days = phrases.filter((phrase) => !isSpecial(phrase) && !onlyNarrows(phrase));
  if (days.length > 0) addOpenDays(state, days);
  clearRun(state);
}

/** 「第4水曜 変更の場合あり」 is said of the whole, 「第4水曜に変更の場合あり」 of that day. */
const standsApart = ({ tokens }: State, at: number): boolean => /^(?:space|break)$/.test(tokens[at - 1]?.kind ?? '');

/** Days on which it may be held, besides the regular ones. */
function addOpenDays(state: State, phrases: Phrase[]): void {
  const also = state.current?.also === true || state.besides;
  state.reading.groups.push({ ...emptyGroup(), phrases, open: true, also });
  state.besides = false;
  state.current = null;
}

/** 「長期休暇中は変更あり」: the part of the year is a condition, no days. */
function dropCondition(state: State, token: Token, at: number): void {
  const run = lastRun(state).map(({ phrase }) => phrase);
  // 「第2土曜(都合により第3土曜に変わる月もあります)」
  const apart =
    state.runs.length > 1 || state.reading.groups.every(({ phrases }) => phrases.every((one) => run.includes(one)));
  if (
    apart &&
    run.length > 0 &&
    /^(?:に|へ)?(?:変わる|変更).*(?:あ|ござ)/.test(token.text) &&
    !standsApart(state, at)
  ) {
    dropPhrases(state, run);
    clearRun(state);
    return;
  }
  // 「7月3日、17日に予定している」
  if (/^(?:に|で|を|の|は)?、?予定/.test(token.text) && run.some(isOneDay)) return;
  if (closesWithEvents(state, token)) return;
  if (/変更|変動|異な|前後|ずれ|休(?![園館業所]日)/.test(token.text) && run.some(isSpecial)) {
    dropPhrases(
      state,
      run.filter((phrase) => isSpecial(phrase) || onlyNarrows(phrase)),
    );
    clearRun(state);
    return;
  }
  const last = run.at(-1);
  const scope = state.current?.scope;
  if (last && onlyNarrows(last)) dropPhrases(state, [last]);
  if (scope && state.current?.phrases.length === 0) dropPhrases(state, [scope]);
}

function onIrregular(state: State, token: Token): void {
  const { reading, current } = state;
  // 「だいたい第3金曜ですが、月によって異なります」
  if (token.text.startsWith('月によ') && reading.usual && current && current.phrases.some(({ nth }) => nth.length > 0))
    return;
  // 「体験イベント(随時)」 speaks of something that is held besides.
  if (token.text.startsWith('随時') && state.label !== null) return;
  // 「第2土曜、パントリーは不定期」 too
  if (isBesideActivity(state.label) && state.afterLabel > state.afterPhrase) {
    reading.others = true;
    return;
  }
  const named = lastRun(state).filter(({ phrase }) => !isSpecial(phrase));
  // 「第3日曜、平日も不定期」: the day before も alone
  const run = current?.also ? named.slice(-1) : named;
  if (run.length > 0) {
    const phrases = run.map(({ phrase }) => phrase);
    if (phrases.some(onlyNarrows)) reading.harmful.push(...phrases.map((phrase) => phrase.text));
    dropPhrases(state, phrases);
    addOpenDays(state, phrases);
    clearRun(state);
  } else if (state.runs.length > 1 && current && current.phrases.length > 0) current.open = true;
  else if (!reading.others) reading.irregular = true;
}
