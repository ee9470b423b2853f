import type { Place } from './place.ts';
import { NO_FEE_STATED } from './read-fee.ts';
import { UNKNOWN_SCHEDULE } from './schedule/schedule.ts';

/** A place that states nothing, as a draft begins. `now`: ms since the epoch. */
export function emptyPlace(id: string, now: number): Place {
  const at = new Date(now);
  return {
    id,
    name: '',
    kana: null,
    kinds: [],
    activities: [],
    features: [],
    description: null,
    easyDescription: null,
    ages: null,
    agesText: null,
    conditions: null,
    childAlone: null,
    access: null,
    fee: NO_FEE_STATED,
    booking: null,
    eligibility: null,
    capacity: null,
    contact: { phones: [], emails: [], url: null, fax: null },
    phonesHidden: false,
    operator: null,
    address: null,
    addressHidden: false,
    municipalityCode: null,
    location: null,
    serviceArea: [],
    schoolDistricts: [],
    schedule: UNKNOWN_SCHEDULE,
    status: 'DRAFT',
    sample: false,
    source: null,
    confirmedAt: null,
    revision: 0,
    partOf: null,
    worksWith: [],
    photos: [],
    createdAt: at,
    updatedAt: at,
  };
}
