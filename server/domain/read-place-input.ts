import type { AgeBand } from './age.ts';
import { distanceMeters, type Point } from './geo.ts';
import type { Fee, Location, Place } from './place.ts';
import type { PlaceInput } from './place-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { readAges } from './read-ages.ts';
import { readContactInput } from './read-contact-input.ts';
import { NO_FEE_STATED } from './read-fee.ts';
import { readScheduleInput } from './read-schedule-input.ts';
import { UNKNOWN_SCHEDULE } from './schedule/schedule.ts';
import type { Problem } from './user-error.ts';
import { ACTIVITY_CODES } from './vocabulary/activities.ts';
import { FEATURE_CODES } from './vocabulary/features.ts';
import { KIND_BY_CODE } from './vocabulary/kinds.ts';

/** What reading an input needs to know of the land. */
export interface Land {
  /** Where an address is; null where not even its municipality is known. */
  locate(query: {
    address: string;
    code: string | null;
  }): { location: Location; municipalityCode: string; matched: string } | null;
  /** Whether a point is on land of Japan. */
  isInJapan(point: Point): boolean;
  /** Whether there is such a municipality today. */
  isMunicipality(code: string): boolean;
}

export interface ReadPlaceInput {
  /** The fields that were given and can be taken. */
  facts: Partial<Place>;
  problems: Problem[];
}

/** A pin this far from its address is a mistake. */
const FAR_METERS = 3000;

/** What the place is without the input: its address and municipality complete what the input says of where. */
export type WhereBase = Pick<Place, 'address' | 'municipalityCode'>;

/** Reads what somebody entered. Everything that is wrong is said at once; a field that is wrong is left out of the facts. */
export function readPlaceInput(input: PlaceInput, land: Land, base: WhereBase | null): ReadPlaceInput {
  const list = createProblemList();
  const facts = { ...readTexts(input, list), ...readFacts(input, list), ...readWhere(input, land, base, list) };
  const wrong = new Set(list.problems.map(({ path }) => path[1]));
  // An unreadable schedule is kept with its words; whoever accepts that sends `acceptUnread`.
  const soft = new Set(list.problems.filter(({ code }) => code === 'UNREADABLE_SCHEDULE').map(({ path }) => path[1]));
  const taken = Object.entries(facts).filter(([field]) => !wrong.has(field) || soft.has(field));
  return { facts: Object.fromEntries(taken), problems: list.problems };
}

type Texts = 'name' | 'kana' | 'description' | 'easyDescription' | 'agesText' | 'conditions' | 'operator';
const LONGEST: Record<Texts, number> = {
  name: 100,
  kana: 150,
  description: 2000,
  easyDescription: 2000,
  agesText: 300,
  conditions: 1000,
  operator: 150,
};

function readTexts(input: PlaceInput, list: ProblemList): Partial<Place> {
  const facts: Partial<Record<Texts, string | null>> = {};
  for (const field of Object.keys(LONGEST) as Texts[]) {
    if (input[field] === undefined) continue;
    const read =
      field === 'description' || field === 'easyDescription' || field === 'conditions' ? list.text : list.line;
    facts[field] = read(input[field], ['place', field], LONGEST[field]);
  }
  if (facts.name === null) {
    if (!list.problems.some(({ path }) => path[1] === 'name')) list.add('REQUIRED', ['place', 'name'], 'NAME');
    delete facts.name;
  }
  return facts as Partial<Place>;
}

