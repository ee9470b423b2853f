import { isHolidayOn } from '../holidays.ts';
import { addMonths, epochDayAt, parseLocalDate, startOfDay, type EpochDay } from './calendar-day.ts';
import { compileDays, compileRange, matchDays, type DayPattern, type SchoolCalendar } from './day-pattern.ts';
import {
  EVERY_DAY,
  type CalendarFacts,
  type Closure,
  type ExtraDate,
  type HolidayPolicy,
  type Rule,
  type Schedule,
  type TimeSlot,
} from './schedule.ts';

export interface CompiledRule {
  days: DayPattern;
  certain: boolean;
  holidays: HolidayPolicy;
  /** The days of every rule with the policy OPEN_THEN_CLOSED, this one among them. */
  openThenClosed: DayPattern[];
  slots: TimeSlot[];
  /** Last day for which the rule speaks, Infinity without limit. */
  end: EpochDay;
  /** After its end its days are maybe: other rules go on, but nothing says that this one has stopped. */
  maybeAfterEnd: boolean;
}

export interface CompiledClosure {
  covers: (day: EpochDay, school: SchoolCalendar | null) => 0 | 1 | 2;
  certain: boolean;
  /** Says something about dates, so it holds also after the regular knowledge has ended. */
  dated: boolean;
  slot: { start: number; end: number } | null;
  /** As the source gives it. */
  reason: string | null;
}

/** A schedule in the form the evaluator runs. */
export interface CompiledSchedule {
  source: Schedule;
  rules: CompiledRule[];
  closures: CompiledClosure[];
  extras: Map<EpochDay, ExtraDate[]>;
  /** Last day about which anything is known, Infinity without limit. */
  knownUntil: EpochDay;
  /** The calendar that the schedule brings with it. */
  school: SchoolCalendar | null;
}

/** Facts in the evaluator's units. */
export interface CompiledFacts {
  school: SchoolCalendar | null;
  /** From this instant on a yes is only a maybe: nobody has confirmed the schedule for 24 months. */
  certainUntil: number;
}

const MONTHS_UNTIL_DOUBT = 24;
const compiled = new WeakMap<Schedule, CompiledSchedule>();

/** Compiled once per schedule object; schedules are values and never changed in place. */
export function compileSchedule(schedule: Schedule): CompiledSchedule {
  const known = compiled.get(schedule);
  if (known) return known;
  const rules = schedule.rules.map((rule) => compileRule(rule, schedule));
  const openThenClosed = rules.filter((rule) => rule.holidays === 'OPEN_THEN_CLOSED').map((rule) => rule.days);
  const ends = rules.map((rule) => rule.end);
  const rulesEnd = rules.length === 0 ? Infinity : Math.max(...ends);
  const stated = schedule.knownUntil === null ? null : parseLocalDate(schedule.knownUntil);
  const result: CompiledSchedule = {
    source: schedule,
    rules: rules.map((rule) => ({
      ...rule,
      openThenClosed,
      maybeAfterEnd: rule.end < rulesEnd && !hasSuccessor(rule, rules),
    })),
    closures: schedule.closures.map(compileClosure),
    extras: groupExtras(schedule.extraDates),
    knownUntil: Math.min(stated ?? Infinity, rulesEnd),
    school: compileSchool(schedule.schoolCalendar),
  };
  compiled.set(schedule, result);
  return result;
}

function compileRule(rule: Rule, schedule: Schedule): CompiledRule {
  const days = compileDays(rule);
  return {
    days,
    certain: rule.certainty !== 'IRREGULAR' && schedule.certainty !== 'IRREGULAR',
    holidays: rule.holidays ?? schedule.holidays,
    openThenClosed: [],
    slots: rule.slots,
    end: days.dates ? Math.max(-Infinity, ...days.dates) + days.offset : days.validUntil,
    maybeAfterEnd: false,
  };
}

/** 「9月まで水曜、10月から木曜」: a rule that begins after this one's end takes its place. */
function hasSuccessor(rule: CompiledRule, rules: CompiledRule[]): boolean {
  return rules.some((other) => other.days.validFrom > rule.end);
}

function compileClosure(closure: Closure): CompiledClosure {
  return {
    covers: closureCover(closure),
    certain: closure.certain !== false,
    dated: closure.dates !== undefined,
    slot: closure.slot ?? null,
    reason: closure.reason ?? null,
  };
}

function closureCover({ dates, annual, days, movesPastHoliday }: Closure): CompiledClosure['covers'] {
  if (dates) {
    const [from, to] = [parseLocalDate(dates.from), parseLocalDate(dates.to)];
    return (day) => (from !== null && to !== null && day >= from && day <= to ? 2 : 0);
  }
  if (annual) {
    const season = compileRange(annual);
    const pattern: DayPattern = { ...compileDays(EVERY_DAY), season };
    return (day) => matchDays(pattern, day, null);
  }
  if (!days) return () => 0;
  const pattern = compileDays(days);
  if (!movesPastHoliday) return (day, school) => withinValidity(pattern, day, school);
  return (day, school) => movedClosure(pattern, day, school);
}

const withinValidity = (pattern: DayPattern, day: EpochDay, school: SchoolCalendar | null) =>
  day - pattern.offset > pattern.validUntil ? 0 : matchDays(pattern, day, school);

/**
 * 月曜休館、祝日の場合は開館し翌日休館: in a run of holidays the closing day moves to the first day after the run.
 */
function movedClosure(pattern: DayPattern, day: EpochDay, school: SchoolCalendar | null): 0 | 1 | 2 {
  if (isHolidayOn(day)) return 0;
  let degree = withinValidity(pattern, day, school);
  for (let before = day - 1; isHolidayOn(before); before--) {
    degree = Math.max(degree, withinValidity(pattern, before, school)) as 0 | 1 | 2;
  }
  return degree;
}

function groupExtras(extras: ExtraDate[]): Map<EpochDay, ExtraDate[]> {
  const groups = new Map<EpochDay, ExtraDate[]>();
  for (const extra of extras) {
    const day = parseLocalDate(extra.date);
    if (day !== null) groups.set(day, [...(groups.get(day) ?? []), extra]);
  }
  return groups;
}

/** Ranges with unreadable dates are left out. `school`: the calendar that holds where the facts bring none. */
export function compileFacts(facts: CalendarFacts | undefined, school: SchoolCalendar | null = null): CompiledFacts {
  const confirmed = facts?.confirmedAt;
  return {
    school: compileSchool(facts?.schoolHolidays) ?? school,
    certainUntil:
      typeof confirmed === 'number' ? startOfDay(addMonths(epochDayAt(confirmed), MONTHS_UNTIL_DOUBT)) : Infinity,
  };
}

function compileSchool(holidays: CalendarFacts['schoolHolidays']): SchoolCalendar | null {
  const knownUntil = holidays && parseLocalDate(holidays.knownUntil);
  if (!holidays || knownUntil === null || knownUntil === undefined) return null;
  const ranges = holidays.ranges.flatMap((range) => {
    const [from, to] = [parseLocalDate(range.from), parseLocalDate(range.to)];
    return from === null || to === null ? [] : [{ from, to }];
  });
  return { ranges, knownUntil };
}
