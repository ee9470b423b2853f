import type { SearchRequest } from '../domain/search-request.ts';
import { hasBit, lowestBit, setBit } from './bits.ts';
import type { Core, SlicedSessions } from './core.ts';
import { type Asked, codeOf, crowdDegree } from './hours.ts';
import { isOfSession, type Pools } from './pools.ts';
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

/** Counts the rows of a pool whose sessions run all through half an hour. */
export function countSliced(
  request: SearchRequest,
  { facts, tests, timed }: Pools,
  { rows, facts: factsOf, length }: SlicedSessions,
  selection: Selection,
): void {
  let [from, to] = [0, 0];
  const answer: RowAnswer = (row, ages, booking) => {
    const lenient = lenientIn(ages, booking);
    let [sure, any] = [0, 0];
    for (let at = from; at < to; at++) {
      const mask = tests.maskOfFacts(row, factsOf[at]! >>> 1, lenient);
      any |= mask;
      if ((factsOf[at]! & 1) !== 0) sure |= mask;
    }
    if (sure === tests.everybody) return 2;
    return any === tests.everybody ? 1 : 0;
  };
  for (; from < length; from = to) {
    const row = rows[from]!;
    for (to = from + 1; to < length && rows[to] === row;) to++;
    if (hasBit(timed, row)) countRow(request, facts, answer, row, selection);
  }
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

function countRow(
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
  if (lenient || missing === 0) {
    if (base === 1) selection.unknownHours++;
    if (passes(request, base)) {
      setBit(selection.matched, row);
      selection.total++;
    }
  }
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

function passes({ hours }: SearchRequest, degree: Degree): boolean {
  return hours === 'KNOWN' ? degree === 2 : hours === 'ONLY_MAYBE' ? degree === 1 : degree > 0;
}
