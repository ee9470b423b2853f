import type { SearchRequest } from '../domain/search-request.ts';
import { type Need, NEEDS } from '../domain/vocabulary/needs.ts';
import { andBits, andNotBits, type Bits, countBits, orBits } from './bits.ts';
import { copyOf, type Core, emptySet, wordCount } from './core.ts';
import { admitting, anyOf, bookingIn, keepAnyOf, nearerThan, usableFrom, within } from './filters.ts';
import { createLru, type Lru } from './lru.ts';
import { using } from './rooms.ts';
import { type PlaceLevel, slotTests, type SlotTests } from './slot-tests.ts';
import { rowsOfText } from './text-query.ts';
import { reachable } from './visit.ts';

/** What a request asks of places, as sets of rows: all of it that does not depend on hours. */

export const FACTS = ['ages', 'childAlone', 'free', 'booking'] as const;
export type FactName = (typeof FACTS)[number];

/** A fact that is asked: rows that satisfy it, and rows that state it or have a usual value. */
export interface FactSets {
  name: FactName;
  yes: Bits;
  known: Bits;
}

/** Rows by what their own facts make of them. */
export interface Decided {
  /** They satisfy every fact. */
  passing: Bits;
  /** How many they are. */
  count: number;
  /** They leave a fact unsaid and satisfy the others; for facts of which there are such rows. */
  lacking: Lacking[];
}

export interface Lacking {
  name: FactName;
  rows: Bits;
  count: number;
  /** Words of the set that are not 0: mostly few are. */
  words: Uint32Array;
}

/** A request taken apart into sets of rows. */
interface Parts {
  level: PlaceLevel;
  facts: FactSets[];
  tests: SlotTests;
}

/** The parts of a request that no time or place enters, intersected. */
export interface Pools extends Parts {
  /**
   * With a time, the rows to ask for it: those with plain schedules that may satisfy every fact, and those that must be
   * looked at one by one (`core.slotted`; for a visit all).
   */
  timed: Bits;
  /** What the rows' own facts make of them, before any time is asked; not worked out for a visit. */
  decided: Decided;
  /** The same of rows with plain schedules alone, see `plainOf`; worked out when it is needed. */
  plain?: Decided;
  version: number;
  /** No other pools have it; set where they are kept. */
  number?: number;
}

/** `narrow`: takes rows out that are not to be looked at at all. */
export function poolsOf(core: Core, request: SearchRequest, narrow?: (rows: Bits) => void): Pools {
  const parts = partsOf(core, request);
  const { facts, level } = parts;
  const fixed = fixedRows(core, request);
  const { version } = core;
  narrow?.(fixed);
  const placeFacts = facts.filter(({ name }) => !isOfSession(name));
  if (request.when?.kind === 'VISIT') {
    const near = using(core.rooms, andBits, fixed, reachable(core, request));
    const timed = satisfying(near, placeFacts, true);
    return { ...parts, timed, decided: NOTHING_DECIDED, version };
  }
  const offered = offering(core, fixed, level);
  const decided = decidedOf(core, offered, facts, request.includeNotStated);
  const timed = andBits(fixed, core.slotted);
  if (request.when !== null) {
    orBits(satisfying(timed, placeFacts, true), satisfying(andNotBits(offered, core.slotted), facts, true));
  }
  core.rooms.giveBack(offered);
  return { ...parts, timed, decided, version };
}

const NOTHING_DECIDED: Decided = { passing: new Uint32Array(0), count: 0, lacking: [] };

/** `lenient`: what is left unsaid counts as satisfied. */
function decidedOf(core: Core, rows: Bits, facts: FactSets[], lenient: boolean): Decided {
  const passing = satisfying(copyOf(core, rows), facts, lenient);
  const lacking: Lacking[] = [];
  for (const fact of facts) {
    const unsaid = andNotBits(copyOf(core, rows), fact.known);
    const others = facts.filter((other) => other !== fact);
    const words = wordsIn(satisfying(unsaid, others, lenient));
    if (words.length === 0) core.rooms.giveBack(unsaid);
    else lacking.push({ name: fact.name, rows: unsaid, count: countBits(unsaid), words });
  }
  return { passing, count: countBits(passing), lacking };
}

let room = new Uint32Array(0);

/** Where the words of a set stand that are not 0. */
function wordsIn(rows: Bits): Uint32Array {
  if (room.length < rows.length) room = new Uint32Array(2 * rows.length);
  const found = room;
  let count = 0;
  for (let word = 0; word < rows.length; word++) {
    found[count] = word;
    if (rows[word] !== 0) count++;
  }
  return found.slice(0, count);
}

/** Of what is decided that of rows with plain schedules. */
export function plainOf(core: Core, { passing, lacking }: Decided): Decided {
  const plain = (rows: Bits) => andNotBits(copyOf(core, rows), core.slotted);
  const left = plain(passing);
  return {
    passing: left,
    count: countBits(left),
    lacking: lacking.map((each) => ({ ...each, rows: plain(each.rows) })),
  };
}

const POOLS_KEPT = 96;
const kept = new WeakMap<Core, Lru<string, Pools>>();
let poolsKept = 0;

