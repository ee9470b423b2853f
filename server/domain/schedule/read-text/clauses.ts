import {
  closeRun,
  closesBefore,
  exceptClosed,
  isOfAside,
  isOfUnread,
  leadBracket,
  leadClosing,
  namedJustBefore,
} from './closing.ts';
import { labelHours, labelStart, nameUnknown, qualifiesDay } from './labels.ts';
import { clearRun, dropPhrases, lastRun, openGroup, openScope, type State } from './parse-state.ts';
import { isSpecial, onlyNarrows, type Group } from './reading.ts';
import { saysMore } from './look-ahead.ts';
import { onStatement } from './statements.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './token.ts';

/** A token that is neither days nor hours: what builds the sentence here, what is said in `onStatement`. */
export function onToken(state: State, token: Token, at: number): void {
  const { reading } = state;
  switch (token.kind) {
    case 'space':
    case 'but':
      state.segment++;
      return;
    case 'break':
      return onBreak(state, at);
    case 'open':
      state.runs.push([]);
      state.outer.push(state.current);
      return;
    case 'close':
      return closeBracket(state, at);
    case 'aside':
      reading.remarks.push(token.text);
      return;
    case 'fiscal-year':
      // 「令和7年度は火曜、令和8年度は水曜」
      if (state.tokens.some((other) => other.kind === 'fiscal-year' && other.year !== token.year))
        reading.harmful.push(token.text);
      return;
    case 'remark':
      return dropBooked(state, token, at);
    case 'closed':
      // 「土曜の14時~15時は休み」
      if (state.paused && state.afterHours >= at - 1 && lastRun(state).length > 0) return clearRun(state);
      // 「図書整理日は休み」: of undated days
      if (isOfAside(state.tokens, at)) {
        if (lastRun(state).length === 0) return;
        // 「火曜、健診実施日は休み」: whether Tuesdays are closed too is not said
        if (state.tokens[at - 1]?.kind === 'topic' || /^[はをがに]/.test(token.text)) reading.harmful.push(token.text);
      }
      // 「日曜、職員研修は休み」: the days of some closings are not said
      if (state.tokens[at - 1]?.kind === 'other' && !/ため/.test(state.tokens[at - 1]?.text ?? ''))
        reading.usual = true;
      if (state.tokens[at - 1]?.kind === 'close' && lastRun(state).length === 0) lastRun(state).push(...state.inner);
      if (lastRun(state).length === 0 && isOfUnread(state.tokens, at)) {
        reading.harmful.push(token.text);
        return;
      }
      return token.leads && !namedJustBefore(state) && !closesBefore(state, token, at)
        ? leadBracket(state, at)
        : closeRun(state, token);
    case 'except':
      return onExcept(state, token, at);
    case 'pause':
      state.leadsPause = state.tokens[at - 1]?.kind !== 'time';
      return;
    case 'topic':
    case 'also':
      return markGroup(state, token.kind, at);
    case 'only':
      return markOnly(state, at);
    case 'label':
      return labelHours(state, token, at);
    case 'either':
      for (const { phrase } of lastRun(state)) phrase.open = true;
      return;
    case 'half-day':
      return onHalfDay(state, token.half, at);
    case 'or':
      state.or = true;
      return;
    case 'shift':
      reading.harmful.push(token.text);
      return;
    case 'other':
      (token.harmful || qualifiesDay(state.tokens, at) ? reading.harmful : reading.remarks).push(token.text);
      if (token.text.startsWith('ため')) state.label = null;
      else if (!token.harmful && !labelStart(state, token, at)) nameUnknown(state, token.text);
      return;
    case 'part':
      // 「水曜は午後のみ 13:00~17:00」
      if (saysMore(state.tokens, at + 1) === 'HOURS') return;
      if (state.current && state.afterPhrase >= at - 1 && lastRun(state).length > 0) state.current.part = token.half;
      else reading.harmful.push(token.text);
      return;
    case 'for-all':
      return;
    case 'among':
      dropPhrases(
        state,
        lastRun(state).map(({ phrase }) => phrase),
      );
      return clearRun(state);
    case 'duration':
      return giveEnds(state, token.minutes);
    case 'from':
      if (token.text.startsWith('オープン')) return;
      // 開始17:30
      if (state.tokens[at + 1]?.kind === 'time') return;
      if (state.runs.some((run) => run.length > 0)) reading.harmful.push(token.text);
      return;
    case 'until':
    case 'range':
    case 'number':
      if (state.runs.some((run) => run.length > 0) || token.kind === 'number') reading.harmful.push(token.text);
      return;
    default:
      return onStatement(state, token, at);
  }
}

