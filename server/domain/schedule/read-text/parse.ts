import { parseHours, type Hours } from './hours.ts';
import { lex } from './lex.ts';
import { parsePhrase, type Phrase } from './phrase.ts';
import type { Token } from './token.ts';

/** Days that are said together, and the hours said of them; no phrases: hours alone. */
export interface Group {
  /** 「12月は」: the part of the year in which these days or hours take the place of the usual ones. */
  scope: Phrase | null;
  phrases: Phrase[];
  hours: Hours[];
  pauses: Hours[];
  /** Held on these days, but not on all of them. */
  open: boolean;
  /** 「土曜は」: says something of these days, not which days there are. */
  topic: boolean;
  /** 「土曜も」: these days come to the others. */
  also: boolean;
  /** A word says that it is held then (夏休みのみ, 6月~9月に開催). */
  held: boolean;
}

/** What one text says. */
export interface Reading {
  groups: Group[];
  /** Clauses of closing, each a list of days joined with one another; `led` by the word (休館日:). */
  closures: { phrases: Phrase[]; led: boolean }[];
  holidayRule: 'MOVES_TO_NEXT_DAY' | 'CLOSED' | 'OPEN' | 'AS_USUAL' | null;
  /** Days of the year that are open whatever else holds; `thenClosed`: and the day after is closed. */
  openDays: { phrase: Phrase; thenClosed: boolean }[];
  counts: Phrase[];
  usual: boolean;
  /** What falls on a holiday is on another day. */
  moved: boolean;
  irregular: boolean;
  announced: boolean;
  /** Something is announced, whether the days or not. */
  mentions: boolean;
  others: boolean;
  suspended: boolean;
  hidden: boolean;
  /** Pieces that could change days or hours and were not understood. */
  harmful: string[];
  /** Pieces that no production knows, harmless. */
  remarks: string[];
}

interface State {
  reading: Reading;
  tokens: Token[];
  current: Group | null;
  /** The group that a bracket interrupts. */
  outer: (Group | null)[];
  /** Phrases of the clause so far, innermost bracket last. */
  runs: { phrase: Phrase; segment: number }[][];
  segment: number;
  leadsClosed: boolean;
  leadsPause: boolean;
  /** The hours before were taken as a pause because of the word of closing that follows. */
  paused: boolean;
  label: string | null;
  hard: boolean;
  or: boolean;
  /** The token after the last hours. */
  afterHours: number;
}

export function parseText(text: string): Reading {
  const state: State = {
    reading: emptyReading(),
    tokens: lex(text),
    current: null,
    outer: [],
    runs: [[]],
    segment: 0,
    leadsClosed: false,
    leadsPause: false,
    paused: false,
    label: null,
    hard: false,
    or: false,
    afterHours: -1,
  };
  for (let at = 0; at < state.tokens.length;) at = step(state, at);
  endClause(state);
  return state.reading;
}

function emptyReading(): Reading {
  return {
    groups: [],
    closures: [],
    holidayRule: null,
    openDays: [],
    counts: [],
    usual: false,
    moved: false,
    irregular: false,
    announced: false,
    mentions: false,
    others: false,
    suspended: false,
    hidden: false,
    harmful: [],
    remarks: [],
  };
}

function step(state: State, at: number): number {
  const phrase = parsePhrase(state.tokens, at);
  if (phrase) {
    phrase.value.after = separatorBefore(state.tokens, at);
    onPhrase(state, phrase.value);
    return phrase.next;
  }
  const hours = parseHours(state.tokens, at);
  if (hours) {
    // 9:30~17:30~21時: three ends are no hours
    if (state.tokens[at]?.kind === 'range' && state.afterHours === at) state.reading.harmful.push(hours.value.text);
    state.afterHours = hours.next;
    onHours(state, hours.value, state.tokens[hours.next + (state.tokens[hours.next]?.kind === 'close' ? 1 : 0)]);
    return hours.next;
  }
  const token = state.tokens[at];
  if (token) onToken(state, token, at);
  return at + 1;
}

function separatorBefore(tokens: Token[], at: number): Phrase['after'] {
  const token = tokens[at - 1];
  return token?.kind === 'separator' ? token.sign : null;
}

const lastRun = (state: State) => state.runs.at(-1) ?? [];

