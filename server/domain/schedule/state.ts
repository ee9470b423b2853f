import type { Booking } from '../access.ts';
import { answerOfSpans, type Answer, type SlotFilters } from './answer.ts';
import { DAY_MS, epochDayAt, MINUTE_MS, startOfDay } from './calendar-day.ts';
import type { CalendarFacts, OpenSpan, Schedule } from './schedule.ts';
import { openSpans, spanEnd } from './spans.ts';

export type OpenStateKind =
  'OPEN' | 'OPENS_LATER_TODAY' | 'CLOSED' | 'ASK_TIME' | 'MAYBE' | 'TOO_LATE_TO_BOOK' | 'SUSPENDED' | 'UNKNOWN';

export interface OpenState {
  kind: OpenStateKind;
  /** OPEN: the instant until which it stays so; null where the end is not stated. Otherwise null. */
  until: number | null;
  /** The next session after this moment, a certain one if there is one within the horizon. */
  next: OpenSpan | null;
  /** The earliest instant at which any of this may change: until then the state may be cached. */
  changesAt: number;
}

export interface StateOptions {
  facts?: CalendarFacts;
  /** For whom: see `SlotFilters`. */
  filters?: SlotFilters;
  /** The place's booking, where a session has none of its own. */
  booking?: Booking | null;
  /** How many days ahead the next session is looked for; 62 unless said. */
  horizonDays?: number;
}

/**
 * The badge of a place at an instant (ms since the epoch). It never disagrees with `answerAt`: OPEN and
 * TOO_LATE_TO_BOOK (while it runs) are a yes; ASK_TIME, MAYBE and UNKNOWN a maybe; the others a no.
 */
export function stateAt(schedule: Schedule, at: number, options: StateOptions = {}): OpenState {
  const { facts, filters = [], horizonDays = 62 } = options;
  const tomorrow = startOfDay(epochDayAt(at) + 1);
  const spans = openSpans(schedule, at, at + horizonDays * DAY_MS, facts).filter((span) => suits(span, filters));
  const answer = answerOfSpans(spans, at, filters);
  const next = nextSession(spans, at);
  const today = spans.filter((span) => span.start < tomorrow);
  const late = bookingClosed(today, at, options.booking ?? null);
  const kind = late && answer !== 'MAYBE' ? 'TOO_LATE_TO_BOOK' : kindOf(schedule, answer, today, at);
  return {
    kind,
    until: kind === 'OPEN' ? endOfRun(spans, at, filters) : null,
    next,
    changesAt: nextChange(today, at, tomorrow, options.booking ?? null),
  };
}

function kindOf(schedule: Schedule, answer: Answer, today: OpenSpan[], at: number): OpenStateKind {
  if (answer === 'YES') return 'OPEN';
  if (answer === 'MAYBE') {
    const running = today.filter((span) => span.start <= at && spanEnd(span) > at);
    if (running.some((span) => span.certain && !span.timeKnown)) return 'ASK_TIME';
    return schedule.certainty === 'UNKNOWN' ? 'UNKNOWN' : 'MAYBE';
  }
  if (schedule.certainty === 'SUSPENDED') return 'SUSPENDED';
  return today.some((span) => span.start > at && span.certain && span.timeKnown) ? 'OPENS_LATER_TODAY' : 'CLOSED';
}

const suits = (span: OpenSpan, filters: SlotFilters) =>
  filters.length === 0 || filters.some((filter) => filter(span.slot) !== 'NO');

function nextSession(spans: OpenSpan[], at: number): OpenSpan | null {
  const later = spans.filter((span) => span.start > at && span.session);
  return later.find((span) => span.certain) ?? later[0] ?? null;
}

/** The instant from which a session that must be booked can no longer be; null where it need not. */
function bookingEnd(span: OpenSpan, placeBooking: Booking | null): number | null {
  const booking = span.slot?.booking ?? placeBooking;
  if (booking?.need !== 'REQUIRED' || booking.deadlineMinutes === undefined || !span.timeKnown) return null;
  return span.start - booking.deadlineMinutes * MINUTE_MS;
}

/** True where today still has certain sessions and none of them can be joined any more for want of a booking. */
function bookingClosed(today: OpenSpan[], at: number, booking: Booking | null): boolean {
  const sessions = today.filter((span) => span.certain && span.timeKnown && spanEnd(span) > at);
  return sessions.length > 0 && sessions.every((span) => (bookingEnd(span, booking) ?? Infinity) <= at);
}

/** The end of the stretch that is open now, across sessions that follow one another; null where an end is not stated. */
function endOfRun(spans: OpenSpan[], at: number, filters: SlotFilters): number | null {
  let end = at;
  for (;;) {
    const running = spans.filter((span) => span.start <= end && spanEnd(span) > end);
    if (end > at && answerOfSpans(spans, end, filters) !== 'YES') return end;
    if (running.some((span) => span.end === null && span.certain)) return null;
    const ends = running.flatMap((span) => [spanEnd(span)]);
    if (ends.length === 0) return end;
    end = Math.min(...ends);
  }
}

function nextChange(today: OpenSpan[], at: number, tomorrow: number, booking: Booking | null): number {
  const instants = today.flatMap((span) => [span.start, spanEnd(span), bookingEnd(span, booking) ?? tomorrow]);
  // A session without an end is a yes at its start alone.
  if (today.some((span) => span.end === null && span.start === at)) return at + 1;
  return Math.min(tomorrow, ...instants.filter((instant) => instant > at));
}
