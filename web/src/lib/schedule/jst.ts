/**
 * Days and times of day in Japan, from instants. Japan has had no daylight saving time since 1951, so +09:00 holds
 * everywhere (標準時ニ関スル件). Pure: the browser's own time zone plays no part.
 */
const OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;

/** Day of an instant (epoch milliseconds) in Japan, `2026-11-24`. */
export function dateInJapan(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
}

/** An instant (epoch milliseconds) as RFC 3339 in Japan's offset, to the second. */
export function instantInJapan(instant: number): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+09:00`;
}

/** The day `days` later (or earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week: 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** An instant from a day and a time of day in Japan; `24:00` is midnight at the end of the day. */
export function instantOf(date: string, time: string): string {
  return time === '24:00' ? `${addDays(date, 1)}T00:00:00+09:00` : `${date}T${time}:00+09:00`;
}

/** Whether this is a day that exists, `2026-11-24`. */
export function isDate(value: string | null): value is string {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

/** Whether this is a time of day, `00:00` to `24:00`. */
export function isTime(value: string | null): value is string {
  return !!value && (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) || value === '24:00');
}
