import { listMunicipalities, type Municipality } from '../../server/gazetteer/municipalities.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { NOW } from './places.ts';

/** What differs from request to request. One number, one variant: no two requests of a run are the same. */
export interface Variant {
  number: number;
  position: { latitude: number; longitude: number };
  /** A multiple of five minutes within the week that the peers' tables hold. */
  at: Date;
  years: number;
  town: Municipality;
  text: string;
  typed: string;
}

/** Days from NOW in which times are asked. */
export const DAYS = 7;
const STEP_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const BEGINNINGS = ['ひまわり', 'さくら', 'あおぞら', 'にじいろ', 'どんぐり', 'センター南', '若葉', 'みんなの家'];
const SORTS = ['児童館', 'こども食堂', 'ひろば', '子育て支援センター', 'プレーパーク', '図書館', '学習室'];

/** The variant of a number: near where people live, in the coming week. */
export function variantOf(number: number): Variant {
  const random = seededRandom(number * 2_654_435_761);
  const towns = listMunicipalities();
  const town = towns[(Math.floor(random.next() ** 3 * towns.length) * 7919) % towns.length]!;
  const text = textOf(random, town);
  return {
    number,
    position: {
      latitude: town.latitude + random.normal() * 0.02,
      longitude: town.longitude + random.normal() * 0.02,
    },
    at: new Date(NOW + random.int(0, (DAYS * 86_400_000) / STEP_MS) * STEP_MS),
    years: random.int(0, 19),
    town,
    text,
    typed: random.pick([text, town.shortName, town.kana, random.pick(SORTS)]).slice(0, random.int(1, 6)),
  };
}

/** What people type: a name, a sort of place, a town, two of them, in any order. */
function textOf(random: Random, town: Municipality): string {
  const [name, sort] = [random.pick(BEGINNINGS), random.pick(SORTS)];
  return random.pick([
    `${name}${sort}`,
    `${name}${sort}${random.int(1, 30)}`,
    `${name} ${sort}`,
    `${sort} ${town.name}`,
    `${town.shortName} ${name}`,
    sort,
    name,
    `本町${random.int(1, 6)}-${random.int(1, 30)}`,
  ]);
}

export const hoursLater = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR_MS);