function onPhrase(state: State, phrase: Phrase): void {
  if (state.leadsClosed) {
    state.reading.closures.at(-1)?.phrases.push(phrase);
    return;
  }
  if (/無休|365日/.test(phrase.text) && state.reading.groups.some((group) => group.phrases.length > 0)) return;
  if (isCountOnly(phrase)) {
    state.reading.counts.push(phrase);
    return;
  }
  if (state.or) {
    phrase.open = true;
    const before = lastRun(state).at(-1);
    if (before) before.phrase.open = true;
    else if (state.current) state.current.open = true;
    state.or = false;
  }
  lastRun(state).push({ phrase, segment: state.segment });
  if (isSpecial(phrase)) return;
  const current = state.current;
  if (current && followsHours(state, current)) {
    current.phrases.push(phrase);
    state.hard = true;
    return;
  }
  if (!current || current.hours.length > 0 || (state.hard && !isScoped(current))) openGroup(state);
  state.current?.phrases.push(phrase);
  state.hard = false;
}

/** 「15:00~18:00(水)、13:00~17:00(土)」: the days stand in brackets after their hours. */
const followsHours = (state: State, group: Group) =>
  state.runs.length > 1 && group.hours.length > 0 && group.phrases.length === 0 && group.scope === null;

const isScoped = (group: Group) => group.scope !== null && group.phrases.length === 0;

const isCountOnly = (phrase: Phrase) =>
  (phrase.count !== null || (phrase.interval !== null && phrase.months.length === 0)) &&
  phrase.weekdays.length + phrase.nth.length + phrase.monthDays.length === 0;

/** Days that mostly are closed: they open only where hours or words say so. */
const isSpecial = (phrase: Phrase) => phrase.fixed !== null || (phrase.holiday && phrase.weekdays.length === 0);

const isFilled = (group: Group) =>
  group.scope !== null || group.phrases.length + group.hours.length + group.pauses.length > 0;

function openGroup(state: State): Group {
  const group = {
    scope: null,
    phrases: [],
    hours: [],
    pauses: [],
    open: false,
    topic: false,
    also: false,
    held: false,
  };
  state.reading.groups.push(group);
  state.current = group;
  return group;
}

function onHours(state: State, hours: Hours, next: Token | undefined): void {
  state.segment++;
  const pause =
    state.leadsPause || next?.kind === 'pause' || (next?.kind === 'closed' && !next.leads) || next?.kind === 'except';
  const special = lastRun(state).findLast(({ phrase }) => isSpecial(phrase));
  state.leadsClosed = false;
  state.leadsPause = false;
  state.paused = pause;
  if (pause) {
    (state.current ?? openGroup(state)).pauses.push(hours);
    return;
  }
  if (special) {
    const joined = lastRun(state).some((item) => item !== special && item.segment === special.segment);
    const group = joined && state.current ? state.current : openGroup(state);
    group.phrases.push(special.phrase);
    state.runs[state.runs.length - 1] = [];
  } else if (!state.current || (state.hard && state.current.hours.length > 0)) openGroup(state);
  state.current?.hours.push({ ...hours, label: state.label });
  state.runs[state.runs.length - 1] = [];
  state.hard = false;
  state.label = null;
}

function onToken(state: State, token: Token, at: number): void {
  const { reading } = state;
  switch (token.kind) {
    case 'space':
    case 'but':
      state.segment++;
      return;
    case 'break':
      return endClause(state);
    case 'open':
      state.runs.push([]);
      state.outer.push(state.current);
      return;
    case 'close':
      return closeBracket(state);
    case 'closed':
      return token.leads && !namedJustBefore(state) ? leadClosing(state) : closeRun(state, token);
    case 'except':
      return lastRun(state).length === 0 ? leadClosing(state) : closeRun(state, token);
    case 'pause':
      state.leadsPause = state.tokens[at - 1]?.kind !== 'time';
      return;
    case 'topic':
    case 'also':
      return markGroup(state, token.kind, at);
    case 'label':
      labelHours(state, token, at);
      return;
    case 'or':
      state.or = true;
      return;
    case 'other':
      (token.harmful ? reading.harmful : reading.remarks).push(token.text);
      if (!token.harmful) state.label ??= token.text;
      return;
    case 'from':
    case 'until':
    case 'range':
    case 'number':
      if (state.runs.some((run) => run.length > 0) || token.kind === 'number') reading.harmful.push(token.text);
      return;
    default:
      return onStatement(state, token, at);
  }
}

