import type { Access, Booking } from './access.ts';
import type { Eligibility } from './place.ts';
import type { WeekdayName } from './search-when.ts';

type Maybe<T> = T | null | undefined;

/** `ScheduleTextInput` of the contract. */
export interface ScheduleTextInput {
  text?: Maybe<string>;
  frequency?: Maybe<string>;
  weekdays?: Maybe<string>;
  days?: Maybe<string>;
  from?: Maybe<string>;
  to?: Maybe<string>;
  note?: Maybe<string>;
}

/** `ScheduleRuleInput` of the contract. */
export interface ScheduleRuleInput {
  weekdays: readonly WeekdayName[];
  nth?: Maybe<readonly number[]>;
  from?: Maybe<string>;
  to?: Maybe<string>;
  schoolHolidays?: Maybe<'ONLY' | 'NEVER'>;
  label?: Maybe<string>;
}

/** `ScheduleInput` of the contract. */
export interface ScheduleInput {
  text?: Maybe<ScheduleTextInput>;
  acceptUnread?: Maybe<boolean>;
  osm?: Maybe<string>;
  rules?: Maybe<readonly ScheduleRuleInput[]>;
  holidays?: Maybe<'AS_USUAL' | 'CLOSED' | 'OPEN_THEN_CLOSED' | 'CLOSING_DAY_MOVES' | 'UNKNOWN'>;
  afterHolidays?: Maybe<'CLOSED' | 'CLOSED_UNLESS_HOLIDAY' | 'CLOSED_UNLESS_DAY_OFF'>;
  yearlyClosures?: Maybe<readonly { from: string; to: string; reason?: Maybe<string> }[]>;
}

/** `ContactInput` of the contract. */
export interface ContactInput {
  phones?: Maybe<readonly { number: string; note?: Maybe<string> }[]>;
  emails?: Maybe<readonly { address: string; note?: Maybe<string> }[]>;
  url?: Maybe<string>;
  fax?: Maybe<string>;
}

/** `FeeInput` of the contract. */
export interface FeeInput {
  freeForChildren?: Maybe<boolean>;
  preschool?: Maybe<number>;
  primary?: Maybe<number>;
  juniorHigh?: Maybe<number>;
  highSchool?: Maybe<number>;
  adult?: Maybe<number>;
  note?: Maybe<string>;
}

/** `PlaceInput` of the contract, as it comes from outside. A field that is absent says nothing; null: not stated. */
export interface PlaceInput {
  name?: Maybe<string>;
  kana?: Maybe<string>;
  kinds?: Maybe<readonly string[]>;
  activities?: Maybe<readonly string[]>;
  features?: Maybe<readonly string[]>;
  description?: Maybe<string>;
  easyDescription?: Maybe<string>;
  ages?: Maybe<readonly { fromMonths?: Maybe<number>; untilMonths?: Maybe<number> }[]>;
  agesText?: Maybe<string>;
  conditions?: Maybe<string>;
  childAlone?: Maybe<boolean>;
  access?: Maybe<Access>;
  fee?: Maybe<FeeInput>;
  booking?: Maybe<{
    need: Booking['need'];
    how?: Maybe<string>;
    deadlineMinutes?: Maybe<number>;
    note?: Maybe<string>;
  }>;
  eligibility?: Maybe<{ who: Eligibility['who']; municipalities?: Maybe<readonly string[]>; note?: Maybe<string> }>;
  capacity?: Maybe<number>;
  contact?: Maybe<ContactInput>;
  phonesHidden?: Maybe<boolean>;
  operator?: Maybe<string>;
  address?: Maybe<{ text: string; building?: Maybe<string>; postalCode?: Maybe<string> }>;
  addressHidden?: Maybe<boolean>;
  municipality?: Maybe<string>;
  location?: Maybe<{ latitude: number; longitude: number }>;
  serviceArea?: Maybe<readonly string[]>;
  schoolDistricts?: Maybe<readonly string[]>;
  schedule?: Maybe<ScheduleInput>;
  partOf?: Maybe<string>;
  worksWith?: Maybe<readonly string[]>;
}
