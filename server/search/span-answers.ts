import { CERTAIN, ENDLESS, type SpanBuffer, TIMED } from './span-buffer.ts';

/**
 * Answers from spans laid out in minutes, equal to those of domain/schedule/answer.ts. An answer is one number, so that it
 * serves places that were confirmed at different times: NO, MAYBE, or the minute at which the last session begins that a
 * yes needs; it is a yes where sessions are certain beyond that minute, else a maybe.
 */
export const NO = -1;
export const MAYBE = -2;

export type Degree = 0 | 1 | 2;

/** 0 no, 1 maybe, 2 yes, for a place whose sessions are certain if they begin before `certainUntil`. */
export function degreeOf(code: number, certainUntil: number): Degree {
  if (code === NO) return 0;
  return code !== MAYBE && code < certainUntil ? 2 : 1;
}

/** Who is served by a session: one bit a person; null: every session serves everybody. */
export type Masks = Int32Array | null;

/** At a minute; `exact`: at its very beginning, the only moment at which a session without an end is a yes. */
export function codeAt(spans: SpanBuffer, minute: number, exact: boolean, masks: Masks): number {
  let code = NO;
  for (let at = 0; at < spans.length; at++) {
    if (masks && masks[at] === 0) continue;
    const flags = spans.flags[at]!;
    const sure = (flags & CERTAIN) !== 0 && (flags & TIMED) !== 0;
    if (sure && ((flags & ENDLESS) === 0 || (exact && spans.start[at] === minute))) return spans.start[at]!;
    code = MAYBE;
  }
  return code;
}

/** Minutes; less than the millisecond to which instants are known, more than the error of fractions of a minute. */
const EPSILON = 1e-6;

/** A stretch of time in minutes, and for how long it must be open on end within it. */
export interface Stay {
  from: number;
  to: number;
  needed: number;
  /** How long a session without a stated end is taken to last. */
  assumed: number;
}

/** For `needed` minutes on end within [from, to). */
export function codeDuring(spans: SpanBuffer, { from, to, needed, assumed }: Stay, masks: Masks): number {
  if (to - from < needed - EPSILON) return NO;
  let [runStart, runEnd] = [from, from];
  let [maybeStart, maybeEnd, maybe] = [from, from, false];
  for (let at = 0; at < spans.length; at++) {
    if (masks && masks[at] === 0) continue;
    const [start, flags] = [spans.start[at]!, spans.flags[at]!];
    const [begin, end] = [Math.max(start, from), Math.min(spans.end[at]!, to)];
    if (end <= begin) continue;
    if (begin > maybeEnd) maybeStart = begin;
    maybeEnd = begin > maybeEnd ? end : Math.max(maybeEnd, end);
    maybe ||= maybeEnd - maybeStart >= needed - EPSILON;
    if ((flags & CERTAIN) === 0 || (flags & TIMED) === 0) continue;
    const sureEnd = (flags & ENDLESS) !== 0 ? Math.min(end, start + assumed) : end;
    if (sureEnd <= begin) continue;
    if (begin > runEnd) runStart = begin;
    runEnd = begin > runEnd ? sureEnd : Math.max(runEnd, sureEnd);
    if (runEnd - runStart >= needed - EPSILON) return start;
  }
  return maybe ? MAYBE : NO;
}

/** A session that begins at `first` or later. */
export function codeOnDays(spans: SpanBuffer, first: number, masks: Masks): number {
  let code = NO;
  for (let at = 0; at < spans.length; at++) {
    if (spans.start[at]! < first || (masks && masks[at] === 0)) continue;
    if ((spans.flags[at]! & CERTAIN) !== 0) return spans.start[at]!;
    code = MAYBE;
  }
  return code;
}

/** What several people need at one common moment: every bit of `everybody` covered by sessions that run together. */
export interface Crowd {
  masks: Int32Array;
  everybody: number;
  /** Sessions that begin from this minute on are not certain. */
  certainUntil: number;
}

/** As `codeAt`, for several people. */
export function crowdAt(spans: SpanBuffer, minute: number, exact: boolean, crowd: Crowd): Degree {
  return covered(spans, minute, exact ? 1 : 0, crowd, TIMED);
}

/** As `codeOnDays`, for several people: the sessions of a day that run at one moment. */
export function crowdOnDays(spans: SpanBuffer, first: number, crowd: Crowd): Degree {
  let best: Degree = 0;
  for (let at = 0; at < spans.length && best < 2; at++) {
    const moment = spans.start[at]!;
    if (moment >= first) best = Math.max(best, covered(spans, moment, Infinity, crowd, 0, first)) as Degree;
  }
  return best;
}

/** As `codeDuring`, for several people. */
export function crowdDuring(spans: SpanBuffer, { from, to, needed, assumed }: Stay, crowd: Crowd): Degree {
  if (to - from < needed - EPSILON) return 0;
  const cuts = cutsOf(spans, from, to, assumed);
  let [sure, maybe, answer] = [0, 0, 0 as Degree];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const degree = covered(spans, cuts[at]!, assumed, crowd, TIMED);
    const length = cuts[at + 1]! - cuts[at]!;
    sure = degree === 2 ? sure + length : 0;
    maybe = degree > 0 ? maybe + length : 0;
    if (sure >= needed - EPSILON) return 2;
    if (maybe >= needed - EPSILON) answer = 1;
  }
  return answer;
}

function cutsOf(spans: SpanBuffer, from: number, to: number, assumed: number): number[] {
  const cuts = [from, to];
  for (let at = 0; at < spans.length; at++) {
    const start = spans.start[at]!;
    cuts.push(start, spans.end[at]!);
    if ((spans.flags[at]! & ENDLESS) !== 0) cuts.push(start + assumed);
  }
  return [...new Set(cuts.filter((cut) => cut >= from && cut <= to))].sort((a, b) => a - b);
}

/**
 * Who is covered at a moment. `assumed`: minutes for which a session without an end is a yes; `needs`: flags a sure
 * session has beside CERTAIN; sessions that begin before `first` do not count.
 */
function covered(
  spans: SpanBuffer,
  moment: number,
  assumed: number,
  { masks, everybody, certainUntil }: Crowd,
  needs: number,
  first = -Infinity,
): Degree {
  let [sure, any] = [0, 0];
  for (let at = 0; at < spans.length; at++) {
    const start = spans.start[at]!;
    if (start > moment || start < first || spans.end[at]! <= moment) continue;
    any |= masks[at]!;
    const flags = spans.flags[at]!;
    if ((flags & (CERTAIN | needs)) !== (CERTAIN | needs) || start >= certainUntil) continue;
    if ((flags & ENDLESS) === 0 || moment < start + assumed) sure |= masks[at]!;
  }
  if (sure === everybody) return 2;
  return any === everybody ? 1 : 0;
}
