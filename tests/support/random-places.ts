import type { Access } from '../../server/domain/access.ts';
import type { Fee, Place } from '../../server/domain/place.ts';
import type { Schedule } from '../../server/domain/schedule/schedule.ts';
import { ACTIVITIES } from '../../server/domain/vocabulary/activities.ts';
import { FEATURES } from '../../server/domain/vocabulary/features.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { listMunicipalities, type Municipality } from '../../server/gazetteer/municipalities.ts';
import { type Random, seededRandom } from './random.ts';
import { BANDS, randomSchedule } from './random-schedules.ts';

export interface RandomPlaceOptions {
  seed: number;
  count: number;
  /** Distinct schedules that are shared by places. Default: a tenth of the places, at least 20. */
  schedules?: number;
  /** Share of schedules with facts of their own in slots. Default 0.3. */
  slotFacts?: number;
  /** Share of places with closed days of their own. Default 0.05. */
  ownClosures?: number;
  /** Municipalities to choose from; default all, the first of the list most often, as people live. */
  municipalities?: readonly Municipality[];
  /** The moment of the data, ms. */
  now: number;
}

const codes = (terms: { code: string }[]) => terms.map(({ code }) => code);
const KIND_CODES = codes(KINDS);
const ACTIVITY_CODES = codes(ACTIVITIES);
const FEATURE_CODES = codes(FEATURES);
const NAMES = [
  'ひまわり',
  'さくら',
  'コスモス',
  'みんなの家',
  'あおぞら',
  'にじいろ',
  'どんぐり',
  'センター南',
  'そら',
  '若葉',
];
const SUFFIXES = ['児童館', 'こども食堂', 'ひろば', '子育て支援センター', 'プレーパーク', 'クラブ', '図書館', '学習室'];
const KANA = [
  'ひまわり',
  'サクラ',
  'こすもす',
  'みんなのいえ',
  'あおぞら',
  'ニジイロ',
  'どんぐり',
  'センターみなみ',
  'そら',
  'わかば',
];
const OPERATORS = [null, '文京区', 'NPO法人あおぞら', '社会福祉協議会', '株式会社ミライ'];
const MONTH_MS = 30 * 86_400_000;

/** Seeded places, a few at a time: clustered like the population, with every fact stated, usual or missing. */
export function* randomPlaces(options: RandomPlaceOptions): Generator<Place> {
  const random = seededRandom(options.seed);
  const mix = { slotFacts: options.slotFacts ?? 0.3, ownClosures: 0, activities: ACTIVITY_CODES };
  const size = options.schedules ?? Math.max(20, Math.floor(options.count / 10));
  const schedules = Array.from({ length: size }, () => randomSchedule(random, mix));
  for (let index = 0; index < options.count; index++) {
    yield randomPlace(random, options, pickSchedule(random, schedules, options.ownClosures ?? 0.05), index);
  }
}

function pickSchedule(random: Random, schedules: Schedule[], ownClosures: number): Schedule {
  const schedule = random.pick(schedules);
  if (!random.chance(ownClosures)) return schedule;
  const day = String(random.int(10, 30));
  return {
    ...schedule,
    closures: [
      ...schedule.closures,
      { dates: { from: `2026-11-${day}`, to: `2026-12-${day}` }, reason: `工事${random.int(0, 9999)}` },
    ],
  };
}

const kept = <T>(random: Random, probability: number, value: () => T): T | null =>
  random.chance(probability) ? value() : null;

