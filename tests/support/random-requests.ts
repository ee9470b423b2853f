import { LIFE_STAGES } from '../../server/domain/age.ts';
import { formatLocalDate, epochDayAt } from '../../server/domain/schedule/calendar-day.ts';
import type { AgeInput, NearInput, PlaceFilterInput } from '../../server/domain/search-input.ts';
import type { PlaceOrder } from '../../server/domain/search-request.ts';
import type { WhenInput } from '../../server/domain/search-when.ts';
import { ACTIVITIES } from '../../server/domain/vocabulary/activities.ts';
import { FEATURES } from '../../server/domain/vocabulary/features.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';
import type { Municipality } from '../../server/gazetteer/municipalities.ts';
import type { Random } from './random.ts';

export interface RandomRequest {
  filter: PlaceFilterInput;
  near: NearInput | null;
  orderBy: PlaceOrder | null;
}

const codes = (terms: { code: string }[]) => terms.map(({ code }) => code);
const TEXTS = [
  '児童館',
  'ひろば',
  'ヒロバ',
  'せんたあ',
  'センター',
  'あおぞら 食堂',
  '本町',
  '文京区',
  'ビル',
  '1',
  'こども 東京都',
  'しぶ',
];

/** A request of a few filters; `towns`: where the places are. */
export function randomRequest(random: Random, towns: readonly Municipality[], now: number): RandomRequest {
  const town = random.pick(towns);
  const near = random.chance(0.5) ? randomNear(random, town) : null;
  const maybe = <T>(probability: number, value: () => T): T | null => (random.chance(probability) ? value() : null);
  const orders = ['OPENS_SOONEST', 'NAME', 'RECENTLY_CONFIRMED', ...(near ? ['DISTANCE'] : [])] as PlaceOrder[];
  return {
    near,
    orderBy: maybe(0.5, () => random.pick(orders)),
    filter: {
      text: maybe(0.12, () =>
        random.pick([
          ...TEXTS,
          town.name,
          town.shortName,
          `ひろば ${town.name}`,
          `${town.name}ひろば`,
          `児童館${town.prefecture}`,
        ]),
      ),
      needs: maybe(0.12, () => [random.pick(codes(NEEDS)), random.pick(codes(NEEDS))]),
      kinds: maybe(0.2, () => random.some(codes(KINDS), 0.2)),
      activities: maybe(0.15, () => random.some(codes(ACTIVITIES), 0.15)),
      features: maybe(0.08, () => [random.pick(codes(FEATURES))]),
      access: maybe(0.15, () => random.some(['DROP_IN', 'BOOKED', 'ENROLLED', 'REFERRAL', 'VISITS'] as const, 0.5)),
      ages: maybe(0.4, () => Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => randomAge(random))),
      when: maybe(0.6, () => randomWhen(random, near !== null, now)),
      hours: maybe(0.5, () => random.pick(['KNOWN', 'INCLUDE_MAYBE', 'ONLY_MAYBE'] as const)),
      includeNotStated: maybe(0.3, () => random.chance(0.7)),
      within: maybe(0.25, () => randomArea(random, town)),
      livesIn: maybe(0.15, () => town.code),
      free: maybe(0.2, () => random.chance(0.8)),
      childAlone: maybe(0.2, () => random.chance(0.8)),
      booking: maybe(0.2, () => random.pick(['NONE', 'NOT_REQUIRED', 'REQUIRED'] as const)),
    },
  };
}

function randomNear(random: Random, town: Municipality): NearInput {
  return {
    latitude: town.latitude + random.normal() * 0.03,
    longitude: town.longitude + random.normal() * 0.03,
    maxDistanceMeters: random.chance(0.3) ? random.int(500, 30_000) : null,
  };
}

function randomAge(random: Random): AgeInput {
  if (random.chance(0.3)) return { months: random.int(0, 60) };
  return random.chance(0.5) ? { years: random.int(0, 20) } : { stage: random.pick(LIFE_STAGES) };
}

function randomArea(random: Random, town: Municipality) {
  if (random.chance(0.3)) return { municipality: town.code };
  if (random.chance(0.3)) return { prefecture: town.code.slice(0, 2) };
  const [height, width] = [random.next() * 0.2, random.next() * 0.2];
  const [south, west] = [town.latitude - random.next() * height, town.longitude - random.next() * width];
  return { bounds: { west, south, east: west + width, north: south + height } };
}

const MINUTE = 60_000;
const HOURS: [from: string, to: string][] = [
  ['09:00', '12:00'],
  ['15:30', '18:00'],
  ['18:00', '24:00'],
  ['22:00', '02:00'],
];

function randomWhen(random: Random, hasNear: boolean, now: number): WhenInput {
  const at =
    now + random.int(-2, 40) * 86_400_000 + random.int(0, 48) * 30 * MINUTE + (random.chance(0.2) ? 12_345 : 0);
  const kind = random.int(0, hasNear ? 6 : 5);
  if (kind <= 1) return { openAt: new Date(at) };
  if (kind === 2) {
    const length = random.chance(0.2) ? random.int(1, 4) * 1440 : random.int(1, 20) * 30;
    const minMinutes = random.chance(0.4) ? random.int(1, Math.min(300, length)) : null;
    return { openDuring: { from: new Date(at), to: new Date(at + length * MINUTE), minMinutes } };
  }
  const day = epochDayAt(at);
  if (kind === 3) return { onDates: { from: formatLocalDate(day), to: formatLocalDate(day + random.int(0, 10)) } };
  if (kind === 4) {
    const weekdays = random.some(['MONDAY', 'WEDNESDAY', 'SATURDAY', 'SUNDAY'] as const, 0.4);
    const [from, to] = random.pick(HOURS);
    return { weekly: { weekdays: weekdays.length > 0 ? weekdays : ['FRIDAY'], from, to } };
  }
  const minMinutes = random.chance(0.4) ? random.int(10, 90) : null;
  return { visit: { from: new Date(at), homeBy: new Date(at + random.int(60, 300) * MINUTE), minMinutes } };
}
