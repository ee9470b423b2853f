import type { ScheduleInput, ScheduleRuleInput } from './place-input.ts';
import type { ProblemList } from './problem-list.ts';
import { daysInMonth } from './schedule/calendar-day.ts';
import { readOsm } from './schedule/read-osm.ts';
import { readSchedule } from './schedule/read-text/read-schedule.ts';
import {
  ALL_WEEKDAYS,
  type Closure,
  EVERY_DAY,
  type MonthDay,
  type Rule,
  type Schedule,
  UNKNOWN_SCHEDULE,
  type Weekday,
} from './schedule/schedule.ts';
import type { WeekdayName } from './search-when.ts';

const WEEKDAYS: readonly WeekdayName[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const LONGEST_TEXT = 2000;
const MOST_RULES = 60;

/** A schedule as somebody entered it; null where it is not stated or cannot be taken, which then stands among the problems. */
export function readScheduleInput(input: ScheduleInput, path: string[], problems: ProblemList): Schedule | null {
  const ways = [input.text, input.osm, input.rules].filter((way) => way !== null && way !== undefined);
  if (ways.length === 0) return null;
  if (ways.length > 1) {
    problems.add('INVALID', path, 'ONE_SCHEDULE');
    return null;
  }
  if (input.text) return fromText(input, path, problems);
  if (input.osm) return fromOsm(input.osm, path, problems);
  return fromRules(input, path, problems);
}

function fromText({ text, acceptUnread }: ScheduleInput, path: string[], problems: ProblemList): Schedule | null {
  const cells = Object.values<string | null | undefined>({ ...text }).map((cell) => cell ?? '');
  const length = cells.join('').length;
  if (length > LONGEST_TEXT) {
    problems.add('TOO_LONG', [...path, 'text'], undefined, { length, most: LONGEST_TEXT });
    return null;
  }
  if (cells.join('').trim() === '') return null;
  const schedule = readSchedule(text ?? {});
  const unread = schedule.unread.length > 0 || schedule.certainty === 'UNKNOWN';
  if (unread && acceptUnread !== true) {
    const piece = schedule.unread[0] ?? cells.join('').slice(0, 40);
    problems.add('UNREADABLE_SCHEDULE', [...path, 'text'], undefined, { piece });
  }
  return schedule;
}

function fromOsm(osm: string, path: string[], problems: ProblemList): Schedule | null {
  if (osm.length > LONGEST_TEXT) {
    problems.add('TOO_LONG', [...path, 'osm'], undefined, { length: osm.length, most: LONGEST_TEXT });
    return null;
  }
  const schedule = readOsm(osm);
  if (schedule.unread.length > 0 || schedule.rules.length === 0) {
    problems.add('UNREADABLE_SCHEDULE', [...path, 'osm'], undefined, { piece: schedule.unread[0] ?? osm.slice(0, 40) });
    return null;
  }
  return schedule;
}

function fromRules(
  { rules, holidays, afterHolidays, yearlyClosures }: ScheduleInput,
  path: string[],
  problems: ProblemList,
): Schedule {
  const read = (rules ?? [])
    .slice(0, MOST_RULES)
    .map((rule, index) => readRule(rule, [...path, 'rules', String(index)], problems));
  const closures = (yearlyClosures ?? [])
    .slice(0, MOST_RULES)
    .map((each, index) => readYearly(each, [...path, 'yearlyClosures', String(index)], problems));
  if (afterHolidays) closures.unshift(closedAfterHolidays(afterHolidays));
  if (holidays === 'CLOSED' && afterHolidays === 'CLOSED_UNLESS_HOLIDAY')
    problems.add('INVALID', [...path, 'afterHolidays'], 'AFTER_HOLIDAYS');
  const moving = holidays === 'CLOSING_DAY_MOVES';
  const schedule: Schedule = {
    ...UNKNOWN_SCHEDULE,
    certainty: read.length > 0 ? 'FIXED' : 'UNKNOWN',
    rules: read.filter((rule) => rule !== null),
    closures: closures.filter((closure) => closure !== null),
    holidays: moving ? 'AS_USUAL' : (holidays ?? 'UNKNOWN'),
  };
  return moving ? withMovingDays(schedule, [...path, 'holidays'], problems) : schedule;
}

/** The days before a Saturday and a Sunday are no days whose next one is closed. */
const BEFORE_WORKDAYS: Weekday[] = [1, 2, 3, 4, 7];

function closedAfterHolidays(what: NonNullable<ScheduleInput['afterHolidays']>): Closure {
  const publicHolidays = what === 'CLOSED' ? 'LAST_OF_RUN_SURELY' : 'LAST_OF_RUN';
  const weekdays = what === 'CLOSED_UNLESS_DAY_OFF' ? BEFORE_WORKDAYS : [];
  return { days: { ...EVERY_DAY, weekdays, publicHolidays, dayOffset: 1 } };
}

/** A place that is closed on more days of the week than on two has no closing days, but days on which it is open. */
const MOST_CLOSING_DAYS = 2;

/** The days of the week that no rule has are closing days, which a holiday moves: on it the place is open. */
function withMovingDays(schedule: Schedule, path: string[], problems: ProblemList): Schedule {
  const weekly = schedule.rules.filter(({ nth, schoolHolidays }) => nth.length === 0 && schoolHolidays === null);
  const [usual] = weekly;
  const closing = ALL_WEEKDAYS.filter((day) => !weekly.some(({ weekdays }) => weekdays.includes(day)));
  if (!usual || closing.length === 0 || closing.length > MOST_CLOSING_DAYS) {
    problems.add('INVALID', path, 'CLOSING_DAY');
    return schedule;
  }
  // Where the hours differ from day to day, those of a holiday are not known.
  const alike = weekly.every(({ slots }) => JSON.stringify(slots) === JSON.stringify(usual.slots));
  const days = { ...EVERY_DAY, weekdays: closing };
  const opened: Rule = { ...days, slots: alike ? usual.slots : [], certainty: 'FIXED', holidays: 'ONLY' };
  const moved: Closure = { days, movesPastHoliday: true };
  return { ...schedule, rules: [...schedule.rules, opened], closures: [moved, ...schedule.closures] };
}

/** Minutes: who is open past midnight is not open longer than this; the two times were typed the wrong way round. */
const LONGEST_NIGHT = 16 * 60;

function readRule(rule: ScheduleRuleInput, path: string[], problems: ProblemList): Rule | null {
  const weekdays = [...new Set(rule.weekdays)].map((name) => (WEEKDAYS.indexOf(name) + 1) as Weekday);
  const nth = [...new Set(rule.nth ?? [])];
  if (weekdays.length === 0) problems.add('REQUIRED', [...path, 'weekdays']);
  if (nth.some((n) => ![1, 2, 3, 4, 5, -1].includes(n))) problems.add('INVALID', [...path, 'nth'], 'NTH');
  const [start, end] = [minutesOf(rule.from), minutesOf(rule.to)];
  const upTo = start !== null && end !== null && end <= start ? end + 1440 : end;
  if (start === null && end !== null) problems.add('REQUIRED', [...path, 'from']);
  if (start !== null && upTo !== null && upTo > 1440 && upTo - start > LONGEST_NIGHT)
    problems.add('INVALID', [...path, 'to'], 'TIME_ORDER');
  const label = problems.line(rule.label, [...path, 'label'], 60);
  if (weekdays.length === 0) return null;
  return {
    ...{ monthDays: [], dates: [], months: [], season: null, validFrom: null, validUntil: null, dayOffset: 0 },
    everyWeeks: null,
    weekdays: weekdays.sort((a, b) => a - b),
    nth,
    schoolHolidays: rule.schoolHolidays ?? null,
    certainty: 'FIXED',
    holidays: null,
    slots: start === null ? [] : [{ start, end: upTo, ...(label === null ? {} : { label }) }],
  };
}

/** `24:00` is the end of the day. */
export function minutesOf(time: string | null | undefined): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time ?? '');
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

function readYearly(
  { from, to, reason }: { from: string; to: string; reason?: string | null | undefined },
  path: string[],
  problems: ProblemList,
): Closure | null {
  const [first, last] = [readMonthDay(from), readMonthDay(to)];
  if (first === null) problems.add('INVALID', [...path, 'from'], 'MONTH_DAY');
  if (last === null) problems.add('INVALID', [...path, 'to'], 'MONTH_DAY');
  const why = problems.line(reason, [...path, 'reason'], 200);
  if (first === null || last === null) return null;
  return { annual: { from: first, to: last }, ...(why === null ? {} : { reason: why }) };
}

function readMonthDay(text: string): MonthDay | null {
  const found = /^(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const [month, day] = [Number(found?.[1]), Number(found?.[2])];
  const exists = found !== null && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);
  return exists ? { month, day } : null;
}
