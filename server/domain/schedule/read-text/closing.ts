import { ALL_WEEKDAYS, type AnnualRange } from '../schedule.ts';
import { clearRun, dropPhrases, lastRun, type State } from './parse-state.ts';
import { saysMore } from './look-ahead.ts';
import { isBareWeekday } from './entry.ts';
import { exceptClosed } from './closed-days.ts';
import { parsePhrase } from './parse-phrase.ts';
import type { Phrase } from './phrase.ts';
import { isHolidays, isSpecial, onlyNarrows, type Group } from './reading.ts';
import { beforeTopic, type Token } from './token.ts';

/** 「休館日:」: the days that follow are closed. */
export function leadClosing(state: State): void {
  clearRun(state);
  state.reading.closures.push({ phrases: [], led: true });
  state.leadsClosed = true;
}

/** 「冬季は休止(12月~3月)、第2土曜」: after the bracket other days follow. */
export function leadBracket(state: State, at: number): void {
  leadClosing(state);
  state.leadsBracket = state.tokens[at + 1]?.kind === 'open';
}

/** 「月 10時~12時 水 休み 金 13時~15時」: the day after has hours of its own, so it is the day before that is closed. */
export function closesBefore({ tokens, afterPhrase }: State, token: Token, at: number): boolean {
  const named = afterPhrase === (tokens[at - 1]?.kind === 'space' ? at - 1 : at);
  const next = /[:=は]/.test(token.text) ? null : parsePhrase(tokens, at + 1);
  return named && next !== null && saysMore(tokens, next.next) === 'HOURS';
}

/** 「休館日…第1月曜」, 「休館日(最終月曜・年末年始)」: the word stands before its days, and nothing else that it could be said of. */
export function headsDays(state: State, { text }: Token, at: number): boolean {
  const { tokens } = state;
  if (!HEADING.test(text) || state.paused || state.leadsClosed || state.runs.some((run) => run.length > 0))
    return false;
  const before = tokens[at - 1]?.kind === 'space' ? tokens[at - 2]?.kind : tokens[at - 1]?.kind;
  if (before !== undefined && before !== 'break' && before !== 'separator') return false;
  let next = at + 1;
  while (BEFORE_DAYS.has(tokens[next]?.kind ?? 'break')) next++;
  return next > at + 1 && parsePhrase(tokens, next, true) !== null;
}

const HEADING = /^(?:(?:休[館業所園室]|定休|閉[館所園室])日?|お?休み)$/;
const BEFORE_DAYS = new Set<Token['kind']>(['space', 'separator', 'filler', 'open']);

/** 「冬季は休止」: of which days it speaks is not known, surely not of all. */
export function isOfUnread(tokens: Token[], at: number): boolean {
  const before = beforeTopic(tokens, at);
  return before?.kind === 'other' && /[春夏秋冬季期]/.test(before.text);
}

/** 「図書整理日は休み」 */
export const isOfAside = (tokens: Token[], at: number): boolean => beforeTopic(tokens, at)?.kind === 'aside';

/** 「祝日休み 年末年始休み」: the word closes what stands before it, though more follows. */
export const namedJustBefore = (state: State): boolean => lastRun(state).at(-1)?.segment === state.segment;

/** 「月曜(祝日を除く)休館」: what the bracket took for a closing day is none. */
function takeBackExcept(state: State, named: Phrase[]): void {
  const closure = state.reading.closures.at(-1);
  if (!closure || closure.led || !state.exceptOf || !named.includes(state.exceptOf)) return;
  exceptClosed(state);
  if (closure.phrases.length === 0) state.reading.closures.pop();
}

const [FEW, WEEK] = [3, 7];

const OF_LIST = new Set<Token['kind']>(['holiday', 'year-end', 'obon', 'golden-week', 'date', 'range']);
const isOfList = ({ kind }: Token): boolean => OF_LIST.has(kind) || BEFORE_DAYS.has(kind);

/** No place is closed for longer round the turn of the year: from this day of December to this of January. */
const [LAST_OF_YEAR, FIRST_OF_YEAR] = [26, 7];
const isRoundNewYear = ({ from, to }: AnnualRange): boolean =>
  from.month === 12 && from.day >= LAST_OF_YEAR && to.month === 1 && to.day <= FIRST_OF_YEAR;

