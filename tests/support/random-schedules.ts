import type { AgeBand } from '../../server/domain/age.ts';
import { formatLocalDate, parseLocalDate } from '../../server/domain/schedule/calendar-day.ts';
import {
  EVERY_DAY,
  type Rule,
  type Schedule,
  type TimeSlot,
  UNKNOWN_SCHEDULE,
  type Weekday,
} from '../../server/domain/schedule/schedule.ts';
import type { Random } from './random.ts';

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const YEAR = parseLocalDate('2026-04-01') ?? 0;

export const BANDS: AgeBand[][] = [
  [{ from: null, until: { months: 36, days: 0 } }],
  [{ from: { months: 0, days: 57 }, until: { months: 72, days: 0 } }],
  [{ from: { months: 72, days: 0 }, until: { months: 216, days: 0 } }],
  [{ from: null, until: null, stages: ['JUNIOR_HIGH', 'HIGH_SCHOOL'] }],
  [{ from: { months: 144, days: 0 }, until: null }],
  [{ from: null, until: null }],
];

export interface ScheduleMix {
  /** Share of schedules whose slots have facts of their own. */
  slotFacts: number;
  /** Share with closed days of their own. */
  ownClosures: number;
  activities: readonly string[];
}

/** Schedules in about the mix of the published data: weekly hours, monthly days, irregular ones, unknown ones. */
export function randomSchedule(random: Random, mix: ScheduleMix): Schedule {
  const dice = random.next();
  if (dice < 0.08) return UNKNOWN_SCHEDULE;
  if (dice < 0.1) return { ...UNKNOWN_SCHEDULE, certainty: 'SUSPENDED' };
  const monthly = dice < 0.45;
  const certainty = random.pick(['FIXED', 'FIXED', 'USUAL', 'USUAL', 'IRREGULAR'] as const);
  return {
    ...UNKNOWN_SCHEDULE,
    certainty,
    rules: Array.from({ length: random.pick([1, 1, 1, 2]) }, () => randomRule(random, mix, monthly, certainty)),
    closures: [
      ...(random.chance(0.6) ? [NEW_YEAR] : []),
      ...(random.chance(mix.ownClosures) ? [ownClosure(random)] : []),
      ...(random.chance(1 / 40) ? [AFTER_HOLIDAYS] : []),
    ],
    extraDates: random.chance(0.05) ? [{ date: randomDate(random), slots: [randomSlot(random, mix)] }] : [],
    holidays: random.pick(['AS_USUAL', 'CLOSED', 'UNKNOWN', 'OPEN_THEN_CLOSED'] as const),
    outside: random.chance(0.05) ? 'MAYBE' : 'NO',
    knownUntil: random.chance(0.05) ? randomDate(random) : null,
  };
}

const NEW_YEAR = { annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } };

/** 祝日の翌日, as every fortieth hall or library has it. */
const AFTER_HOLIDAYS = { days: { ...EVERY_DAY, publicHolidays: 'LAST_OF_RUN_SURELY' as const, dayOffset: 1 } };

function ownClosure(random: Random) {
  const day = YEAR + random.int(200, 330);
  return { dates: { from: formatLocalDate(day), to: formatLocalDate(day + random.int(0, 4)) } };
}

const randomDate = (random: Random) => formatLocalDate(YEAR + random.int(200, 330));

function randomRule(random: Random, mix: ScheduleMix, monthly: boolean, certainty: Rule['certainty']): Rule {
  return {
    ...EVERY_DAY,
    weekdays: monthly ? [random.pick(WEEKDAYS)] : random.some(WEEKDAYS, 0.7),
    nth: monthly ? random.pick([[1], [2], [3], [4], [-1], [1, 3], [2, 4]]) : [],
    months: random.chance(0.05) ? [4, 5, 6, 10, 11] : [],
    validUntil: random.chance(0.05) ? randomDate(random) : null,
    certainty,
    holidays: null,
    slots: random.chance(0.06)
      ? []
      : Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => randomSlot(random, mix)),
  };
}

function randomSlot(random: Random, mix: ScheduleMix): TimeSlot {
  const start = random.int(16, 40) * 30;
  const slot: TimeSlot = { start, end: start + random.int(1, 18) * 30 };
  if (random.chance(0.05)) slot.end = null;
  if (random.chance(0.02)) slot.start = null;
  if (random.chance(mix.slotFacts)) {
    if (random.chance(0.5)) slot.ages = random.pick(BANDS);
    if (random.chance(0.3)) slot.activities = random.some(mix.activities, 0.3);
    if (random.chance(0.2)) slot.access = random.pick(['DROP_IN', 'BOOKED', 'ENROLLED'] as const);
    if (random.chance(0.2)) slot.booking = { need: random.pick(['NONE', 'RECOMMENDED', 'REQUIRED'] as const) };
  }
  return slot;
}
