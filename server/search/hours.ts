import { MINUTE_MS, parseLocalDate, startOfDay } from '../domain/schedule/calendar-day.ts';
import { type When, weeklyWindows } from '../domain/search-when.ts';
import { type Bits, countBits, grown, setBit, wordsFor } from './bits.ts';
import type { Core } from './core.ts';
import {
  codeAt,
  codeDuring,
  codeOnDays,
  type Crowd,
  crowdAt,
  crowdDuring,
  crowdOnDays,
  type Degree,
  degreeOf,
  MAYBE,
  NO,
  type Masks,
  type Stay,
} from './span-answers.ts';
import { createSpanBuffer, type SpanBuffer } from './timeline.ts';

/** A stretch in minutes since the epoch. */
interface Stretch {
  from: number;
  to: number;
}

/** What is asked of hours, in the units of the timeline; the same for every place, so a visit is not among them. */
export type Asked =
  | { kind: 'AT'; minute: number; exact: boolean }
  | { kind: 'DURING'; stays: Stay[] }
  | { kind: 'DATES'; from: number; to: number };

export function askedOf(when: Exclude<When, { kind: 'VISIT' }>): Asked {
  switch (when.kind) {
    case 'AT': {
      const minute = Math.floor(when.at / MINUTE_MS);
      return { kind: 'AT', minute, exact: minute * MINUTE_MS === when.at };
    }
    case 'DURING':
      return during([when], when.minMinutes);
    case 'WEEKLY':
      return during(weeklyWindows(when), when.minMinutes);
    case 'DATES': {
      const [first, last] = [parseLocalDate(when.from) ?? 0, parseLocalDate(when.to) ?? 0];
      return { kind: 'DATES', from: startOfDay(first) / MINUTE_MS, to: startOfDay(last + 1) / MINUTE_MS };
    }
  }
}

function during(windows: Stretch[], minMinutes: number): Asked {
  const needed = Math.max(1, minMinutes);
  const stays = windows.map(({ from, to }) => {
    return { from: from / MINUTE_MS, to: to / MINUTE_MS, needed, assumed: needed };
  });
  return { kind: 'DURING', stays };
}

const buffer = createSpanBuffer();

/** The answer of one schedule, as span-answers.ts codes it. `masks`: for somebody; filled from the spans just read. */
export function codeOf(core: Core, asked: Asked, schedule: number, masksOf?: (spans: SpanBuffer) => Masks): number {
  if (asked.kind === 'DURING') {
    let best = NO;
    for (const stay of asked.stays) {
      core.timeline.read(schedule, stay.from, stay.to, buffer);
      const code = codeDuring(buffer, stay, masksOf?.(buffer) ?? null);
      if (best === NO || (code >= 0 && (best === MAYBE || code < best))) best = code;
    }
    return best;
  }
  if (asked.kind === 'AT') {
    core.timeline.read(schedule, asked.minute, asked.minute + 1, buffer);
    return codeAt(buffer, asked.minute, asked.exact, masksOf?.(buffer) ?? null);
  }
  core.timeline.read(schedule, asked.from, asked.to, buffer);
  return codeOnDays(buffer, asked.from, masksOf?.(buffer) ?? null);
}

/** The answer of one schedule for several people. */
export function crowdDegree(core: Core, asked: Asked, schedule: number, crowdOf: (spans: SpanBuffer) => Crowd): Degree {
  if (asked.kind === 'DURING') {
    let best: Degree = 0;
    for (const stay of asked.stays) {
      core.timeline.read(schedule, stay.from, stay.to, buffer);
      best = Math.max(best, crowdDuring(buffer, stay, crowdOf(buffer))) as Degree;
      if (best === 2) return 2;
    }
    return best;
  }
  if (asked.kind === 'AT') {
    core.timeline.read(schedule, asked.minute, asked.minute + 1, buffer);
    return crowdAt(buffer, asked.minute, asked.exact, crowdOf(buffer));
  }
  core.timeline.read(schedule, asked.from, asked.to, buffer);
  return crowdOnDays(buffer, asked.from, crowdOf(buffer));
}

/** In the memo: not worked out yet. No session begins at the minute 0, midnight of 1970 in London. */
const UNSET = 0;

/** Answers of schedules for what is asked, kept from request to request. */
function memoOf(core: Core, key: string): Int32Array {
  const known = core.hours.get(key);
  if (known && known.length >= core.table.size) return known;
  const memo = new Int32Array(core.table.size + 256);
  if (known) memo.set(known);
  core.hours.set(key, memo);
  return memo;
}

/** Rows that are open for certain, and that may be. */
export interface OpenRows {
  yes: Bits;
  maybe: Bits;
}

/** From so many candidates on, whole sets are worked out and kept at once; else when a time is asked a second time. */
const MANY = 50_000;

/** Of `candidates` the rows that are open then, and that may be, whoever comes. */
export function openAmong(core: Core, asked: Asked, candidates: Bits): OpenRows {
  const key = JSON.stringify(asked);
  const found = { yes: new Uint32Array(candidates.length), maybe: new Uint32Array(candidates.length) };
  if (!core.timesAsked.get(key) && countBits(candidates) < MANY) {
    core.timesAsked.set(key, true);
    const memo = memoOf(core, key);
    for (let word = 0; word < candidates.length; word++) {
      if (candidates[word] !== 0) answerWord(core, asked, memo, word, candidates[word]!, found);
    }
    return found;
  }
  const { yes, maybe } = allOpen(core, asked, key);
  for (let word = 0; word < candidates.length; word++) {
    const rows = candidates[word]!;
    if (rows === 0) continue;
    found.yes[word] = yes[word]! & rows;
    found.maybe[word] = maybe[word]! & rows;
  }
  return found;
}

function answerWord(core: Core, asked: Asked, memo: Int32Array, word: number, rows: number, into: OpenRows): void {
  let [yes, maybe] = [0, 0];
  for (let rest = rows; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const row = (word << 5) + 31 - Math.clz32(bit);
    const schedule = core.schedule[row]!;
    let code = memo[schedule]!;
    if (code === UNSET) memo[schedule] = code = codeOf(core, asked, schedule);
    const degree = degreeOf(code, core.certainUntil[row]!);
    if (degree === 2) yes |= bit;
    else if (degree === 1) maybe |= bit;
  }
  into.yes[word] = yes;
  into.maybe[word] = maybe;
}

/** The same for every row, kept; rows that came since are answered when it is used again. */
function allOpen(core: Core, asked: Asked, key: string): OpenRows {
  let kept = core.open.get(key);
  if (!kept) core.open.set(key, (kept = { yes: new Uint32Array(0), maybe: new Uint32Array(0), filled: 0 }));
  if (kept.filled === core.count) return kept;
  kept.yes = grown(kept.yes, wordsFor(core.capacity));
  kept.maybe = grown(kept.maybe, wordsFor(core.capacity));
  const memo = memoOf(core, key);
  for (let row = kept.filled; row < core.count; row++) {
    const schedule = core.schedule[row]!;
    let code = memo[schedule]!;
    if (code === UNSET) memo[schedule] = code = codeOf(core, asked, schedule);
    const degree = degreeOf(code, core.certainUntil[row]!);
    if (degree === 2) setBit(kept.yes, row);
    else if (degree === 1) setBit(kept.maybe, row);
  }
  kept.filled = core.count;
  return kept;
}
