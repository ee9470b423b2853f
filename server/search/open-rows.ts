import { type Bits, countBits, grown, lowestBit, setBit, wordsFor } from './bits.ts';
import type { Core, OpenRows, OpenSlice } from './core.ts';
import { type Asked, codeOf } from './hours.ts';
import { runNow, type Steps } from './slices.ts';
import { degreeOf, MAYBE, NO } from './span-answers.ts';
import { CERTAIN, createSpanBuffer, ENDLESS, TIMED } from './timeline.ts';

/**
 * Which rows are open at a time, whoever comes. Times are asked by the minute, but sessions begin and end on marks of half
 * an hour, most of them: between two marks the same rows are open, but for a few that must be looked at. So one set serves
 * half an hour, and the sets of the days ahead are there before anybody asks.
 */

export const SLICE_MINUTES = 30;

/** Beside the codes of span-answers.ts: the answer changes within the slice. */
const CHANGING = -3;
/** Not worked out yet. No session begins at the minute 0, midnight of 1970 in London. */
const UNSET = 0;

const buffer = createSpanBuffer();

/** Of `candidates` the rows that are open then, and that may be, whoever comes. */
export function openAmong(core: Core, asked: Asked, candidates: Bits): OpenRows {
  if (asked.kind !== 'AT') return openDuring(core, asked, candidates);
  const slice = openSlice(core, Math.floor(asked.minute / SLICE_MINUTES) * SLICE_MINUTES);
  const found = common(slice, candidates);
  for (let word = 0; word < candidates.length; word++) {
    const rows = candidates[word]! & slice.changing[word]!;
    if (rows !== 0) answerWord(core, asked, word, rows, found);
  }
  return found;
}

function common({ yes, maybe }: OpenRows, candidates: Bits): OpenRows {
  const found = { yes: new Uint32Array(candidates.length), maybe: new Uint32Array(candidates.length) };
  for (let word = 0; word < candidates.length; word++) {
    const rows = candidates[word]!;
    if (rows === 0) continue;
    found.yes[word] = yes[word]! & rows;
    found.maybe[word] = maybe[word]! & rows;
  }
  return found;
}

/** Adds the answers of some rows of a word, one by one. */
function answerWord(core: Core, asked: Asked, word: number, rows: number, into: OpenRows): void {
  for (let rest = rows; rest !== 0; rest &= rest - 1) {
    const row = (word << 5) + lowestBit(rest);
    const degree = degreeOf(codeOf(core, asked, core.schedule[row]!), core.certainUntil[row]!);
    if (degree === 2) setBit(into.yes, row);
    else if (degree === 1) setBit(into.maybe, row);
  }
}

/** The rows open from a mark to the next, minutes since the epoch; worked out the first time, then kept. */
export function openSlice(core: Core, first: number): OpenSlice {
  const known = core.slices.get(first);
  if (known?.filled === core.count) return known;
  return runNow(openSlices(core, first, 1))[0]!;
}

/** Room that runs one after the other use again: megabytes thrown away for each would bring the collector. */
export interface SliceScratch {
  all: Int32Array;
}

/** Rows between two steps. */
const ROWS_PER_STEP = 512;

/**
 * The same for `count` slices on end, in steps: each schedule is read once for all of them. Rows that come meanwhile are
 * left to the next call.
 */
export function* openSlices(
  core: Core,
  first: number,
  count: number,
  scratch: SliceScratch = { all: new Int32Array(0) },
): Steps<OpenSlice[]> {
  const slices = Array.from({ length: count }, (_, at) => roomySlice(core, first + at * SLICE_MINUTES));
  const [codes, rows] = [codesOfSlices(core, first, count, scratch), core.count];
  for (let row = Math.min(...slices.map(({ filled }) => filled)); row < rows; row++) {
    const { base, from, to } = codes.of(core.schedule[row]!);
    for (let at = from; at < to; at++) addCode(slices[at]!, row, codes.all[base + at]!, core.certainUntil[row]!);
    if (row % ROWS_PER_STEP === 0) yield;
  }
  for (const slice of slices) slice.filled = Math.max(slice.filled, rows);
  return slices;
}

