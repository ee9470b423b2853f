import { shiftWeekday } from '../calendar-day.ts';
import { ALL_WEEKDAYS, type Closure, type HolidayPolicy } from '../schedule.ts';
import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import type { Phrase } from './phrase.ts';

/** The entries that all texts together give, and the pieces that did not fit. */
export interface Combined {
  entries: Entry[];
  /** Hours said without days while no days were known. */
  hours: Hours[] | null;
  pauses: Hours[];
  /** The hours of the time columns. */
  columns: Hours[] | null;
  harmful: string[];
  /** 毎週 or 毎月 said apart from the days. */
  every: Phrase['every'];
  /** Whether the frequency says that it is held every week (code 1–3); null where there is no code. */
  weekly: boolean | null;
}

/** What the closing clauses make of the days. */
export interface Closed {
  closures: Closure[];
  holidays: HolidayPolicy;
  entries: Entry[];
  harmful: string[];
}

/** The weekdays that entries name, in whatever weeks. */
export function weekdaysOf(entries: Entry[]): number[] {
  const days = entries.flatMap(({ phrase }) => [
    ...(isEveryDay(phrase) ? ALL_WEEKDAYS : []),
    ...phrase.weekdays.map((day) => shiftWeekday(day, phrase.shift)),
    ...(phrase.then ? [phrase.then.weekday] : []),
  ]);
  return [...new Set(days)].sort();
}

const isEveryDay = ({ every, weekdays, monthDays, dates }: Phrase) =>
  every === 'day' && weekdays.length + monthDays.length === 0 && dates === null;

export const includesAll = (set: readonly number[], days: readonly number[]): boolean =>
  days.length > 0 && days.every((day) => set.includes(day));

export const isActivity = (h: Hours | undefined): boolean =>
  h?.label !== null && h?.label !== undefined && (/年生/.test(h.label) || !/[0-9一二三部回前後]/.test(h.label));

export const isFull = (hours: Hours[] | null): boolean =>
  hours?.some((h) => h.start !== null && h.end !== null) ?? false;

/** 「11時より学習支援」 beside hours that have both ends says when something in them begins. */
export const isBesides = (said: Hours[], base: Hours[] | null): boolean =>
  isFull(base) && said.length > 0 && said.every((h) => isActivity(h) && h.end === null && isInside(h, base));

/** 「15時~18時、夕食は18時から」 goes on after it. */
const isInside = ({ start }: Hours, base: Hours[] | null) =>
  start === null || (base?.some((h) => h.end === null || start < h.end) ?? true);