/** 「土日 11:00~17:00、平日は予約制」: days on which it is open for who has booked, at hours not said. */
function dropBooked(state: State, token: Token, at: number): void {
  const { current, tokens } = state;
  if (!/予約制/.test(token.text) || tokens[at - 1]?.kind !== 'topic' || !current || current.hours.length > 0) return;
  if (state.reading.groups.length < 2 || saysMore(tokens, at + 1) === 'HOURS') return;
  state.reading.remarks.push(token.text);
  dropPhrases(state, current.phrases);
  clearRun(state);
}

/** 「①9:30②10:30(各45分)」 */
function giveEnds({ current }: State, minutes: number): void {
  if (!current || current.hours.some((h) => h.end !== null)) return;
  current.hours = current.hours.map((h) => (h.start === null ? h : { ...h, end: h.start + minutes }));
}

function onExcept(state: State, token: Token, at: number): void {
  if (state.leadsClosed) return exceptClosed(state);
  // 「冬(12月~3月)を除く」
  if (state.tokens[at - 1]?.kind === 'close' && lastRun(state).length === 0) lastRun(state).push(...state.inner);
  if (lastRun(state).length > 0) return closeRun(state, token);
  // 12:00~13:00を除く
  if (!state.paused) leadClosing(state);
}

/** A full stop within brackets that are closed later ends the clause, not the bracket. */
function onBreak(state: State, at: number): void {
  const { outer, runs, tokens } = state;
  const inside = outer.length > 0 && closesLater(tokens, at);
  const held = runs.slice(0, -1);
  if (inside) state.runs = runs.slice(-1);
  endClause(state);
  if (inside) Object.assign(state, { outer, runs: [...held, []] });
}

function closesLater(tokens: Token[], at: number): boolean {
  const next = tokens.findIndex((token, i) => i > at && (token.kind === 'open' || token.kind === 'close'));
  return tokens[next]?.kind === 'close';
}

/** What stands in a clause of closing days alone is closed; holidays of which nothing is said are not understood. */
export function endClause(state: State): void {
  const { reading } = state;
  reading.groups = reading.groups.filter(saysSomething);
  for (const run of state.runs) {
    const phrases = run.map(({ phrase }) => phrase);
    if (phrases.length > 0 && phrases.every(({ fixed }) => fixed !== null)) {
      reading.closures.push({ phrases, led: false });
      continue;
    }
    for (const phrase of phrases) if (isSpecial(phrase)) reading.harmful.push(phrase.text);
  }
  if (state.or) reading.harmful.push('または');
  Object.assign(state, {
    outer: [],
    runs: [[]],
    leadsClosed: false,
    leadsPause: false,
    exceptInBracket: false,
    label: null,
    hard: true,
    or: false,
    besides: false,
  });
}

/** A scope of which nothing is said is no more than a remark (8月は特別メニュー). */
const saysSomething = (group: Group) => group.phrases.length + group.hours.length + group.pauses.length > 0;

