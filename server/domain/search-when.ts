import { InputError } from './errors.ts';
import { DAY_MS, epochDayAt, MINUTE_MS, parseLocalDate, startOfDay, weekdayOf } from './schedule/calendar-day.ts';
import type { EpochDay } from './schedule/calendar-day.ts';
import type { LocalDate, MinuteOfDay, Weekday } from './schedule/schedule.ts';

type Maybe<T> = T | null | undefined;
type Instant = Date | number | string;

export type WeekdayName = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

/** `WhenInput` of the contract: exactly one is given. */
export interface WhenInput {
  openAt?: Maybe<Instant>;
  openDuring?: Maybe<{ from: Instant; to: Instant; minMinutes?: Maybe<number> }>;
  onDates?: Maybe<{ from: LocalDate; to: LocalDate }>;
  weekly?: Maybe<{ weekdays: readonly WeekdayName[]; from: string; to: string }>;
  visit?: Maybe<{ from: Instant; homeBy: Instant; minMinutes?: Maybe<number>; metersPerMinute?: Maybe<number> }>;
}

/** A stretch of time, ms since the epoch, the end not included. */
export interface Window {
  from: number;
  to: number;
}

/** When a place must be open; instants in ms since the epoch. */
export type When =
  | { kind: 'AT'; at: number }
  | { kind: 'DURING'; from: number; to: number; minMinutes: number }
  | { kind: 'DATES'; from: LocalDate; to: LocalDate }
  /** `from`, `to`: minutes of the day, `to` above 1440 on the next day; `firstDay`: the first day of the eight weeks. */
  | { kind: 'WEEKLY'; weekdays: Weekday[]; from: MinuteOfDay; to: MinuteOfDay; minMinutes: number; firstDay: EpochDay }
  | { kind: 'VISIT'; from: number; homeBy: number; minMinutes: number; metersPerMinute: number };

const DEFAULT_MINUTES = 30;
const CHILD_METERS_PER_MINUTE = 60;
const LONGEST_WINDOW_DAYS = 62;
const WEEKLY_DAYS = 56;
const NAMES: WeekdayName[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const PATH = ['filter', 'when'];

/**
 * @param hasNear whether a point is given: a visit starts from there.
 * @throws InputError where the time is said in no way or several, or cannot be.
 */
export function readWhen(when: Maybe<WhenInput>, hasNear: boolean, now: number): When | null {
  if (when === null || when === undefined) return null;
  const said = Object.values(when).filter((value) => value !== null && value !== undefined);
  if (said.length !== 1) {
    throw new InputError('INVALID', PATH, 'Say a time in one way: openAt, openDuring, onDates, weekly or visit.');
  }
  if (when.openDuring) return readDuring(when.openDuring);
  if (when.onDates) return readDates(when.onDates);
  if (when.weekly) return readWeekly(when.weekly, now);
  if (when.visit) return readVisit(when.visit, hasNear);
  return { kind: 'AT', at: readInstant(when.openAt ?? NaN, [...PATH, 'openAt']) };
}

/** Milliseconds since the epoch. @throws InputError where it is no instant of this or the neighbouring centuries. */
export function readInstant(value: Instant, path: string[]): number {
  const instant = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : value;
  // 1951–2151: since then Japan has one offset, and no schedule reaches further.
  if (instant > -6e11 && instant < 5.7e12) return instant;
  throw new InputError('INVALID', path, 'Use an instant such as 2026-11-24T15:00:00+09:00.');
}

/** Both instants of a stretch. @throws InputError where it is empty or longer than 62 days. */
export function readWindow(window: { from: Instant; to: Instant }, path: string[]): Window {
  const [from, to] = [readInstant(window.from, [...path, 'from']), readInstant(window.to, [...path, 'to'])];
  if (to <= from) throw new InputError('INVALID', [...path, 'to'], '`to` must be later than `from`.');
  if (to - from > LONGEST_WINDOW_DAYS * DAY_MS) {
    throw new InputError('TOO_LONG', [...path, 'to'], `Ask for at most ${LONGEST_WINDOW_DAYS} days at once.`);
  }
  return { from, to };
}

function readDuring(input: NonNullable<WhenInput['openDuring']>): When {
  const path = [...PATH, 'openDuring'];
  const { from, to } = readWindow(input, path);
  const length = (to - from) / MINUTE_MS;
  return { kind: 'DURING', from, to, minMinutes: readMinutes(input.minMinutes, length, [...path, 'minMinutes']) };
}

/** Default 30, or the whole stretch where that is shorter. */
function readMinutes(minutes: Maybe<number>, length: number, path: string[]): number {
  if (minutes === null || minutes === undefined) return Math.min(DEFAULT_MINUTES, length);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= length) return minutes;
  throw new InputError(
    'INVALID',
    path,
    `Use a whole number of minutes from 1 to the length of the stretch, ${Math.floor(length)}.`,
  );
}

