import { MINUTE_MS, parseLocalDate, startOfDay } from './calendar-day.ts';
import type { CalendarFacts, LocalDate, OpenSpan, Schedule, TimeSlot } from './schedule.ts';
import { openSpans, spanEnd } from './spans.ts';

export type Answer = 'YES' | 'NO' | 'MAYBE';

/**
 * Whether a session suits: its ages, activities, access, booking. `slot` is null where the session has no facts of its
 * own, so the place's facts hold. Closed over what is asked by the caller.
 */
export type SlotFilter = (slot: TimeSlot | null) => Answer;

/**
 * What sessions must offer at one common moment: every filter is met by some session that runs then. For a
 * family, one filter per person; what all of them need (the activity) goes into each filter.
 */
export type SlotFilters = readonly SlotFilter[];

const rank = { NO: 0, MAYBE: 1, YES: 2 } as const;
const answers = ['NO', 'MAYBE', 'YES'] as const;

/** Is it open at an instant (ms since the epoch)? A session without a stated end is a yes only at its start. */
export function answerAt(schedule: Schedule, at: number, facts?: CalendarFacts, filters: SlotFilters = []): Answer {
  return answerOfSpans(openSpans(schedule, at, at + 1, facts), at, filters);
}

/** The answer at an instant of spans that the caller already has. */
export function answerOfSpans(spans: OpenSpan[], at: number, filters: SlotFilters = []): Answer {
  return answers[degreeAt(spans, at, filters, 1)];
}

/**
 * Is it open for `minMinutes` on end within [from, to)? A session without a stated end counts as lasting `minMinutes`.
 */
export function answerDuring(
  schedule: Schedule,
  from: number,
  to: number,
  minMinutes: number,
  facts?: CalendarFacts,
  filters: SlotFilters = [],
): Answer {
  return answerDuringSpans(openSpans(schedule, from, to, facts), from, to, minMinutes, filters);
}

/** As `answerDuring`, of spans that the caller already has. */
export function answerDuringSpans(
  spans: OpenSpan[],
  from: number,
  to: number,
  minMinutes: number,
  filters: SlotFilters = [],
): Answer {
  const needed = Math.max(1, minMinutes) * MINUTE_MS;
  if (spans.length === 0 || to - from < needed) return 'NO';
  const cuts = boundaries(spans, from, to, needed);
  const longest = { yes: 0, maybe: 0 };
  const run = { yes: 0, maybe: 0 };
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    const degree = degreeAt(spans, start, filters, needed);
    run.yes = degree === 2 ? run.yes + end - start : 0;
    run.maybe = degree > 0 ? run.maybe + end - start : 0;
    longest.yes = Math.max(longest.yes, run.yes);
    longest.maybe = Math.max(longest.maybe, run.maybe);
  }
  if (longest.yes >= needed) return 'YES';
  return longest.maybe >= needed ? 'MAYBE' : 'NO';
}

/** Is there a session on one of these days (both included), its time known or not? */
export function answerOnDates(
  schedule: Schedule,
  from: LocalDate,
  to: LocalDate,
  facts?: CalendarFacts,
  filters: SlotFilters = [],
): Answer {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  if (first === null || last === null) return 'NO';
  const [start, end] = [startOfDay(first), startOfDay(last + 1)];
  const spans = openSpans(schedule, start, end, facts).filter((span) => span.start >= start);
  let best = 0;
  for (const { start: moment } of spans) best = Math.max(best, dayDegree(spans, moment, filters));
  return answers[best]!;
}

function boundaries(spans: OpenSpan[], from: number, to: number, assumed: number): number[] {
  const cuts = new Set([from, to]);
  for (const span of spans) {
    for (const cut of [span.start, spanEnd(span), span.end === null ? span.start + assumed : from]) {
      if (cut > from && cut < to) cuts.add(cut);
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/** The weakest filter's best session at a moment; `assumed`: how long (ms) a session without an end is taken to last. */
function degreeAt(spans: OpenSpan[], at: number, filters: SlotFilters, assumed: number): 0 | 1 | 2 {
  const running = spans.filter((span) => span.start <= at && spanEnd(span) > at);
  const sure = (span: OpenSpan) => span.certain && span.timeKnown && (span.end !== null || at < span.start + assumed);
  return weakest(running, sure, filters);
}

/** The same for a day: a session whose hours are not known still is held on its day. */
function dayDegree(spans: OpenSpan[], at: number, filters: SlotFilters): 0 | 1 | 2 {
  const running = spans.filter((span) => span.start <= at && spanEnd(span) > at);
  return weakest(running, (span) => span.certain, filters);
}

function weakest(running: OpenSpan[], sure: (span: OpenSpan) => boolean, filters: SlotFilters): 0 | 1 | 2 {
  if (running.length === 0) return 0;
  if (filters.length === 0) return running.some(sure) ? 2 : 1;
  let worst: 0 | 1 | 2 = 2;
  for (const filter of filters) {
    let best: 0 | 1 | 2 = 0;
    for (const span of running) {
      const degree = Math.min(sure(span) ? 2 : 1, rank[filter(span.slot)]) as 0 | 1 | 2;
      if (degree > best) best = degree;
    }
    if (best < worst) worst = best;
  }
  return worst;
}
