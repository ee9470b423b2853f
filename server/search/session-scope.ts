import { DAY_MS, formatLocalDate, MINUTE_MS, parseLocalDate, startOfDay } from '../domain/schedule/calendar-day.ts';
import type { LocalDate } from '../domain/schedule/schedule.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { type Bits, hasBit, lowestBit } from './bits.ts';
import type { Core } from './core.ts';
import { needsOf, placeLevelOf } from './pools.ts';
import { select } from './select.ts';
import { type Lenient, slotTests, type SlotTests } from './slot-tests.ts';
import { CERTAIN, createSpanBuffer, LONGEST_MINUTES, SESSION, type SpanBuffer } from './timeline.ts';

/** Which sessions a request is about, and how many they are. */

/** The places that are looked at, and who is served by their sessions. */
export interface Scope {
  rows: Bits;
  tests: SlotTests;
  lenient: Lenient;
  hours: SearchRequest['hours'];
}

export interface SessionDay {
  date: LocalDate;
  /** Certain sessions that begin on this day. */
  count: number;
  /** The others. */
  maybeCount: number;
}

const buffer = createSpanBuffer();
const DAY_MINUTES = DAY_MS / MINUTE_MS;

export function scopeOf(core: Core, request: SearchRequest): Scope {
  const placesOnly = { ...request, ages: [], activities: [], needs: [], access: [], booking: null };
  return {
    rows: select(core, request.when === null ? placesOnly : request).matched,
    tests: slotTests(core, request, needsOf(request), placeLevelOf(core, request)),
    lenient: { ages: request.includeNotStated, booking: request.includeNotStated },
    hours: request.hours,
  };
}

/** Whether the span at `at` of a buffer is listed for a row. */
export function isListed(scope: Scope, row: number, spans: SpanBuffer, at: number, certainUntil: number): boolean {
  const { tests, lenient } = scope;
  if (!isOfHours(scope, spans, at, certainUntil)) return false;
  return tests.mask(row, spans.slot[at]!, lenient) === tests.everybody;
}

function isOfHours({ hours }: Scope, spans: SpanBuffer, at: number, certainUntil: number): boolean {
  if ((spans.flags[at]! & SESSION) === 0) return false;
  return hours === 'INCLUDE_MAYBE' || isCertain(spans, at, certainUntil) === (hours === 'KNOWN');
}

export function isCertain(spans: SpanBuffer, at: number, certainUntil: number): boolean {
  return (spans.flags[at]! & CERTAIN) !== 0 && spans.start[at]! < certainUntil;
}

export function eachRow(rows: Bits, visit: (row: number) => void): void {
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) visit((word << 5) + lowestBit(rest));
  }
}

/** Rows whose sessions are all alike: one schedule, certain until one minute. `row` null: none needs a look of its own. */
interface Group {
  schedule: number;
  certainUntil: number;
  rows: number;
  row: number | null;
}

/**
 * Rows by what their sessions between two minutes depend on. A schedule without facts in its slots is looked at once for
 * all rows that are certain as long; before `from` and after `to` it does not matter how long.
 */
function groupsOf(core: Core, { rows, tests, lenient }: Scope, from: number, to: number): Iterable<Group> {
  const groups = new Map<number, Group>();
  const [least, most] = [Math.floor(from) - LONGEST_MINUTES, Math.ceil(to)];
  const steps = most - least + 1;
  eachRow(rows, (row) => {
    const schedule = core.schedule[row]!;
    const certainUntil = Math.max(least, Math.min(most, core.certainUntil[row]!));
    if (hasBit(core.slotted, row)) {
      groups.set(-1 - row, { schedule, certainUntil, rows: 1, row });
    } else if (tests.mask(row, 0, lenient) === tests.everybody) {
      const key = schedule * steps + certainUntil - least;
      const group = groups.get(key);
      if (group) group.rows++;
      else groups.set(key, { schedule, certainUntil, rows: 1, row: null });
    }
  });
  return groups.values();
}

/** Calls `visit` with every listed session in `spans` that touches [from, to), and how many rows have it. */
function eachSession(
  core: Core,
  scope: Scope,
  from: number,
  to: number,
  visit: (spans: SpanBuffer, at: number, rows: number, certainUntil: number) => void,
): void {
  for (const { schedule, certainUntil, rows, row } of groupsOf(core, scope, from, to)) {
    core.timeline.read(schedule, from, to, buffer);
    for (let at = 0; at < buffer.length; at++) {
      if (!isOfHours(scope, buffer, at, certainUntil)) continue;
      if (row === null || isListed(scope, row, buffer, at, certainUntil)) visit(buffer, at, rows, certainUntil);
    }
  }
}

/** How many sessions touch [from, to), in minutes. */
export function countSessions(core: Core, scope: Scope, from: number, to: number): number {
  let total = 0;
  eachSession(core, scope, from, to, (_spans, _at, rows) => {
    total += rows;
  });
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
  eachSession(core, scope, begin, end, (spans, at, rows, certainUntil) => {
    const day = days[Math.floor((spans.start[at]! - begin) / DAY_MINUTES)];
    if (day) day[isCertain(spans, at, certainUntil) ? 'count' : 'maybeCount'] += rows;
  });
  return days;
}
