import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateAt } from '../../../server/domain/schedule/calendar-day.ts';
import { EVERY_DAY, type CalendarFacts, type Schedule } from '../../../server/domain/schedule/schedule.ts';
import { openSpans } from '../../../server/domain/schedule/spans.ts';
import { joinStretches, mergedOpening } from './support/merge.ts';
import { plainOpening } from './support/plain-evaluator.ts';
import {
  aRule,
  aSchedule,
  closureArbitrary,
  hours,
  ruleArbitrary,
  slotsArbitrary,
  tokyo,
} from './support/schedules.ts';

/** `11-25 10:00-12:00`, `?` where it is maybe, `*` where nothing is held as far as is known. */
function told(schedule: Schedule, from: string, to: string, facts?: CalendarFacts): string[] {
  const clock = (instant: number) => new Date(instant + 9 * 3_600_000).toISOString().slice(11, 16);
  return openSpans(schedule, tokyo(from), tokyo(to), facts).map((span) => {
    const time = span.timeKnown ? ` ${clock(span.start)}-${span.end === null ? '' : clock(span.end)}` : '';
    return `${localDateAt(span.start).slice(5)}${time}${span.certain ? '' : '?'}${span.session ? '' : '*'}`;
  });
}

const wednesdays = aRule({ weekdays: [3], slots: [hours(10, 12)] });

describe('spans of a rule', () => {
  it('are the weekday of every week', () => {
    expect(told(aSchedule([wednesdays]), '2026-11-24', '2026-12-08')).toEqual([
      '11-25 10:00-12:00',
      '12-02 10:00-12:00',
    ]);
  });

  it('have no fifth Monday in a month of four', () => {
    const fifth = aRule({ weekdays: [1], nth: [5] });
    expect(told(aSchedule([fifth]), '2026-11-01', '2026-12-01')).toEqual(['11-30']);
    expect(told(aSchedule([fifth]), '2026-12-01', '2027-01-01')).toEqual([]);
  });

  it('count the last weekday from the end of the month', () => {
    expect(told(aSchedule([aRule({ weekdays: [5], nth: [-1] })]), '2026-11-01', '2027-01-01')).toEqual([
      '11-27',
      '12-25',
    ]);
  });

  it('have a 31st and a last day only in months that have them', () => {
    expect(told(aSchedule([aRule({ monthDays: [31] })]), '2027-01-01', '2027-04-01')).toEqual(['01-31', '03-31']);
    expect(told(aSchedule([aRule({ monthDays: [-1] })]), '2027-01-01', '2027-04-01')).toEqual([
      '01-31',
      '02-28',
      '03-31',
    ]);
  });

  it('follow a season round the turn of the year', () => {
    const winter = aRule({ weekdays: [4], season: { from: { month: 12, day: 20 }, to: { month: 1, day: 10 } } });
    expect(told(aSchedule([winter]), '2026-12-01', '2027-02-01')).toEqual(['12-24', '12-31', '01-07']);
  });

  it('keep the beat of every other week from its anchor, before it too', () => {
    const rule = aRule({ weekdays: [2], everyWeeks: { interval: 2, anchor: '2026-11-24' } });
    expect(told(aSchedule([rule]), '2026-11-01', '2026-12-10')).toEqual(['11-10', '11-24', '12-08']);
  });

  it('run past midnight into a window of the next day', () => {
    const late = aRule({ weekdays: [6], slots: [hours(22, 26)] });
    expect(told(aSchedule([late]), '2026-11-29T01:00', '2026-11-29T01:30')).toEqual(['11-28 22:00-02:00']);
    expect(told(aSchedule([late]), '2026-11-29T02:00', '2026-11-29T03:00')).toEqual([]);
  });

  it('are whole and include what only touches the window from inside', () => {
    expect(told(aSchedule([wednesdays]), '2026-11-25T11:00', '2026-11-25T11:01')).toEqual(['11-25 10:00-12:00']);
    expect(told(aSchedule([wednesdays]), '2026-11-25T12:00', '2026-11-25T13:00')).toEqual([]);
    expect(told(aSchedule([wednesdays]), '2026-11-25T12:00', '2026-11-25T11:00')).toEqual([]);
  });

  it('keep an end that is not after its start as unknown', () => {
    expect(told(aSchedule([aRule({ weekdays: [3], slots: [hours(18, 17.5)] })]), '2026-11-25', '2026-11-26')).toEqual([
      '11-25 18:00-',
    ]);
  });

  it('skip dates that do not exist', () => {
    expect(told(aSchedule([aRule({ dates: ['2026-02-30', '2026-12-01'] })]), '2026-11-30', '2026-12-02')).toEqual([
      '12-01',
    ]);
  });
});

