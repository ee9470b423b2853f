import { dayOf } from './date-text.ts';
import { addDays, instantOf, isDate, weekdayOf } from './jst.ts';

/** A month, `2026-11`. */
export type Month = string;

/** What a day is told to be: surely something is on, perhaps, it is closed by somebody's word, or nothing is planned. */
export type DayMark = 'sure' | 'maybe' | 'closed' | 'none';

/** A day on which somebody said that it is closed, or may be. */
export interface ClosedDay {
  date: string;
  certain: boolean;
  reason?: string | null | undefined;
  holiday?: string | null | undefined;
}

export interface MonthDay<Session> {
  date: string;
  mark: DayMark;
  sessions: Session[];
  closed: ClosedDay | null;
  isPast: boolean;
}

/** Beyond a year hardly anything is known, and the API answers 400 days at most. */
const MONTHS_AHEAD = 12;

export const monthOf = (date: string): Month => date.slice(0, 7);

/** The month `count` later (or earlier). */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Whether a month can be looked at: this one, or one of the coming year. */
export const isShown = (month: Month, today: string): boolean =>
  month >= monthOf(today) && month <= addMonths(monthOf(today), MONTHS_AHEAD);

/** The month that a URL asks for; this month where it asks for none that is shown. */
export function monthFrom(text: string | null, today: string): Month {
  return text && isDate(`${text}-01`) && isShown(text, today) ? text : monthOf(today);
}

/** From the first instant of a month to the first of the next. */
export function monthWindow(month: Month): { from: string; to: string } {
  return { from: instantOf(`${month}-01`, '00:00'), to: instantOf(`${addMonths(month, 1)}-01`, '00:00') };
}

/**
 * A month in weeks from Sunday; null before its first day and after its last.
 * @param maybeDays days of which nothing is known.
 */
export function monthWeeks<Session extends { start: string; certain: boolean }>(
  month: Month,
  { sessions, maybeDays, closedDays }: { sessions: Session[]; maybeDays: string[]; closedDays: ClosedDay[] },
  today: string,
): (MonthDay<Session> | null)[][] {
  const first = `${month}-01`;
  const end = `${addMonths(month, 1)}-01`;
  const weeks: (MonthDay<Session> | null)[][] = [];
  for (let sunday = addDays(first, -weekdayOf(first)); sunday < end; sunday = addDays(sunday, 7)) {
    const dates = Array.from({ length: 7 }, (_, index) => addDays(sunday, index));
    weeks.push(
      dates.map((date) => {
        if (date < first || date >= end) return null;
        const ofDay = sessions.filter(({ start }) => dayOf(start) === date);
        const closed = closedDays.find((each) => each.date === date) ?? null;
        const mark = markOf(ofDay, maybeDays.includes(date), closed);
        return { date, mark, sessions: ofDay, closed, isPast: date < today };
      }),
    );
  }
  return weeks;
}

function markOf(sessions: { certain: boolean }[], isUnknown: boolean, closed: ClosedDay | null): DayMark {
  if (sessions.some(({ certain }) => certain)) return 'sure';
  if (closed?.certain && sessions.length === 0) return 'closed';
  return sessions.length > 0 || isUnknown ? 'maybe' : 'none';
}
