import fc from 'fast-check';
import {
  EVERY_DAY,
  UNKNOWN_SCHEDULE,
  type Closure,
  type Rule,
  type Schedule,
  type TimeSlot,
  type Weekday,
} from '../../../../server/domain/schedule/schedule.ts';

/** A rule of every day without hours, and what a test wants different. */
export const aRule = (changes: Partial<Rule> = {}): Rule => ({
  ...EVERY_DAY,
  certainty: 'FIXED',
  holidays: null,
  slots: [],
  ...changes,
});

/** A FIXED schedule that is open on holidays as usual, and what a test wants different. */
export const aSchedule = (rules: Rule[], changes: Partial<Schedule> = {}): Schedule => ({
  ...UNKNOWN_SCHEDULE,
  certainty: 'FIXED',
  holidays: 'AS_USUAL',
  rules,
  ...changes,
});

export const hours = (start: number | null, end: number | null): TimeSlot => ({
  start: start === null ? null : start * 60,
  end: end === null ? null : end * 60,
});

/** An instant in Asia/Tokyo, ms since the epoch: `tokyo('2026-11-24T17:30')`. */
export const tokyo = (text: string): number => Date.parse(`${text.length === 10 ? `${text}T00:00` : text}:00+09:00`);

const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;
const sorted = <T extends number>(of: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(of, { minLength, maxLength }).map((list) => list.sort((a, b) => a - b));

/** One or two slots that do not overlap, on a raster of half hours; some run past midnight. */
export const slotsArbitrary: fc.Arbitrary<TimeSlot[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 4 })
  .map((marks) => marks.sort((a, b) => a - b).map((mark) => mark * 30))
  .map((marks) =>
    marks.length < 4
      ? [{ start: marks[0] ?? 0, end: marks[1] ?? 30 }]
      : [
          { start: marks[0] ?? 0, end: marks[1] ?? 30 },
          { start: marks[2] ?? 0, end: marks[3] ?? 30 },
        ],
  )
  .filter((slots) => slots.every((slot) => (slot.start ?? 0) < 1440));

const daysArbitrary: fc.Arbitrary<Partial<Rule>> = fc.oneof(
  fc.record({ weekdays: sorted(weekday, 1, 5) }),
  fc.record({ weekdays: sorted(weekday, 1, 2), nth: sorted(fc.integer({ min: 1, max: 5 }), 1, 3) }),
  fc.record({ weekdays: sorted(weekday, 1, 1), nth: fc.constant<number[]>([-1]) }),
  fc.record({ weekdays: sorted(weekday, 1, 3), months: sorted(fc.integer({ min: 1, max: 12 }), 1, 6) }),
  fc.record({ monthDays: sorted(fc.integer({ min: 1, max: 31 }), 1, 3) }),
  fc.record({
    weekdays: sorted(weekday, 1, 3),
    season: fc.record({ from: monthDayArbitrary(), to: monthDayArbitrary() }),
  }),
  fc.record({
    weekdays: sorted(weekday, 1, 1),
    nth: sorted(fc.integer({ min: 1, max: 4 }), 1, 2),
    dayOffset: fc.integer({ min: 1, max: 3 }),
  }),
);

function monthDayArbitrary() {
  return fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
}

export const ruleArbitrary: fc.Arbitrary<Rule> = fc
  .tuple(daysArbitrary, slotsArbitrary)
  .map(([days, slots]) => aRule({ ...days, slots }));

export const closureArbitrary: fc.Arbitrary<Closure> = fc.oneof(
  fc.record({ annual: fc.record({ from: monthDayArbitrary(), to: monthDayArbitrary() }) }),
  fc
    .record({ weekday, n: fc.integer({ min: 1, max: 5 }) })
    .map(({ weekday, n }) => ({ days: { ...EVERY_DAY, weekdays: [weekday], nth: [n] } })),
  afterHolidayArbitrary(),
  fc
    .integer({ min: 0, max: 700 })
    .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10))
    .map((date) => ({ dates: { from: date, to: date } })),
);

/** 祝日の翌日: of whatever weekdays and months. */
export function afterHolidayArbitrary(): fc.Arbitrary<Closure> {
  const which = fc.constantFrom('ALL' as const, 'LAST_OF_RUN' as const, 'LAST_OF_RUN_SURELY' as const);
  return fc
    .record({
      publicHolidays: which,
      weekdays: fc.oneof(fc.constant<Weekday[]>([]), sorted(weekday, 3, 6)),
      months: fc.oneof(fc.constant<number[]>([]), sorted(fc.integer({ min: 1, max: 12 }), 3, 9)),
    })
    .map((days) => ({ days: { ...EVERY_DAY, ...days, dayOffset: 1 } }));
}

/** Whole schedules whose every part the OSM syntax can say. */
export const scheduleArbitrary: fc.Arbitrary<Schedule> = fc
  .tuple(
    fc.array(ruleArbitrary, { minLength: 1, maxLength: 3 }),
    fc.array(closureArbitrary, { maxLength: 2 }),
    fc.constantFrom('AS_USUAL' as const, 'CLOSED' as const),
  )
  .map(([rules, closures, holidays]) => aSchedule(rules, { closures, holidays }));
