import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { lastRun, type State } from './parse-state.ts';
import type { Token } from './token.ts';

/**
 * 「水~日 9:00~17:00、火 13:00~17:00(12:00~13:00休館)」: a break outside the hours of the days before it is one of the
 * other days.
 */
export function spreadPauses(entries: Entry[]): Entry[] {
  const lost = entries.flatMap((entry) =>
    entry.pauses.filter((pause) => !isWithinAny(pause, entry) && !isGap(pause, entry.hours)),
  );
  if (lost.length === 0) return entries;
  return entries.map((entry) => ({
    ...entry,
    pauses: [...entry.pauses, ...lost.filter((pause) => isWithinAny(pause, entry))],
  }));
}

const isWithinAny = ({ start, end }: Hours, { hours }: Entry) =>
  (hours ?? []).some((h) => h.start !== null && h.end !== null && h.start < (end ?? 0) && h.end > (start ?? 0));

/** 「9時~12時、13時~15時 ※12時~13時は消毒のため閉所」: of these hours alone, which are parted there already. */
const isGap = ({ start, end }: Hours, hours: Hours[] | null) =>
  hours?.some((h) => h.end === start) === true && hours.some((h) => h.start === end);

/** 「11:30~12:30 消毒のため閉所」: the hours before the word are the break, though a space stands between them. */
export const endsPause = (tokens: Token[], at: number): boolean =>
  tokens[at]?.kind === 'pause' &&
  /ため/.test(tokens[at].text) &&
  tokens[at - 1]?.kind === 'space' &&
  tokens[at - 2]?.kind === 'time' &&
  !(tokens[at + 1]?.kind === 'space' && tokens[at + 2]?.kind === 'time');

/** 「火~金 10時~18時 土日 10時~17時 ※12時~13時は休憩」: a break that stands apart is of all days. */
export function isPauseOfAll(state: State, pause: Hours, at: number): boolean {
  const { tokens, runs, current } = state;
  const apart = state.hard || tokens[at - 1]?.kind === 'space';
  if (isGap(pause, current?.hours ?? null)) return false;
  return apart && runs.length === 1 && lastRun(state).length === 0 && (current?.hours.length ?? 0) > 0;
}
