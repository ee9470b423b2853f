import type { SearchRequest } from '../domain/search-request.ts';
import { type Need, NEEDS } from '../domain/vocabulary/needs.ts';
import { andBits, type Bits, hasBit, lowestBit, orBits, popcount, setBit } from './bits.ts';
import { type Core, wordCount } from './core.ts';
import { admitting, anyOf, bookingIn, nearerThan, usableFrom, within } from './filters.ts';
import { type Asked, askedOf, codeOf, crowdDegree, openAmong } from './hours.ts';
import { type PlaceLevel, SIGNATURES, slotTests, type SlotTests } from './slot-tests.ts';
import { type Degree, degreeOf } from './span-answers.ts';
import { rowsOfText } from './text-query.ts';
import { reachable, visitDegree } from './visit.ts';

export const FACTS = ['ages', 'childAlone', 'free', 'booking'] as const;
export type FactName = (typeof FACTS)[number];

/** The rows that a request finds, and what it does not find for want of knowledge. */
export interface Selection {
  matched: Bits;
  total: number;
  /** Rows that match but for `when`, for which the answer is maybe. */
  unknownHours: number;
  /** Rows that match but for one fact that they do not state; with `includeNotStated` they are in the total too. */
  notStated: Record<FactName, number>;
}

/** A fact that is asked: rows that satisfy it, and rows that state it or have a usual value. */
interface FactSets {
  name: FactName;
  yes: Bits;
  known: Bits;
}

/** A request taken apart into sets of rows. */
interface Parts {
  /** Rows that pass all that is asked of the place alone: kind, features, area, text, residence. */
  fixed: Bits;
  level: PlaceLevel;
  facts: FactSets[];
  needs: Need[];
}

/** What a request finds. `narrow`: takes rows out that are not to be looked at at all. */
export function select(core: Core, request: SearchRequest, narrow?: (rows: Bits) => void): Selection {
  const parts = partsOf(core, request);
  narrow?.(parts.fixed);
  const { when } = request;
  if (when === null) return withoutTime(core, request, parts);
  if (when.kind === 'VISIT') andBits(parts.fixed, reachable(core, request));
  const asked = when.kind === 'VISIT' ? null : askedOf(when);
  const selection = asked === null ? nothing(core) : plainRows(core, request, parts, asked);
  return rowByRow(core, request, parts, asked, selection);
}

function nothing(core: Core): Selection {
  const notStated = { ages: 0, childAlone: 0, free: 0, booking: 0 };
  return { matched: new Uint32Array(wordCount(core)), total: 0, unknownHours: 0, notStated };
}

function partsOf(core: Core, request: SearchRequest): Parts {
  return {
    fixed: fixedRows(core, request),
    level: placeLevelOf(core, request),
    facts: factSets(core, request),
    needs: needsOf(request),
  };
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
  const rows = core.live.slice(0, wordCount(core));
  if (request.kinds.length > 0) andBits(rows, anyOf(core, core.kinds, request.kinds));
  for (const feature of request.features) andBits(rows, anyOf(core, core.features, [feature]));
  if (request.within) andBits(rows, within(core, request.within));
  if (request.near?.maxDistanceMeters != null) {
    andBits(rows, nearerThan(core, request.near, request.near.maxDistanceMeters));
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

/** Rows whose own facts offer what is asked of every session; `but`: rows that are left out. One pass over the words. */
function offering(fixed: Bits, { activities, needs, access }: PlaceLevel, but: Bits | null): Bits {
  const pool = new Uint32Array(fixed.length);
  for (let word = 0; word < fixed.length; word++) {
    let rows = but ? fixed[word]! & ~but[word]! : fixed[word]!;
    if (rows === 0) continue;
    if (activities) rows &= activities[word]!;
    if (access) rows &= access[word]!;
    if (needs) rows &= needs.byKind[word]! | needs.byActivity[word]!;
    pool[word] = rows;
  }
  return pool;
}

function withoutTime(core: Core, request: SearchRequest, { fixed, level, facts }: Parts): Selection {
  const selection = nothing(core);
  return counted(selection, offering(fixed, level, null), facts, request.includeNotStated);
}

/** Adds the rows of `pool` that satisfy every fact, and counts those that leave one unsaid: one pass over the words. */
function counted(selection: Selection, pool: Bits, facts: FactSets[], lenient: boolean): Selection {
  for (let word = 0; word < pool.length; word++) {
    const rows = pool[word]!;
    if (rows === 0) continue;
    for (const fact of facts) {
      const unsaid = rows & ~fact.known[word]!;
      if (unsaid !== 0) selection.notStated[fact.name] += popcount(satisfied(unsaid, word, facts, lenient, fact));
    }
    const matched = satisfied(rows, word, facts, lenient, null);
    selection.matched[word]! |= matched;
    selection.total += popcount(matched);
  }
  return selection;
}

/** Of a word of rows those that satisfy every fact but one; `lenient`: or leave it unsaid. */
function satisfied(rows: number, word: number, facts: FactSets[], lenient: boolean, but: FactSets | null): number {
  let left = rows;
  for (const fact of facts) {
    if (fact !== but) left &= lenient ? fact.yes[word]! | ~fact.known[word]! : fact.yes[word]!;
  }
  return left;
}

function satisfying(rows: Bits, facts: FactSets[], lenient: boolean): Bits {
  for (let word = 0; word < rows.length; word++) {
    if (rows[word] !== 0) rows[word] = satisfied(rows[word]!, word, facts, lenient, null);
  }
  return rows;
}

/** Schedules without facts of their own in slots: the hours are asked once per schedule. */
function plainRows(core: Core, request: SearchRequest, parts: Parts, asked: Asked): Selection {
  const { facts, fixed, level } = parts;
  const selection = nothing(core);
  const candidates = offering(fixed, level, core.slotted);
  const { yes, maybe } = openAmong(core, asked, satisfying(candidates, facts, true));
  for (let word = 0; word < maybe.length; word++) {
    const rows = maybe[word]!;
    if (rows !== 0) {
      selection.unknownHours += popcount(satisfied(rows, word, facts, request.includeNotStated, null));
    }
  }
  const pass = request.hours === 'KNOWN' ? yes : request.hours === 'ONLY_MAYBE' ? maybe : orBits(yes, maybe);
  return counted(selection, pass, facts, request.includeNotStated);
}

/**
 * Rows whose answer depends on who comes (or on where they are, for a visit), one by one. `asked` null: a visit, for
 * which all rows are such.
 */
function rowByRow(
  core: Core,
  request: SearchRequest,
  parts: Parts,
  asked: Asked | null,
  selection: Selection,
): Selection {
  const tests = slotTests(core, request, parts.needs, parts.level);
  const placeFacts = parts.facts.filter(({ name }) => name === 'free' || name === 'childAlone');
  let rows = satisfying(parts.fixed.slice(), placeFacts, true);
  if (asked !== null) {
    // Where nobody at all could come then, it does not matter who comes.
    const { yes, maybe } = openAmong(core, asked, andBits(rows, core.slotted));
    rows = orBits(yes, maybe);
  }
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) {
      countRow(core, request, parts, asked, tests, (word << 5) + lowestBit(rest), selection);
    }
  }
  return selection;
}