/** A bracket's phrases are over with it, but what stood before it goes on: 「年末年始(…)はお休み」. */
function closeBracket(state: State, at: number): void {
  if (state.runs.length === 1) return;
  if (state.leadsBracket) Object.assign(state, { leadsClosed: false, leadsBracket: false });
  const inner = state.runs.pop() ?? [];
  state.inner = inner;
  // 「寒い時期(12月~2月)は」: no remark on what stood before
  if (state.tokens[at + 1]?.kind === 'topic') for (const { phrase } of inner) phrase.bracketed = false;
  for (const { phrase } of inner) if (isSpecial(phrase)) state.reading.harmful.push(phrase.text);
  // 「第1金曜日(1月は第2金曜日)17時~19時」: the hours are of what stood before the bracket
  const outer = state.outer.pop() ?? null;
  if (outer && outer.hours.length === 0 && outer.phrases.length > 0) {
    state.current = outer;
    state.hard = false;
  }
  state.leadsPause = false;
}

/** 「土曜の午前中」; 「乳幼児は午前中」 speaks of whom, 「午前中 10時~12時」 says itself when. */
function onHalfDay(state: State, half: 'AM' | 'PM', at: number): void {
  // 「休み 月曜・火曜午前」
  const listed = state.tokens[at - 1]?.text === 'の' || state.tokens[at]?.text.startsWith('の') === true;
  const follows = state.afterPhrase === (state.tokens[at - 1]?.text === 'の' ? at - 1 : at);
  const closed = state.leadsClosed && follows ? state.reading.closures.at(-1)?.phrases.at(-1) : null;
  if (closed && closed.weekdays.length > 0) {
    if (listed && !/[、,]/.test(closed.text)) closed.half = half;
    else closeHalf(state, closed, half);
    return;
  }
  // 「月・木の午前は休み」
  const next = state.tokens[at + 1];
  const last = lastRun(state).at(-1)?.phrase;
  if (next?.kind === 'closed' && !next.leads && follows && last && !/[、,]/.test(last.text)) {
    last.half = half;
    return;
  }
  if (saysMore(state.tokens, at + 1) === 'HOURS' || state.afterLabel >= at - 1) return;
  state.reading.halves.push(half);
}

/** Of 「月・火曜午前」 the last day alone. */
function closeHalf({ reading }: State, closed: Phrase, half: 'AM' | 'PM'): void {
  const last = closed.weekdays.slice(-1);
  if (/[~から-]/.test(closed.text) || last.length === closed.weekdays.length) closed.half = half;
  else {
    reading.closures.at(-1)?.phrases.push({ ...closed, weekdays: last, half });
    closed.weekdays = closed.weekdays.slice(0, -1);
  }
}

const startsClause = (token: Token | undefined) =>
  token === undefined || ['separator', 'space', 'but', 'open', 'break'].includes(token.kind);

function markGroup(state: State, kind: 'topic' | 'also', at: number): void {
  const run = lastRun(state);
  if (kind === 'topic') state.afterTopic = at + 1;
  // 「小学生は水曜、中学生は金曜」: は is said of whom, not of the days before
  if (kind === 'topic' && state.tokens[at - 1]?.kind === 'label' && startsClause(state.tokens[at - 2])) {
    state.afterTopic = -1;
    return;
  }
  if (kind === 'also' && state.afterHours === at && state.current) state.current.plus = true;
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
    const sayable = last.school === 'ONLY' && (state.runs.length > 1 || state.reading.groups.length === 1);
    if (!sayable) state.reading.harmful.push(last.text);
    state.current.topic = true;
  } else if (kind === 'topic' && last && onlyNarrows(last)) openScope(state, last);
  else state.current[kind] = true;
}

/** 「土日・夏休みは」, but 「火~土、7・8月は」 begins another clause. */
const joinsScope = ({ after, school }: Phrase) => after !== null && (after !== '、' || school !== null);

/** 「第2土曜のみ」; 「2月のみ第1土曜」 says what holds in a part of the year. */
function markOnly(state: State, at: number): void {
  const last = lastRun(state).at(-1)?.phrase;
  const { current } = state;
  // 「食事提供は水曜のみ」 says of the meals when they are
  if (state.afterPhrase !== at || !last || !current || state.label !== null) return;
  const more = saysMore(state.tokens, at + 1);
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
