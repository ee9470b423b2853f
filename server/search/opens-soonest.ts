import { MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { hasBit } from './bits.ts';
import type { Core } from './core.ts';
import type { SlotTests } from './slot-tests.ts';
import { CERTAIN, createSpanBuffer, ENDLESS, SESSION, type SpanBuffer, TIMED } from './span-buffer.ts';

/**
 * OPENS_SOONEST. The key of a place is 0 where it is open for certain, else the minute at which its next certain session
 * begins (for a session whose hours are not known, the end of its day), within four weeks; Infinity where nothing certain
 * is known. With several people asked, a session counts that serves all of them.
 */
const DAY_MINUTES = 1440;
const HORIZONS = [2 * DAY_MINUTES, 28 * DAY_MINUTES];

const buffer = createSpanBuffer();

/** Of one moment; schedules without facts in slots are looked at once. */
interface Known {
  asOf: number;
  openings: (Opening | undefined)[];
}

/** A minute serves all who ask within it, and all pages of a walk: its cursor carries the moment. */
const MOMENTS_KEPT = 4;
const known = new WeakMap<Core['table'], Known[]>();

function openingsAt({ table }: Core, asOf: number): Known['openings'] {
  const moments = known.get(table) ?? [];
  known.set(table, moments);
  const found = moments.find((each) => each.asOf === asOf);
  if (found) return found.openings;
  const openings = new Array<Opening | undefined>(table.size);
  moments.unshift({ asOf, openings });
  moments.length = Math.min(moments.length, MOMENTS_KEPT);
  return openings;
}

/** Keys of rows at `asOf` (ms). */
export function openingKeys(
  core: Core,
  { includeNotStated }: SearchRequest,
  tests: SlotTests,
  asOf: number,
): (row: number) => number {
  const minute = Math.floor(asOf / MINUTE_MS);
  const exact = minute * MINUTE_MS === asOf;
  const lenient = { ages: includeNotStated, booking: includeNotStated };
  // Within a minute nothing opens or closes; only its very beginning is a moment of its own.
  const openings = openingsAt(core, exact ? asOf : minute * MINUTE_MS + 1);
  return (row) => {
    const schedule = core.schedule[row]!;
    const slotted = hasBit(core.slotted, row);
    let opening = slotted ? undefined : openings[schedule];
    if (!opening) {
      // Most places open within two days: only for the others is the whole horizon looked at.
      for (const ahead of HORIZONS) {
        core.timeline.read(schedule, minute, minute + ahead, buffer);
        const masks = slotted ? tests.masks(row, buffer, lenient) : null;
        opening = openingOf(buffer, minute, exact, (at) => masks === null || masks[at] === tests.everybody);
        if (opening.next < minute + ahead) break;
      }
      opening ??= NEVER;
      if (!slotted) openings[schedule] = opening;
    }
    return keyOf(opening, core.certainUntil[row]!);
  };
}

/** Minutes; Infinity where there is none. */
interface Opening {
  /** Start of the first certain session that runs. */
  runningSince: number;
  /** Key and start of the next certain session. */
  next: number;
  nextStart: number;
}

const NEVER: Opening = { runningSince: Infinity, next: Infinity, nextStart: Infinity };

function keyOf({ runningSince, next, nextStart }: Opening, certainUntil: number): number {
  if (runningSince < certainUntil) return 0;
  return nextStart < certainUntil ? next : Infinity;
}

function openingOf(spans: SpanBuffer, minute: number, exact: boolean, serves: (at: number) => boolean): Opening {
  const opening: Opening = { runningSince: Infinity, next: Infinity, nextStart: Infinity };
  for (let at = 0; at < spans.length; at++) {
    const [start, flags] = [spans.start[at]!, spans.flags[at]!];
    if ((flags & CERTAIN) === 0 || (flags & SESSION) === 0 || !serves(at)) continue;
    if ((flags & TIMED) === 0) {
      consider(opening, start + DAY_MINUTES, start);
    } else if (start > minute) {
      consider(opening, start, start);
    } else if ((flags & ENDLESS) === 0 || (exact && start === minute)) {
      opening.runningSince = Math.min(opening.runningSince, start);
    }
  }
  return opening;
}

function consider(opening: Opening, key: number, start: number): void {
  if (key >= opening.next) return;
  opening.next = key;
  opening.nextStart = start;
}
