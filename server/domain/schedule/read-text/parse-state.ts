import type { Phrase } from './phrase.ts';
import { emptyGroup, emptyReading, isFilled, type Group, type Reading } from './reading.ts';
import type { Token } from './token.ts';

/** Where the parser is in a text. */
export interface State {
  reading: Reading;
  tokens: Token[];
  current: Group | null;
  /** The groups that brackets interrupt, the innermost last. */
  outer: (Group | null)[];
  /** Phrases of the clause so far, innermost bracket last. */
  runs: { phrase: Phrase; segment: number }[][];
  /** Phrases of the last bracket: 「(月)休館」. */
  inner: { phrase: Phrase; segment: number }[];
  segment: number;
  /** The hours are known from elsewhere. */
  timed: boolean;
  /** How many clauses have ended. */
  clause: number;
  /** How many lines of the clause have ended. */
  line: number;
  leadsClosed: boolean;
  /** The closing days led are those in the bracket that follows. */
  leadsBracket: boolean;
  leadsPause: boolean;
  /** The days of which the last closing clause is an exception in brackets (月曜(祝日を除く)…). */
  exceptOf: Phrase | null;
  /** The hours before were taken as a pause because of the word of closing that follows. */
  paused: boolean;
  /** What is held (学習支援), until hours take it. */
  label: string | null;
  /** The label is a word that no production knows. */
  guessed: boolean;
  hard: boolean;
  or: boolean;
  /** 「不定期で」: the days that follow only may be. */
  maybe: boolean;
  /** 「ほか」: the days that follow come to the others. */
  besides: boolean;
  /** The tokens after the last phrase, the last hours, the last label and the last 「は」. */
  afterPhrase: number;
  afterHours: number;
  afterLabel: number;
  afterTopic: number;
}

export function startState(tokens: Token[], timed: boolean): State {
  return {
    reading: emptyReading(tokens),
    tokens,
    current: null,
    outer: [],
    runs: [[]],
    inner: [],
    segment: 0,
    timed,
    clause: 0,
    line: 0,
    leadsClosed: false,
    leadsBracket: false,
    leadsPause: false,
    exceptOf: null,
    paused: false,
    label: null,
    guessed: false,
    hard: false,
    or: false,
    maybe: false,
    besides: false,
    afterPhrase: -1,
    afterHours: -1,
    afterLabel: -1,
    afterTopic: -1,
  };
}

export const lastRun = (state: State): State['runs'][number] => state.runs.at(-1) ?? [];

export function clearRun(state: State): void {
  state.runs[state.runs.length - 1] = [];
}

export function openGroup(state: State): Group {
  const group = {
    ...emptyGroup(),
    clause: state.clause,
    line: state.line,
    of: state.runs.length > 1 ? (state.outer.at(-1) ?? null) : null,
  };
  state.reading.groups.push(group);
  state.current = group;
  return group;
}

/** 「12月は第2金曜日」, 「11月~2月は17:00まで」 */
export function openScope(state: State, scope: Phrase): void {
  dropPhrases(state, [scope]);
  openGroup(state).scope = scope;
}

/** The list of closing days is over: what follows is of other days. */
export function endClosing(state: State): void {
  clearRun(state);
  Object.assign(state, { leadsClosed: false, current: null, segment: state.segment + 1 });
}

/** Takes phrases out of the groups again: they turned out to be no opening days. */
export function dropPhrases(state: State, phrases: Phrase[]): void {
  const { reading } = state;
  for (const group of reading.groups) {
    group.phrases = group.phrases.filter((phrase) => !phrases.includes(phrase));
    if (group.scope && phrases.includes(group.scope)) group.scope = null;
  }
  reading.groups = reading.groups.filter(isFilled);
  if (state.current && !reading.groups.includes(state.current)) state.current = reading.groups.at(-1) ?? null;
}
