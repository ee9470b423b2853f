import { DAY_MS, MINUTE_MS, startOfDay } from '../domain/schedule/calendar-day.ts';
import { openSpans, spanEnd } from '../domain/schedule/spans.ts';
import type { ScheduleTable } from './schedule-table.ts';
import type { Steps } from './slices.ts';

/**
 * The spans of every schedule laid out in typed arrays, so that "open then?" is a look-up. Days are kept in chunks of 32;
 * a chunk fills itself schedule by schedule as they are asked for, and far chunks are dropped again. Times are minutes
 * since the epoch.
 */
export interface Timeline {
  /** Puts the spans of a schedule that touch [from, to) into `spans`, sorted by start. */
  read(schedule: number, from: number, to: number, spans: SpanBuffer): void;
  /**
   * Adds `rows` for each session of a schedule to the day on which it begins: to `certain` or, where the schedule is not
   * sure of it, to `others`. The columns begin with `firstDay`, in days since the epoch.
   */
  addDays(schedule: number, firstDay: number, rows: number, certain: Float64Array, others: Float64Array): void;
  /** Whether all that `read` needs for [from, to) is laid out, but for a few schedules that came since. */
  isLaidOut(from: number, to: number): boolean;
  /** Lays it out for every schedule: 20,000 of them take half a second for each 32 days. */
  layOut(from: number, to: number): Steps<void>;
}

/** Spans in columns, reused from call to call. */
export interface SpanBuffer {
  length: number;
  start: Int32Array;
  /** When it surely is over. */
  end: Int32Array;
  flags: Uint8Array;
  slot: Uint32Array;
}

/** Held for certain. */
export const CERTAIN = 1;
/** The hours are known, not only the day. */
export const TIMED = 2;
/** No end is stated; `end` is the end of the day. */
export const ENDLESS = 4;
/** A session, not only the statement that nothing is known. */
export const SESSION = 8;

const CHUNK_DAYS = 32;
const DAY_MINUTES = 1440;
/** A span ends at most two days after it began: `MinuteOfDay` goes to 2880. */
export const LONGEST_MINUTES = 2 * DAY_MINUTES;
const CHUNKS_KEPT = 16;
/** Schedules between two steps. */
const SCHEDULES_PER_STEP = 64;
/** So few that are not laid out yet are laid out by who asks. */
const FEW_SCHEDULES = 256;

interface Chunk {
  firstDay: number;
  number: number;
  /** Every schedule below it is laid out. */
  swept: number;
  /** When it was last read, by the count of readings. */
  readAt: number;
  /** Per schedule: index of its first span + 1; 0 where not laid out yet. */
  offset: Int32Array;
  count: Uint16Array;
  /** Per schedule: how long its longest span is, so that few spans before a moment must be looked at. */
  longest: Uint16Array;
  /** Per schedule and day: sessions that begin then and are certain, and the others. */
  certainOn: Uint16Array;
  othersOn: Uint16Array;
  used: number;
  start: Int32Array;
  end: Int32Array;
  flags: Uint8Array;
  slot: Uint32Array;
}

export function createSpanBuffer(): SpanBuffer {
  return {
    length: 0,
    start: new Int32Array(256),
    end: new Int32Array(256),
    flags: new Uint8Array(256),
    slot: new Uint32Array(256),
  };
}

export function createTimeline(table: ScheduleTable): Timeline {
  const chunks: Chunk[] = [];
  let readings = 0;
  const chunkAt = (number: number): Chunk => {
    readings++;
    let chunk = chunks[0];
    for (let at = 0; at < chunks.length && chunk?.number !== number; at++) chunk = chunks[at];
    if (chunk?.number !== number) {
      if (chunks.length === CHUNKS_KEPT) chunks.splice(leastRecent(chunks), 1);
      const most = chunks.reduce((room, { used }) => Math.max(room, used), 0);
      chunks.push((chunk = newChunk(number, table.size, most + (most >>> 3))));
    }
    chunk.readAt = readings;
    return chunk;
  };
  const chunkFor = (number: number, schedule: number): Chunk => {
    const chunk = chunkAt(number);
    if (!chunk.offset[schedule]) layOut(chunk, schedule, table);
    return chunk;
  };
  return {
    read(schedule, from, to, spans) {
      spans.length = 0;
      // Only in a chunk's first two days can a session of the chunk before still run.
      const [first, last] = [chunkNumber(from - LONGEST_MINUTES), chunkNumber(Math.ceil(to) - 1)];
      for (let number = first; number <= last; number++) {
        copySpans(chunkFor(number, schedule), schedule, from, to, spans);
      }
    },
    addDays(schedule, firstDay, rows, certain, others) {
      const afterLast = firstDay + certain.length;
      for (let day = firstDay; day < afterLast;) {
        const chunk = chunkFor(Math.floor(day / CHUNK_DAYS), schedule);
        const end = Math.min(afterLast, chunk.firstDay + CHUNK_DAYS);
        const base = schedule * CHUNK_DAYS - chunk.firstDay;
        for (; day < end; day++) {
          certain[day - firstDay]! += rows * chunk.certainOn[base + day]!;
          others[day - firstDay]! += rows * chunk.othersOn[base + day]!;
        }
      }
    },
    isLaidOut(from, to) {
      for (const number of numbersOf(from, to)) {
        const chunk = chunks.find((each) => each.number === number);
        if (!chunk || table.size - chunk.swept > FEW_SCHEDULES) return false;
      }
      return true;
    },
    *layOut(from, to) {
      for (const number of numbersOf(from, to)) {
        // Looked up at each step: meanwhile others may have had it dropped.
        for (let chunk = chunkAt(number); chunk.swept < table.size; chunk = chunkAt(number)) {
          const end = Math.min(table.size, chunk.swept + SCHEDULES_PER_STEP);
          for (; chunk.swept < end; chunk.swept++) if (!chunk.offset[chunk.swept]) layOut(chunk, chunk.swept, table);
          yield;
        }
      }
    },
  };
}