function onStatement(state: State, token: Token, at: number): void {
  const { reading } = state;
  switch (token.kind) {
    case 'usual':
      dropCondition(state);
      reading.usual = true;
      return;
    case 'held':
    case 'filler':
      // 土曜等: which others is not said
      if (/^(?:等|など)$/.test(token.text) && state.tokens[at - 1]?.kind === 'weekday') {
        for (const { phrase } of lastRun(state).slice(-1)) phrase.open = true;
      }
      if (state.current && (token.kind === 'held' || /のみ|だけ|限定/.test(token.text))) state.current.held = true;
      return;
    case 'may-be':
      dropRun(state);
      reading.usual = true;
      return;
    case 'about':
      for (const { phrase } of lastRun(state).slice(-1)) phrase.open = true;
      return;
    case 'irregular':
      return onIrregular(state, token);
    case 'announced':
      reading.announced ||= token.days;
      reading.mentions = true;
      return;
    case 'others':
      reading.others = true;
      state.runs[state.runs.length - 1] = [];
      return;
    case 'hidden':
      reading.hidden = true;
      return;
    case 'suspended':
      if (lastRun(state).length > 0) return closeRun(state, token);
      reading.suspended = true;
      return;
    case 'holiday-rule':
      if (token.rule === 'MOVES' || token.rule === 'MOVES_TO_NEXT_DAY') reading.moved = true;
      if (token.rule === 'MOVES') return;
      reading.holidayRule = token.rule;
      return;
    case 'open-then-closed':
      return openRun(state);
    default:
      return;
  }
}

/** 「日曜日に開催することもあります」: these days are no rule. */
function dropRun(state: State): void {
  const phrases = lastRun(state).map(({ phrase }) => phrase);
  for (const group of state.reading.groups) group.phrases = group.phrases.filter((phrase) => !phrases.includes(phrase));
  state.reading.groups = state.reading.groups.filter(isFilled);
  state.current = state.reading.groups.at(-1) ?? null;
  state.runs[state.runs.length - 1] = [];
}

/** 「長期休暇中は変更あり」: the part of the year is a condition, no days. */
function dropCondition(state: State): void {
  const last = lastRun(state).at(-1)?.phrase;
  if (!last || !onlyNarrows(last)) return;
  for (const group of state.reading.groups) group.phrases = group.phrases.filter((phrase) => phrase !== last);
  state.reading.groups = state.reading.groups.filter(isFilled);
  state.current = state.reading.groups.at(-1) ?? null;
}

function endClause(state: State): void {
  const { reading } = state;
  reading.groups = reading.groups.filter(saysSomething);
  for (const run of state.runs) {
    for (const { phrase } of run) if (isSpecial(phrase)) reading.harmful.push(phrase.text);
  }
  if (state.or) reading.harmful.push('または');
  Object.assign(state, {
    outer: [],
    runs: [[]],
    leadsClosed: false,
    leadsPause: false,
    label: null,
    hard: true,
    or: false,
  });
}

/** A scope of which nothing is said is no more than a remark (8月は特別メニュー). */
const saysSomething = (group: Group) => group.phrases.length + group.hours.length + group.pauses.length > 0;

/** A bracket's phrases are over with it, but what stood before it goes on: 「年末年始(…)はお休み」. */
function closeBracket(state: State): void {
  if (state.runs.length === 1) return;
  const inner = state.runs.pop() ?? [];
  for (const { phrase } of inner) if (isSpecial(phrase)) state.reading.harmful.push(phrase.text);
  // 「第1金曜日(1月は第2金曜日)17時~19時」: the hours are of what stood before the bracket
  const outer = state.outer.pop() ?? null;
  if (outer && outer.hours.length === 0 && outer.phrases.length > 0) state.current = outer;
  state.leadsPause = false;
}

/** 「祝日休み 年末年始休み」: the word closes what stands before it, though more follows. */
const namedJustBefore = (state: State) => lastRun(state).at(-1)?.segment === state.segment;

function leadClosing(state: State): void {
  state.runs[state.runs.length - 1] = [];
  state.reading.closures.push({ phrases: [], led: true });
  state.leadsClosed = true;
}