/** 年末年始; behind holidays its dates too, 「祝日、12/29~1/3」, which may else be a time of the year. */
const yearEnds = (list: Phrase[]): Phrase[] =>
  list.filter(
    ({ fixed, season }, i) =>
      fixed === 'YEAR_END' ||
      (season !== null && isRoundNewYear(season) && list.slice(0, i).some(({ holiday }) => holiday)),
  );

/** 「月曜日 祝日 年末年始」 and no more: no place opens on the days of the turn of the year alone. */
export function isClosingList({ current, reading, tokens }: State, phrases: Phrase[]): boolean {
  const ends = yearEnds(phrases);
  const days = phrases.filter((phrase) => !isSpecial(phrase) && !ends.includes(phrase));
  const named = days.flatMap(({ weekdays }) => weekdays);
  return (
    ends.length > 0 &&
    days.every(
      (phrase) => isBareWeekday({ ...phrase, nth: [], every: null, holiday: false }) && phrase.weekdays.length > 0,
    ) &&
    (named.length > 0 || phrases.some(isHolidays)) &&
    named.length <= FEW &&
    (current === null ? tokens.every(isOfList) : current.hours.length === 0 && !current.held && !current.topic) &&
    reading.groups.every((group) => group === current || group.phrases.every(onlyNarrows))
  );
}

/** 「第2木曜 年末年始を除く」: no place is open but on that day. */
const isTold = ({ weekdays, nth, every }: Phrase): boolean => weekdays.length > 0 && (nth.length > 0 || every !== null);

/** 「金曜日 年末年始は休館」: whether Fridays are closed too or are the days on which it is held is not said. */
function isDayBesideBreak(run: { phrase: Phrase; segment: number }[]): boolean {
  const segments = [...new Set(run.map(({ segment }) => segment))];
  return (
    segments.length === 2 &&
    run.every(({ phrase, segment }) => (segment === segments[0] ? !isSpecial(phrase) : phrase.fixed !== null))
  );
}

const SUBJECTS = new Set<Token['kind']>(['other', 'label']);

/** 「毎週水曜 児童の保護者は対象外」: the word is said of something that stands between. */
function isOfOther({ tokens, afterPhrase }: State, at: number): boolean {
  const joint = tokens[afterPhrase]?.kind;
  // 「日曜、職員研修は休み」
  const parted = joint === 'space' || (joint === 'separator' && !/[休閉除]/.test(tokens[at]?.text ?? ''));
  if (afterPhrase < 0 || !parted) return false;
  const between = tokens.slice(afterPhrase, at);
  const named = between.some(({ kind, text }) => SUBJECTS.has(kind) && /[ぁ-んァ-ヶ一-龠]{2}/.test(text));
  const told = between.some(({ kind }) => kind === 'topic') || /^[はがを]/.test(tokens[at]?.text ?? '');
  return named && told;
}