function readFacts(input: PlaceInput, list: ProblemList): Partial<Place> {
  const facts: Partial<Place> = {};
  if (input.kinds !== undefined) {
    facts.kinds = list.codes(input.kinds, ['place', 'kinds'], (code) => KIND_BY_CODE.has(code));
    if (facts.kinds.length === 0) list.add('REQUIRED', ['place', 'kinds'], 'KINDS');
  }
  if (input.activities !== undefined)
    facts.activities = list.codes(input.activities, ['place', 'activities'], (code) => ACTIVITY_CODES.has(code));
  if (input.features !== undefined)
    facts.features = list.codes(input.features, ['place', 'features'], (code) => FEATURE_CODES.has(code));
  Object.assign(facts, readAgesOf(input, list));
  if (input.childAlone !== undefined) facts.childAlone = input.childAlone;
  if (input.access !== undefined) facts.access = input.access;
  if (input.fee !== undefined) facts.fee = readFeeInput(input.fee, list);
  if (input.booking !== undefined) facts.booking = readBookingInput(input.booking, list);
  if (input.eligibility !== undefined) facts.eligibility = readEligibility(input.eligibility, list);
  if (input.capacity !== undefined)
    facts.capacity = list.whole(input.capacity, ['place', 'capacity'], { from: 1, to: 100_000 });
  if (input.contact !== undefined) facts.contact = readContactInput(input.contact ?? {}, ['place', 'contact'], list);
  if (input.phonesHidden !== undefined) facts.phonesHidden = input.phonesHidden ?? false;
  if (input.schedule !== undefined)
    facts.schedule =
      (input.schedule && readScheduleInput(input.schedule, ['place', 'schedule'], list)) ?? UNKNOWN_SCHEDULE;
  if (input.partOf !== undefined) facts.partOf = input.partOf;
  if (input.worksWith !== undefined) facts.worksWith = [...new Set(input.worksWith ?? [])].slice(0, 30);
  return facts;
}

function readAgesOf({ ages, agesText }: PlaceInput, list: ProblemList): Partial<Place> {
  if (ages === undefined) {
    // Words alone: read where they can be read; else they are shown as they are, and the ages are not stated.
    return agesText === undefined ? {} : { ages: readAges(agesText ?? '') };
  }
  if (ages === null) return { ages: null };
  if (ages.length === 0) return { ages: [{ from: null, until: null }] };
  return { ages: ages.slice(0, 10).map((band, index) => readBand(band, ['place', 'ages', String(index)], list)) };
}

type BandInput = { fromMonths?: number | null | undefined; untilMonths?: number | null | undefined };

function readBand({ fromMonths, untilMonths }: BandInput, path: string[], list: ProblemList): AgeBand {
  const range = { from: 0, to: 1440 };
  const from = list.whole(fromMonths, [...path, 'fromMonths'], range);
  const until = list.whole(untilMonths, [...path, 'untilMonths'], range);
  if (from !== null && until !== null && from >= until) list.add('INVALID', [...path, 'untilMonths'], 'AGE_ORDER');
  const point = (months: number | null) => (months === null ? null : { months, days: 0 });
  return { from: point(from), until: point(until) };
}

function readFeeInput(input: PlaceInput['fee'], list: ProblemList): Fee {
  if (!input) return NO_FEE_STATED;
  const yen = (field: 'preschool' | 'primary' | 'juniorHigh' | 'highSchool' | 'adult') =>
    list.whole(input[field], ['place', 'fee', field], { from: 0, to: 1_000_000 });
  const bands = {
    preschool: yen('preschool'),
    primary: yen('primary'),
    juniorHigh: yen('juniorHigh'),
    highSchool: yen('highSchool'),
  };
  const children = Object.values(bands).filter((price) => price !== null);
  const free = input.freeForChildren ?? (children.some((price) => price > 0) ? false : null);
  if (free === true && children.some((price) => price > 0))
    list.add('INVALID', ['place', 'fee', 'freeForChildren'], 'FREE');
  return {
    ...bands,
    adult: yen('adult'),
    freeForChildren: free,
    note: list.text(input.note, ['place', 'fee', 'note'], 500),
  };
}

function readBookingInput(input: PlaceInput['booking'], list: ProblemList): Place['booking'] {
  if (!input) return null;
  const how = list.line(input.how, ['place', 'booking', 'how'], 300);
  const note = list.text(input.note, ['place', 'booking', 'note'], 500);
  const deadline = list.whole(input.deadlineMinutes, ['place', 'booking', 'deadlineMinutes'], { from: 0, to: 527_040 });
  return {
    need: input.need,
    ...(how === null ? {} : { how }),
    ...(deadline === null ? {} : { deadlineMinutes: deadline }),
    ...(note === null ? {} : { note }),
  };
}