function randomPlace(random: Random, options: RandomPlaceOptions, schedule: Schedule, index: number): Place {
  const town = randomTown(random, options.municipalities ?? listMunicipalities());
  const name = random.int(0, NAMES.length);
  const suffix = random.pick(SUFFIXES);
  return {
    id: `p${((index * 2_654_435_761) >>> 0).toString(36)}${index.toString(36)}`,
    name: `${NAMES[name]!}${suffix}${random.chance(0.5) ? random.int(1, 30) : ''}`,
    kana: kept(random, 0.8, () => KANA[name]!),
    kinds: [...new Set([random.pick(KIND_CODES), ...random.some(KIND_CODES, 0.02)])],
    activities: random.some(ACTIVITY_CODES, 0.12),
    features: random.some(FEATURE_CODES, 0.15),
    description: kept(
      random,
      0.5,
      () => '放課後に来られる、みんなの居場所です。宿題をしたり、遊んだり、ごはんを食べたりできます。',
    ),
    easyDescription: null,
    ...randomFacts(random),
    contact: {
      phones: [{ number: `03-${random.int(1000, 9999)}-${random.int(1000, 9999)}`, note: null }],
      emails: [],
      url: null,
      fax: null,
    },
    operator: random.pick(OPERATORS),
    ...randomSite(random, town),
    schedule,
    status: 'PUBLISHED',
    sample: false,
    source: {
      dataset: 'random',
      key: String(index),
      licence: 'CC BY 4.0',
      url: null,
      retrievedAt: '2026-10-01',
      row: {},
      imported: null,
    },
    confirmedAt: kept(
      random,
      0.85,
      () => new Date(options.now - random.int(0, 30) * MONTH_MS - random.int(0, 1000) * 60_000),
    ),
    revision: 1,
    partOf: null,
    worksWith: [],
    createdAt: new Date(options.now - 30 * MONTH_MS),
    updatedAt: new Date(options.now),
  };
}

/** The earlier in the list, the more often: half of all places in a tenth of the municipalities. */
function randomTown(random: Random, towns: readonly Municipality[]): Municipality {
  const spread = Math.floor(random.next() ** 3 * towns.length);
  return towns[(spread * 7919) % towns.length]!;
}

function randomFacts(random: Random) {
  const fee: Fee = {
    freeForChildren: kept(random, 0.6, () => random.chance(0.7)),
    preschool: null,
    primary: null,
    juniorHigh: null,
    highSchool: null,
    adult: kept(random, 0.3, () => 300),
    note: null,
  };
  return {
    ages: kept(random, 0.6, () => random.pick(BANDS)),
    agesText: null,
    conditions: null,
    childAlone: kept(random, 0.5, () => random.chance(0.6)),
    access: kept(random, 0.6, () => random.pick(['DROP_IN', 'BOOKED', 'ENROLLED', 'REFERRAL', 'VISITS'] as Access[])),
    fee,
    booking: kept(random, 0.5, () => ({ need: random.pick(['NONE', 'RECOMMENDED', 'REQUIRED'] as const) })),
    capacity: null,
    schoolDistricts: [],
  };
}

function randomSite(random: Random, town: Municipality) {
  const residents = { who: 'RESIDENTS' as const, ...(random.chance(0.5) ? { municipalities: [town.code] } : {}) };
  return {
    eligibility: kept(random, 0.4, () =>
      random.pick([residents, { who: 'ANYONE' as const }, { who: 'SCHOOL_DISTRICT' as const }]),
    ),
    address: kept(random, 0.9, () => ({
      text: `${town.prefecture}${town.name}本町${random.int(1, 6)}-${random.int(1, 30)}`,
      building: kept(random, 0.2, () => 'さくらビル2階'),
      postalCode: null,
    })),
    addressHidden: random.chance(0.03),
    municipalityCode: kept(random, 0.97, () => town.code),
    location: kept(random, 0.92, () => ({
      latitude: Math.round((town.latitude + random.normal() * 0.02) * 1e6) / 1e6,
      longitude: Math.round((town.longitude + random.normal() * 0.025) * 1e6) / 1e6,
      precision: random.pick(['EXACT', 'EXACT', 'EXACT', 'TOWN', 'TOWN', 'MUNICIPALITY'] as const),
    })),
    serviceArea: random.chance(0.05) ? [town.code] : [],
  };
}
