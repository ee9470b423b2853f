import { grown, hasBit, setBit, wordsFor } from './bits.ts';
import type { Core, OpenSlice, SlicedSessions } from './core.ts';
import { runNow, type Steps } from './slices.ts';
import { degreeOf, MAYBE, NO } from './span-answers.ts';
import { CERTAIN, createSpanBuffer, ENDLESS, TIMED } from './timeline.ts';

/** What is open from one mark of half an hour to the next. */

export const SLICE_MINUTES = 30;

/** Beside the codes of span-answers.ts: the answer changes within the slice. */
const CHANGING = -3;

const buffer = createSpanBuffer();

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
  const [from, rows] = [Math.min(...slices.map(({ filled }) => filled)), core.count];
  const codes = codesOfSlices(core, first, count, scratch, rows - from < FEW_ROWS ? 0 : core.table.size);
  for (let row = from; row < rows; row++) {
    const { base, begin, end } = codes.of(core.schedule[row]!);
    if (hasBit(core.slotted, row)) addSessions(core, slices, first, row, codes.all, base);
    else for (let at = begin; at < end; at++) addCode(slices[at]!, row, codes.all[base + at]!, core.certainUntil[row]!);
    if (row % ROWS_PER_STEP === 0) yield;
  }
  for (const slice of slices) slice.filled = Math.max(slice.filled, rows);
  return slices;
}

function roomySlice(core: Core, first: number): OpenSlice {
  let slice = core.slices.get(first);
  if (!slice) {
    const [yes, maybe, changing] = [new Uint32Array(0), new Uint32Array(0), new Uint32Array(0)];
    core.slices.set(first, (slice = { yes, maybe, changing, sessions: noSessions(), filled: 0 }));
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

/** After each edit every slice that is asked for has a row to add: for so few nothing is kept by schedule. */
const FEW_ROWS = 64;

/**
 * The answers of schedules in slices on end, each worked out when it is asked for: those of a schedule stand in `all` from
 * `base` on, and are NO before the slice `begin` and from the slice `end` on. They are kept for the first `kept` schedules,
 * all or none.
 */
function codesOfSlices(core: Core, first: number, count: number, scratch: SliceScratch, kept: number) {
  const needed = Math.max(1, kept) * count;
  if (scratch.all.length < needed) scratch.all = new Int32Array(needed);
  const { all } = scratch;
  // One more than the slice, 0 where not worked out yet.
  const [begins, ends] = [new Uint16Array(kept), new Uint16Array(kept)];
  const found = { base: 0, begin: 0, end: 0 };
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

/** What the sessions of a slotted row are to slices on end, whose answers stand in `all` from `base` on. */
function addSessions(core: Core, slices: OpenSlice[], first: number, row: number, all: Int32Array, base: number): void {
  const certainUntil = core.certainUntil[row]!;
  core.timeline.read(core.schedule[row]!, first, first + slices.length * SLICE_MINUTES, buffer);
  slices.forEach((slice, at) => {
    const [code, mark] = [all[base + at]!, first + at * SLICE_MINUTES];
    if (code === CHANGING) return setBit(slice.changing, row);
    if (code === NO || row < slice.sessions.until) return;
    for (let span = 0; span < buffer.length; span++) {
      if (buffer.start[span]! > mark || buffer.end[span]! <= mark) continue;
      const facts = core.table.slotFactsOf(buffer.slot[span]!);
      pushSession(slice.sessions, row, facts * 2 + (isSure(span) && buffer.start[span]! < certainUntil ? 1 : 0));
    }
    slice.sessions.until = row + 1;
  });
}

const noSessions = (): SlicedSessions => ({
  length: 0,
  rows: new Uint32Array(0),
  facts: new Uint32Array(0),
  until: 0,
});

function pushSession(sessions: SlicedSessions, row: number, facts: number): void {
  const at = sessions.length++;
  if (at === sessions.rows.length) {
    const room = at + (at >>> 2) + 16;
    sessions.rows = grown(sessions.rows, room);
    sessions.facts = grown(sessions.facts, room);
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
