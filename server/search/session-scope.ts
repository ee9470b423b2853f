import { DAY_MS, formatLocalDate, MINUTE_MS, parseLocalDate, startOfDay } from '../domain/schedule/calendar-day.ts';
import type { LocalDate } from '../domain/schedule/schedule.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { andBits, andNotBits, type Bits, hasBit, lowestBit } from './bits.ts';
import type { Core } from './core.ts';
import { needsOf, placeLevelOf } from './pools.ts';
import { select } from './select.ts';
import { type Lenient, SIGNATURES, slotTests, type SlotTests } from './slot-tests.ts';
import { CERTAIN, createSpanBuffer, SESSION, type SpanBuffer } from './span-buffer.ts';
import { LONGEST_MINUTES } from './timeline.ts';

/** Which sessions a request is about, and how many they are. */

/** The places that are looked at, and who is served by their sessions. */
export interface Scope {
  /** Rows whose sessions have no facts of their own: all of them are listed, or none. Here are those of which all are. */
  plain: Bits;
  /** Rows of which each session must be looked at. */
  slotted: Bits;
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
  // The places that match are those whose own facts serve everybody; a session with its own may do so where the place does not.
  const { matched } = select(core, request);
  const placesOnly = { ...request, ages: [], activities: [], needs: [], access: [], booking: null };
  const looked = request.when === null ? select(core, placesOnly).matched : matched;
  const slotted = andBits(looked === matched ? matched.slice() : looked, core.slotted);
  return {
    plain: andNotBits(matched, core.slotted),
    slotted,
    tests: slotTests(core, request, needsOf(request), placeLevelOf(core, request)),
    lenient: { ages: request.includeNotStated, booking: request.includeNotStated },
    hours: request.hours,
  };
}

/** Whether the span at `at` of a buffer is listed for a row of the scope. */
export function isListed(core: Core, scope: Scope, row: number, spans: SpanBuffer, at: number): boolean {
  if (!isOfHours(scope, spans, at, core.certainUntil[row]!)) return false;
  return !hasBit(core.slotted, row) || serves(scope, row, spans, at);
}

/** Whether a session of a slotted row serves everybody. */
function serves({ tests, lenient }: Scope, row: number, spans: SpanBuffer, at: number): boolean {
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

/** Rows whose sessions are all alike: one schedule, certain until one minute. */
interface Group {
  schedule: number;
  certainUntil: number;
  rows: number;
  /** Of slotted rows one that stands for all: who is served is the same; null: every session is listed. */
  row: number | null;
}

/**
 * Plain rows by schedule and by how long they are certain. Most are certain beyond the window, or not at all within it: those
 * are counted in columns, the few others one by one.
 */
function* plainGroups(core: Core, rows: Bits, least: number, most: number): Iterable<Group> {
  const [surely, perhaps] = [new Uint32Array(core.table.size), new Uint32Array(core.table.size)];
  const between = new Map<number, Group>();
  const steps = most - least + 1;
  eachRow(rows, (row) => {
    const [schedule, certainUntil] = [core.schedule[row]!, core.certainUntil[row]!];
    if (certainUntil >= most) surely[schedule]!++;
    else if (certainUntil <= least) perhaps[schedule]!++;
    else count(between, schedule * steps + certainUntil - least, { schedule, certainUntil, rows: 1, row: null });
  });
  for (let schedule = 0; schedule < core.table.size; schedule++) {
    if (surely[schedule] !== 0) yield { schedule, certainUntil: most, rows: surely[schedule]!, row: null };
    if (perhaps[schedule] !== 0) yield { schedule, certainUntil: least, rows: perhaps[schedule]!, row: null };
  }
  yield* between.values();
}

function count<K>(groups: Map<K, Group>, key: K, group: Group): void {
  const known = groups.get(key);
  if (known) known.rows++;
  else groups.set(key, group);
}

/** Slotted rows by schedule, by what of the place its sessions inherit, and by how long they are certain. */
function* slottedGroups(core: Core, { slotted, tests, lenient }: Scope, least: number, most: number): Iterable<Group> {
  const groups = new Map<number, Map<number, Group>>();
  eachRow(slotted, (row) => {
    const schedule = core.schedule[row]!;
    const certainUntil = Math.max(least, Math.min(most, core.certainUntil[row]!));
    const alike = schedule * SIGNATURES + tests.signature(row, lenient);
    let byCertainty = groups.get(alike);
    if (!byCertainty) groups.set(alike, (byCertainty = new Map<number, Group>()));
    count(byCertainty, certainUntil, { schedule, certainUntil, rows: 1, row });
  });
  for (const each of groups.values()) yield* each.values();
}

/** Calls `visit` with every group of rows whose sessions are alike as far as [from, to) goes. */
function eachGroup(core: Core, scope: Scope, from: number, to: number, visit: (group: Group) => void): void {
  // Before `from` and after `to` it does not matter how long a place is certain.
  const [least, most] = [Math.floor(from) - LONGEST_MINUTES, Math.ceil(to)];
  for (const group of plainGroups(core, scope.plain, least, most)) visit(group);
  for (const group of slottedGroups(core, scope, least, most)) visit(group);
}

/** Calls `visit` with every listed session of a group, in `spans`, that touches [from, to). */
function eachSession(
  core: Core,
  scope: Scope,
  { schedule, certainUntil, row }: Group,
  from: number,
  to: number,
  visit: (spans: SpanBuffer, at: number) => void,
): void {
  core.timeline.read(schedule, from, to, buffer);
  for (let at = 0; at < buffer.length; at++) {
    if (!isOfHours(scope, buffer, at, certainUntil)) continue;
    if (row === null || serves(scope, row, buffer, at)) visit(buffer, at);
  }
}

/** How many sessions touch [from, to), in minutes. */
export function countSessions(core: Core, scope: Scope, from: number, to: number): number {
  let total = 0;
  eachGroup(core, scope, from, to, (group) =>
    eachSession(core, scope, group, from, to, () => {
      total += group.rows;
    }),
  );
  return total;
}

/** How many sessions begin on each day, both ends included; `hours` does not matter, both counts are given. */
export function sessionDays(core: Core, request: SearchRequest, from: LocalDate, to: LocalDate): SessionDay[] {
  const [first, last] = [parseLocalDate(from) ?? 0, parseLocalDate(to) ?? -1];
  const scope: Scope = { ...scopeOf(core, request), hours: 'INCLUDE_MAYBE' };
  const [begin, end] = [startOfDay(first) / MINUTE_MS, startOfDay(last + 1) / MINUTE_MS];
  const length = Math.max(0, last - first + 1);
  const [certain, others] = [new Float64Array(length), new Float64Array(length)];
  eachGroup(core, scope, begin, end, (group) => {
    const { schedule, certainUntil, rows, row } = group;
    // Where every session is listed, and certainty does not end in between, they are counted already.
    if (row === null && certainUntil >= end) return core.timeline.addDays(schedule, first, rows, certain, others);
    if (row === null && certainUntil <= begin) return core.timeline.addDays(schedule, first, rows, others, others);
    eachSession(core, scope, group, begin, end, (spans, at) => {
      const day = Math.floor((spans.start[at]! - begin) / DAY_MINUTES);
      if (day >= 0) (isCertain(spans, at, certainUntil) ? certain : others)[day]! += rows;
    });
  });
  return Array.from(certain, (count, day) => ({
    date: formatLocalDate(first + day),
    count,
    maybeCount: others[day]!,
  }));
}
