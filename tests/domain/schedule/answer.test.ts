import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAt, answerDuring, answerOnDates, type SlotFilter } from '../../../server/domain/schedule/answer.ts';
import { openSpans, spanEnd } from '../../../server/domain/schedule/spans.ts';
import { stateAt } from '../../../server/domain/schedule/state.ts';
import { aRule, aSchedule, hours, scheduleArbitrary, tokyo } from './support/schedules.ts';

const wednesdays = aSchedule([aRule({ weekdays: [3], slots: [hours(10, 12)] })]);
const at = (time: string) => tokyo(`2026-11-25T${time}`);

describe('an answer about an instant', () => {
  it('is yes from the start until the end, which is not included', () => {
    expect(['09:59', '10:00', '11:59', '12:00'].map((time) => answerAt(wednesdays, at(time)))).toEqual([
      'NO',
      'YES',
      'YES',
      'NO',
    ]);
  });

  it('is maybe for any hour of a day whose hours are not known', () => {
    expect(answerAt(aSchedule([aRule({ weekdays: [3] })]), at('03:00'))).toBe('MAYBE');
  });

  it('is yes at a start without an end, maybe later that day, no the day after', () => {
    const open = aSchedule([aRule({ weekdays: [3], slots: [hours(17.5, null)] })]);
    expect(['17:29', '17:30', '17:31', '23:59'].map((time) => answerAt(open, at(time)))).toEqual([
      'NO',
      'YES',
      'MAYBE',
      'MAYBE',
    ]);
    expect(answerAt(open, tokyo('2026-11-26T00:00'))).toBe('NO');
  });

  it('is maybe at any time where nothing is known, and no where it is suspended', () => {
    expect(answerAt(aSchedule([], { certainty: 'UNKNOWN' }), at('03:00'))).toBe('MAYBE');
    expect(answerAt(aSchedule([], { certainty: 'SUSPENDED' }), at('03:00'))).toBe('NO');
  });
});

describe('an answer about a window', () => {
  const during = (from: string, to: string, minutes: number, schedule = wednesdays) =>
    answerDuring(schedule, at(from), at(to), minutes);

  it('needs the asked minutes on end', () => {
    expect(during('11:30', '13:00', 30)).toBe('YES');
    expect(during('11:31', '13:00', 30)).toBe('NO');
    expect(during('10:00', '12:00', 121)).toBe('NO');
  });

  it('joins sessions that follow one another', () => {
    const split = aSchedule([aRule({ weekdays: [3], slots: [hours(10, 10.25), hours(10.25, 10.5)] })]);
    expect(during('09:00', '12:00', 30, split)).toBe('YES');
  });

  it('is yes where a start without an end has room, maybe after it, no before it', () => {
    const open = aSchedule([aRule({ weekdays: [3], slots: [hours(17.5, null)] })]);
    expect(during('17:00', '19:00', 30, open)).toBe('YES');
    expect(during('18:00', '19:00', 30, open)).toBe('MAYBE');
    expect(during('16:00', '17:30', 30, open)).toBe('NO');
  });

  it('is maybe on a day whose hours are not known', () => {
    expect(during('16:00', '17:30', 30, aSchedule([aRule({ weekdays: [3] })]))).toBe('MAYBE');
  });
});

describe('an answer about days', () => {
  it('is yes on a day that is known though its hours are not', () => {
    const days = aSchedule([aRule({ weekdays: [3] })]);
    expect(answerOnDates(days, '2026-11-25', '2026-11-25')).toBe('YES');
    expect(answerOnDates(days, '2026-11-26', '2026-12-01')).toBe('NO');
    expect(answerOnDates(days, '2026-11-26', '2026-12-02')).toBe('YES');
  });

  it('is maybe on the days that an undetermined rule allows', () => {
    const thursdays = aSchedule([aRule({ weekdays: [4], certainty: 'IRREGULAR' })], { certainty: 'IRREGULAR' });
    expect(answerOnDates(thursdays, '2026-11-26', '2026-11-26')).toBe('MAYBE');
    expect(answerOnDates(thursdays, '2026-11-24', '2026-11-25')).toBe('NO');
  });

  it('is no where the dates are none', () => {
    expect(answerOnDates(wednesdays, '2026-02-30', '2026-12-31')).toBe('NO');
  });
});

