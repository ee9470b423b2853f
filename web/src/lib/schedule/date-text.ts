import type { Messages } from '../i18n/ja.ts';
import { addDays, weekdayOf } from './jst.ts';

/** Day of an instant as the API writes it: in Japan's offset, so its first ten characters are the day there. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** Time of day of an instant as the API writes it, without a leading zero. */
export const timeOf = (instant: string): string => instant.slice(11, 16).replace(/^0/, '');

/** A day in words: today, tomorrow, else month, day and weekday. */
export function dayText(date: string, today: string, t: Messages): string {
  if (date === today) return t.today;
  if (date === addDays(today, 1)) return t.tomorrow;
  return t.day(Number(date.slice(5, 7)), Number(date.slice(8, 10)), weekdayOf(date));
}

/** A day with its year. */
export function fullDayText(date: string, t: Messages): string {
  return t.fullDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** A time of day without a leading zero, `17:00`. */
export const hourText = (time: string): string => time.replace(/^0(?=\d)/, '');

/** A time of day as one says it, 「5時半」. */
export function clockText(time: string, t: Messages): string {
  return t.clockTime(Number(time.slice(0, 2)), Number(time.slice(3, 5)));
}

interface SessionTimes {
  start: string;
  end?: string | null | undefined;
  timeKnown: boolean;
}

/** Start and end of a session in words; an end at midnight is 24:00 of the same day. */
export function hoursText(session: SessionTimes, t: Messages): string {
  if (!session.timeKnown) return t.timeUnknown;
  const { start, end } = session;
  if (!end) return t.timeRange(timeOf(start), null);
  const isMidnight = timeOf(end) === '0:00' && dayOf(end) > dayOf(start);
  return t.timeRange(timeOf(start), isMidnight ? t.midnight : timeOf(end));
}
