import { type Bits, countBits, grown, hasBit, lowestBit, setBit, wordsFor } from './bits.ts';
import type { Core, OpenRows, OpenSlice, SlicedSessions } from './core.ts';
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
    if (hasBit(core.slotted, row)) addSessions(core, slices, first, row, codes.all, base);
    else for (let at = from; at < to; at++) addCode(slices[at]!, row, codes.all[base + at]!, core.certainUntil[row]!);
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