/** The days just named are closed: those of the same segment, and holidays and the like before it. */
export function closeRun(state: State, token: Token, at: number): void {
  const run = lastRun(state);
  if (run.length === 0 && restates(state, at)) return;
  // 「変更や中止は園のHPで」
  if (/^[中休]止/.test(token.text) && /^[はが]/.test(state.tokens[at + 1]?.text ?? '')) {
    state.reading.remarks.push(token.text);
    return;
  }
  if (isOfOther(state, at)) {
    state.reading.harmful.push(token.text);
    return;
  }
  if (run.length === 0) {
    if (/休止|休会/.test(token.text) && isOfThing(state)) state.reading.harmful.push(token.text);
    else if (/休止|休会/.test(token.text)) state.reading.suspended = true;
    else if (!state.paused) state.reading.harmful.push(token.text);
    return;
  }
  // 「第1火曜は振替で水曜休み」: of which Wednesdays; 「昼休み12時~13時(水曜を除く)」: of the break
  const ofWeeks =
    state.current?.topic === true &&
    state.current.clause === state.clause &&
    state.current.hours.length === 0 &&
    state.current.phrases.some(({ nth }) => nth.length > 0) &&
    run.slice(-1).every(({ phrase }) => isBareWeekday(phrase) && phrase.weekdays.length > 0);
  if (ofWeeks || (token.kind === 'except' && state.paused && state.runs.length > 1))
    state.reading.harmful.push(token.text);
  const segment = run.at(-1)?.segment;
  const phrases = run.map(({ phrase }) => phrase);
  const all = !(token.kind === 'except' && phrases.some(isTold)) && isClosingList(state, phrases);
  if (all && isDayBesideBreak(run)) state.reading.harmful.push(token.text);
  let first = all ? 0 : run.length;
  while (first > 0 && isClosedWith(run[first - 1], segment)) first--;
  const slash = token.kind === 'closed' ? firstBehindSlash(state, run) : 0;
  first = Math.max(first, slash);
  if (token.kind === 'except') first = Math.max(first, firstOfNext(state, run, at));
  // 「4~6月:第2土曜、7・8月:休み」
  if (state.tokens[at - 1]?.text === ':') first = Math.max(first, run.length - 1);
  if (token.kind === 'except' && isPartOfYear(run.at(-1))) first = Math.max(first, firstBesideDays(run, first));
  const named = run.splice(first).map(({ phrase }) => phrase);
  if (token.kind === 'closed') takeBackExcept(state, named);
  state.exceptOf = token.kind === 'except' ? (state.runs.at(-2)?.at(-1)?.phrase ?? null) : null;
  // 「月曜 / 第3日曜 / 祝日は休館」: whether the sign joins closing days or parts from them is not said
  if (slash === 0 && isListed(named[0], run.at(-1)?.phrase)) state.reading.harmful.push(token.text);
  for (const { phrase } of run) if (isSpecial(phrase)) state.reading.harmful.push(phrase.text);
  const taken = withoutOtherScope(state, named);
  const outer = state.runs.length > 1 ? (state.outer.at(-1) ?? null) : null;
  if (token.kind === 'except' && outer && changesEnd(outer) && (outer.scope || taken.every(isHolidays))) {
    if (!narrowChange(outer, taken)) state.reading.harmful.push(token.text);
    dropPhrases(state, taken);
    return clearRun(state);
  }
  const of = outer?.clause === state.clause ? outer : null;
  // 「7月・8月は18:30まで(土日を除く)」, 「金曜は20時まで(祝日を除く)」: of these alone, which no clause of ours says
  const ofChange = of?.scope || (of?.topic && of.hours.some(({ start }) => start === null));
  if (
    token.kind === 'except' &&
    ofChange &&
    taken.some((phrase) => isSpecial(phrase) || phrase.weekdays.length > phrase.nth.length)
  )
    state.reading.harmful.push(token.text);
  state.reading.closures.push({ phrases: taken.map((phrase) => inScope(state, phrase)), led: false, of });
  dropPhrases(state, taken);
  clearRun(state);
}

/** 「第1月曜は休館のため利用できません」 */
const restates = ({ tokens }: State, at: number): boolean => {
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .findLast(({ text }) => !/^(?:の|ため|につき|で|、| )+$/.test(text));
  return before?.kind === 'closed' && !before.leads;
};

/** 「7・8月は18:30まで」, 「水曜は19:00まで」 */
const changesEnd = ({ hours, scope, topic }: Group): boolean =>
  (scope !== null || topic) && hours.some(({ start, end }) => start === null || end === null);

/** 「7・8月は18:30まで(土日を除く)」: on these days the hours do not change, which is said of weekdays in a part of the year. */
function narrowChange(group: Group, taken: Phrase[]): boolean {
  const { scope } = group;
  if (!scope || !taken.every((phrase) => phrase.weekdays.length > 0 && isBareWeekday(phrase))) return false;
  const closed = taken.flatMap(({ weekdays }) => weekdays);
  group.scope = { ...scope, weekdays: ALL_WEEKDAYS.filter((day) => !closed.includes(day)) };
  return true;
}