/** @throws InputError where the days do not exist, are in the wrong order or more than 63. */
export function readDays(
  dates: { from: LocalDate; to: LocalDate },
  path: string[],
): { from: LocalDate; to: LocalDate } {
  const [first, last] = [parseLocalDate(dates.from), parseLocalDate(dates.to)];
  if (first === null) throw new InputError('INVALID', [...path, 'from'], 'Use an existing day such as 2026-11-24.');
  if (last === null) throw new InputError('INVALID', [...path, 'to'], 'Use an existing day such as 2026-11-24.');
  if (last < first) throw new InputError('INVALID', [...path, 'to'], '`to` must not be before `from`.');
  if (last - first > LONGEST_WINDOW_DAYS) {
    throw new InputError(
      'TOO_LONG',
      [...path, 'to'],
      `\`to\` may be at most ${LONGEST_WINDOW_DAYS} days after \`from\`.`,
    );
  }
  return { from: dates.from, to: dates.to };
}

function readDates(input: NonNullable<WhenInput['onDates']>): When {
  return { kind: 'DATES', ...readDays(input, [...PATH, 'onDates']) };
}

function readWeekly(input: NonNullable<WhenInput['weekly']>, now: number): When {
  const path = [...PATH, 'weekly'];
  const weekdays = [...new Set(input.weekdays)].map((name) => (NAMES.indexOf(name) + 1) as Weekday).sort();
  if (weekdays.length === 0)
    throw new InputError('INVALID', [...path, 'weekdays'], 'Name at least one day of the week.');
  if (weekdays.some((day) => Number(day) === 0)) {
    throw new InputError('INVALID', [...path, 'weekdays'], `Use ${NAMES.join(', ')}.`);
  }
  const [from, end] = [readMinute(input.from, [...path, 'from']), readMinute(input.to, [...path, 'to'])];
  if (from === end) throw new InputError('INVALID', [...path, 'to'], '`to` must differ from `from`.');
  const to = end > from ? end : end + 1440;
  return {
    kind: 'WEEKLY',
    weekdays,
    from,
    to,
    minMinutes: Math.min(DEFAULT_MINUTES, to - from),
    firstDay: epochDayAt(now),
  };
}

function readMinute(time: string, path: string[]): MinuteOfDay {
  const match = /^(\d{2}):(\d{2})(?::00(?:\.0+)?)?$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (match && Number(match[2]) < 60 && minutes <= 1440) return minutes;
  throw new InputError('INVALID', path, 'Use a time of day from 00:00 to 24:00.');
}

/** The windows of a weekly time: one on each such day of eight weeks. */
export function weeklyWindows(when: Extract<When, { kind: 'WEEKLY' }>): Window[] {
  const windows: Window[] = [];
  for (let day = when.firstDay; day < when.firstDay + WEEKLY_DAYS; day++) {
    if (!when.weekdays.includes(weekdayOf(day))) continue;
    const midnight = startOfDay(day);
    windows.push({ from: midnight + when.from * MINUTE_MS, to: midnight + when.to * MINUTE_MS });
  }
  return windows;
}

function readVisit(input: NonNullable<WhenInput['visit']>, hasNear: boolean): When {
  const path = [...PATH, 'visit'];
  if (!hasNear) throw new InputError('REQUIRED', path, 'A visit starts at home: give `near`.');
  const from = readInstant(input.from, [...path, 'from']);
  const homeBy = readInstant(input.homeBy, [...path, 'homeBy']);
  if (homeBy <= from) throw new InputError('INVALID', [...path, 'homeBy'], '`homeBy` must be later than `from`.');
  if (homeBy - from > DAY_MS) throw new InputError('TOO_LONG', [...path, 'homeBy'], 'A visit lasts at most 24 hours.');
  const metersPerMinute = input.metersPerMinute ?? CHILD_METERS_PER_MINUTE;
  if (!(metersPerMinute >= 1 && metersPerMinute <= 1000)) {
    throw new InputError('INVALID', [...path, 'metersPerMinute'], 'Use a speed from 1 to 1000 metres a minute.');
  }
  const minMinutes = input.minMinutes ?? DEFAULT_MINUTES;
  if (!(Number.isInteger(minMinutes) && minMinutes >= 1 && minMinutes <= 1440)) {
    throw new InputError('INVALID', [...path, 'minMinutes'], 'Use a whole number of minutes from 1 to 1440.');
  }
  return { kind: 'VISIT', from, homeBy, minMinutes, metersPerMinute };
}
