import type { Place } from '../domain/place.ts';
import {
  DAY_MS,
  epochDayAt,
  formatLocalDate,
  MINUTE_MS,
  parseLocalDate,
  startOfDay,
} from '../domain/schedule/calendar-day.ts';
import type { LocalDate, OpenSpan } from '../domain/schedule/schedule.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { type Bits, hasBit, lowestBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { chordTo } from './filters.ts';
import { needsOf, placeLevelOf, select } from './select.ts';
import { type Lenient, slotTests, type SlotTests } from './slot-tests.ts';
import { unitVector } from './sphere.ts';
import { CERTAIN, createSpanBuffer, ENDLESS, SESSION, type SpanBuffer, TIMED } from './timeline.ts';

/**
 * What is on, across places. A session is listed where it serves everybody who is asked for, by its own ages, activities,
 * access and booking before the place's; what is asked of the place alone (kind, area, text …) chooses the places, and
 * `when` too where it is given. `hours`: KNOWN lists certain sessions, ONLY_MAYBE the others, INCLUDE_MAYBE both.
 */

export interface SessionPage {
  edges: { node: SessionNode; cursor: string }[];
  nodes: SessionNode[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

export interface SessionNode {
  span: OpenSpan;
  place: Place;
}

export interface SessionDay {
  date: LocalDate;
  /** Certain sessions that begin on this day. */
  count: number;
  /** The others. */
  maybeCount: number;
}

/** The places that are looked at, and who is served by their sessions. */
interface Scope {
  rows: Bits;
  tests: SlotTests;
  lenient: Lenient;
  hours: SearchRequest['hours'];
}

/** A session as a row and what orders it. `turn`: among sessions of the place that begin at the same minute. */
interface Found {
  row: number;
  start: number;
  chord: number;
  id: string;
  turn: number;
  span: OpenSpan;
}

const buffer = createSpanBuffer();

function scopeOf(core: Core, request: SearchRequest): Scope {
  const placesOnly = { ...request, ages: [], activities: [], needs: [], access: [], booking: null };
  return {
    rows: select(core, request.when === null ? placesOnly : request).matched,
    tests: slotTests(core, request, needsOf(request), placeLevelOf(core, request)),
    lenient: { ages: request.includeNotStated, booking: request.includeNotStated },
    hours: request.hours,
  };
}

/** Whether the span at `at` of a buffer is listed for a row. */
function isListed(
  { tests, lenient, hours }: Scope,
  row: number,
  spans: SpanBuffer,
  at: number,
  certainUntil: number,
): boolean {
  if ((spans.flags[at]! & SESSION) === 0) return false;
  if (hours !== 'INCLUDE_MAYBE' && isCertain(spans, at, certainUntil) !== (hours === 'KNOWN')) return false;
  return tests.mask(row, spans.slot[at]!, lenient) === tests.everybody;
}

function isCertain(spans: SpanBuffer, at: number, certainUntil: number): boolean {
  return (spans.flags[at]! & CERTAIN) !== 0 && spans.start[at]! < certainUntil;
}

/** Sessions that touch [from, to) (ms), by start, then distance, then id. */
export function sessionPage(
  core: Core,
  request: SearchRequest,
  from: number,
  to: number,
  { first, after }: { first: number; after: string | null },
): SessionPage {
  const scope = scopeOf(core, request);
  const [begin, end] = [from / MINUTE_MS, to / MINUTE_MS];
  const behind = after === null ? null : positionOf(after);
  const totalCount = countSessions(core, scope, begin, end);
  const found = firstSessions(core, scope, request, begin, end, first + 1, behind);
  const [earliest] = after === null ? [] : firstSessions(core, scope, request, begin, end, 1, null);
  const shown = found.slice(0, first);
  const edges = shown.map((each) => ({ node: nodeOf(core, each), cursor: cursorOf(each) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: earliest !== undefined && (found[0] === undefined || precedes(earliest, found[0])),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

type Position = Pick<Found, 'start' | 'chord' | 'id' | 'turn'>;

function positionOf(cursor: string): Position {
  const [start, chord, id, turn] = readCursor(cursor, 'session', ['number', 'number', 'string', 'number']);
  return { start: start as number, chord: chord as number, id: id as string, turn: turn as number };
}

const cursorOf = ({ start, chord, id, turn }: Found) => writeCursor('session', [start, chord, id, turn]);

function precedes(a: Position, b: Position): boolean {
  if (a.start !== b.start) return a.start < b.start;
  if (a.chord !== b.chord) return a.chord < b.chord;
  return a.id !== b.id ? a.id < b.id : a.turn < b.turn;
}

const nodeOf = (core: Core, { row, span }: Found): SessionNode => ({
  span,
  get place() {
    return placeAt(core, row);
  },
});

function spanAt(core: Core, spans: SpanBuffer, at: number, certainUntil: number): OpenSpan {
  const flags = spans.flags[at]!;
  return {
    start: spans.start[at]! * MINUTE_MS,
    end: (flags & ENDLESS) !== 0 ? null : spans.end[at]! * MINUTE_MS,
    certain: isCertain(spans, at, certainUntil),
    timeKnown: (flags & TIMED) !== 0,
    session: true,
    slot: core.table.slot(spans.slot[at]!),
  };
}

/** Days after days until there are enough: a page of a national list needs the first hours alone. */
function firstSessions(
  core: Core,
  scope: Scope,
  { near }: SearchRequest,
  from: number,
  to: number,
  size: number,
  after: Position | null,
): Found[] {
  const point = near === null ? null : unitVector(near.latitude, near.longitude);
  const chordOf = (row: number) => (point === null ? 0 : pinChord(core, row, point));
  const found: Found[] = [];
  // A page behind a cursor need not look at days before it.
  const firstDay = epochDayAt(Math.max(from, after?.start ?? from) * MINUTE_MS);
  let day = firstDay;
  // Days are taken singly at first, then more and more at once: most pages are full after one.
  for (let days = 1; found.length < size; day += days, days *= 2) {
    const [start, end] = [startOfDay(day) / MINUTE_MS, Math.min(to, startOfDay(day + days) / MINUTE_MS)];
    if (start >= to) break;
    // Sessions that had begun before are met on the first day; later they would be met twice.
    const slice = { from: Math.max(from, start), to: end, earliest: day === firstDay ? -Infinity : start };
    offerDays(core, scope, slice, { found, size, after, chordOf });
  }
  return found;
}

function pinChord(core: Core, row: number, [x, y, z]: readonly [number, number, number]): number {
  return hasBit(core.pin, row) ? chordTo(core, row, x, y, z) : Infinity;
}

interface Collecting {
  found: Found[];
  size: number;
  after: Position | null;
  chordOf: (row: number) => number;
}

function offerDays(
  core: Core,
  scope: Scope,
  { from, to, earliest }: { from: number; to: number; earliest: number },
  collecting: Collecting,
): void {
  eachRow(scope.rows, (row) => {
    core.timeline.read(core.schedule[row]!, from, to, buffer);
    let [turn, previous] = [0, NaN];
    for (let at = 0; at < buffer.length; at++) {
      const start = buffer.start[at]!;
      turn = start === previous ? turn + 1 : 0;
      previous = start;
      if (start < earliest || !isListed(scope, row, buffer, at, core.certainUntil[row]!)) continue;
      offer(core, collecting, row, turn, at);
    }
  });
}

function offer(core: Core, { found, size, after, chordOf }: Collecting, row: number, turn: number, at: number): void {
  const start = buffer.start[at]!;
  const last = found.length === size ? found[size - 1] : undefined;
  if (last && start > last.start) return;
  const position = { start, chord: chordOf(row), id: core.ids[row]!, turn };
  if (after && !precedes(after, position)) return;
  if (last && !precedes(position, last)) return;
  let place = last ? size - 1 : found.length;
  for (; place > 0 && precedes(position, found[place - 1]!); place--) found[place] = found[place - 1]!;
  found[place] = { ...position, row, span: spanAt(core, buffer, at, core.certainUntil[row]!) };
}

function eachRow(rows: Bits, visit: (row: number) => void): void {
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) visit((word << 5) + lowestBit(rest));
  }
}

/** Rows that share a schedule without facts in its slots, and are certain throughout, are counted once together. */
function bySchedule(core: Core, { rows, tests, lenient }: Scope, until: number) {
  const together = new Map<number, number>();
  const alone: number[] = [];
  eachRow(rows, (row) => {
    if (hasBit(core.slotted, row) || core.certainUntil[row]! < until) alone.push(row);
    else if (tests.mask(row, 0, lenient) === tests.everybody) {
      const schedule = core.schedule[row]!;
      together.set(schedule, (together.get(schedule) ?? 0) + 1);
    }
  });
  return { together, alone };
}

function countSessions(core: Core, scope: Scope, from: number, to: number): number {
  const { together, alone } = bySchedule(core, scope, to);
  let total = 0;
  const count = (schedule: number, listed: (at: number) => boolean) => {
    core.timeline.read(schedule, from, to, buffer);
    let sessions = 0;
    for (let at = 0; at < buffer.length; at++) if (listed(at)) sessions++;
    return sessions;
  };
  const suits = (at: number) =>
    (buffer.flags[at]! & SESSION) !== 0 &&
    (scope.hours === 'INCLUDE_MAYBE' || isCertain(buffer, at, Infinity) === (scope.hours === 'KNOWN'));
  for (const [schedule, rows] of together) total += rows * count(schedule, suits);
  for (const row of alone) {
    total += count(core.schedule[row]!, (at) => isListed(scope, row, buffer, at, core.certainUntil[row]!));
  }
  return total;
}

/** How many sessions begin on each day, both ends included; `hours` does not matter, both counts are given. */
export function sessionDays(core: Core, request: SearchRequest, from: LocalDate, to: LocalDate): SessionDay[] {
  const [first, last] = [parseLocalDate(from) ?? 0, parseLocalDate(to) ?? -1];
  const scope: Scope = { ...scopeOf(core, request), hours: 'INCLUDE_MAYBE' };
  const [begin, end] = [startOfDay(first) / MINUTE_MS, startOfDay(last + 1) / MINUTE_MS];
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    date: formatLocalDate(first + index),
    count: 0,
    maybeCount: 0,
  }));
  const add = (schedule: number, times: number, certainUntil: number, listed: (at: number) => boolean) => {
    core.timeline.read(schedule, begin, end, buffer);
    for (let at = 0; at < buffer.length; at++) {
      const day = days[Math.floor((buffer.start[at]! - begin) / (DAY_MS / MINUTE_MS))];
      if (day && listed(at)) day[isCertain(buffer, at, certainUntil) ? 'count' : 'maybeCount'] += times;
    }
  };
  const { together, alone } = bySchedule(core, scope, end);
  for (const [schedule, rows] of together) add(schedule, rows, Infinity, (at) => (buffer.flags[at]! & SESSION) !== 0);
  for (const row of alone) {
    const certainUntil = core.certainUntil[row]!;
    add(core.schedule[row]!, 1, certainUntil, (at) => isListed(scope, row, buffer, at, certainUntil));
  }
  return days;
}
