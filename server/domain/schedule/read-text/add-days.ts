import { includesAll } from './combined.ts';
import { lastRun, openGroup, type State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { isBesideActivity, onlyNarrows, type Group } from './reading.ts';

/** Puts days to those said just before, or begins others. */
export function addToGroup(state: State, phrase: Phrase): void {
  const { current } = state;
  if (current && followsHours(state, current)) {
    current.phrases.push(phrase);
    state.hard = true;
    return;
  }
  // 「1月は15日、毎月第2土曜」: what is of each month is not of that one
  const apart = current?.scope && current.phrases.length > 0 && phrase.every !== null;
  // 「火曜は第2・第4、土曜は第1」
  const said =
    current?.phrases.some(({ predicate }) => predicate) &&
    !phrase.predicate &&
    phrase.weekdays.length > 0 &&
    state.runs.length === 1;
  // 「月~金 水曜は12時まで」, 「火は公民館、金は会館、金のみ13時~15時も」
  const again =
    state.runs.length === 1 &&
    current?.scope === null &&
    isBare(phrase) &&
    current.phrases.some(
      (one) =>
        isBare(one) &&
        includesAll(one.weekdays, phrase.weekdays) &&
        (one.weekdays.length > phrase.weekdays.length || !phrase.bracketed),
    );
  // 「火~日 / 5月~9月 9時~18時 / 10月~4月 9時~17時」
  const season = phrase.after === '/' && onlyNarrows(phrase) && phrase.school === null;
  const parted = season && current !== null && current.phrases.some((one) => !onlyNarrows(one));
  if (!current || apart || said || again || parted || current.hours.length > 0 || (state.hard && !isScoped(current)))
    openBeside(state);
  state.current?.phrases.push(phrase);
  state.hard = false;
}

function openBeside(state: State): void {
  const activity = isBesideActivity(state.label) ? state.label : null;
  Object.assign(openGroup(state), { also: state.besides, activity });
  state.besides = false;
}

/** 「15:00~18:00(水)、13:00~17:00(土)」: the days stand in brackets after their hours. */
const followsHours = (state: State, group: Group) =>
  state.runs.length > 1 &&
  group.hours.length > 0 &&
  group.phrases.every((phrase) => lastRun(state).some((item) => item.phrase === phrase)) &&
  group.scope === null;

const isBare = ({ nth, weekdays, months, season, dates }: Phrase) =>
  weekdays.length > 0 && nth.length + months.length === 0 && season === null && dates === null;

const isScoped = (group: Group) => group.scope !== null && group.phrases.length === 0;
