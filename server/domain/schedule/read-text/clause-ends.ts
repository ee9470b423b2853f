import type { State } from './parse-state.ts';
import { isSpecial, onlyNarrows, type Group } from './reading.ts';
import type { Token } from './token.ts';

/** A full stop within brackets that are closed later ends the clause, not the bracket. */
export function onBreak(state: State, at: number): void {
  const { outer, runs, tokens } = state;
  const inside = outer.length > 0 && closesLater(tokens, at);
  const held = runs.slice(0, -1);
  if (inside) state.runs = runs.slice(-1);
  holdSeason(state, at);
  endClause(state);
  if (inside) Object.assign(state, { outer, runs: [...held, []] });
}

const OF_SEASON = new Set<Token['kind']>(['months', 'date', 'range', 'from', 'until', 'space', 'held', 'filler']);

/** 「11月~3月。第1水曜」: a part of the year that is the whole first sentence holds for what follows. */
function holdSeason({ reading, tokens }: State, at: number): void {
  const [first, ...more] = reading.groups;
  const [phrase, ...others] = first?.phrases ?? [];
  if (!first || !phrase || more.length + others.length + first.hours.length > 0 || !onlyNarrows(phrase)) return;
  if (/~|-|から/.test(phrase.text) && tokens.slice(0, at).every(({ kind }) => OF_SEASON.has(kind))) first.held = true;
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
    clause: state.clause + 1,
  });
}

/** A scope of which nothing is said is no more than a remark (8月は特別メニュー). */
const saysSomething = (group: Group) => group.phrases.length + group.hours.length + group.pauses.length > 0;

/** A bracket's phrases are over with it, but what stood before it goes on: 「年末年始(…)はお休み」. */
export function closeBracket(state: State, at: number): void {
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