function readEligibility(input: PlaceInput['eligibility'], list: ProblemList): Place['eligibility'] {
  if (!input) return null;
  const municipalities = (input.municipalities ?? [])
    .slice(0, 100)
    .map((code, index) => list.municipality(code, ['place', 'eligibility', 'municipalities', String(index)]))
    .filter((code) => code !== null);
  const note = list.text(input.note, ['place', 'eligibility', 'note'], 500);
  return {
    who: input.who,
    ...(municipalities.length > 0 ? { municipalities } : {}),
    ...(note === null ? {} : { note }),
  };
}

function readWhere(input: PlaceInput, land: Land, base: WhereBase | null, list: ProblemList): Partial<Place> {
  const facts: Partial<Place> = {};
  if (input.addressHidden !== undefined) facts.addressHidden = input.addressHidden ?? false;
  if (input.serviceArea !== undefined) facts.serviceArea = readArea(input.serviceArea, land, list);
  if (input.schoolDistricts !== undefined)
    facts.schoolDistricts = (input.schoolDistricts ?? [])
      .slice(0, 30)
      .map((each, index) => list.line(each, ['place', 'schoolDistricts', String(index)], 60))
      .filter((each) => each !== null);
  if (input.address === undefined && input.municipality === undefined && input.location === undefined) return facts;
  return { ...facts, ...readPoint(input, land, base, list) };
}

function readArea(codes: PlaceInput['serviceArea'], land: Land, list: ProblemList): string[] {
  return (codes ?? []).slice(0, 200).flatMap((code, index) => {
    const path = ['place', 'serviceArea', String(index)];
    const read = list.municipality(code, path);
    if (read !== null && !land.isMunicipality(read)) list.add('INVALID', path, 'MUNICIPALITY_CODE');
    return read === null ? [] : [read];
  });
}

/** Address, municipality and point belong together: each says what the others leave open. */
function readPoint(input: PlaceInput, land: Land, base: WhereBase | null, list: ProblemList): Partial<Place> {
  const address = input.address && {
    text: list.line(input.address.text, ['place', 'address', 'text'], 200),
    building: list.line(input.address.building, ['place', 'address', 'building'], 100),
    postalCode: readPostalCode(input.address.postalCode, list),
  };
  const given = list.municipality(input.municipality, ['place', 'municipality']);
  const code =
    input.municipality === undefined && input.address === undefined ? (base?.municipalityCode ?? null) : given;
  if (code !== null && !land.isMunicipality(code)) list.add('INVALID', ['place', 'municipality'], 'MUNICIPALITY_CODE');
  const line = input.address === undefined ? base?.address?.text : address?.text;
  const located = land.locate({ address: line ?? '', code });
  const pin = input.location ?? null;
  if (pin !== null && !land.isInJapan(pin)) list.add('OUTSIDE_JAPAN', ['place', 'location']);
  else if (pin !== null && located?.location.precision === 'TOWN' && distanceMeters(pin, located.location) > FAR_METERS)
    list.add('INVALID', ['place', 'location'], 'PIN_FAR', {
      km: Math.round(distanceMeters(pin, located.location) / 1000),
    });
  const facts: Partial<Place> = { municipalityCode: located?.municipalityCode ?? code };
  if (input.address !== undefined) facts.address = address?.text ? { ...address, text: address.text } : null;
  facts.location = pin === null ? (located?.location ?? null) : { ...pin, precision: 'EXACT' };
  return facts;
}

function readPostalCode(text: string | null | undefined, list: ProblemList): string | null {
  const digits = (text ?? '').normalize('NFKC').replace(/[^\d]/g, '');
  if (digits === '') return null;
  if (digits.length === 7) return `${digits.slice(0, 3)}-${digits.slice(3)}`;
  list.add('INVALID', ['place', 'address', 'postalCode'], 'POSTAL_CODE');
  return null;
}
