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
  if (tokens[before]?.kind !== 'for-all' || hours.bad || (hours.start === null) === (hours.end === null)) return false;
  // 「閉まるのは16時」
  if (/閉|終|しま/.test(tokens[before].text)) Object.assign(hours, { start: null, end: hours.end ?? hours.start });
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

export function onHours(state: State, hours: Hours, next: Token | undefined, at: number): void {
  state.segment++;
  const pause =
    state.leadsPause || next?.kind === 'pause' || (next?.kind === 'closed' && !next.leads) || next?.kind === 'except';
  const special = lastRun(state).findLast(({ phrase }) => isSpecial(phrase));
  Object.assign(state, { leadsClosed: false, leadsPause: false, paused: pause });
  if (pause) {
    const group = isPauseOfAll(state, at) ? openGroup(state) : (state.current ?? openGroup(state));
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
