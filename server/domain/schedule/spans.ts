import { isHolidayOn } from '../holidays.ts';
import { DAY_MS, epochDayAt, MINUTE_MS, startOfDay, type EpochDay } from './calendar-day.ts';
import {
  compileFacts,
  compileSchedule,
  type CompiledClosure,
  type CompiledFacts,
  type CompiledRule,
  type CompiledSchedule,
} from './compile.ts';
import { matchDays, type Degree } from './day-pattern.ts';
import type { CalendarFacts, OpenSpan, Schedule, TimeSlot } from './schedule.ts';

/**
 * When a place is open, or may be: every span that touches [from, to) (ms since the epoch), whole, sorted by start.
 * Spans may overlap where several sessions run at once. Throws nothing; an empty or inverted window has no spans.
 *
 * - A slot without an end has `end: null`: open at its start, maybe from there to the end of the day.
 * - A day without times spans the day with `timeKnown: false`.
 * - Where nothing is known (UNKNOWN, after the last known day, `outside: 'MAYBE'`) the days are spans with `session: false`.
 */
export function openSpans(schedule: Schedule, from: number, to: number, facts?: CalendarFacts): OpenSpan[] {
  if (!(from < to)) return [];
  const compiled = compileSchedule(schedule);
  const known = compileFacts(facts, compiled.school);
  const spans: OpenSpan[] = [];
  const last = epochDayAt(to - 1);
  // A session may run past midnight, so the day before counts too.
  for (let day = epochDayAt(from) - 1; day <= last; day++) {
    for (const span of daySpans(compiled, day, known)) {
      if (span.start < to && spanEnd(span) > from) spans.push(span);
    }
  }
  return spans;
}

/** The instant at which a span surely is over: its end, else the end of the day on which it began. */
export function spanEnd(span: OpenSpan): number {
  return span.end ?? startOfDay(epochDayAt(span.start) + 1);
}

/** The spans that begin on one day, sorted by start. */
function daySpans(compiled: CompiledSchedule, day: EpochDay, facts: CompiledFacts): OpenSpan[] {
  const spans: OpenSpan[] = [];
  const beyond = day > compiled.knownUntil;
  const closed = closedDegree(compiled, day, facts, beyond);
  if (closed < 2) regularSpans(compiled, day, facts, beyond, closed, spans);
  for (const extra of compiled.extras.get(day) ?? []) pushSlots(extra.slots, day, true, true, spans);
  if (facts.certainUntil < Infinity) {
    for (const span of spans) span.certain &&= span.start < facts.certainUntil;
  }
  return spans.length > 1 ? spans.sort(byTime) : spans;
}

const byTime = (a: OpenSpan, b: OpenSpan) => a.start - b.start || spanEnd(a) - spanEnd(b);

/** Whether the whole day is closed. After the known days only what is said about dates still holds. */
function closedDegree(compiled: CompiledSchedule, day: EpochDay, facts: CompiledFacts, beyond: boolean): Degree {
  let degree: Degree = 0;
  for (const closure of compiled.closures) {
    const cover = closureDegree(closure, day, facts, beyond);
    if (cover === 2) return 2;
    if (cover === 1) degree = 1;
  }
  return degree;
}

/** Whether one closure takes the whole day. @param beyond the day is after the last known one. */
export function closureDegree(
  { slot, dated, covers, certain }: CompiledClosure,
  day: EpochDay,
  facts: CompiledFacts,
  beyond: boolean,
): Degree {
  if (slot || (beyond && !dated)) return 0;
  const cover = covers(day, facts.school);
  return cover === 2 && !certain ? 1 : cover;
}

function regularSpans(
  compiled: CompiledSchedule,
  day: EpochDay,
  facts: CompiledFacts,
  beyond: boolean,
  closed: Degree,
  spans: OpenSpan[],
): void {
  const { certainty, outside } = compiled.source;
  if (certainty === 'SUSPENDED') return;
  const nothingKnown = certainty === 'UNKNOWN' || (certainty === 'IRREGULAR' && compiled.rules.length === 0);
  if (beyond || nothingKnown || outside === 'MAYBE') spans.push(openQuestion(day));
  if (beyond || certainty === 'UNKNOWN') return;
  const first = spans.length;
  for (const rule of compiled.rules) ruleSpans(rule, day, facts, closed, spans);
  if (compiled.closures.length > 0) subtractClosedHours(compiled, day, facts, spans, first);
}

