import { holidayName, isHolidayOn } from '../holidays.ts';
import { epochDayAt, formatLocalDate, type EpochDay } from './calendar-day.ts';
import { compileFacts, compileSchedule, type CompiledFacts, type CompiledSchedule } from './compile.ts';
import { matchDays } from './day-pattern.ts';
import type { CalendarFacts, LocalDate, Schedule } from './schedule.ts';
import { closureDegree, holidayDegree } from './spans.ts';

/** A day on which a place is closed though it is not a day without a plan: somebody said so. */
export interface ClosedDay {
  date: LocalDate;
  /** false: it may be closed. */
  certain: boolean;
  /** As the source gives it; null where it gives none. */
  reason: string | null;
  /** The national holiday for which it is closed, `文化の日`; null where it is closed for something else, or for the day before. */
  holiday: string | null;
}

/**
 * The days in Japan that touch [from, to) (ms since the epoch) on which a closure takes the whole day, or on which a rule
 * would have it open but for a national holiday; by the same judgement as `openSpans`. A day that is opened as an extra
 * is none. A schedule that is SUSPENDED has none: it is closed anyway. Throws nothing.
 */
export function closedDays(schedule: Schedule, from: number, to: number, facts?: CalendarFacts): ClosedDay[] {
  if (!(from < to) || schedule.certainty === 'SUSPENDED') return [];
  const compiled = compileSchedule(schedule);
  const known = compileFacts(facts, compiled.school);
  const days: ClosedDay[] = [];
  for (let day = epochDayAt(from); day <= epochDayAt(to - 1); day++) {
    const closed = compiled.extras.has(day)
      ? null
      : (byClosure(compiled, day, known) ?? byHoliday(compiled, day, known));
    if (closed) days.push(closed);
  }
  return days;
}

/** A sure closure before one that may be. */
function byClosure(compiled: CompiledSchedule, day: EpochDay, facts: CompiledFacts): ClosedDay | null {
  const beyond = day > compiled.knownUntil;
  const found = compiled.closures
    .map((closure) => ({ closure, degree: closureDegree(closure, day, facts, beyond) }))
    .sort((a, b) => b.degree - a.degree)[0];
  if (!found || found.degree === 0) return null;
  return { date: formatLocalDate(day), certain: found.degree === 2, reason: found.closure.reason, holiday: null };
}

/** Some rule chooses the day, and every one that does is closed for this holiday, or for the one on the day before. */
function byHoliday(compiled: CompiledSchedule, day: EpochDay, facts: CompiledFacts): ClosedDay | null {
  const { certainty, outside } = compiled.source;
  if (day > compiled.knownUntil || certainty === 'UNKNOWN') return null;
  const rules = compiled.rules.filter(
    (rule) =>
      (rule.holidays !== 'ONLY' || isHolidayOn(day)) &&
      day - rule.days.offset <= rule.end &&
      matchDays(rule.days, day, facts.school) > 0,
  );
  if (rules.length === 0 || rules.some((rule) => holidayDegree(rule, day, facts) > 0)) return null;
  const date = formatLocalDate(day);
  return { date, certain: outside === 'NO', reason: null, holiday: holidayName(date) };
}
