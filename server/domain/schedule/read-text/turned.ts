import { weekdaysOf, type Combined } from './combined.ts';
import { entriesOf } from './entry.ts';
import { TURNED } from './arrows.ts';
import type { Group, Reading } from './reading.ts';
import type { State } from './parse-state.ts';

const SINCE = new RegExp(`(?:から|より|以降)、?$|${TURNED}`);
const ONCE = /今[月回週]|来[月週]|次回|前回|先月|一度/;

/** 「令和8年4月から第2金曜に変更しました」: since when, or from what, and not this once. */
export function isTurned({ tokens }: State, at: number): boolean {
  const start = tokens.slice(0, at).findLastIndex(({ kind }) => kind === 'break') + 1;
  const clause = tokens.slice(start, at);
  return (
    /(?:変|なり|移).*ました$/.test(tokens[at]?.text ?? '') &&
    clause.some(({ kind, text }) => kind === 'remark' && SINCE.test(text)) &&
    !clause.some(({ text }) => ONCE.test(text))
  );
}

/** Days that took the place of those known before are all there are; what else the text says, it says of them. */
export function turn(before: Combined, groups: Group[]): [Combined, Group[]] {
  const [group, ...more] = groups.filter(({ turned }) => turned);
  const own = group && more.length === 0 && !group.scope ? entriesOf(group, weekdaysOf(before.entries)) : null;
  if (!own || before.entries.length === 0 || own.some(({ phrase }) => phrase.months.length > 0 || phrase.season))
    return [before, groups];
  return [{ ...before, entries: own }, groups.filter((one) => one !== group)];
}

/** The texts of which the days still hold. */
export const withoutTurned = (readings: Reading[]): Reading[] =>
  readings.slice(
    Math.max(
      0,
      readings.findLastIndex(({ groups }) => groups.some(({ turned }) => turned)),
    ),
  );
