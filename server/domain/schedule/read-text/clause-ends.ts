import { outOfDay } from './closed-days.ts';
import { isClosingList } from './closing.ts';
import { dropPhrases, type State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { restatesHolidays } from './restated-days.ts';
import { isSpecial, onlyNarrows, type Group } from './reading.ts';
import type { Token } from './token.ts';

/** A full stop within brackets that are closed later ends the clause, not the bracket. */
export function onBreak(state: State, at: number): void {
  const { outer, runs, tokens } = state;
  const inside = outer.length > 0 && closesLater(tokens, at);
  const held = runs.slice(0, -1);
  if (inside) state.runs = runs.slice(-1);
  holdSeason(state, at);
  endClause(state, at);
  if (inside) Object.assign(state, { outer, runs: [...held, []] });
}

/** 「第1・3日曜 13時~15時 6月~2月」: the part of the year that stands last, behind days of one kind and their hours. */
function holdLastSeason({ reading, afterPhrase }: State, at: number): void {
  const [first, last, ...more] = reading.groups;
  const [phrase, ...others] = last?.phrases ?? [];
  if (!first || !last || !phrase || afterPhrase !== at || more.length + others.length + last.hours.length > 0) return;
  if (first.phrases.length === 0 || first.phrases.some(onlyNarrows) || first.hours.length === 0 || first.scope) return;
  if (reading.closures.length > 0 || last.topic || last.also || !onlyNarrows(phrase) || phrase.school !== null) return;
  if (/~|-|から/.test(phrase.text)) last.held = true;
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

/** 年末年始, お盆: days on which places are closed, where nothing else is said. */
export const isBreak = ({ fixed }: Phrase) => fixed !== null && fixed !== 'AROUND';

/** What stands in a clause of closing days alone is closed; holidays of which nothing is said are not understood. */
export function endClause(state: State, at = state.tokens.length): void {
  const { reading } = state;
  holdLastSeason(state, at);
  nameThing(state, at);
  reading.groups = reading.groups.filter(saysSomething);
  for (const run of state.runs) {
    const phrases = run.map(({ phrase }) => phrase);
    if (phrases.length > 0 && phrases.every(isBreak)) {
      // 「年末年始も」: what then is not understood
      if (state.tokens[state.afterPhrase]?.kind === 'also') reading.harmful.push(...phrases.map(({ text }) => text));
      else reading.closures.push({ phrases, led: false });
      continue;
    }
    if (isClosingList(state, phrases)) {
      takeExcepts(state, phrases);
      reading.closures.push({ phrases, led: true });
      dropPhrases(state, phrases);
      continue;
    }
    if (restatesHolidays(state, phrases)) reading.holidayRule ??= 'AS_USUAL';
    else for (const phrase of phrases) if (isSpecial(phrase)) reading.harmful.push(phrase.text);
  }
  if (state.or) reading.harmful.push('または');
  Object.assign(state, {
    outer: [],
    runs: [[]],
    leadsClosed: false,
    leadsPause: false,
    exceptOf: null,
    label: null,
    hard: true,
    or: false,
    besides: false,
    clause: state.clause + 1,
  });
}

/** 「毎週火曜・第2日曜(9月除く)・祝日・年末年始」: what was taken out of days that turn out to be closed is out of the last of them. */
function takeExcepts({ reading, current, tokens }: State, phrases: Phrase[]): void {
  const excepts = reading.closures.filter(({ of, led }) => of && of === current && !led);
  if (excepts.length === 0) return;
  reading.closures = reading.closures.filter((closure) => !excepts.includes(closure));
  const behind = tokens.slice(tokens.findLastIndex(({ kind }) => kind === 'except'));
  const [except, ...others] = excepts.flatMap((closure) => closure.phrases);
  const days = phrases.filter(({ weekdays }) => weekdays.length > 0);
  const isLast = others.length === 0 && behind.every(({ kind }) => kind !== 'weekday');
  if (except && !(isLast && outOfDay(days, except))) reading.harmful.push(`${except.text}を除く`);
}

const THINGS = new Set<Token['kind']>(['label', 'other']);
const BESIDE = new Set<Token['kind']>([...THINGS, 'space', 'filler', 'topic', 'separator', 'open', 'close', 'remark']);

/** 「火曜 10時~11時 絵本の読み聞かせ」, 「金曜14時~15時は英語で遊ぼう」 */
function nameThing({ tokens, afterHours, current }: State, at: number): void {
  if (!current || current.hours.length === 0 || current.phrases.length === 0) return;
  const rest = tokens.slice(afterHours, at);
  if (!rest.every(({ kind }) => BESIDE.has(kind)) || !rest.some(({ kind }) => THINGS.has(kind))) return;
  current.thing = rest.flatMap(({ kind, text }) => (kind === 'remark' ? [] : [text])).join('');
}

/** A scope of which nothing is said is no more than a remark (8月は特別メニュー). */
const saysSomething = (group: Group) => group.phrases.length + group.hours.length + group.pauses.length > 0;

const OF_BRACKET = new Set<Token['kind']>(['closed', 'except', 'topic', 'also', 'held', 'suspended', 'other', 'only']);
const kindAfter = ({ tokens }: State, at: number) => tokens[at + 1]?.kind ?? 'break';

/** A bracket's phrases are over with it, but what stood before it goes on: 「年末年始(…)はお休み」. */
export function closeBracket(state: State, at: number): void {
  if (state.runs.length === 1) return;
  if (state.leadsBracket) Object.assign(state, { leadsClosed: false, leadsBracket: false });
  const inner = state.runs.pop() ?? [];
  state.inner = inner;
  // 「寒い時期(12月~2月)は」: no remark on what stood before
  if (state.tokens[at + 1]?.kind === 'topic') for (const { phrase } of inner) phrase.bracketed = false;
  // 「火~日(年末年始)」
  const phrases = inner.map(({ phrase }) => phrase);
  const alone = phrases.length > 0 && phrases.every(isBreak) && !OF_BRACKET.has(kindAfter(state, at));
  if (alone && state.current !== null) state.reading.closures.push({ phrases, led: false });
  else state.reading.harmful.push(...phrases.filter(isSpecial).map(({ text }) => text));
  // 「第1金曜日(1月は第2金曜日)17時~19時」: the hours are of what stood before the bracket
  const outer = state.outer.pop() ?? null;
  if (outer && outer.hours.length === 0 && outer.phrases.length > 0) {
    state.current = outer;
    state.hard = false;
  } else if (outer && state.current?.scope && state.current !== outer && state.current.hours.length > 0) {
    // 「10時~17時(休業日は9時~)、幼児9時半~正午」: what follows is not of the bracket's part of the year
    state.hard = true;
  }
  state.leadsPause = false;
}