describe('holidays (2026-11-23 is one, a Monday)', () => {
  const mondays = (holidays: Schedule['holidays']) => aSchedule([aRule({ weekdays: [1] })], { holidays });

  it.each([
    ['AS_USUAL', ['11-23', '11-30']],
    ['CLOSED', ['11-30']],
    ['ONLY', ['11-23']],
    ['UNKNOWN', ['11-23?', '11-30']],
  ] as const)('%s', (policy, days) => {
    expect(told(mondays(policy), '2026-11-20', '2026-12-01')).toEqual(days);
  });

  it('open then closed: the day after is closed', () => {
    const daily = aSchedule([aRule()], { holidays: 'OPEN_THEN_CLOSED' });
    expect(told(daily, '2026-11-22', '2026-11-26')).toEqual(['11-22', '11-23', '11-25']);
  });

  it('open then closed: the day after is closed for the other rules too, while a day after nothing is not', () => {
    const rules = [aRule({ weekdays: [1] }), aRule({ weekdays: [2, 3] })];
    const schedule = aSchedule(rules, { holidays: 'OPEN_THEN_CLOSED' });
    expect(told(schedule, '2026-11-23', '2026-11-26')).toEqual(['11-23', '11-25']);
    // Thursday 2027-02-11 is a holiday on which nothing is held.
    const others = aSchedule([aRule({ weekdays: [5] })], { holidays: 'OPEN_THEN_CLOSED' });
    expect(told(others, '2027-02-11', '2027-02-14')).toEqual(['02-12']);
  });

  it('move a closing day past a run of holidays', () => {
    const closures = [{ days: { ...EVERY_DAY, weekdays: [1 as const] }, movesPastHoliday: true }];
    const daily = aSchedule([aRule()], { closures });
    expect(told(daily, '2026-11-22', '2026-11-26')).toEqual(['11-22', '11-23', '11-25']);
    // 2026-09-21 to 23 are all holidays
    expect(told(daily, '2026-09-20', '2026-09-26')).toEqual(['09-20', '09-21', '09-22', '09-23', '09-25']);
  });

  it('a policy of the rule stands over that of the schedule', () => {
    const schedule = aSchedule(
      [aRule({ weekdays: [1], holidays: 'AS_USUAL' }), aRule({ weekdays: [1], slots: [hours(10, 12)] })],
      { holidays: 'CLOSED' },
    );
    expect(told(schedule, '2026-11-23', '2026-11-24')).toEqual(['11-23']);
  });

  it('listed dates stand whether holiday or not', () => {
    expect(
      told(aSchedule([aRule({ dates: ['2026-11-23'] })], { holidays: 'UNKNOWN' }), '2026-11-23', '2026-11-24'),
    ).toEqual(['11-23']);
  });
});

describe('closures', () => {
  it('wrap the year', () => {
    const closures = [{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } }];
    expect(told(aSchedule([aRule()], { closures }), '2026-12-28', '2027-01-06')).toEqual(['12-28', '01-04', '01-05']);
  });

  it('make days maybe where their dates are not certain', () => {
    const closures = [{ annual: { from: { month: 8, day: 13 }, to: { month: 8, day: 15 } }, certain: false }];
    expect(told(aSchedule([aRule()], { closures }), '2026-08-12', '2026-08-14')).toEqual(['08-12', '08-13?']);
  });

  it('take hours out of a session', () => {
    const closures = [{ days: EVERY_DAY, slot: { start: 720, end: 780 } }];
    const schedule = aSchedule([aRule({ weekdays: [3], slots: [hours(9, 17)] })], { closures });
    expect(told(schedule, '2026-11-25', '2026-11-26')).toEqual(['11-25 09:00-12:00', '11-25 13:00-17:00']);
  });

  it('leave of a session without an end nothing that is sure', () => {
    const closures = [{ days: EVERY_DAY, slot: { start: 720, end: 780 } }];
    const schedule = (start: number) =>
      aSchedule([aRule({ weekdays: [3], slots: [{ start, end: null }] })], { closures });
    expect(told(schedule(540), '2026-11-25', '2026-11-26')).toEqual(['11-25 09:00-12:00?', '11-25 13:00-?']);
    expect(told(schedule(750), '2026-11-25', '2026-11-26')).toEqual(['11-25 13:00-?']);
    expect(told(schedule(780), '2026-11-25', '2026-11-26')).toEqual(['11-25 13:00-']);
  });

  it('yield to an extra date', () => {
    const closures = [{ dates: { from: '2026-11-20', to: '2026-11-30' } }];
    const schedule = aSchedule([wednesdays], {
      closures,
      extraDates: [{ date: '2026-11-26', slots: [hours(13, 15)] }],
    });
    expect(told(schedule, '2026-11-24', '2026-11-28')).toEqual(['11-26 13:00-15:00']);
  });
});