function leastRecent(chunks: Chunk[]): number {
  return chunks.reduce((least, { readAt }, at) => (readAt < chunks[least]!.readAt ? at : least), 0);
}

/** The chunks that are read for [from, to). */
function numbersOf(from: number, to: number): number[] {
  const [first, last] = [chunkNumber(from - LONGEST_MINUTES), chunkNumber(Math.ceil(to) - 1)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Days begin at 15:00 UTC; minutes since the epoch count in UTC. */
function chunkNumber(minute: number): number {
  return Math.floor((minute + 9 * 60) / (CHUNK_DAYS * DAY_MINUTES));
}

/** `spans`: how many are to be expected. */
function newChunk(number: number, schedules: number, spans: number): Chunk {
  const room = Math.max(1024, schedules * 8, spans);
  return {
    number,
    swept: 0,
    readAt: 0,
    longest: new Uint16Array(schedules + 1024),
    firstDay: number * CHUNK_DAYS,
    offset: new Int32Array(schedules + 1024),
    count: new Uint16Array(schedules + 1024),
    certainOn: new Uint16Array((schedules + 1024) * CHUNK_DAYS),
    othersOn: new Uint16Array((schedules + 1024) * CHUNK_DAYS),
    used: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    flags: new Uint8Array(room),
    slot: new Uint32Array(room),
  };
}

/** Works out the spans of one schedule that begin in the chunk's days. */
function layOut(chunk: Chunk, schedule: number, table: ScheduleTable): void {
  if (schedule >= chunk.offset.length) growSchedules(chunk, table.size);
  const [from, to] = [startOfDay(chunk.firstDay), startOfDay(chunk.firstDay + CHUNK_DAYS)];
  const first = chunk.used;
  let longest = 0;
  table.holdCompiled(schedule);
  for (const span of openSpans(table.schedule(schedule), from, to)) {
    if (span.start < from) continue;
    if (chunk.used === chunk.start.length) growSpans(chunk);
    const at = chunk.used++;
    chunk.start[at] = span.start / MINUTE_MS;
    chunk.end[at] = spanEnd(span) / MINUTE_MS;
    chunk.flags[at] =
      (span.certain ? CERTAIN : 0) |
      (span.timeKnown ? TIMED : 0) |
      (span.end === null ? ENDLESS : 0) |
      (span.session ? SESSION : 0);
    chunk.slot[at] = table.slotId(span.slot);
    longest = Math.max(longest, chunk.end[at] - chunk.start[at]);
    const day = schedule * CHUNK_DAYS + Math.floor((span.start - from) / DAY_MS);
    if (span.session) (span.certain ? chunk.certainOn : chunk.othersOn)[day]!++;
  }
  chunk.longest[schedule] = longest;
  chunk.offset[schedule] = first + 1;
  chunk.count[schedule] = chunk.used - first;
}

function growSchedules(chunk: Chunk, size: number): void {
  const room = size + 1024 + (size >>> 3);
  chunk.offset = copied(new Int32Array(room), chunk.offset);
  chunk.count = copied(new Uint16Array(room), chunk.count);
  chunk.longest = copied(new Uint16Array(room), chunk.longest);
  chunk.certainOn = copied(new Uint16Array(room * CHUNK_DAYS), chunk.certainOn);
  chunk.othersOn = copied(new Uint16Array(room * CHUNK_DAYS), chunk.othersOn);
}

function growSpans(chunk: Chunk): void {
  const room = chunk.start.length * 2;
  chunk.start = copied(new Int32Array(room), chunk.start);
  chunk.end = copied(new Int32Array(room), chunk.end);
  chunk.flags = copied(new Uint8Array(room), chunk.flags);
  chunk.slot = copied(new Uint32Array(room), chunk.slot);
}

function copied<T extends { set(from: T): void }>(into: T, from: T): T {
  into.set(from);
  return into;
}

function copySpans(chunk: Chunk, schedule: number, from: number, to: number, spans: SpanBuffer): void {
  const { start, end } = chunk;
  const first = chunk.offset[schedule]! - 1;
  const last = first + chunk.count[schedule]!;
  const earliest = from - chunk.longest[schedule]!;
  let low = first;
  for (let high = last; low < high;) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < earliest) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < last && start[at]! < to; at++) {
    if (end[at]! <= from) continue;
    if (spans.length === spans.start.length) growBuffer(spans);
    const index = spans.length++;
    spans.start[index] = start[at]!;
    spans.end[index] = end[at]!;
    spans.flags[index] = chunk.flags[at]!;
    spans.slot[index] = chunk.slot[at]!;
  }
}

function growBuffer(spans: SpanBuffer): void {
  const room = spans.start.length * 2;
  spans.start = copied(new Int32Array(room), spans.start);
  spans.end = copied(new Int32Array(room), spans.end);
  spans.flags = copied(new Uint8Array(room), spans.flags);
  spans.slot = copied(new Uint32Array(room), spans.slot);
}
