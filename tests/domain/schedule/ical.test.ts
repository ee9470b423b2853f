import fc from 'fast-check';
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import type { OpenSpan, Schedule } from '../../../server/domain/schedule/schedule.ts';
import { openSpans } from '../../../server/domain/schedule/spans.ts';
import { writeCalendar } from '../../../server/domain/schedule/write-ical.ts';
import { aRule, aSchedule, hours, scheduleArbitrary, tokyo } from './support/schedules.ts';

const FROM = tokyo('2026-11-24');
const DAYS = 400;
const TO = FROM + DAYS * 86_400_000;

const calendarOf = (schedule: Schedule) =>
  writeCalendar({
    name: 'みなと児童館',
    url: 'https://example.org/places/p1',
    uid: 'p1',
    schedule,
    from: FROM,
    days: DAYS,
  });

/** A session as both parsers and the evaluator can say it. */
const sessionKey = (start: number, end: number | null, certain: boolean, allDay: boolean) =>
  `${new Date(start).toISOString()} ${end === null ? 'open' : (end - start) / 60_000} ${certain ? 'CONFIRMED' : 'TENTATIVE'}${allDay ? ' day' : ''}`;

function evaluated(schedule: Schedule): string[] {
  return openSpans(schedule, FROM, TO)
    .filter((span) => span.session && span.start >= FROM)
    .map((span: OpenSpan) => sessionKey(span.start, span.timeKnown ? span.end : null, span.certain, !span.timeKnown))
    .sort();
}

function byIcalJs(text: string): string[] {
  const root = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone') ?? new ICAL.Component('vtimezone'));
  const sessions: string[] = [];
  for (const component of root.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const certain = component.getFirstPropertyValue('status') === 'CONFIRMED';
    const open = !component.hasProperty('dtend') || event.startDate.isDate;
    const length = open ? null : event.duration.toSeconds() * 1000;
    const iterator = event.iterator();
    for (let time = iterator.next() as ICAL.Time | null; time; time = event.isRecurring() ? iterator.next() : null) {
      const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
      const start = wall - (time.isDate ? 9 * 3_600_000 : zone.utcOffset(time) * 1000);
      sessions.push(sessionKey(start, length === null ? null : start + length, certain, time.isDate));
    }
  }
  return sessions.sort();
}

/** The file read line by line, its rules expanded by rrule-temporal. */
function byRruleTemporal(text: string): string[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const sessions: string[] = [];
  let event: Record<string, string> = {};
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {};
    const property = /^(DTSTART|DTEND|RRULE|EXDATE|STATUS)[;:]/.exec(line)?.[1];
    if (property) event[property] = line;
    if (line === 'END:VEVENT') sessions.push(...expandEvent(event));
  }
  return sessions.sort();
}

const wallTime = (line: string) => {
  const match = /(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2}))?/.exec(line.split(':')[1] ?? '');
  const [year, month, day, hour, minute] = (match ?? []).slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) - 9 * 3_600_000;
};

function expandEvent(event: Record<string, string>): string[] {
  const allDay = event.DTSTART?.includes('VALUE=DATE:') ?? false;
  const start = wallTime(event.DTSTART ?? '');
  const length = event.DTEND && !allDay ? wallTime(event.DTEND) - start : null;
  const certain = event.STATUS === 'STATUS:CONFIRMED';
  // rrule-temporal wants a time: a day is its midnight in Tokyo
  const asTime = (line: string | undefined) =>
    line?.replace(/;VALUE=DATE:/, ';TZID=Asia/Tokyo:').replace(/(\d{8})(?=,|$)/g, '$1T000000');
  const starts = event.RRULE
    ? new RRuleTemporal({
        rruleString: [
          asTime(event.DTSTART),
          event.RRULE.replace(/UNTIL=(\d{4})(\d{2})(\d{2})(?=$|;)/, 'UNTIL=$1$2$3T000000Z'),
          asTime(event.EXDATE),
        ]
          .filter((line) => line !== undefined)
          .join('\n'),
      })
        .all()
        .map((time) => time.epochMilliseconds)
    : [start];
  return starts.map((at) => sessionKey(at, length === null ? null : at + length, certain, allDay));
}

describe('the iCalendar of a schedule', () => {
  it('has the sessions of the evaluator, read by two independent parsers', () => {
    fc.assert(
      fc.property(scheduleArbitrary, fc.constantFrom('UNKNOWN' as const, null), (schedule, holidays) => {
        const varied = { ...schedule, holidays: holidays ?? schedule.holidays };
        const text = calendarOf(varied);
        const expected = evaluated(varied);
        expect(byIcalJs(text)).toEqual(expected);
        expect(byRruleTemporal(text)).toEqual(expected);
      }),
      { numRuns: 60, seed: 42 },
    );
  });

  it.each([
    ['days without hours are all-day events', aRule({ weekdays: [3] })],
    ['a start alone has no end', aRule({ weekdays: [3], slots: [hours(17.5, null)] })],
    ['an undetermined rule is tentative', aRule({ weekdays: [4], certainty: 'IRREGULAR', slots: [hours(17, 18)] })],
    [
      'every other week keeps its beat',
      aRule({ weekdays: [2, 4], everyWeeks: { interval: 2, anchor: '2026-11-24' }, slots: [hours(10, 12)] }),
    ],
    ['a rule with an end stops there', aRule({ weekdays: [3], validUntil: '2027-03-31', slots: [hours(10, 12)] })],
    [
      'school holidays not entered are tentative',
      aRule({ weekdays: [3], schoolHolidays: 'ONLY', slots: [hours(10, 12)] }),
    ],
  ])('%s', (_, rule) => {
    const schedule = aSchedule([rule], {
      holidays: 'CLOSED',
      closures: [{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } }],
    });
    const text = calendarOf(schedule);
    expect(evaluated(schedule).length).toBeGreaterThan(10);
    expect(byIcalJs(text)).toEqual(evaluated(schedule));
    expect(byRruleTemporal(text)).toEqual(evaluated(schedule));
  });

  it('names its zone, ends its rule where knowledge ends and stamps in UTC', () => {
    const text = calendarOf(aSchedule([aRule({ weekdays: [3], validUntil: '2027-03-31', slots: [hours(10, 12)] })]));
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo');
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T010000Z');
    expect(text).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
  });

  it('has no event where nothing is known', () => {
    expect(calendarOf(aSchedule([], { certainty: 'UNKNOWN' }))).not.toContain('BEGIN:VEVENT');
  });

  it('gives every event its own UID', () => {
    const text = calendarOf(
      aSchedule([aRule({ weekdays: [1, 3], slots: [hours(10, 12), hours(13, 15)] })], { holidays: 'UNKNOWN' }),
    );
    const uids = [...text.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);
    expect(new Set(uids).size).toBe(uids.length);
  });
});
