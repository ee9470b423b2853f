import { emptyPlace } from '../../server/domain/empty-place.ts';
import type { Place } from '../../server/domain/place.ts';
import {
  EVERY_DAY,
  UNKNOWN_SCHEDULE,
  type Rule,
  type Schedule,
  type TimeSlot,
  type Weekday,
} from '../../server/domain/schedule/schedule.ts';

let count = 0;

/** A published place in 文京区 that states nothing; a test names what matters to it. */
export function aPlace(facts: Partial<Place> = {}): Place {
  count += 1;
  const at = new Date('2026-11-01T00:00:00+09:00');
  return {
    ...emptyPlace(`place${count}`, at.getTime()),
    name: `ためしの場所${count}`,
    kinds: ['third-place'],
    address: { text: '東京都文京区春日1-16-21', building: null, postalCode: null },
    municipalityCode: '131059',
    location: { latitude: 35.708, longitude: 139.752, precision: 'EXACT' },
    status: 'PUBLISHED',
    confirmedAt: at,
    revision: 1,
    ...facts,
  };
}

/** A rule on these weekdays, every week unless `nth` is given; a test names what matters to it. */
export function aRule(weekdays: Weekday[], slots: TimeSlot[], more: Partial<Rule> = {}): Rule {
  return {
    ...EVERY_DAY,
    weekdays,
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
