import type { Place } from '../../server/domain/place.ts';
import {
  type Rule,
  type Schedule,
  type TimeSlot,
  UNKNOWN_SCHEDULE,
  type Weekday,
} from '../../server/domain/schedule/schedule.ts';

let count = 0;

/** A published place in 文京区 that states nothing; a test names what matters to it. */
export function aPlace(facts: Partial<Place> = {}): Place {
  count += 1;
  const at = new Date('2026-11-01T00:00:00+09:00');
  return {
    id: `place${count}`,
    name: `ためしの場所${count}`,
    kana: null,
    kinds: ['third-place'],
    activities: [],
    features: [],
    description: null,
    easyDescription: null,
    ages: null,
    agesText: null,
    conditions: null,
    childAlone: null,
    access: null,
    fee: {
      freeForChildren: null,
      preschool: null,
      primary: null,
      juniorHigh: null,
      highSchool: null,
      adult: null,
      note: null,
    },
    booking: null,
    eligibility: null,
    capacity: null,
    contact: { phones: [], emails: [], url: null, fax: null },
    operator: null,
    address: { text: '東京都文京区春日1-16-21', building: null, postalCode: null },
    addressHidden: false,
    municipalityCode: '131059',
    location: { latitude: 35.708, longitude: 139.752, precision: 'EXACT' },
    serviceArea: [],
    schoolDistricts: [],
    schedule: UNKNOWN_SCHEDULE,
    status: 'PUBLISHED',
    sample: false,
    source: null,
    confirmedAt: at,
    revision: 1,
    partOf: null,
    worksWith: [],
    createdAt: at,
    updatedAt: at,
    ...facts,
  };
}

/** A rule on these weekdays, every week unless `nth` is given; a test names what matters to it. */
export function aRule(weekdays: Weekday[], slots: TimeSlot[], more: Partial<Rule> = {}): Rule {
  return {
    weekdays,
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
    certainty: 'FIXED',
    holidays: null,
    slots,
    ...more,
  };
}

/** A fixed schedule that is closed on holidays unless said otherwise. */
export function aSchedule(rules: Rule[], more: Partial<Schedule> = {}): Schedule {
  return { ...UNKNOWN_SCHEDULE, certainty: 'FIXED', holidays: 'CLOSED', rules, ...more };
}

/** `time('9:30')` is 570. */
export function time(text: string): number {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  return hours * 60 + minutes;
}
