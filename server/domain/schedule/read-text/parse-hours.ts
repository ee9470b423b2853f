import { NOON } from './clock.ts';
import { namesDays } from './entry.ts';
import type { Hours } from './hours.ts';
import { joinsColumns } from './look-ahead.ts';
import { clearRun, lastRun, openGroup, type State } from './parse-state.ts';
import { isPauseOfAll } from './pauses.ts';
import { isSpecial, onlyNarrows, type Group } from './reading.ts';
import type { Token } from './token.ts';

/** 「どちらも18時まで」 ends all hours said before that have no end. Whether it was such. */
export function endAll({ reading, tokens }: State, hours: Hours, at: number): boolean {
  const before = tokens[at - 1]?.kind === 'space' ? at - 2 : at - 1;
  // 「水・土の15時から(土は13時から)18時まで」
  const behind = tokens[before]?.kind === 'close' && hours.start === null;
  if (!(behind || tokens[before]?.kind === 'for-all') || hours.bad || (hours.start === null) === (hours.end === null))
    return false;
  // 「閉まるのは16時」
  if (/閉|終|しま/.test(tokens[before]?.text ?? ''))
    Object.assign(hours, { start: null, end: hours.end ?? hours.start });
  const lacks = (h: Hours) => !h.bad && (hours.start === null ? h.end : h.start) === null;
  const said = reading.groups.flatMap((group) => group.hours);
  if (said.length === 0 || !said.every(lacks)) return false;
  for (const group of reading.groups)
    group.hours = group.hours.map((h) => ({ ...h, start: h.start ?? hours.start, end: h.end ?? hours.end }));
  return true;
}

/** 「4月~11月に開園。9時~17時、月曜休園」: the hours are not of the season alone, there are no others. */
const isSeasonHeld = ({ held, phrases }: Group) => held && phrases.length > 0 && phrases.every(onlyNarrows);
const isSeasonAlone = (group: Group) => group.sole && isSeasonHeld(group);

/** 「第1土曜 / 第3日曜 / 時間 9時~16時」: a sentence of hours behind several of days is of them all. */
const isOfAllDays = ({ reading: { groups }, current, clause }: State): boolean =>
  groups.length > 1 &&
  current !== null &&
  current.clause !== clause &&
  groups.every(
    ({ phrases, hours, scope, topic, held }, i) =>
      phrases.some(namesDays) && hours.length === 0 && !scope && !topic && !(held && i < groups.length - 1),
  );

/** 「9:00~17:00(土日は16:00)」: a bare time in brackets is the end of the hours before, if it is nearer to that than to their start. */
function inBrackets({ reading, tokens }: State, hours: Hours, at: number): Hours {
  const { start, end, half } = hours;
  const [before, own, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const base = reading.groups.flatMap((group) => group.hours).findLast((h) => h.start !== null && h.end !== null);
  const bare = before?.kind === 'topic' && own?.kind === 'time' && after?.kind === 'close';
  if (!bare || start === null || end !== null || base?.start == null || base.end === null) return hours;
  const late = half === null && start < base.start && start + NOON <= base.end + NOON / 2 ? start + NOON : start;
  return Math.abs(late - base.end) < Math.abs(start - base.start) ? { ...hours, start: null, end: late } : hours;
}

/** 「9:00~12:00、昼休み、13:00~16:00」: the word stands for the break, and the hours behind it are open. */
const isPast = ({ current, tokens }: State, { start }: Hours, at: number): boolean =>
  tokens[at - 1]?.kind === 'separator' &&
  start !== null &&
  (current?.hours.length ?? 0) > 0 &&
  current?.hours.every(({ end }) => end !== null && end < start) === true;

export function onHours(state: State, said: Hours, next: Token | undefined, at: number): void {
  const hours = inBrackets(state, said, at);
  state.segment++;
  const pause =
    (state.leadsPause && !isPast(state, hours, at)) ||
    next?.kind === 'pause' ||
    (next?.kind === 'closed' && !next.leads) ||
    next?.kind === 'except';
  const special = lastRun(state).findLast(({ phrase }) => isSpecial(phrase));
  Object.assign(state, { leadsClosed: false, leadsPause: false, paused: pause });
  if (pause) {
    const group = isPauseOfAll(state, hours, at) ? openGroup(state) : (state.current ?? openGroup(state));
    group.pauses.push(hours);
    return;
  }
  if (special) {
    const joined = lastRun(state).some((item) => item !== special && item.segment === special.segment);
    const group = joined && state.current ? state.current : openGroup(state);
    group.phrases.push(special.phrase);
  } else if (
    !state.current ||
    isSeasonAlone(state.current) ||
    isOfAllDays(state) ||
    (state.hard && (state.current.hours.length > 0 || isSeasonHeld(state.current)))
  ) {
    openGroup(state);
  }
  // 9:30開館
  if (hours.end === null && next?.kind === 'held' && /^開/.test(next.text)) hours.text += next.text;
  if (state.current && joinsColumns(state.tokens, at)) state.current.plus = true;
  state.current?.hours.push({ ...hours, label: state.label, guessed: state.label !== null && state.guessed });
  clearRun(state);
  state.hard = false;
  state.label = null;
}
