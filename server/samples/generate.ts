import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import { readAges } from '../domain/read-ages.ts';
import { NO_FEE_STATED } from '../domain/read-fee.ts';
import type { Place } from '../domain/place.ts';
import type { Schedule, ScheduleText } from '../domain/schedule/schedule.ts';
import { readSchedule } from '../domain/schedule/read-text/read-schedule.ts';
import { listMunicipalities, type Municipality } from '../gazetteer/municipalities.ts';
import { DENSE, PROPER_NAMES, RECIPES, type Recipe } from './recipes.ts';

/** Elsewhere: so many municipalities of each prefecture, so many places in each. */
const MUNICIPALITIES_PER_PREFECTURE = 8;
const PLACES_PER_MUNICIPALITY = 4;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
type Random = () => number;

function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * About 3,000 made-up places over all prefectures, the same at every call but for their dates, which are counted back
 * from `now` (ms since the epoch). None is a real place, person or number.
 */
export function samplePlaces(now: number): Place[] {
  const random = seeded(20_261_124);
  const places: Place[] = [];
  for (const [municipality, count] of spread(random)) {
    for (let n = 0; n < count; n++) {
      const recipe = n < RECIPES.length && count >= RECIPES.length ? RECIPES[n] : drawRecipe(random);
      if (recipe)
        places.push(
          makePlace(`sample${String(places.length + 1).padStart(5, '0')}`, recipe, municipality, random, now),
        );
    }
  }
  return places;
}

function spread(random: Random): [Municipality, number][] {
  const wards = listMunicipalities().filter(({ name }) => !/市$/.test(name) || !isParentCity(name));
  const dense = wards
    .filter(({ code }) => code in DENSE)
    .map((each): [Municipality, number] => [each, DENSE[each.code] ?? 0]);
  const byPrefecture = Map.groupBy(
    wards.filter(({ code }) => !(code in DENSE)),
    ({ prefecture }) => prefecture,
  );
  const sparse = [...byPrefecture.values()].flatMap((all) =>
    draw(all, MUNICIPALITIES_PER_PREFECTURE, random).map((each): [Municipality, number] => [
      each,
      PLACES_PER_MUNICIPALITY,
    ]),
  );
  return [...dense, ...sparse];
}

const cities = new Set(listMunicipalities().map(({ name }) => name.match(/^(.+市).+区$/)?.[1]));
const isParentCity = (name: string) => cities.has(name);

function draw<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function drawRecipe(random: Random): Recipe | undefined {
  let left = random() * RECIPES.reduce((sum, { share }) => sum + share, 0);
  return RECIPES.find(({ share }) => (left -= share) < 0);
}

function makePlace(id: string, recipe: Recipe, at: Municipality, random: Random, now: number): Place {
  const name = (pick(recipe.names, random) ?? '*')
    .replace('*', pick(PROPER_NAMES, random) ?? '')
    .replace('#', at.shortName);
  const agesText = pick(recipe.ages ?? [''], random) || null;
  const also = recipe.also && random() < 0.3 ? [pick(recipe.also, random) ?? ''] : [];
  const hidden = recipe.visits !== true && random() < 0.01;
  const place: Place = {
    id,
    name,
    kana: null,
    kinds: [recipe.kind, ...also.filter(Boolean)],
    activities: [...(pick(recipe.activities, random) ?? [])],
    features: draw(recipe.features, Math.floor(random() * 4), random),
    description: '見本のデータです。実際の場所ではありません。',
    easyDescription: 'これは みほん です。ほんとうの ばしょ では ありません。',
    ages: agesText === null ? null : readAges(agesText),
    agesText,
    conditions: null,
    childAlone: pick(recipe.childAlone ?? [null], random) ?? null,
    access: recipe.visits ? 'VISITS' : (pick(recipe.access ?? [null], random) ?? null),
    fee: feeOf(recipe, random),
    booking: pick(recipe.booking ?? [null], random) ?? null,
    eligibility: random() < 0.05 ? { who: 'RESIDENTS', municipalities: [at.code] } : null,
    capacity: random() < 0.3 ? 10 + Math.floor(random() * 9) * 5 : null,
    contact: { phones: [], emails: [], url: null, fax: null },
    operator: random() < 0.5 ? `${at.shortName}（見本）` : 'NPO法人（見本）',
    address: recipe.visits ? null : { text: `${at.prefecture}${at.name}（見本）`, building: null, postalCode: null },
    addressHidden: hidden,
    municipalityCode: at.code,
    location: recipe.visits ? null : locationNear(at, random),
    serviceArea: recipe.visits ? [at.code] : [],
    schoolDistricts: [],
    schedule: scheduleOf(pick(recipe.schedules, random) ?? {}),
    status: 'PUBLISHED',
    sample: true,
    source: null,
    confirmedAt: confirmedAt(random, now),
    revision: 1,
    partOf: null,
    worksWith: [],
    createdAt: new Date(now),
    updatedAt: new Date(now),
  };
  // Drawn apart from each other, they may not contradict each other.
  const contradicts = { BOOKED: 'NONE', DROP_IN: 'REQUIRED' }[place.access as string] === place.booking?.need;
  return contradicts ? { ...place, booking: null } : place;
}

const readings = new Map<ScheduleText, Schedule>();

function scheduleOf(text: ScheduleText): Schedule {
  const known = readings.get(text) ?? readSchedule(text);
  readings.set(text, known);
  return known;
}

function feeOf(recipe: Recipe, random: Random): Place['fee'] {
  const fee = pick(recipe.fees ?? [null], random) ?? null;
  if (fee === null) return NO_FEE_STATED;
  const { child, adult, note = null } = fee;
  return {
    freeForChildren: child === 0,
    preschool: child,
    primary: child,
    juniorHigh: child,
    highSchool: child,
    adult,
    note,
  };
}

/** Around the municipality's middle, about 1.2 km away on average; one in eight is known to the town alone. */
function locationNear(at: Municipality, random: Random): NonNullable<Place['location']> {
  const distance = 0.012 * Math.sqrt((-2 * Math.log(1 - random())) / 2);
  const angle = random() * 2 * Math.PI;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    latitude: round(at.latitude + distance * Math.sin(angle)),
    longitude: round(at.longitude + (distance * Math.cos(angle)) / Math.cos((at.latitude * Math.PI) / 180)),
    precision: random() < 0.125 ? 'TOWN' : 'EXACT',
  };
}

/** Most were confirmed in the last months, some more than a year ago, a few more than two. */
function confirmedAt(random: Random, now: number): Date {
  const die = random();
  const days = die < 0.9 ? random() * 300 : die < 0.97 ? 370 + random() * 300 : 740 + random() * 200;
  return new Date(now - Math.floor(days) * DAY_MS);
}
