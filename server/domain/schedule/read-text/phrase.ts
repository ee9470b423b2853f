import type { AnnualRange } from '../schedule.ts';
import type { AfterHoliday } from './token.ts';

/** One naming of days: 「奇数月の第2・第4土曜日」, 「12/29~1/3」, 「祝日」. */
export interface Phrase {
  text: string;
  weekdays: number[];
  /** 平日, 土日: a set that a following nth does not single out. */
  nth: number[];
  monthDays: number[];
  months: number[];
  /** `YYYY-MM-DD`; a day without a year is a season of one day. */
  dates: { from: string; to: string } | null;
  season: AnnualRange | null;
  school: 'ONLY' | 'NEVER' | null;
  every: 'day' | 'week' | 'month' | null;
  /** Every n weeks or months, the first of them not named. */
  interval: { unit: 'week' | 'month'; n: number } | null;
  count: { per: 'week' | 'month' | 'year'; from: number; to: number } | null;
  holiday: boolean;
  /** 祝日の翌日; months and seasons are those of the holiday. */
  afterHoliday: AfterHoliday | null;
  fixed: 'YEAR_END' | 'OBON' | 'GOLDEN_WEEK' | 'OWN_BREAK' | 'AROUND' | null;
  /** 第3もしくは第4: which of them is not determined. */
  open: boolean;
  /** What of it belongs together is not understood. */
  unclear: boolean;
  /** The sign that joins it to what stands before it. */
  after: '・' | '、' | 'と' | '/' | null;
  /** Stands in brackets. */
  bracketed: boolean;
  /** Of a closing day: closed in this half of it. */
  half: 'AM' | 'PM' | null;
  /** And the first such weekday after each of the days. */
  then: { weekday: number; after: 'day' | 'week' } | null;
  /** Days after the days named: 「第2日曜の翌日」 is 1. */
  shift: number;
  /** Said of the days before は (土曜は第2・第4のみ). */
  predicate: boolean;
}

export const EMPTY_PHRASE: Phrase = {
  text: '',
  weekdays: [],
  nth: [],
  monthDays: [],
  months: [],
  dates: null,
  season: null,
  school: null,
  every: null,
  interval: null,
  count: null,
  holiday: false,
  afterHoliday: null,
  fixed: null,
  open: false,
  unclear: false,
  after: null,
  bracketed: false,
  half: null,
  then: null,
  shift: 0,
  predicate: false,
};

export const everyDay = (): Phrase => ({ ...EMPTY_PHRASE, every: 'day' });

/** What was read, and the token behind it. */
export interface Parsed<T> {
  value: T;
  next: number;
}