/** Whether a request's pools are worth keeping: the same filters come with ever other times and positions. */
export function areKept({ near, within, text, when }: SearchRequest): boolean {
  const isOfPlace = near?.maxDistanceMeters != null || text !== null || (within !== null && 'bounds' in within);
  return !isOfPlace && when?.kind !== 'VISIT';
}

/** The pools of a request that are kept until something changes. */
export function keptPools(core: Core, request: SearchRequest): Pools {
  let pools = kept.get(core);
  if (!pools) kept.set(core, (pools = createLru('filters', POOLS_KEPT)));
  const key = JSON.stringify({ ...request, when: request.when !== null, near: null, hours: null, orderBy: null });
  const known = pools.get(key);
  if (known?.version === core.version) return known;
  const found = { ...poolsOf(core, request), number: ++poolsKept };
  const forgotten = pools.set(key, found);
  if (forgotten) giveBackPools(core, forgotten);
  return found;
}

/** Pools that nobody looks at any more. */
export function giveBackPools({ rooms }: Core, { timed, decided, plain }: Pools): void {
  rooms.giveBack(timed);
  for (const each of [decided, plain]) {
    if (!each || each === NOTHING_DECIDED) continue;
    rooms.giveBack(each.passing);
    for (const { rows } of each.lacking) rooms.giveBack(rows);
  }
}

function partsOf(core: Core, request: SearchRequest): Parts {
  const level = placeLevelOf(core, request);
  const tests = slotTests(core, request, needsOf(request), level);
  return { level, facts: factSets(core, request), tests };
}

/** The needs that a request names. */
export const needsOf = (request: SearchRequest): Need[] => NEEDS.filter(({ code }) => request.needs.includes(code));

/** What is asked of sessions, where the place's own facts hold. */
export function placeLevelOf(core: Core, request: SearchRequest): PlaceLevel {
  const { activities, needs, access, booking } = request;
  return {
    activities: activities.length > 0 ? anyOf(core, core.activities, activities) : null,
    needs: needs.length > 0 ? needRows(core, needsOf(request)) : null,
    access: access.length > 0 ? anyOf(core, core.access, access) : null,
    booking: booking === null ? null : { yes: bookingIn(core, booking), known: known(core, core.booking) },
  };
}

function fixedRows(core: Core, request: SearchRequest): Bits {
  const rows = copyOf(core, core.live);
  if (request.kinds.length > 0) keepAnyOf(core, rows, core.kinds, request.kinds);
  for (const feature of request.features) andBits(rows, anyOf(core, core.features, [feature]));
  if (request.within) using(core.rooms, andBits, rows, within(core, request.within));
  if (request.near?.maxDistanceMeters != null) {
    using(core.rooms, andBits, rows, nearerThan(core, request.near, request.near.maxDistanceMeters));
  }
  if (request.livesIn !== null) andBits(rows, usableFrom(core, request.livesIn));
  if (request.text !== null) andBits(rows, rowsOfText(core, request.text));
  return rows;
}

function needRows(core: Core, needs: Need[]): { byKind: Bits; byActivity: Bits } {
  return {
    byKind: anyOf(
      core,
      core.kinds,
      needs.flatMap(({ kinds }) => kinds),
    ),
    byActivity: anyOf(
      core,
      core.activities,
      needs.flatMap(({ activities }) => activities),
    ),
  };
}

const known = (core: Core, sets: Map<string, Bits>): Bits => anyOf(core, sets, [...sets.keys()]);

function factSets(core: Core, { ages, childAlone, free, booking }: SearchRequest): FactSets[] {
  const sets: FactSets[] = [];
  const [first, ...others] = ages.map((age) => admitting(core, age));
  if (first) {
    const yes = others.length === 0 ? first : others.reduce<Bits>(andBits, first.slice(0, wordCount(core)));
    sets.push({ name: 'ages', yes, known: core.agesKnown });
  }
  const addBoolean = (name: 'childAlone' | 'free', asked: boolean) => {
    sets.push({ name, yes: anyOf(core, core[name], [String(asked)]), known: known(core, core[name]) });
  };
  if (childAlone !== null) addBoolean('childAlone', childAlone);
  if (free !== null) addBoolean('free', free);
  if (booking !== null) {
    sets.push({ name: 'booking', yes: bookingIn(core, booking), known: known(core, core.booking) });
  }
  return sets;
}

/** Rows whose own facts offer what is asked of every session. One pass over the words. */
function offering(core: Core, fixed: Bits, { activities, needs, access }: PlaceLevel): Bits {
  const pool = emptySet(core);
  for (let word = 0; word < fixed.length; word++) {
    let rows = fixed[word]!;
    if (rows === 0) continue;
    if (activities) rows &= activities[word]!;
    if (access) rows &= access[word]!;
    if (needs) rows &= needs.byKind[word]! | needs.byActivity[word]!;
    pool[word] = rows;
  }
  return pool;
}

/** Takes out the rows that do not satisfy every fact; `lenient`: or leave it unsaid. */
function satisfying(rows: Bits, facts: FactSets[], lenient: boolean): Bits {
  for (const { yes, known } of facts) {
    if (!lenient) andBits(rows, yes);
    else for (let word = 0; word < rows.length; word++) rows[word]! &= yes[word]! | ~known[word]!;
  }
  return rows;
}

/** Facts that a session may have of its own. */
export const isOfSession = (name: FactName): boolean => name === 'ages' || name === 'booking';