describe('what is not known', () => {
  it('UNKNOWN is maybe all day, but a dated closure stands', () => {
    const closures = [{ dates: { from: '2026-11-25', to: '2026-11-25' } }];
    expect(told(aSchedule([], { certainty: 'UNKNOWN', closures }), '2026-11-24', '2026-11-27')).toEqual([
      '11-24?*',
      '11-26?*',
    ]);
  });

  it('SUSPENDED has no spans', () => {
    expect(told(aSchedule([wednesdays], { certainty: 'SUSPENDED' }), '2026-11-24', '2026-12-10')).toEqual([]);
  });

  it('IRREGULAR is maybe on the days that its rules allow, and on any day without rules', () => {
    const thursdays = aRule({ weekdays: [4], certainty: 'IRREGULAR', slots: [hours(17, 18)] });
    expect(told(aSchedule([thursdays], { certainty: 'IRREGULAR' }), '2026-11-24', '2026-11-28')).toEqual([
      '11-26 17:00-18:00?',
    ]);
    expect(told(aSchedule([], { certainty: 'IRREGULAR' }), '2026-11-24', '2026-11-25')).toEqual(['11-24?*']);
  });

  it('outside MAYBE leaves every hour open beside the certain ones', () => {
    expect(told(aSchedule([wednesdays], { outside: 'MAYBE' }), '2026-11-25', '2026-11-27')).toEqual([
      '11-25?*',
      '11-25 10:00-12:00',
      '11-26?*',
    ]);
  });

  it('knowledge ends after the last listed date, the validity end and the stated day', () => {
    expect(told(aSchedule([aRule({ dates: ['2026-11-25'] })]), '2026-11-24', '2026-11-27')).toEqual([
      '11-25',
      '11-26?*',
    ]);
    expect(told(aSchedule([aRule({ weekdays: [3], validUntil: '2026-11-25' })]), '2026-11-24', '2026-11-27')).toEqual([
      '11-25',
      '11-26?*',
    ]);
    expect(
      told(aSchedule([aRule({ weekdays: [3] })], { knownUntil: '2026-11-25' }), '2026-11-24', '2026-11-27'),
    ).toEqual(['11-25', '11-26?*']);
  });

  it('a rule that ends while others go on is maybe on its days, unless another takes its place', () => {
    const ending = aRule({ weekdays: [4], validUntil: '2026-11-30' });
    expect(told(aSchedule([wednesdays, ending]), '2026-12-02', '2026-12-05')).toEqual(['12-02 10:00-12:00', '12-03?*']);
    const next = aRule({ weekdays: [3], validFrom: '2026-12-01', slots: [hours(10, 12)] });
    expect(told(aSchedule([next, ending]), '2026-12-02', '2026-12-05')).toEqual(['12-02 10:00-12:00']);
  });

  it('school holidays hold where they are entered and are maybe elsewhere', () => {
    const rule = aRule({ weekdays: [3], schoolHolidays: 'ONLY' });
    const schoolHolidays = { ranges: [{ from: '2026-12-24', to: '2027-01-07' }], knownUntil: '2027-03-31' };
    expect(told(aSchedule([rule]), '2026-12-22', '2026-12-31')).toEqual(['12-23?', '12-30?']);
    expect(told(aSchedule([rule]), '2026-12-22', '2026-12-31', { schoolHolidays })).toEqual(['12-30']);
    expect(told(aSchedule([rule]), '2027-03-30', '2027-04-09', { schoolHolidays })).toEqual(['04-07?']);
  });

  it('24 months after the last confirmation a yes is a maybe', () => {
    const facts = { confirmedAt: tokyo('2024-12-01T09:00') };
    expect(told(aSchedule([wednesdays]), '2026-11-25', '2026-12-03', facts)).toEqual([
      '11-25 10:00-12:00',
      '12-02 10:00-12:00?',
    ]);
  });
});

describe('against a plain reading with Temporal dates', () => {
  it('opens at the same times, validity, offsets, last days and every n-th week among the rules', () => {
    const more = fc.record({
      rule: ruleArbitrary,
      slots: slotsArbitrary,
      everyWeeks: fc.option(
        fc.record({ interval: fc.integer({ min: 2, max: 4 }), anchor: fc.constantFrom('2026-01-07', '2026-06-30') }),
      ),
      validFrom: fc.constantFrom(null, '2026-03-01'),
      dayOffset: fc.integer({ min: -2, max: 3 }),
    });
    const schedules = fc
      .tuple(
        fc.array(more, { minLength: 1, maxLength: 3 }),
        fc.array(closureArbitrary, { maxLength: 2 }),
        fc.constantFrom('AS_USUAL' as const, 'CLOSED' as const, 'ONLY' as const),
      )
      .map(([rules, closures, holidays]) =>
        aSchedule(
          rules.map(({ rule, ...rest }) => aRule({ ...rule, ...rest, nth: rest.everyWeeks ? [] : rule.nth })),
          { closures, holidays },
        ),
      );
    fc.assert(
      fc.property(schedules, (schedule) => {
        const [from, to] = [tokyo('2026-01-01'), tokyo('2027-01-01')];
        const plain = plainOpening(schedule, '2026-01-01', 365).map(([start, end]): [number, number] => [
          Math.max(start, from),
          Math.min(end, to),
        ]);
        expect(mergedOpening(openSpans(schedule, from, to), from, to)).toEqual(
          joinStretches(plain.filter(([start, end]) => start < end)),
        );
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
