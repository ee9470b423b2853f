import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateAt } from '../../../server/domain/schedule/calendar-day.ts';
import { closedDays } from '../../../server/domain/schedule/closed-days.ts';
import { EVERY_DAY, type Schedule } from '../../../server/domain/schedule/schedule.ts';
import { openSpans } from '../../../server/domain/schedule/spans.ts';
import { aRule, aSchedule, closureArbitrary, hours, ruleArbitrary, tokyo } from './support/schedules.ts';

/** `11-23 点検`, `?` where it may be closed. */
const told = (schedule: Schedule, from: string, to: string): string[] =>
  closedDays(schedule, tokyo(from), tokyo(to)).map(
    ({ date, certain, reason, holiday }) =>
      `${date.slice(5)}${certain ? '' : '?'}${reason ? ` ${reason}` : ''}${holiday ? ` ${holiday}` : ''}`,
  );

const mondays = aRule({ weekdays: [1], slots: [hours(10, 12)] });
const everyDay = aRule({ slots: [hours(10, 12)] });

describe('the days on which a place is closed', () => {
  it('are those of a closure, with its reason', () => {
    const closures = [{ dates: { from: '2026-12-09', to: '2026-12-10' }, reason: '点検' }];
    expect(told(aSchedule([everyDay], { closures }), '2026-12-01', '2027-01-01')).toEqual(['12-09 点検', '12-10 点検']);
  });

  it('may be, where the source does not say exactly which', () => {
    const annual = { from: { month: 8, day: 13 }, to: { month: 8, day: 14 } };
    const schedule = aSchedule([everyDay], { closures: [{ annual, certain: false, reason: 'お盆' }] });
    expect(told(schedule, '2026-08-01', '2026-09-01')).toEqual(['08-13? お盆', '08-14? お盆']);
  });

  it('are the holidays on which a rule would have it open, with their name', () => {
    expect(told(aSchedule([mondays], { holidays: 'CLOSED' }), '2026-11-01', '2026-12-01')).toEqual([
      '11-23 勤労感謝の日',
    ]);
    expect(told(aSchedule([mondays], { holidays: 'AS_USUAL' }), '2026-11-01', '2026-12-01')).toEqual([]);
    expect(told(aSchedule([mondays], { holidays: 'UNKNOWN' }), '2026-11-01', '2026-12-01')).toEqual([]);
  });

  it('are none where another rule has it open on holidays', () => {
    const onHolidays = aRule({ slots: [hours(10, 12)], holidays: 'ONLY' });
    expect(told(aSchedule([mondays, onHolidays], { holidays: 'CLOSED' }), '2026-11-01', '2026-12-01')).toEqual([]);
  });

  it('are the day after a holiday where it is closed instead', () => {
    const schedule = aSchedule([everyDay], { holidays: 'OPEN_THEN_CLOSED' });
    expect(told(schedule, '2026-11-20', '2026-11-30')).toEqual(['11-24']);
  });

  it('are none that are opened as an extra, none closed for some hours, and none of a place that is suspended', () => {
    const closures = [{ days: { ...EVERY_DAY, weekdays: [1 as const] } }];
    const extraDates = [{ date: '2026-11-16', slots: [hours(9, 10)] }];
    const schedule = aSchedule([everyDay], { closures, extraDates });
    expect(told(schedule, '2026-11-09', '2026-11-24')).toEqual(['11-09', '11-23']);
    expect(told({ ...schedule, certainty: 'SUSPENDED' }, '2026-11-09', '2026-11-24')).toEqual([]);
    const lunch = aSchedule([everyDay], { closures: [{ ...closures[0], slot: { start: 720, end: 780 } }] });
    expect(told(lunch, '2026-11-09', '2026-11-24')).toEqual([]);
  });

  it('have no session that is sure, and a surely closed one has none at all', () => {
    const schedules = fc
      .record({
        rules: fc.array(ruleArbitrary, { maxLength: 3 }),
        closures: fc.array(closureArbitrary, { maxLength: 3 }),
      })
      .map(({ rules, closures }) => aSchedule(rules, { closures, holidays: 'CLOSED' }));
    const [from, to] = [tokyo('2026-11-01'), tokyo('2027-02-01')];
    fc.assert(
      fc.property(schedules, (schedule) => {
        const spans = openSpans(schedule, from, to);
        for (const { date, certain } of closedDays(schedule, from, to)) {
          const ofDay = spans.filter((span) => localDateAt(span.start) === date);
          expect(ofDay.filter((span) => certain || span.certain)).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