/** 「10時~15時/火・木・土/祝日休み」: many days behind the hours are open, of few it is not clear. */
function firstBehindSlash({ reading }: State, run: { phrase: Phrase }[]): number {
  const last = run.findLastIndex(({ phrase }) => phrase.after === '/');
  const hours = reading.groups.some((group) => group.hours.length > 0);
  if (last < 1 || run[0]?.phrase.after !== '/' || !hours) return 0;
  const days = run.slice(0, last).flatMap(({ phrase }) => phrase.weekdays);
  const closed = run.slice(last).flatMap(({ phrase }) => phrase.weekdays);
  const others = closed.length === 0 || new Set([...days, ...closed]).size === WEEK;
  if (days.length >= FEW && others) return last;
  reading.harmful.push(...run.slice(0, last).map(({ phrase }) => phrase.text));
  return 0;
}

/** 「毎週火曜、第1土曜を除く毎週土曜」: what is taken out is of the days that follow; without 毎週 there it is not clear. */
function firstOfNext({ tokens, reading }: State, run: { phrase: Phrase }[], at: number): number {
  const next = parsePhrase(tokens, at + 1)?.value;
  if (!next || next.weekdays.length === 0) return 0;
  const isOther = ({ every, weekdays }: Phrase) =>
    every === 'week' && !weekdays.every((day) => next.weekdays.includes(day));
  const last = run.findLastIndex(({ phrase }) => isOther(phrase));
  if (next.every === 'week') return last + 1;
  if (last >= 0 && last < run.length - 1) reading.harmful.push(run[last]?.phrase.text ?? '');
  return 0;
}

const isListed = (first: Phrase | undefined, before: Phrase | undefined): boolean =>
  first?.after === '/' && before !== undefined && before.every === null && !/[~-]|から/.test(before.text);

const isPartOfYear = (item: { phrase: Phrase } | undefined) =>
  item !== undefined && onlyNarrows(item.phrase) && item.phrase.months.length > 0;

/** 「10時~12時 毎月第1水曜、8月を除く」 takes August out of the days named. */
function firstBesideDays(run: { phrase: Phrase }[], first: number): number {
  const days = run.findLastIndex(({ phrase }) => phrase.weekdays.length > 0 && (phrase.nth.length > 0 || phrase.every));
  return days < 0 ? first : days + 1;
}

/** 「ふわふわは9時~11時(行事のときは休止)」: beside hours or a condition it is a part that pauses. */
const isOfThing = ({ tokens, reading }: State): boolean =>
  tokens.some(
    ({ kind, harmful }: Token & { harmful?: boolean }) => kind === 'time' || (kind === 'other' && harmful === true),
  ) || reading.groups.some(({ hours }) => hours.length > 0);

const isClosedWith = (item: { phrase: Phrase; segment: number } | undefined, segment: number | undefined) =>
  item !== undefined && (item.segment === segment || isSpecial(item.phrase));

const groupOf = (state: State, phrase: Phrase) =>
  state.reading.groups.find((group) => group.phrases.includes(phrase) || group.scope === phrase);

/** 「12月は第3土曜、8月は休み」 closes August alone, 「8月は第2土曜休み」 not all of August. */
function withoutOtherScope(state: State, named: Phrase[]): Phrase[] {
  const last = named.at(-1);
  const own = last && !onlyNarrows(last) ? groupOf(state, last) : undefined;
  return named.filter((phrase) => {
    if (phrase === last) return true;
    const group = groupOf(state, phrase);
    return group?.scope !== phrase && (!group?.scope || group === own);
  });
}

/** 「8月は第2土曜休み」 closes that Saturday in August. */
function inScope(state: State, phrase: Phrase): Phrase {
  const scope = groupOf(state, phrase)?.scope ?? null;
  if (!scope || scope === phrase || onlyNarrows(phrase)) return phrase;
  return { ...phrase, months: scope.months, season: scope.season, school: scope.school };
}

/** 「5月5日は開館し翌日休み」 */
export function openRun(state: State): void {
  const phrase = lastRun(state).pop()?.phrase;
  if (!phrase?.season) {
    state.reading.harmful.push('開館し翌日休み');
    return;
  }
  state.reading.openDays.push({ phrase, thenClosed: true, asUsual: false });
  for (const group of state.reading.groups) group.phrases = group.phrases.filter((other) => other !== phrase);
}
