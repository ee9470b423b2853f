import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOsm } from '../../../server/domain/schedule/read-osm.ts';
import { openSpans } from '../../../server/domain/schedule/spans.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import type { Schedule } from '../../../server/domain/schedule/schedule.ts';
import { joinStretches, mergedOpening } from './support/merge.ts';
import { aRule, aSchedule, hours, scheduleArbitrary, tokyo } from './support/schedules.ts';

/**
 * Our evaluator against the library `opening_hours`, which shares no code with it, over two years. The library works in the
 * zone of the process, and its own table of holidays lacks 2026-09-22, so it gets them as dates (design section 3).
 *
 * Known defects of the oracle, kept out of the random schedules:
 * - a day offset is lost where it leaves the month (`Sa[4] +2 days` on 2026-02-28 is 2026-03-02), see the case below;
 * - hours past midnight are lost where another rule or a closure speaks of the next day.
 */
const FROM = tokyo('2026-01-01');
const TO = tokyo('2028-01-01');
const HOLIDAYS = {
  2026: 'Jan 01,Jan 12,Feb 11,Feb 23,Mar 20,Apr 29,May 03,May 04,May 05,May 06,Jul 20,Aug 11,Sep 21,Sep 22,Sep 23,Oct 12,Nov 03,Nov 23',
  2027: 'Jan 01,Jan 11,Feb 11,Feb 23,Mar 21,Mar 22,Apr 29,May 03,May 04,May 05,Jul 19,Aug 11,Sep 20,Sep 23,Oct 11,Nov 03,Nov 23',
};
const HOLIDAY_DATES = Object.entries(HOLIDAYS)
  .flatMap(([year, days]) => days.split(',').map((day) => `${year} ${day}`))
  .join(',');

type Library = new (
  value: string,
  place: object,
  options: number,
) => { getOpenIntervals(from: Date, to: Date): [Date, Date, boolean][] };
let OpeningHours: Library;

beforeAll(async () => {
  process.env.TZ = 'Asia/Tokyo';
  expect(new Date(0).getTimezoneOffset()).toBe(-540);
  OpeningHours = ((await import('opening_hours')) as unknown as { default: Library }).default;
});

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const asDate = (day: Date) =>
  `${day.getUTCFullYear()} ${MONTH_NAMES[day.getUTCMonth()]} ${String(day.getUTCDate()).padStart(2, '0')}`;

/** The days after the holidays, as dates; with or without those that are holidays themselves. */
function datesAfterHolidays(months: string, runsOnly: boolean): string {
  const held = HOLIDAY_DATES.split(',');
  const dates = held.map((date) => asDate(new Date(Date.parse(`${date} UTC`) + 86_400_000)));
  return dates
    .filter(
      (date) => (months === '' || monthsOf(months).includes(date.slice(5, 8))) && !(runsOnly && held.includes(date)),
    )
    .join(',');
}

const monthsOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.split('-').map((name) => MONTH_NAMES.indexOf(name)))
    .flatMap(([from = 0, to = from]) => MONTH_NAMES.slice(from, to + 1));

/** `PH +1 day` in a value, written as dates. Those of a run come first. */
function withoutHolidayWord(osm: string, { closures }: Schedule): string {
  const after = closures.flatMap(({ days }) => (days?.publicHolidays ? [days.publicHolidays] : []));
  let left = after.filter((which) => which === 'LAST_OF_RUN').length;
  return osm.replace(/(?:((?:[A-Z][a-z]{2}[,-]?)+) )?PH \+1 day/g, (_, months: string | undefined) =>
    datesAfterHolidays(months ?? '', left-- > 0),
  );
}

/** The rules alone are handed to the writer; holidays go to the library as dates. */
function oracle(schedule: Schedule): [number, number][] | null {
  const written = writeOsm({ ...schedule, holidays: 'UNKNOWN' });
  if ('cannot' in written) return null;
  const closed = schedule.holidays === 'CLOSED' ? `; ${HOLIDAY_DATES} off` : '';
  const intervals = new OpeningHours(
    withoutHolidayWord(written.osm, schedule) + closed,
    { lat: 35.68, lon: 139.69, address: { country_code: 'jp', state: '' } },
    0,
  ).getOpenIntervals(new Date(FROM), new Date(TO));
  return joinStretches(intervals.map(([start, end]) => [start.getTime(), end.getTime()]));
}

const ours = (schedule: Schedule) => mergedOpening(openSpans(schedule, FROM, TO), FROM, TO);

const noOffset = (schedule: Schedule) => schedule.rules.every((rule) => rule.dayOffset === 0);
const staysWithinDays = (schedule: Schedule) =>
  noOffset(schedule) && schedule.rules.every((rule) => rule.slots.every((slot) => (slot.end ?? 0) <= 1440));

describe('the evaluator against the library opening_hours', () => {
  it('opens at the same times on every day of two years', () => {
    let compared = 0;
    fc.assert(
      fc.property(scheduleArbitrary.filter(staysWithinDays), (schedule) => {
        const expected = oracle(schedule);
        if (expected === null) return;
        compared++;
        expect(ours(schedule)).toEqual(expected);
      }),
      { numRuns: 250, seed: 20261124 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('opens at the same times where one rule runs past midnight', () => {
    fc.assert(
      fc.property(scheduleArbitrary.filter(noOffset), (schedule) => {
        const [rule] = schedule.rules;
        const single = { ...schedule, holidays: 'AS_USUAL' as const, closures: [], rules: rule ? [rule] : [] };
        const expected = oracle(single);
        if (expected !== null) expect(ours(single)).toEqual(expected);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe('a day offset that leaves the month', () => {
  it('is kept: two days after the 4th Saturday of February 2026 is Monday 2 March', () => {
    const rule = aRule({ weekdays: [6], nth: [4], dayOffset: 2, slots: [hours(10, 12)] });
    const spans = openSpans(aSchedule([rule]), tokyo('2026-03-01'), tokyo('2026-03-08'));
    expect(spans.map((span) => span.start)).toEqual([tokyo('2026-03-02T10:00')]);
  });
});

describe('the OSM syntax', () => {
  it('is read back into a schedule that opens at the same times', () => {
    let compared = 0;
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        const written = writeOsm(schedule);
        if ('cannot' in written) return;
        compared++;
        const read = readOsm(written.osm);
        expect(read.unread, written.osm).toEqual([]);
        expect(ours(read), written.osm).toEqual(ours(schedule));
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
