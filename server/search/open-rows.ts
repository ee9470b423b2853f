import { type Bits, countBits, grown, setBit, wordsFor } from './bits.ts';
import type { Core } from './core.ts';
import type { OpenSlice, OpenWindow } from './open-sets.ts';
import { type Asked, codeOf } from './hours.ts';
import { markOf, openSlice } from './open-slices.ts';
import { type Degree, degreeOf } from './span-answers.ts';

/**
 * Which rows are open at a time, whoever comes. Times are asked by the minute, but sessions begin and end on marks of half
 * an hour, most of them: between two marks the same rows are open, but for a few that must be looked at. So one set serves
 * half an hour, and the sets of the days ahead are there before anybody asks.
 */

/** Not worked out yet. No session begins at the minute 0, midnight of 1970 in London. */
const UNSET = 0;

/**
 * Which rows are open at a time, whoever comes; null where each candidate is to be looked at alone. What is known of others
 * than the candidates does not matter.
 */
export function openThen(core: Core, asked: Asked, candidates: Bits): OpenSlice | OpenWindow | null {
  if (asked.kind !== 'AT') return openDuring(core, asked, candidates);
  return openSlice(core, markOf(asked.minute));
}

/** Whether a row is open then, whoever comes. */
export function degreeThen(core: Core, asked: Asked, row: number): Degree {
  return degreeOf(codeOf(core, asked, core.schedule[row]!), core.certainUntil[row]!);
}

/** From so many candidates on, whole sets are worked out and kept at once; else when a time is asked a second time. */
const MANY = 50_000;

/** Windows and days differ from request to request: for few candidates each is looked at alone. */
function openDuring(core: Core, asked: Asked, candidates: Bits): OpenWindow | null {
  const key = JSON.stringify(asked);
  if (core.timesAsked.get(key) || countBits(candidates) >= MANY) return allOpen(core, asked, key);
  core.timesAsked.set(key, true);
  return null;
}

/** The same for every row, kept; rows that came since are answered when it is used again. */
function allOpen(core: Core, asked: Asked, key: string): OpenWindow {
  const open = core.open.get(key) ?? { yes: NO_BITS, maybe: NO_BITS, filled: 0 };
  if (open.filled === core.count) return open;
  core.open.set(key, open);
  for (const name of ['yes', 'maybe'] as const) open[name] = grown(open[name], wordsFor(core.capacity));
  eachCode(
    core,
    open.filled,
    (schedule) => codeOf(core, asked, schedule),
    (row, code) => {
      const degree = degreeOf(code, core.certainUntil[row]!);
      if (degree > 0) setBit(degree === 2 ? open.yes : open.maybe, row);
    },
  );
  open.filled = core.count;
  return open;
}

const NO_BITS: Bits = new Uint32Array(0);

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