function countRow(
  core: Core,
  request: SearchRequest,
  { facts }: Parts,
  asked: Asked | null,
  tests: SlotTests,
  row: number,
  selection: Selection,
): void {
  const lenient = request.includeNotStated;
  const degree = (ages: boolean, booking: boolean) => rowDegree(core, request, asked, tests, row, { ages, booking });
  const unsaid = facts.filter(({ known: stated }) => !hasBit(stated, row));
  const missing = unsaid.filter(({ name }) => !isOfSession(name)).length;
  const base = degree(lenient, lenient);
  if (lenient || missing === 0) {
    if (base === 1) selection.unknownHours++;
    if (passes(request, base)) {
      setBit(selection.matched, row);
      selection.total++;
    }
  }
  // What a place does state cannot be forgiven: only unsaid facts make a difference.
  for (const { name } of unsaid) {
    if (!isOfSession(name)) {
      if ((lenient || missing === 1) && passes(request, base)) selection.notStated[name]++;
    } else if (lenient || missing === 0) {
      const forgiving = degree(lenient || name === 'ages', lenient || name === 'booking');
      const strict = degree(lenient && name !== 'ages', lenient && name !== 'booking');
      if (passes(request, forgiving) && !passes(request, strict)) selection.notStated[name]++;
    }
  }
}

/** Facts that a session may have of its own. */
const isOfSession = (name: FactName): boolean => name === 'ages' || name === 'booking';

function passes({ hours }: SearchRequest, degree: Degree): boolean {
  return hours === 'KNOWN' ? degree === 2 : hours === 'ONLY_MAYBE' ? degree === 1 : degree > 0;
}

/** The answer of one row for everybody who comes. */
export function rowDegree(
  core: Core,
  request: SearchRequest,
  asked: Asked | null,
  tests: SlotTests,
  row: number,
  lenient: { ages: boolean; booking: boolean },
): Degree {
  const certainUntil = core.certainUntil[row]!;
  if (asked === null) return visitDegree(core, request, tests, row, lenient);
  const schedule = core.schedule[row]!;
  if (tests.everybody !== 1) {
    return crowdDegree(core, asked, schedule, (spans) => {
      return { masks: tests.masks(row, spans, lenient), everybody: tests.everybody, certainUntil };
    });
  }
  // Places with one schedule, and alike in what is asked, have one answer.
  const key = schedule * SIGNATURES + tests.signature(row, lenient);
  let code = tests.codes.get(key);
  if (code === undefined) {
    code = codeOf(core, asked, schedule, (spans) => tests.masks(row, spans, lenient));
    tests.codes.set(key, code);
  }
  return degreeOf(code, certainUntil);
}
