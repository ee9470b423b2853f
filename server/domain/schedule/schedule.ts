import type { AgeBand } from '../age.ts';
import type { Access, Booking } from '../access.ts';

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const ALL_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Which of the month's weekdays of one name a day can be. */
export const ALL_WEEKS: readonly number[] = [1, 2, 3, 4, 5];
export const ALL_MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Calendar date in Asia/Tokyo, `2026-11-24`. */
export type LocalDate = string;

/** Minutes after midnight in Asia/Tokyo on the session's day, 0–2880; an end above 1440 lies on the next day. */
export type MinuteOfDay = number;

/** A day of every year; 29 February exists in leap years only. */
export interface MonthDay {
  month: number;
  day: number;
}

/** Both ends included; `from` after `to` wraps the year (12/29–1/3). */
export interface AnnualRange {
  from: MonthDay;
  to: MonthDay;
}

export type ScheduleCertainty = 'FIXED' | 'USUAL' | 'IRREGULAR' | 'SUSPENDED' | 'UNKNOWN';

/** What holds on a national holiday. `OPEN_THEN_CLOSED`: 祝日なら開館し翌日休み. `ONLY`: on holidays alone. */
export type HolidayPolicy = 'AS_USUAL' | 'CLOSED' | 'ONLY' | 'OPEN_THEN_CLOSED' | 'UNKNOWN';

export interface TimeSlot {
  /** null: the day is known, the start is not. */
  start: MinuteOfDay | null;
  /** null: open from `start`, the end is not known. */
  end: MinuteOfDay | null;
  label?: string;
  ages?: AgeBand[];
  activities?: string[];
  access?: Access;
  booking?: Booking;
}

/**
 * Which national holidays: all of them, those that no other follows, or these surely and the others perhaps (the text does
 * not say what holds where the day after a holiday is one too).
 */
export type PublicHolidays = 'ALL' | 'LAST_OF_RUN' | 'LAST_OF_RUN_SURELY';

/**
 * The days of a rule: those that satisfy every selector that is set. With no selector at all it is every day.
 */
export interface DayRule {
  /** Empty: any weekday. */
  weekdays: Weekday[];
  /** Which of the month's such weekdays: 1–5, or -1 for the last. Empty: every week. */
  nth: number[];
  /** Days of the month 1–31, -1 for the last. Empty: any. */
  monthDays: number[];
  /** Listed dates; when not empty, these are the days. */
  dates: LocalDate[];
  /** 1–12. Empty: any. */
  months: number[];
  season: AnnualRange | null;
  /** Only in school holidays, or never in them; dates are kept per municipality. */
  schoolHolidays: 'ONLY' | 'NEVER' | null;
  /** Only on these national holidays; absent: whether it is one does not matter. With `dayOffset` 1: 祝日の翌日. */
  publicHolidays?: PublicHolidays;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
  /**
   * Shifts every day found: 「第3火曜とその直後の木曜」 is the 3rd Tuesday and the same with 2. All else is said of the day
   * before the shift: 「祝日の翌日(土日を除く)」 are the holidays from Sunday to Thursday.
   */
  dayOffset: number;
  /** Every n-th week counted from the week (Monday first) of `anchor`: 隔週 whose first day is known. */
  everyWeeks: { interval: number; anchor: LocalDate } | null;
}

export interface Rule extends DayRule {
  certainty: 'FIXED' | 'USUAL' | 'IRREGULAR';
  /** null: the schedule's own policy. */
  holidays: HolidayPolicy | null;
  /** Empty: the day is known, the time is not. */
  slots: TimeSlot[];
}

export interface Closure {
  /** One of `dates` (both ends included), `annual`, or `days` (休館: 毎月第3月曜) is set. */
  dates?: { from: LocalDate; to: LocalDate };
  annual?: AnnualRange;
  days?: DayRule;
  /** The days rule moves to the next day when it falls on a holiday (月曜休館、祝日の場合は翌日). */
  movesPastHoliday?: boolean;
  /** false: closed around these days, but the source does not say exactly which (お盆休み): they are maybe, not closed. */
  certain?: boolean;
  /** Closed only between these minutes; absent: the whole day. */
  slot?: { start: MinuteOfDay; end: MinuteOfDay };
  reason?: string;
}

export interface ExtraDate {
  date: LocalDate;
  slots: TimeSlot[];
  reason?: string;
}

/** When a place is open. Everything in Asia/Tokyo. */
export interface Schedule {
  certainty: ScheduleCertainty;
  rules: Rule[];
  closures: Closure[];
  extraDates: ExtraDate[];
  /** Where no rule says otherwise; UNKNOWN where the text is silent. */
  holidays: HolidayPolicy;
  /** What holds outside the rules: NO, or MAYBE where the text leaves it open (平日も不定期開催). */
  outside: 'NO' | 'MAYBE';
  /** Last day that the source speaks of; after it the answer is maybe. null: without limit. */
  knownUntil: LocalDate | null;
  /** The text as the source wrote it, always kept and shown. */
  text: string | null;
  /** Pieces of the text that could not be read. */
  unread: string[];
  /** The school holidays of its municipality, joined in when a place is read from the store; never stored with it. */
  schoolCalendar?: SchoolHolidays;
}

/** The columns in which schedules are written; all verbatim, blank or absent where not stated. */
export interface ScheduleText {
  /** One free sentence. */
  text?: string | null;
  /** 開催頻度, a code 1–8 or words. */
  frequency?: string | null;
  /** 開催曜日, 利用可能曜日. */
  weekdays?: string | null;
  /** 開催日. */
  days?: string | null;
  /** 開催開始時間, 開始時間. */
  from?: string | null;
  /** 開催終了時間, 終了時間. */
  to?: string | null;
  /** 開催日時特記事項, 利用可能日時特記事項. */
  note?: string | null;
}

/** A stretch of time in which the answer is yes (`certain`) or maybe; outside all spans it is no. */
export interface OpenSpan {
  /** Milliseconds since the epoch. */
  start: number;
  /** null: the end is not known; counted as maybe to the end of the day. */
  end: number | null;
  certain: boolean;
  /** false: only the day is known; start and end are the day's. */
  timeKnown: boolean;
  /** false: no session is known here, the span only says that the answer is maybe (nothing is known, or knowledge has ended). */
  session: boolean;
  /** Facts of the slot, where it has its own. */
  slot: TimeSlot | null;
}

/** School holidays of a municipality, both ends included; `knownUntil` is the last entered day. */
export interface SchoolHolidays {
  ranges: { from: LocalDate; to: LocalDate }[];
  knownUntil: LocalDate;
}

/** Facts from outside the schedule that an answer depends on. */
export interface CalendarFacts {
  schoolHolidays?: SchoolHolidays;
  /** When an operator, a moderator or the source last said that the schedule is right (ms since the epoch). */
  confirmedAt?: number | null;
}

export const UNKNOWN_SCHEDULE: Schedule = Object.freeze({
  certainty: 'UNKNOWN',
  rules: [],
  closures: [],
  extraDates: [],
  holidays: 'UNKNOWN',
  outside: 'NO',
  knownUntil: null,
  text: null,
  unread: [],
} satisfies Schedule);

/** Days without a condition: what names some of them begins with it. */
export const EVERY_DAY: DayRule = {
  weekdays: [],
  nth: [],
  monthDays: [],
  dates: [],
  months: [],
  season: null,
  schoolHolidays: null,
  validFrom: null,
  validUntil: null,
  dayOffset: 0,
  everyWeeks: null,
};
