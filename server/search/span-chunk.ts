import { DAY_MS, MINUTE_MS, startOfDay } from '../domain/schedule/calendar-day.ts';
import { openSpans, spanEnd } from '../domain/schedule/spans.ts';
import { longer } from './bits.ts';
import type { ScheduleTable } from './schedule-table.ts';
import { CERTAIN, ENDLESS, growBuffer, SESSION, type SpanBuffer, TIMED } from './span-buffer.ts';

export const CHUNK_DAYS = 32;

/** The spans of every schedule in days on end; minutes since the epoch. */
export interface Chunk {
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

/** `spans`: how many are to be expected. */
export function newChunk(number: number, schedules: number, spans: number): Chunk {
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

/** For other days, in the same room: megabytes thrown away would call the collector. */
export function emptied(chunk: Chunk, number: number): Chunk {
  for (const name of ['offset', 'certainOn', 'othersOn'] as const) chunk[name].fill(0);
  return { ...chunk, number, firstDay: number * CHUNK_DAYS, swept: 0, used: 0 };
}

/** Works out the spans of one schedule that begin in the chunk's days. */
export function layOut(chunk: Chunk, schedule: number, table: ScheduleTable): void {
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
  chunk.offset = longer(chunk.offset, room);
  chunk.count = longer(chunk.count, room);
  chunk.longest = longer(chunk.longest, room);
  chunk.certainOn = longer(chunk.certainOn, room * CHUNK_DAYS);
  chunk.othersOn = longer(chunk.othersOn, room * CHUNK_DAYS);
}

function growSpans(chunk: Chunk): void {
  const room = chunk.start.length * 2;
  chunk.start = longer(chunk.start, room);
  chunk.end = longer(chunk.end, room);
  chunk.flags = longer(chunk.flags, room);
  chunk.slot = longer(chunk.slot, room);
}

/** Adds the spans of a schedule that touch [from, to) to `spans`. */
export function copySpans(chunk: Chunk, schedule: number, from: number, to: number, spans: SpanBuffer): void {
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
