import { grown, hasBit, setBit, wordsFor } from './bits.ts';
import type { Core } from './core.ts';
import type { OpenSlice } from './open-sets.ts';
import { runNow, type Steps } from './slices.ts';
import { degreeOf, MAYBE, NO } from './span-answers.ts';
import { CERTAIN, createSpanBuffer, ENDLESS, TIMED } from './span-buffer.ts';

/** What is open from one mark of half an hour to the next. */

export const SLICE_MINUTES = 30;

/** The mark of half an hour at or before a minute since the epoch. */
export const markOf = (minute: number): number => Math.floor(minute / SLICE_MINUTES) * SLICE_MINUTES;

/** Beside the codes of span-answers.ts: the answer changes within the slice. */
const CHANGING = -3;

const buffer = createSpanBuffer();

/** The rows open from a mark to the next, minutes since the epoch; worked out the first time, then kept. */
export function openSlice(core: Core, first: number): OpenSlice {
  const known = core.slices.get(first);
  if (known?.filled === core.count) return known;
  return runNow(openSlices(core, first, 1, own))[0]!;
}

/** Room that runs one after the other use again: megabytes thrown away for each would bring the collector. */
export interface SliceScratch {
  all: Int32Array;
  begins: Uint16Array;
  ends: Uint16Array;
}

export const sliceScratch = (): SliceScratch => ({
  all: new Int32Array(0),
  begins: new Uint16Array(0),
  ends: new Uint16Array(0),
});

/** Of runs that nothing comes in between. */
const own = sliceScratch();

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
  scratch: SliceScratch = sliceScratch(),
): Steps<OpenSlice[]> {
  const slices = Array.from({ length: count }, (_, at) => roomySlice(core, first + at * SLICE_MINUTES));
  for (const slice of slices) slice.fillers++;
  const [from, rows] = [Math.min(...slices.map(({ filled }) => filled)), core.count];
  const codes = codesOfSlices(core, first, count, scratch, rows - from < FEW_ROWS ? 0 : core.table.size);
  for (let row = from; row < rows; row++) {
    const found = codes.of(core.schedule[row]!);
    if (hasBit(core.slotted, row)) addSessions(core, slices, first, row, found, codes.all);
    else addCodes(core, slices, row, found, codes.all);
    if (row % ROWS_PER_STEP === 0) yield;
  }
  for (const slice of slices) {
    slice.filled = Math.max(slice.filled, rows);
    slice.fillers--;
  }
  return slices;
}

function roomySlice(core: Core, first: number): OpenSlice {
  let slice = core.slices.get(first);
  if (!slice) {
    slice = emptySlice(first, core.spareSlices.pop());
    const forgotten = core.slices.set(first, slice);
    if (forgotten?.fillers === 0) core.spareSlices.push(forgotten);
  }
  for (const name of ['yes', 'maybe'] as const) slice[name] = grown(slice[name], wordsFor(core.capacity));
  return slice;
}

const NOTHING = new Uint32Array(0);

/** In the room of one that nobody needs any more: days thrown away, 2 MB each, would bring the collector. */
const emptySlice = (mark: number, spare?: OpenSlice): OpenSlice => ({
  mark,
  yes: spare?.yes.fill(0) ?? NOTHING,
  maybe: spare?.maybe.fill(0) ?? NOTHING,
  changing: { length: 0, rows: spare?.changing.rows ?? NOTHING },
  sessions: { length: 0, rows: spare?.sessions.rows ?? NOTHING, facts: spare?.sessions.facts ?? NOTHING },
  listed: 0,
  filled: 0,
  fillers: 0,
});

function addCodes(core: Core, slices: OpenSlice[], row: number, { base, begin, end }: Codes, all: Int32Array): void {
  const certainUntil = core.certainUntil[row]!;
  for (let at = begin; at < end; at++) {
    const [slice, code] = [slices[at]!, all[base + at]!];
    if (code === CHANGING) pushChanging(slice, row);
    else if (code !== NO) setBit(degreeOf(code, certainUntil) === 2 ? slice.yes : slice.maybe, row);
  }
}

/** After each edit every slice that is asked for has a row to add: for so few nothing is kept by schedule. */
const FEW_ROWS = 64;

/** Where the answers of a schedule stand: from `base` on; NO before the slice `begin` and from the slice `end` on. */
interface Codes {
  base: number;
  begin: number;
  end: number;
}

