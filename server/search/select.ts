import type { SearchRequest } from '../domain/search-request.ts';
import { andNotBits, type Bits, hasBit, lowestBit, orBits, popcount, setBit } from './bits.ts';
import { type Core, wordCount } from './core.ts';
import { type Asked, askedOf, codeOf, crowdDegree } from './hours.ts';
import { openAmong } from './open-rows.ts';
import { type FactName, type FactSets, isOfSession, keptPools, type Pools, poolsOf, satisfied } from './pools.ts';
import { SIGNATURES, slotTests, type SlotTests } from './slot-tests.ts';
import { type Degree, degreeOf } from './span-answers.ts';
import { visitDegree } from './visit.ts';

/** The rows that a request finds, and what it does not find for want of knowledge. */
export interface Selection {
  matched: Bits;
  total: number;
  /** Rows that match but for `when`, for which the answer is maybe. */
  unknownHours: number;
  /** Rows that match but for one fact that they do not state; with `includeNotStated` they are in the total too. */
  notStated: Record<FactName, number>;
}

/** What a request finds. `narrow`: takes rows out that are not to be looked at at all. */
export function select(core: Core, request: SearchRequest, narrow?: (rows: Bits) => void): Selection {
  const { when } = request;
  const isVisit = when?.kind === 'VISIT';
  const pools = narrow || isVisit ? poolsOf(core, request, narrow) : keptPools(core, request);
  if (when === null) return counted(nothing(core), pools.all, pools.facts, request.includeNotStated);
  if (isVisit) return rowByRow(core, request, pools, pools.timed, null, nothing(core));
  const asked = askedOf(when);
  const { yes, maybe } = openAmong(core, asked, pools.timed);
  // Where nobody at all could come then, it does not matter who comes.
  const single = slottedOf(core, yes, maybe);
  const selection = plainRows(request, pools, andNotBits(yes, core.slotted), andNotBits(maybe, core.slotted));
  return rowByRow(core, request, pools, single, asked, selection);
}

const nothing = (core: Core): Selection => emptySelection(wordCount(core));

function emptySelection(words: number): Selection {
  const notStated = { ages: 0, childAlone: 0, free: 0, booking: 0 };
  return { matched: new Uint32Array(words), total: 0, unknownHours: 0, notStated };
}

function slottedOf({ slotted }: Core, yes: Bits, maybe: Bits): Bits {
  const rows = new Uint32Array(yes.length);
  for (let word = 0; word < rows.length; word++) rows[word] = (yes[word]! | maybe[word]!) & slotted[word]!;
  return rows;
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

/** Schedules without facts of their own in slots: whoever comes, these rows are open then, or may be. */
function plainRows(request: SearchRequest, { facts, timed }: Pools, yes: Bits, maybe: Bits): Selection {
  const selection = emptySelection(timed.length);
  const lenient = request.includeNotStated;
  for (let word = 0; word < maybe.length; word++) {
    const rows = maybe[word]!;
    if (rows !== 0) selection.unknownHours += popcount(satisfied(rows, word, facts, lenient, null));
  }
  const pass = request.hours === 'KNOWN' ? yes : request.hours === 'ONLY_MAYBE' ? maybe : orBits(yes, maybe);
  return counted(selection, pass, facts, lenient);
}

/**
 * Rows whose answer depends on who comes (or on where they are, for a visit), one by one. `asked` null: a visit, for
 * which all rows are such.
 */
function rowByRow(
  core: Core,
  request: SearchRequest,
  pools: Pools,
  rows: Bits,
  asked: Asked | null,
  selection: Selection,
): Selection {
  const tests = slotTests(core, request, pools.needs, pools.level);
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) {
      countRow(core, request, pools, asked, tests, (word << 5) + lowestBit(rest), selection);
    }
  }
  return selection;
}

function countRow(
  core: Core,
  request: SearchRequest,
  { facts }: Pools,
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
