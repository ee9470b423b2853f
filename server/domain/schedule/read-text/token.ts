import type { About } from './beside.ts';
import type { PublicHolidays } from '../schedule.ts';

/** 「土日の場合は翌平日」: what becomes of a day of the month that falls on one of these weekdays. */
export interface WeekdayRule {
  weekdays: number[];
  then: 'CLOSED' | 'NEXT_WORKDAY' | 'LAST_WORKDAY' | 'CHANGES' | 'OPEN';
}

/** 「祝日の場合は開館し翌日休館」 */
export type HolidayRule = 'MOVES_TO_NEXT_DAY' | 'CLOSED' | 'OPEN' | 'AS_USUAL';

/** Ends of numbers: -1 is the last of the month. */
export type Token = { text: string } & TokenBody;

/** 祝日の翌日 */
export interface AfterHoliday {
  /** What holds where it is a holiday too. */
  runs: PublicHolidays;
  /** Its own weekdays on which it is none (土日を除く), and those of them from which it moves on (土日の場合は翌々日). */
  without: number[];
  moves: number[];
  /** 「祝日及びその翌日」 */
  both: boolean;
  /** 「休館となる場合があります」 */
  perhaps: boolean;
}

export type TokenBody =
  // Days
  | { kind: 'nth'; numbers: number[] }
  | { kind: 'weekday'; days: number[]; group: boolean }
  | { kind: 'holiday' }
  | ({ kind: 'after-holiday' } & AfterHoliday)
  | { kind: 'every'; unit: 'day' | 'week' | 'month' }
  | { kind: 'biweekly' }
  | { kind: 'every-months'; months: number }
  | { kind: 'months'; months: number[] }
  | { kind: 'month-days'; days: number[] }
  // weekday: as it stands in brackets behind the day (9月11日(土))
  | { kind: 'date'; year: number | null; month: number; day: number; weekday?: number }
  | { kind: 'fiscal-year'; year: number }
  | { kind: 'month-of-year'; year: number; month: number }
  | { kind: 'school'; when: 'ONLY' | 'NEVER'; months: number[] }
  | { kind: 'year-end'; from?: 1 | 12 }
  | { kind: 'obon' }
  // 8月中旬, 3月下旬の1週間: somewhere between these days
  | { kind: 'around'; month: number; from: number; to: number }
  | { kind: 'own-break' }
  | { kind: 'golden-week' }
  | { kind: 'rest-of-year' }
  | { kind: 'rest-of-week' }
  | { kind: 'for-all' }
  | { kind: 'among' }
  | { kind: 'count'; per: 'week' | 'month' | 'year'; from: number; to: number }
  // Hours; minutes null: 放課後, a start without a clock time; same: of the half of the day before (同8時)
  | { kind: 'time'; minutes: number | null; half: 'AM' | 'PM' | null; bad?: boolean; same?: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'duration'; minutes: number }
  | { kind: 'part'; half: 'AM' | 'PM' }
  | { kind: 'all-day' }
  | { kind: 'half-day'; half: 'AM' | 'PM' }
  // Joints
  | { kind: 'range' }
  | { kind: 'from' }
  | { kind: 'until' }
  | { kind: 'separator'; sign: '・' | '、' | 'と' | '/' }
  | { kind: 'or' }
  | { kind: 'space' }
  | { kind: 'but' }
  | { kind: 'break' }
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'topic' }
  | { kind: 'also' }
  | { kind: 'only' }
  | { kind: 'filler' }
  // What is said
  | { kind: 'closed'; leads: boolean }
  | { kind: 'except' }
  | { kind: 'pause' }
  | { kind: 'held' }
  // to: the weekday that it moves to, where that is named
  | {
      kind: 'holiday-rule';
      rule: 'MOVES' | HolidayRule;
      weekday?: number;
      to?: number;
      closes?: boolean;
      also?: boolean;
      shut?: boolean;
    }
  | ({ kind: 'weekday-rule' } & WeekdayRule)
  | { kind: 'shift'; days: number }
  | { kind: 'open-then-closed' }
  | { kind: 'then'; weekday: number; after: 'day' | 'week' }
  | { kind: 'usual' }
  | { kind: 'may-be' }
  | { kind: 'about' }
  | { kind: 'either' }
  | { kind: 'irregular' }
  | { kind: 'announced'; days: boolean }
  | { kind: 'others' }
  | { kind: 'suspended' }
  | { kind: 'hidden' }
  | { kind: 'label' }
  | { kind: 'remark' }
  // Of undated single days or of some people: kept as unread, the rest stands
  | { kind: 'aside'; about?: About }
  // What no production knows; `harmful` where it could change days or times
  | { kind: 'other'; harmful: boolean };

/** What は is said of, or what stands right before a place of the text. */
export const beforeTopic = (tokens: Token[], at: number): Token | undefined =>
  tokens[tokens[at - 1]?.kind === 'topic' ? at - 2 : at - 1];

export type TokenOf<K extends TokenBody['kind']> = Extract<Token, { kind: K }>;
