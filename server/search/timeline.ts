import type { ScheduleTable } from './schedule-table.ts';
import type { Steps } from './slices.ts';
import type { SpanBuffer } from './span-buffer.ts';
import { type Chunk, CHUNK_DAYS, copySpans, emptied, layOut, newChunk } from './span-chunk.ts';

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

const DAY_MINUTES = 1440;
/** A span ends at most two days after it began: `MinuteOfDay` goes to 2880. */
export const LONGEST_MINUTES = 2 * DAY_MINUTES;
/** Four from now on, four that somebody asks for, and two more; 10 MB each at 20,000 schedules. */
const CHUNKS_KEPT = 10;
/** Schedules between two steps. */
const SCHEDULES_PER_STEP = 64;
/** So few that are not laid out yet are laid out by who asks. */
const FEW_SCHEDULES = 256;

export function createTimeline(table: ScheduleTable): Timeline {
  const chunks: Chunk[] = [];
  let readings = 0;
  const chunkAt = (number: number): Chunk => {
    readings++;
    let chunk = chunks[0];
    for (let at = 0; at < chunks.length && chunk?.number !== number; at++) chunk = chunks[at];
    if (chunk?.number !== number) {
      const [dropped] = chunks.length === CHUNKS_KEPT ? chunks.splice(leastRecent(chunks), 1) : [];
      const most = chunks.reduce((room, { used }) => Math.max(room, used), 0);
      chunk = dropped ? emptied(dropped, number) : newChunk(number, table.size, most + (most >>> 3));
      chunks.push(chunk);
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
      const last = lastNumber(to);
      for (let number = firstNumber(from); number <= last; number++) {
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
      const last = lastNumber(to);
      for (let number = firstNumber(from); number <= last; number++) {
        const chunk = chunks.find((each) => each.number === number);
        if (!chunk || table.size - chunk.swept > FEW_SCHEDULES) return false;
      }
      return true;
    },
    *layOut(from, to) {
      const last = lastNumber(to);
      for (let number = firstNumber(from); number <= last; number++) {
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

/** The chunks that are read for [from, to): only in a chunk's first two days can a session of the chunk before still run. */
const firstNumber = (from: number) => chunkNumber(from - LONGEST_MINUTES);
const lastNumber = (to: number) => chunkNumber(Math.ceil(to) - 1);

/** Days begin at 15:00 UTC; minutes since the epoch count in UTC. */
function chunkNumber(minute: number): number {
  return Math.floor((minute + 9 * 60) / (CHUNK_DAYS * DAY_MINUTES));
}
