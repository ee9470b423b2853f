import type { Place } from '../domain/place.ts';
import { epochDayAt, MINUTE_MS, startOfDay } from '../domain/schedule/calendar-day.ts';
import type { OpenSpan } from '../domain/schedule/schedule.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { hasBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { chordTo } from './filters.ts';
import { countSessions, eachRow, isCertain, isListed, type Scope, scopeOf } from './session-scope.ts';
import { unitVector } from './sphere.ts';
import { createSpanBuffer, ENDLESS, SESSION, type SpanBuffer, TIMED } from './span-buffer.ts';

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
  const { found, size } = collecting;
  // Per schedule, the first session of these days: behind the last one of a full page nothing need be looked at.
  const firsts = new Float64Array(core.table.size).fill(-Infinity);
  const offerRow = (row: number) => {
    const schedule = core.schedule[row]!;
    const first = firsts[schedule]!;
    const limit = found.length === size ? found[size - 1]!.start : Number.MAX_VALUE;
    if (first > limit) return;
    core.timeline.read(schedule, from, to, buffer);
    if (first === -Infinity) firsts[schedule] = firstSession(buffer, earliest);
    let [turn, previous] = [0, NaN];
    for (let at = 0; at < buffer.length; at++) {
      const start = buffer.start[at]!;
      turn = start === previous ? turn + 1 : 0;
      previous = start;
      if (start < earliest || !isListed(core, scope, row, buffer, at)) continue;
      offer(core, collecting, row, turn, at);
    }
  };
  eachRow(scope.plain, offerRow);
  eachRow(scope.slotted, offerRow);
}

function firstSession(spans: SpanBuffer, earliest: number): number {
  for (let at = 0; at < spans.length; at++) {
    if ((spans.flags[at]! & SESSION) !== 0 && spans.start[at]! >= earliest) return spans.start[at]!;
  }
  return Infinity;
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