/**
 * The answers of schedules in slices on end, in `all`, each worked out when it is asked for. They are kept for the first
 * `kept` schedules, all or none.
 */
function codesOfSlices(core: Core, first: number, count: number, scratch: SliceScratch, kept: number) {
  const needed = Math.max(1, kept) * count;
  if (scratch.all.length < needed) scratch.all = new Int32Array(needed);
  for (const name of ['begins', 'ends'] as const) {
    if (scratch[name].length < kept) scratch[name] = new Uint16Array(kept);
    else scratch[name].fill(0, 0, kept);
  }
  // Of the slices one more, 0 where not worked out yet.
  const { all, begins, ends } = scratch;
  const found: Codes = { base: 0, begin: 0, end: 0 };
  const workOut = (schedule: number) => {
    core.timeline.read(schedule, first, first + count * SLICE_MINUTES, buffer);
    all.fill(NO, found.base, found.base + count);
    [found.begin, found.end] = [count, 0];
    for (let at = 0; at < buffer.length; at++) {
      const { from, to } = addSpan(all, found.base, first, count, at);
      [found.begin, found.end] = [Math.min(found.begin, from), Math.max(found.end, to)];
    }
  };
  return {
    all,
    of(schedule: number) {
      if (kept === 0) {
        workOut(schedule);
        return found;
      }
      found.base = schedule * count;
      if (begins[schedule] === 0) {
        workOut(schedule);
        [begins[schedule], ends[schedule]] = [found.begin + 1, found.end];
      }
      found.begin = begins[schedule]! - 1;
      found.end = ends[schedule]!;
      return found;
    },
  };
}

/** What the sessions of a slotted row are to slices on end, whose answers are `codes`. */
function addSessions(core: Core, slices: OpenSlice[], first: number, row: number, codes: Codes, all: Int32Array): void {
  const { base, begin, end } = codes;
  const certainUntil = core.certainUntil[row]!;
  core.timeline.read(core.schedule[row]!, first, first + slices.length * SLICE_MINUTES, buffer);
  for (let span = 0; span < buffer.length; span++) {
    const start = buffer.start[span]!;
    const facts = core.table.slotFactsOf(buffer.slot[span]!) * 2 + (isSure(span) && start < certainUntil ? 1 : 0);
    const from = Math.max(begin, Math.ceil((start - first) / SLICE_MINUTES));
    const to = Math.min(end, Math.floor((buffer.end[span]! - first) / SLICE_MINUTES));
    for (let at = from; at < to; at++) {
      if (all[base + at] !== CHANGING) pushSession(slices[at]!, row, facts);
    }
  }
  for (let at = begin; at < end; at++) {
    const slice = slices[at]!;
    if (all[base + at] === CHANGING) pushChanging(slice, row);
    else slice.listed = Math.max(slice.listed, row + 1);
  }
}

/** For lists that grow: half as much again. */
const roomFor = (length: number) => length + (length >>> 1) + 32;

function pushChanging(slice: OpenSlice, row: number): void {
  if (row < slice.listed) return;
  const { changing } = slice;
  if (changing.length === changing.rows.length) changing.rows = grown(changing.rows, roomFor(changing.length));
  changing.rows[changing.length++] = row;
  slice.listed = row + 1;
}

/** A row may have several: it is told as listed when all of them are in. */
function pushSession({ sessions, listed }: OpenSlice, row: number, facts: number): void {
  if (row < listed) return;
  const at = sessions.length++;
  if (at === sessions.rows.length) {
    sessions.rows = grown(sessions.rows, roomFor(at));
    sessions.facts = grown(sessions.facts, roomFor(at));
  }
  sessions.rows[at] = row;
  sessions.facts[at] = facts;
}

/** Whether the span at `at` of the buffer is a yes for as long as it runs. */
function isSure(at: number): boolean {
  return (buffer.flags[at]! & (CERTAIN | TIMED | ENDLESS)) === (CERTAIN | TIMED);
}

/** Adds the span at `at` of the buffer to the answers of the slices that it touches: spans come by their start. */
function addSpan(all: Int32Array, base: number, first: number, count: number, at: number) {
  const [start, end, flags] = [buffer.start[at]!, buffer.end[at]!, buffer.flags[at]!];
  const from = Math.max(0, Math.floor((start - first) / SLICE_MINUTES));
  const to = Math.min(count, Math.ceil((end - first) / SLICE_MINUTES));
  const sure = isSure(at);
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