function roomySlice(core: Core, first: number): OpenSlice {
  let slice = core.slices.get(first);
  if (!slice) {
    const [yes, maybe, changing] = [new Uint32Array(0), new Uint32Array(0), new Uint32Array(0)];
    core.slices.set(first, (slice = { yes, maybe, changing, filled: 0 }));
  }
  for (const name of ['yes', 'maybe', 'changing'] as const) slice[name] = grown(slice[name], wordsFor(core.capacity));
  return slice;
}

function addCode(slice: OpenSlice, row: number, code: number, certainUntil: number): void {
  if (code === CHANGING) return setBit(slice.changing, row);
  const degree = degreeOf(code, certainUntil);
  if (degree === 2) setBit(slice.yes, row);
  else if (degree === 1) setBit(slice.maybe, row);
}

/**
 * The answers of schedules in slices on end, each worked out when it is asked for: those of a schedule stand in `all` from
 * `base` on, and are NO before the slice `from` and from the slice `to` on.
 */
function codesOfSlices(core: Core, first: number, count: number, scratch: SliceScratch) {
  const needed = core.table.size * count;
  if (scratch.all.length < needed) scratch.all = new Int32Array(needed);
  const { all } = scratch;
  // One more than the slice, 0 where not worked out yet.
  const [starts, ends] = [new Uint16Array(core.table.size), new Uint16Array(core.table.size)];
  const found = { base: 0, from: 0, to: 0 };
  return {
    all,
    of(schedule: number) {
      found.base = schedule * count;
      if (starts[schedule] === 0) {
        core.timeline.read(schedule, first, first + count * SLICE_MINUTES, buffer);
        all.fill(NO, found.base, found.base + count);
        let [from, to] = [count, 0];
        for (let at = 0; at < buffer.length; at++) {
          const touched = addSpan(all, found.base, first, count, at);
          [from, to] = [Math.min(from, touched.from), Math.max(to, touched.to)];
        }
        [starts[schedule], ends[schedule]] = [from + 1, to];
      }
      found.from = starts[schedule]! - 1;
      found.to = ends[schedule]!;
      return found;
    },
  };
}

/** Adds the span at `at` of the buffer to the answers of the slices that it touches: spans come by their start. */
function addSpan(all: Int32Array, base: number, first: number, count: number, at: number) {
  const [start, end, flags] = [buffer.start[at]!, buffer.end[at]!, buffer.flags[at]!];
  const from = Math.max(0, Math.floor((start - first) / SLICE_MINUTES));
  const to = Math.min(count, Math.ceil((end - first) / SLICE_MINUTES));
  const sure = (flags & CERTAIN) !== 0 && (flags & TIMED) !== 0 && (flags & ENDLESS) === 0;
  for (let slice = from; slice < to; slice++) {
    const mark = first + slice * SLICE_MINUTES;
    const known = all[base + slice]!;
    // A session without an end is a yes at its very beginning alone.
    const opensWithoutEnd = start === mark && (flags & ENDLESS) !== 0;
    if (start > mark || end < mark + SLICE_MINUTES || opensWithoutEnd) all[base + slice] = CHANGING;
    else if (known === NO || (sure && known === MAYBE)) all[base + slice] = sure ? start : MAYBE;
  }
  return { from, to };
}

/** From so many candidates on, whole sets are worked out and kept at once; else when a time is asked a second time. */
const MANY = 50_000;

/** Windows and days differ from request to request: for few candidates each is looked at alone. */
function openDuring(core: Core, asked: Asked, candidates: Bits): OpenRows {
  const key = JSON.stringify(asked);
  if (core.timesAsked.get(key) || countBits(candidates) >= MANY) return common(allOpen(core, asked, key), candidates);
  core.timesAsked.set(key, true);
  const found = { yes: new Uint32Array(candidates.length), maybe: new Uint32Array(candidates.length) };
  for (let word = 0; word < candidates.length; word++) {
    if (candidates[word] !== 0) answerWord(core, asked, word, candidates[word]!, found);
  }
  return found;
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
