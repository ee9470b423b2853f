import ical, { ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { DAY_MS, epochDayAt, MINUTE_MS, startOfDay, type EpochDay } from './calendar-day.ts';
import { compileFacts, compileSchedule, type CompiledRule } from './compile.ts';
import { matchDays } from './day-pattern.ts';
import { recurrenceOf } from './ical-rule.ts';
import type { CalendarFacts, OpenSpan, Rule, Schedule, TimeSlot } from './schedule.ts';
import { openSpans } from './spans.ts';

export interface CalendarRequest {
  /** Title of the calendar and of its events. */
  name: string;
  /** Page of the place. */
  url: string;
  /** Stable for the place; the events' UIDs begin with it. */
  uid: string;
  schedule: Schedule;
  /** First instant (ms since the epoch); sessions that begin on its day or later are written. */
  from: number;
  /** How many days are written; 731 unless said. Recurrences end there, since holidays and closures are listed day by day. */
  days?: number;
  facts?: CalendarFacts;
  /** DTSTAMP, ms since the epoch; `from` unless said. */
  stamp?: number;
  location?: string;
  description?: string;
}

/**
 * An iCalendar (RFC 5545) of a place's sessions, the very spans of `openSpans`: a rule is an RRULE with EXDATE for the days
 * on which it does not hold, what no RRULE can say is a dated event, maybe is `STATUS:TENTATIVE`, a day without a time
 * is an all-day event, and a session without an end has no DTEND. Where nothing is known there is no event.
 */
export function writeCalendar(request: CalendarRequest): string {
  const { name, url, schedule, from, days = 731, facts } = request;
  const first = epochDayAt(from);
  const window = { first, last: first + days - 1 };
  const calendar = ical({
    prodId: '//Ibasho//Ibasho//JA',
    name,
    url,
    timezone: { name: 'Asia/Tokyo', generator: () => TOKYO },
  });
  const start = startOfDay(first);
  const spans = openSpans(schedule, start, startOfDay(window.last + 1), facts).filter(
    (span) => span.session && span.start >= start,
  );
  const rest = new SpanBag(spans);
  const compiled = compileSchedule(schedule);
  schedule.rules.forEach((rule, i) => {
    const compiledRule = compiled.rules[i];
    if (compiledRule) addSeries(calendar, request, { rule, compiled: compiledRule, index: i, window }, rest);
  });
  for (const span of rest.all()) addEvent(calendar, request, span);
  return withUtcStamps(calendar.toString());
}

/** Japan Standard Time, +09:00 without daylight saving since 1951. */
const TOKYO = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** ical-generator writes DTSTAMP as a local time of the calendar's zone; RFC 5545 3.8.7.2 wants UTC, which we hand in. */
const withUtcStamps = (text: string) => text.replace(/^(DTSTAMP:\d{8}T\d{6})(?=\r?$)/gm, '$1Z');

/** Sessions not yet written, found by what they are. */
class SpanBag {
  readonly #spans = new Map<string, OpenSpan[]>();

  constructor(spans: OpenSpan[]) {
    for (const span of spans) this.#spans.set(keyOf(span), [...(this.#spans.get(keyOf(span)) ?? []), span]);
  }

  /** Takes one such session out; false where there is none. */
  take(span: OpenSpan): boolean {
    const key = keyOf(span);
    const found = this.#spans.get(key);
    if (!found || found.length === 0) return false;
    found.pop();
    return true;
  }

  has(span: OpenSpan): boolean {
    return (this.#spans.get(keyOf(span))?.length ?? 0) > 0;
  }

  all(): OpenSpan[] {
    return [...this.#spans.values()].flat().sort((a, b) => a.start - b.start);
  }
}

const keyOf = ({ start, end, certain, timeKnown, slot }: OpenSpan) =>
  `${start} ${end} ${certain} ${timeKnown} ${slot?.label ?? ''}`;

interface Series {
  rule: Rule;
  compiled: CompiledRule;
  index: number;
  window: { first: EpochDay; last: EpochDay };
}

function addSeries(calendar: ICalCalendar, request: CalendarRequest, series: Series, rest: SpanBag): void {
  const { rule, compiled, index, window } = series;
  const recurrence = recurrenceOf(rule);
  if (recurrence === null) return;
  const school = compileFacts(request.facts, compileSchedule(request.schedule).school).school;
  const last = Math.min(window.last, compiled.end + compiled.days.offset);
  const slots: (TimeSlot | null)[] = rule.slots.length > 0 ? rule.slots : [null];
  slots.forEach((slot, j) => {
    const occurrences: OpenSpan[] = [];
    for (let day = window.first; day <= last; day++) {
      if (matchDays(compiled.days, day, school) > 0) occurrences.push(spanOf(slot, day, compiled.certain));
    }
    addRecurring(calendar, request, `${request.uid}-${index + 1}-${j + 1}`, recurrence, occurrences, rest);
  });
}

/** The span that the evaluator makes of a slot on an ordinary day. */
function spanOf(slot: TimeSlot | null, day: EpochDay, certain: boolean): OpenSpan {
  const midnight = startOfDay(day);
  const start = slot?.start ?? null;
  const end = slot && slot.end !== null && slot.end > (start ?? 0) ? midnight + slot.end * MINUTE_MS : null;
  return {
    start: midnight + (start ?? 0) * MINUTE_MS,
    end: end ?? (start === null ? midnight + DAY_MS : null),
    certain,
    timeKnown: start !== null,
    session: true,
    slot,
  };
}

const FEWEST_FOR_SERIES = 2;

function addRecurring(
  calendar: ICalCalendar,
  request: CalendarRequest,
  id: string,
  recurrence: string,
  occurrences: OpenSpan[],
  rest: SpanBag,
): void {
  const held = occurrences.map((span) => rest.has(span));
  const first = held.indexOf(true);
  const last = held.lastIndexOf(true);
  if (held.filter(Boolean).length < FEWEST_FOR_SERIES) return;
  const series = occurrences.slice(first, last + 1);
  const missing = series.filter((span) => !rest.take(span));
  const [start] = series;
  const final = series.at(-1);
  if (!start || !final) return;
  const until = start.timeKnown ? utc(final.start) : date(final.start);
  const excluded = missing.map((span) => (start.timeKnown ? local(span.start) : date(span.start)));
  const exdate =
    excluded.length > 0
      ? `\r\nEXDATE${start.timeKnown ? ';TZID=Asia/Tokyo' : ';VALUE=DATE'}:${excluded.join(',')}`
      : '';
  addEvent(calendar, request, start, { id, repeating: `RRULE:${recurrence};UNTIL=${until}${exdate}` });
}

function addEvent(
  calendar: ICalCalendar,
  request: CalendarRequest,
  span: OpenSpan,
  series?: { id: string; repeating: string },
): void {
  const { name, url, uid, stamp, from, location, description } = request;
  const label = span.slot?.label;
  calendar.createEvent({
    id:
      series?.id ??
      `${uid}-${local(span.start)}-${span.end === null ? 'open' : (span.end - span.start) / MINUTE_MS}${label ? `-${hash(label)}` : ''}`,
    summary: label ? `${name}（${label}）` : name,
    stamp: wall(stamp ?? from),
    url,
    timezone: 'Asia/Tokyo',
    status: span.certain ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    ...(location ? { location } : {}),
    ...(description ? { description } : {}),
    ...(series ? { repeating: series.repeating } : {}),
    ...eventTimes(span),
  });
}

/** ical-generator takes a string without a zone as it is, whatever the zone of the process. */
function eventTimes(span: OpenSpan): { start: string; end?: string; allDay?: boolean } {
  if (!span.timeKnown) return { start: wall(span.start + TOKYO_MS).slice(0, 10), allDay: true };
  const start = wall(span.start + TOKYO_MS);
  return span.end === null ? { start } : { start, end: wall(span.end + TOKYO_MS) };
}

const TOKYO_MS = 9 * 60 * MINUTE_MS;
/** `2026-11-24T08:00:00` in UTC. */
const wall = (instant: number) => new Date(instant).toISOString().slice(0, 19);
const compact = (instant: number) => wall(instant).replace(/[-:]/g, '');
const utc = (instant: number) => `${compact(instant)}Z`;
const local = (instant: number) => compact(instant + TOKYO_MS);
const date = (instant: number) => local(instant).slice(0, 8);

/** Tells the UIDs of two programmes at the same time apart. */
function hash(text: string): string {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36);
}
