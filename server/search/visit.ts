import { MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { Bits } from './bits.ts';
import type { Core } from './core.ts';
import { chordTo, nearerThan } from './filters.ts';
import type { SlotTests } from './slot-tests.ts';
import { codeDuring, crowdDuring, type Degree, degreeOf, type Stay } from './span-answers.ts';
import { chordToMeters, unitVector } from './sphere.ts';
import { createSpanBuffer } from './span-buffer.ts';

/** 行って帰れる: there on foot, inside for a while, and home in time. */

/** Ways are longer than the crow flies; 1.3 is usual for Japanese cities. */
const DETOUR = 1.3;

const buffer = createSpanBuffer();

/** Rows that one can reach with time enough left. Needs a request with a visit. */
export function reachable(core: Core, { when, near }: SearchRequest): Bits {
  if (when?.kind !== 'VISIT' || near === null) throw new Error('A visit was expected.');
  const minutes = (when.homeBy - when.from) / MINUTE_MS - when.minMinutes;
  const meters = (minutes / 2 / DETOUR) * when.metersPerMinute;
  // A metre more, since a way is rounded to the millisecond; visitDegree decides.
  return nearerThan(core, near, Math.max(0, meters) + 1);
}

/** One way in ms; null where the row has no pin or nobody asked for a visit. */
export function walkMs(core: Core, { when, near }: SearchRequest, row: number): number | null {
  if (when?.kind !== 'VISIT' || near === null || Number.isNaN(core.latitude[row])) return null;
  const meters = chordToMeters(chordTo(core, row, ...unitVector(near.latitude, near.longitude)));
  return Math.ceil(((meters * DETOUR) / when.metersPerMinute) * MINUTE_MS);
}

/** Whether it is open on arrival and for as long as is needed, with the way home in time. */
export function visitDegree(
  core: Core,
  request: SearchRequest,
  tests: SlotTests,
  row: number,
  lenient: { ages: boolean; booking: boolean },
): Degree {
  const { when } = request;
  const walk = walkMs(core, request, row);
  if (when?.kind !== 'VISIT' || walk === null) return 0;
  if (when.from + 2 * walk + when.minMinutes * MINUTE_MS > when.homeBy) return 0;
  const arrival = (when.from + walk) / MINUTE_MS;
  return openFrom(core, tests, row, lenient, arrival, when.minMinutes, when.minMinutes);
}

function openFrom(
  core: Core,
  tests: SlotTests,
  row: number,
  lenient: { ages: boolean; booking: boolean },
  arrival: number,
  minutes: number,
  assumed: number,
): Degree {
  const stay: Stay = { from: arrival, to: arrival + minutes, needed: minutes, assumed };
  core.timeline.read(core.schedule[row]!, stay.from, stay.to, buffer);
  const masks = tests.masks(row, buffer, lenient);
  const certainUntil = core.certainUntil[row]!;
  if (tests.everybody === 1) return degreeOf(codeDuring(buffer, stay, masks), certainUntil);
  return crowdDuring(buffer, stay, { masks, everybody: tests.everybody, certainUntil });
}

export interface Visit {
  arriveAt: number;
  leaveBy: number;
  homeAt: number;
}

/**
 * Arrival, the latest departure (it closes, or one must be home) and when one is home then, ms since the epoch; null where
 * no visit was asked. Of a row that was found.
 */
export function visitOf(
  core: Core,
  request: SearchRequest,
  tests: SlotTests,
  row: number,
  lenient: { ages: boolean; booking: boolean },
): Visit | null {
  const { when } = request;
  const walk = walkMs(core, request, row);
  if (when?.kind !== 'VISIT' || walk === null) return null;
  const arriveAt = when.from + walk;
  const [degree, latest] = [visitDegree(core, request, tests, row, lenient), when.homeBy - walk];
  let leaveBy = arriveAt + when.minMinutes * MINUTE_MS;
  for (const cut of cutsBetween(core, row, leaveBy, latest)) {
    // Open for as long as every moment until the next change is as sure as the arrival.
    const minutes = (cut - arriveAt) / MINUTE_MS;
    if (openFrom(core, tests, row, lenient, arriveAt / MINUTE_MS, minutes, when.minMinutes) < degree) break;
    leaveBy = cut;
  }
  return { arriveAt, leaveBy, homeAt: leaveBy + walk };
}

/** Moments at which a session begins or ends between two instants, and the later of them. */
function cutsBetween(core: Core, row: number, from: number, to: number): number[] {
  core.timeline.read(core.schedule[row]!, from / MINUTE_MS - 1, to / MINUTE_MS, buffer);
  const cuts = [to];
  for (let at = 0; at < buffer.length; at++) cuts.push(buffer.start[at]! * MINUTE_MS, buffer.end[at]! * MINUTE_MS);
  return [...new Set(cuts)].filter((cut) => cut > from && cut <= to).sort((a, b) => a - b);
}