describe('sessions for somebody', () => {
  const labelled = aSchedule([
    aRule({
      weekdays: [3],
      slots: [
        { ...hours(15, 18), label: 'small' },
        { ...hours(17, 21), label: 'big' },
      ],
    }),
  ]);
  const only =
    (label: string): SlotFilter =>
    (slot) =>
      slot?.label === label ? 'YES' : 'NO';

  it('are asked at one common moment: two sessions may serve two persons', () => {
    const both = [only('small'), only('big')];
    expect(answerAt(labelled, at('16:00'), undefined, both)).toBe('NO');
    expect(answerAt(labelled, at('17:30'), undefined, both)).toBe('YES');
    expect(answerDuring(labelled, at('15:00'), at('21:00'), 60, undefined, both)).toBe('YES');
    expect(answerDuring(labelled, at('15:00'), at('21:00'), 61, undefined, both)).toBe('NO');
  });

  it('open to 21:00 for some are closed at 18:00 to others', () => {
    expect(stateAt(labelled, at('18:00'), { filters: [only('small')] }).kind).toBe('CLOSED');
    expect(stateAt(labelled, at('18:00'), { filters: [only('big')] })).toMatchObject({
      kind: 'OPEN',
      until: at('21:00'),
    });
  });

  it('that only may suit are maybe', () => {
    expect(answerAt(labelled, at('16:00'), undefined, [() => 'MAYBE'])).toBe('MAYBE');
  });
});

describe('the badge', () => {
  const kind = (schedule: Parameters<typeof stateAt>[0], time: string, options = {}) =>
    stateAt(schedule, at(time), options).kind;

  it('says open until, opens later, closed and when next', () => {
    expect(stateAt(wednesdays, at('11:00'))).toMatchObject({
      kind: 'OPEN',
      until: at('12:00'),
      changesAt: at('12:00'),
    });
    expect(stateAt(wednesdays, at('09:00'))).toMatchObject({ kind: 'OPENS_LATER_TODAY', changesAt: at('10:00') });
    expect(stateAt(wednesdays, at('12:00'))).toMatchObject({
      kind: 'CLOSED',
      next: { start: tokyo('2026-12-02T10:00') },
      changesAt: tokyo('2026-11-26'),
    });
  });

  it('runs on where one session follows another', () => {
    const split = aSchedule([aRule({ weekdays: [3], slots: [hours(10, 12), hours(12, 15)] })]);
    expect(stateAt(split, at('11:00')).until).toBe(at('15:00'));
  });

  it('says ask the time, maybe, suspended and unknown', () => {
    expect(kind(aSchedule([aRule({ weekdays: [3] })]), '11:00')).toBe('ASK_TIME');
    expect(kind(aSchedule([aRule({ weekdays: [3], certainty: 'IRREGULAR' })]), '11:00')).toBe('MAYBE');
    expect(kind(aSchedule([], { certainty: 'SUSPENDED' }), '11:00')).toBe('SUSPENDED');
    expect(kind(aSchedule([], { certainty: 'UNKNOWN' }), '11:00')).toBe('UNKNOWN');
  });

  it('says too late to book after the deadline of today’s sessions', () => {
    const booking = { need: 'REQUIRED' as const, deadlineMinutes: 60 };
    expect(kind(wednesdays, '08:59', { booking })).toBe('OPENS_LATER_TODAY');
    expect(stateAt(wednesdays, at('08:59'), { booking }).changesAt).toBe(at('09:00'));
    expect(kind(wednesdays, '09:00', { booking })).toBe('TOO_LATE_TO_BOOK');
  });
});

describe('one evaluator', () => {
  const LATER = ['OPENS_LATER_TODAY', 'CLOSED', 'SUSPENDED', 'TOO_LATE_TO_BOOK'];

  it('gives the filter, the calendar and the badge the same answer at any instant', () => {
    const instant = fc.integer({ min: 0, max: 500_000 }).map((minutes) => tokyo('2026-01-01') + minutes * 60_000);
    fc.assert(
      fc.property(scheduleArbitrary, instant, fc.constantFrom('UNKNOWN' as const, null), (schedule, moment, policy) => {
        const varied = { ...schedule, holidays: policy ?? schedule.holidays };
        const answer = answerAt(varied, moment);
        const running = openSpans(varied, moment - 86_400_000, moment + 86_400_000).filter(
          (span) => span.start <= moment && spanEnd(span) > moment,
        );
        expect(answer).toBe(running.some((span) => span.certain) ? 'YES' : running.length > 0 ? 'MAYBE' : 'NO');
        const { kind, changesAt } = stateAt(varied, moment);
        expect(kind === 'OPEN' ? 'YES' : LATER.includes(kind) ? 'NO' : 'MAYBE').toBe(answer);
        expect(stateAt(varied, changesAt - 1).kind).toBe(kind);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