/** The days just named are closed: those of the same segment, and holidays and the like before it. */
function closeRun(state: State, token: Token): void {
  const run = lastRun(state);
  if (run.length === 0) {
    if (/休止|休会/.test(token.text)) state.reading.suspended = true;
    else if (!state.paused) state.reading.harmful.push(token.text);
    return;
  }
  const segment = run.at(-1)?.segment;
  let first = run.length;
  while (first > 0 && isClosedWith(run[first - 1], segment)) first--;
  const taken = run.splice(first).map(({ phrase }) => phrase);
  for (const { phrase } of run) if (isSpecial(phrase)) state.reading.harmful.push(phrase.text);
  state.reading.closures.push({ phrases: taken, led: false });
  for (const group of state.reading.groups) {
    group.phrases = group.phrases.filter((phrase) => !taken.includes(phrase));
    if (group.scope && taken.includes(group.scope)) group.scope = null;
  }
  state.reading.groups = state.reading.groups.filter(isFilled);
  if (state.current && !state.reading.groups.includes(state.current))
    state.current = state.reading.groups.at(-1) ?? null;
  state.runs[state.runs.length - 1] = [];
}

const isClosedWith = (item: { phrase: Phrase; segment: number } | undefined, segment: number | undefined) =>
  item !== undefined && (item.segment === segment || isSpecial(item.phrase));

/** 「5月5日は開館し翌日休み」 */
function openRun(state: State): void {
  const phrase = lastRun(state).pop()?.phrase;
  if (!phrase?.season) {
    state.reading.harmful.push('開館し翌日休み');
    return;
  }
  state.reading.openDays.push({ phrase, thenClosed: true });
  for (const group of state.reading.groups) group.phrases = group.phrases.filter((other) => other !== phrase);
}

function markGroup(state: State, kind: 'topic' | 'also', at: number): void {
  const run = lastRun(state);
  if (run.length === 0 || !state.current || state.tokens[at - 1]?.kind === 'held') {
    if (run.length > 0 && state.current) state.current.topic = true;
    return;
  }
  const last = run.at(-1)?.phrase;
  // 「土日・学校休業日は10時から」: two scopes at once are more than can be said
  if (kind === 'topic' && last && onlyNarrows(last) && last.after !== null && run.length > 1)
    state.reading.harmful.push(last.text);
  else if (kind === 'topic' && last && onlyNarrows(last)) openScope(state, last);
  else state.current[kind] = true;
}

/** Months, a season or school holidays, without days. */
const onlyNarrows = (phrase: Phrase) =>
  !isSpecial(phrase) &&
  phrase.nth.length === 0 &&
  phrase.weekdays.length === 0 &&
  phrase.monthDays.length === 0 &&
  !phrase.dates &&
  (phrase.months.length > 0 || phrase.season !== null || phrase.school !== null);

/** 「12月は第2金曜日」, 「11月~2月は17:00まで」 */
function openScope(state: State, scope: Phrase): void {
  const { reading } = state;
  for (const group of reading.groups) group.phrases = group.phrases.filter((phrase) => phrase !== scope);
  reading.groups = reading.groups.filter(isFilled);
  openGroup(state).scope = scope;
}

/** A label stands before its hours, or in brackets after them. */
function labelHours(state: State, token: Token, at: number): void {
  const last = state.current?.hours.at(-1);
  if (last && last.label === null && state.tokens[at - 1]?.kind === 'open' && !/^\(?[0-9]/.test(token.text)) {
    last.label = token.text;
  } else state.label = token.text;
}

function onIrregular(state: State, token: Token): void {
  const { reading, current } = state;
  // 「体験イベント(随時)」 speaks of something that is held besides.
  if (token.text.startsWith('随時') && state.label !== null) return;
  const named = lastRun(state).filter(({ phrase }) => !isSpecial(phrase));
  // 「第3日曜、平日も不定期」: the day before も alone
  const run = current?.also ? named.slice(-1) : named;
  if (run.length > 0) {
    const phrases = run.map(({ phrase }) => phrase);
    if (phrases.some(onlyNarrows)) reading.harmful.push(...phrases.map((phrase) => phrase.text));
    for (const group of reading.groups) group.phrases = group.phrases.filter((phrase) => !phrases.includes(phrase));
    reading.groups = reading.groups.filter(isFilled);
    reading.groups.push({
      scope: null,
      phrases,
      hours: [],
      pauses: [],
      open: true,
      topic: false,
      also: true,
      held: false,
    });
    state.current = null;
    state.runs[state.runs.length - 1] = [];
  } else if (state.runs.length > 1 && current && current.phrases.length > 0) current.open = true;
  else if (!reading.others) reading.irregular = true;
}