function ruleSpans(rule: CompiledRule, day: EpochDay, facts: CompiledFacts, closed: Degree, spans: OpenSpan[]): void {
  if (day - rule.days.offset > rule.end) {
    if (rule.maybeAfterEnd && (rule.days.dates || matchDays(rule.days, day, facts.school) > 0)) {
      pushSlots(rule.slots, day, false, false, spans);
    }
    return;
  }
  const degree = Math.min(matchDays(rule.days, day, facts.school), holidayDegree(rule, day, facts));
  if (degree > 0) pushSlots(rule.slots, day, rule.certain && degree === 2 && closed === 0, true, spans);
}

/** A listed date stands, holiday or not, unless the policy says closed. */
export function holidayDegree(rule: CompiledRule, day: EpochDay, facts: CompiledFacts): Degree {
  const holiday = isHolidayOn(day);
  switch (rule.holidays) {
    case 'AS_USUAL':
      return 2;
    case 'CLOSED':
      return holiday ? 0 : 2;
    case 'ONLY':
      return holiday ? 2 : 0;
    case 'OPEN_THEN_CLOSED':
      return holiday || !isHolidayOn(day - 1) ? 2 : inverse(openedOn(rule, day - 1, facts));
    case 'UNKNOWN':
      return holiday && !rule.days.dates ? 1 : 2;
  }
}

/** Whether any rule with the same policy had the place open on a holiday: the day after is closed for all of them. */
function openedOn({ openThenClosed }: CompiledRule, holiday: EpochDay, facts: CompiledFacts): Degree {
  let degree: Degree = 0;
  for (const days of openThenClosed) degree = Math.max(degree, matchDays(days, holiday, facts.school)) as Degree;
  return degree;
}

const inverse = (degree: Degree) => (2 - degree) as Degree;

function pushSlots(slots: TimeSlot[], day: EpochDay, certain: boolean, session: boolean, spans: OpenSpan[]): void {
  const midnight = startOfDay(day);
  if (slots.length === 0) {
    spans.push({ start: midnight, end: midnight + DAY_MS, certain, timeKnown: false, session, slot: null });
  }
  for (const slot of slots) {
    const { start } = slot;
    // An end that is not after its start says nothing.
    const end = slot.end !== null && slot.end > (start ?? 0) ? slot.end : null;
    spans.push({
      start: midnight + (start ?? 0) * MINUTE_MS,
      end: end !== null ? midnight + end * MINUTE_MS : start === null ? midnight + DAY_MS : null,
      certain,
      timeKnown: start !== null,
      session,
      slot,
    });
  }
}

function openQuestion(day: EpochDay): OpenSpan {
  const start = startOfDay(day);
  return { start, end: start + DAY_MS, certain: false, timeKnown: false, session: false, slot: null };
}

/** Takes closed hours (12–13 disinfection) out of the spans from index `first` on; those of unknown time stay. */
function subtractClosedHours(
  compiled: CompiledSchedule,
  day: EpochDay,
  facts: CompiledFacts,
  spans: OpenSpan[],
  first: number,
): void {
  for (const closure of compiled.closures) {
    if (!closure.slot) continue;
    const cover = closure.covers(day, facts.school);
    if (cover === 0) continue;
    const from = startOfDay(day) + closure.slot.start * MINUTE_MS;
    const to = startOfDay(day) + closure.slot.end * MINUTE_MS;
    const sure = cover === 2 && closure.certain;
    spans.push(...spans.splice(first).flatMap((span) => cutHours(span, from, to, sure)));
  }
}

/**
 * The span without [from, to), or with that part uncertain where the closure is. Of one whose end is not known nothing
 * that is left is sure: neither that it lasts until `from`, nor that it goes on at `to`.
 */
function cutHours(whole: OpenSpan, from: number, to: number, sure: boolean): OpenSpan[] {
  if (!whole.timeKnown || from >= to || whole.start >= to || spanEnd(whole) <= from) return [whole];
  const span = whole.end === null ? { ...whole, certain: false } : whole;
  const parts: OpenSpan[] = [];
  if (span.start < from) parts.push({ ...span, end: from });
  if (!sure) {
    const [start, end] = [Math.max(span.start, from), Math.min(spanEnd(span), to)];
    parts.push({ ...span, start, end, certain: false });
  }
  if (spanEnd(span) > to) parts.push({ ...span, start: to });
  return parts;
}
