import { type Bits, countBits, grown, lowestBit, setBit, wordsFor } from './bits.ts';
import type { Core, OpenRows, SlicedSessions } from './core.ts';
import { type Asked, codeOf } from './hours.ts';
import { openSlice, SLICE_MINUTES } from './open-slices.ts';
import { degreeOf } from './span-answers.ts';

/**
 * Which rows are open at a time, whoever comes. Times are asked by the minute, but sessions begin and end on marks of half
 * an hour, most of them: between two marks the same rows are open, but for a few that must be looked at. So one set serves
 * half an hour, and the sets of the days ahead are there before anybody asks.
 */

/** Not worked out yet. No session begins at the minute 0, midnight of 1970 in London. */
const UNSET = 0;

/** What is known of the rows at a time; what is known of others than the candidates does not matter. */
export interface OpenThen extends OpenRows {
  /** Rows that must be looked at one by one, see `answerWord`. */
  changing: Bits;
  /** Sessions of slotted rows, which are in none of the sets then; null: they are in them as if everybody came. */
  sessions: SlicedSessions | null;
}

/** Which rows are open at a time, whoever comes. */
export function openThen(core: Core, asked: Asked, candidates: Bits): OpenThen {
  if (asked.kind !== 'AT') return openDuring(core, asked, candidates);
  return openSlice(core, Math.floor(asked.minute / SLICE_MINUTES) * SLICE_MINUTES);
}

/** Adds the answers of some rows of a word, one by one, to those of the word. */
export function answerWord(
  core: Core,
  asked: Asked,
  word: number,
  rows: number,
  into: { yes: number; maybe: number },
): void {
  for (let rest = rows; rest !== 0; rest &= rest - 1) {
    const row = (word << 5) + lowestBit(rest);
    const degree = degreeOf(codeOf(core, asked, core.schedule[row]!), core.certainUntil[row]!);
    if (degree === 2) into.yes |= rest & -rest;
    else if (degree === 1) into.maybe |= rest & -rest;
  }
}

/** From so many candidates on, whole sets are worked out and kept at once; else when a time is asked a second time. */
const MANY = 50_000;

/** Windows and days differ from request to request: for few candidates each is looked at alone. */
function openDuring(core: Core, asked: Asked, candidates: Bits): OpenThen {
  const key = JSON.stringify(asked);
  const nothing = new Uint32Array(candidates.length);
  if (core.timesAsked.get(key) || countBits(candidates) >= MANY) {
    const { yes, maybe } = allOpen(core, asked, key);
    return { yes, maybe, changing: nothing, sessions: null };
  }
  core.timesAsked.set(key, true);
  return { yes: nothing, maybe: nothing, changing: candidates, sessions: null };
}

/** The same for every row, kept; rows that came since are answered when it is used again. */
function allOpen(core: Core, asked: Asked, key: string): OpenRows {
  let kept = core.open.get(key);
  if (!kept) core.open.set(key, (kept = { yes: new Uint32Array(0), maybe: new Uint32Array(0), filled: 0 }));
  if (kept.filled === core.count) return kept;
  const open = kept;
  open.yes = grown(open.yes, wordsFor(core.capacity));
  open.maybe = grown(open.maybe, wordsFor(core.capacity));
  eachCode(
    core,
    open.filled,
    (schedule) => codeOf(core, asked, schedule),
    (row, code) => {
      const degree = degreeOf(code, core.certainUntil[row]!);
      if (degree === 2) setBit(open.yes, row);
      else if (degree === 1) setBit(open.maybe, row);
    },
  );
  open.filled = core.count;
  return open;
}

/** Calls `visit` for every row from `from` on with the code of its schedule, which is worked out once. */
function eachCode(
  core: Core,
  from: number,
  codeOfSchedule: (schedule: number) => number,
  visit: (row: number, code: number) => void,
): void {
  const memo = new Int32Array(core.table.size);
  for (let row = from; row < core.count; row++) {
    const schedule = core.schedule[row]!;
    let code = memo[schedule]!;
    if (code === UNSET) memo[schedule] = code = codeOfSchedule(schedule);
    visit(row, code);
  }
}
