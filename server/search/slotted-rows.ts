import type { SearchRequest } from '../domain/search-request.ts';
import { type Bits, hasBit, lowestBit, setBit } from './bits.ts';
import type { Core } from './core.ts';
import type { SlicedSessions } from './open-sets.ts';
import { type Asked, codeOf, crowdDegree } from './hours.ts';
import { type Decided, isOfSession, type Pools } from './pools.ts';
import type { Selection } from './selection.ts';
import { lenientIn, SIGNATURES, type SlotTests } from './slot-tests.ts';
import { type Degree, degreeOf } from './span-answers.ts';
import { visitDegree } from './visit.ts';

/** Rows whose answer depends on who comes, or on where they are: one by one. */

/** The answer of a row for everybody who comes, where ages or booking that it does not state are forgiven. */
export type RowAnswer = (row: number, ages: boolean, booking: boolean) => Degree;

/** For a time that is the same for all rows. */
export function answerAsked(core: Core, asked: Asked, tests: SlotTests): RowAnswer {
  const { everybody } = tests;
  // Places with one schedule, and alike in what is asked, have one answer.
  const codes = new Map<number, number>();
  return (row, ages, booking) => {
    const [schedule, certainUntil, lenient] = [core.schedule[row]!, core.certainUntil[row]!, lenientIn(ages, booking)];
    if (everybody !== 1) {
      return crowdDegree(core, asked, schedule, (spans) => {
        return { masks: tests.masks(row, spans, lenient), everybody, certainUntil };
      });
    }
    const key = schedule * SIGNATURES + tests.signature(row, lenient);
    let code = codes.get(key);
    if (code === undefined) {
      code = codeOf(core, asked, schedule, (spans) => tests.masks(row, spans, lenient));
      codes.set(key, code);
    }
    return degreeOf(code, certainUntil);
  };
}

export function answerVisit(core: Core, request: SearchRequest, tests: SlotTests): RowAnswer {
  return (row, ages, booking) => visitDegree(core, request, tests, row, lenientIn(ages, booking));
}

/** Counts the rows of a pool whose sessions run all through half an hour; answers with those that are found. */
export function countSliced(
  request: SearchRequest,
  { decided, facts, tests, timed }: Pools,
  sessions: SlicedSessions,
  selection: Selection,
): Uint32Array {
  const { rows, facts: factsOf, length } = sessions;
  const looked = { from: 0, to: 0 };
  const answer: RowAnswer = (row, ages, booking) => {
    const lenient = lenientIn(ages, booking);
    let [sure, any] = [0, 0];
    for (let at = looked.from; at < looked.to; at++) {
      const mask = tests.maskOfFacts(row, factsOf[at]! >>> 1, lenient);
      any |= mask;
      if ((factsOf[at]! & 1) !== 0) sure |= mask;
    }
    if (sure === tests.everybody) return 2;
    return any === tests.everybody ? 1 : 0;
  };
  const ofSessions = facts.every(({ name }) => isOfSession(name));
  const candidates = sessionsOf(sessions, timed);
  const found: number[] = [];
  for (let next = 0; next < candidates.length;) {
    const from = candidates[next]!;
    const row = rows[from]!;
    let to = from + 1;
    while (to < length && rows[to] === row) to++;
    next += to - from;
    // Most rows have one session then, and most sessions say themselves whom they are for.
    const whom = to === from + 1 ? tests.whom(factsOf[from]! >>> 1) : 'ASK_THE_ROW';
    const degree = (factsOf[from]! & 1) !== 0 ? 2 : 1;
    if (whom === 'NOBODY') continue;
    if (whom === 'AS_THE_PLACE') countDecided(request, decided, row, degree, selection);
    else if (whom === 'EVERYBODY' && ofSessions) countDegree(request, row, degree, selection);
    else {
      looked.from = from;
      looked.to = to;
      countRow(request, facts, answer, row, selection);
    }
    if (hasBit(selection.matched, row)) found.push(row);
  }
  return Uint32Array.from(found);
}

let room = new Uint32Array(0);

/** Where the sessions of rows of a set stand; good until the next call. No branch within, see `countSettled`. */
function sessionsOf({ rows, length }: SlicedSessions, set: Bits): Uint32Array {
  if (room.length < length) room = new Uint32Array(2 * length);
  const found = room;
  let count = 0;
  for (let at = 0; at < length; at++) {
    const row = rows[at]!;
    found[count] = at;
    count += (set[row >>> 5]! >>> (row & 31)) & 1;
  }
  return found.subarray(0, count);
}

/** Counts some rows of a word. */
export function countRows(
  request: SearchRequest,
  facts: Pools['facts'],
  answer: RowAnswer,
  word: number,
  rows: number,
  selection: Selection,
): void {
  for (let rest = rows; rest !== 0; rest &= rest - 1) {
    countRow(request, facts, answer, (word << 5) + lowestBit(rest), selection);
  }
}

/** Counts a row if it answers. */
export function countRow(
  request: SearchRequest,
  facts: Pools['facts'],
  answer: RowAnswer,
  row: number,
  selection: Selection,
): void {
  const lenient = request.includeNotStated;
  let [unsaid, missing] = [0, 0];
  for (const { name, known } of facts) {
    if (hasBit(known, row)) continue;
    unsaid++;
    if (!isOfSession(name)) missing++;
  }
  const base = answer(row, lenient, lenient);
  if (lenient || missing === 0) countDegree(request, row, base, selection);
  if (unsaid === 0) return;
  // What a place does state cannot be forgiven: only unsaid facts make a difference.
  for (const { name, known } of facts) {
    if (hasBit(known, row)) continue;
    if (!isOfSession(name)) {
      if ((lenient || missing === 1) && passes(request, base)) selection.notStated[name]++;
    } else if (lenient || missing === 0) {
      const forgiving = answer(row, lenient || name === 'ages', lenient || name === 'booking');
      const strict = answer(row, lenient && name !== 'ages', lenient && name !== 'booking');
      if (passes(request, forgiving) && !passes(request, strict)) selection.notStated[name]++;
    }
  }
}

/** Counts a row whose sessions then are for whom the place is. */
export function countDecided(
  request: SearchRequest,
  { passing, lacking }: Decided,
  row: number,
  degree: Degree,
  selection: Selection,
): void {
  if (hasBit(passing, row)) countDegree(request, row, degree, selection);
  if (!passes(request, degree)) return;
  for (const { name, rows } of lacking) if (hasBit(rows, row)) selection.notStated[name]++;
}

/** Counts a row that satisfies every fact. */
function countDegree(request: SearchRequest, row: number, degree: Degree, selection: Selection): void {
  if (degree === 1) selection.unknownHours++;
  if (!passes(request, degree)) return;
  setBit(selection.matched, row);
  selection.total++;
}

function passes({ hours }: SearchRequest, degree: Degree): boolean {
  return hours === 'KNOWN' ? degree === 2 : hours === 'ONLY_MAYBE' ? degree === 1 : degree > 0;
}
