import { type AskedAge, LIFE_STAGES, type LifeStage } from './age.ts';
import { InputError } from './errors.ts';
import { type Bounds, normalBounds } from './geo.ts';
import { isMunicipalityCode } from './municipality-code.ts';
import type { Access } from './access.ts';
import type { Area, BookingFilter, HoursFilter, Near } from './search-terms.ts';
import type { WhenInput } from './search-when.ts';

type Maybe<T> = T | null | undefined;

/** `AgeInput` of the contract. */
export interface AgeInput {
  months?: Maybe<number>;
  years?: Maybe<number>;
  stage?: Maybe<LifeStage>;
}

/** `AreaInput` of the contract. */
export interface AreaInput {
  bounds?: Maybe<Bounds>;
  municipality?: Maybe<string>;
  prefecture?: Maybe<string>;
}

/** `NearInput` of the contract. */
export interface NearInput {
  latitude: number;
  longitude: number;
  maxDistanceMeters?: Maybe<number>;
}

/** `PlaceFilter` of the contract, as it comes from outside. */
export interface PlaceFilterInput {
  text?: Maybe<string>;
  needs?: Maybe<readonly string[]>;
  kinds?: Maybe<readonly string[]>;
  activities?: Maybe<readonly string[]>;
  features?: Maybe<readonly string[]>;
  access?: Maybe<readonly Access[]>;
  ages?: Maybe<readonly AgeInput[]>;
  when?: Maybe<WhenInput>;
  hours?: Maybe<HoursFilter>;
  includeNotStated?: Maybe<boolean>;
  within?: Maybe<AreaInput>;
  livesIn?: Maybe<string>;
  free?: Maybe<boolean>;
  childAlone?: Maybe<boolean>;
  booking?: Maybe<BookingFilter>;
}

const MOST_CODES = 50;
const LONGEST_CODE = 64;
const MOST_PEOPLE = 12;
const LONGEST_TEXT = 100;
const OLDEST_YEARS = 120;
const FARTHEST_METERS = 20_100_000;

/** @throws InputError where the text has more than 100 characters. A blank text asks nothing. */
export function readText(text: Maybe<string>): string | null {
  const trimmed = (text ?? '').trim();
  if (trimmed.length > LONGEST_TEXT) {
    throw new InputError('TOO_LONG', ['filter', 'text'], `Use at most ${LONGEST_TEXT} characters.`);
  }
  return trimmed === '' ? null : trimmed;
}

/** Codes without repetition. @throws InputError where there are more than 50, or one is longer than any code is. */
export function readCodes(codes: Maybe<readonly string[]>, name: string): string[] {
  const list = [...new Set(codes ?? [])];
  if (list.length > MOST_CODES) throw new InputError('TOO_LONG', ['filter', name], `Use at most ${MOST_CODES} codes.`);
  if (list.some((code) => code.length > LONGEST_CODE)) {
    throw new InputError('TOO_LONG', ['filter', name], `A code has at most ${LONGEST_CODE} characters.`);
  }
  return list;
}

/** @throws InputError where an age is said in no way or several, or is no age. */
export function readAges(ages: Maybe<readonly AgeInput[]>): AskedAge[] {
  const people = ages ?? [];
  if (people.length > MOST_PEOPLE) {
    throw new InputError('TOO_LONG', ['filter', 'ages'], `Ask for at most ${MOST_PEOPLE} people at once.`);
  }
  return people.map((age, index) => askedAge(age, ['filter', 'ages', String(index)]));
}

/** One person. @throws InputError where the age is said in no way or several, or is no age. */
export function askedAge(age: AgeInput, path: string[]): AskedAge {
  const said = Object.entries(age).filter(([, value]) => value !== null && value !== undefined);
  if (said.length !== 1) throw new InputError('INVALID', path, 'Say an age in one way: months, years or stage.');
  if (typeof age.months === 'number') return { months: wholeNumber(age.months, OLDEST_YEARS * 12, path) };
  if (typeof age.years === 'number') return { years: wholeNumber(age.years, OLDEST_YEARS, path) };
  if (age.stage && LIFE_STAGES.includes(age.stage)) return { stage: age.stage };
  throw new InputError('INVALID', path, `Use one of the stages ${LIFE_STAGES.join(', ')}.`);
}

function wholeNumber(value: number, most: number, path: string[]): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new InputError('INVALID', path, `Use a whole number from 0 to ${most}.`);
}

/** @throws InputError where the area is said in no way or several, or does not exist. */
export function readArea(area: Maybe<AreaInput>): Area | null {
  if (area === null || area === undefined) return null;
  const path = ['filter', 'within'];
  const said = Object.values(area).filter((value) => value !== null && value !== undefined);
  if (said.length !== 1)
    throw new InputError('INVALID', path, 'Say an area in one way: bounds, municipality or prefecture.');
  if (area.bounds) return { bounds: readBounds(area.bounds, [...path, 'bounds']) };
  if (area.prefecture) return { prefecture: readPrefecture(area.prefecture, [...path, 'prefecture']) };
  const code = readMunicipality(area.municipality, [...path, 'municipality']) ?? '';
  return code.slice(2, 5) === '000' ? { prefecture: code.slice(0, 2) } : { municipality: code };
}

/** Rectangle with longitudes within ±180. @throws InputError where it is none. */
export function readBounds(bounds: Bounds, path: string[]): Bounds {
  const { west, south, east, north } = bounds;
  const finite = [west, south, east, north].every(Number.isFinite) && Math.abs(west) <= 900 && Math.abs(east) <= 900;
  if (!finite) throw new InputError('INVALID', path, 'Give west, south, east and north in degrees.');
  if (south > north || south < -90 || north > 90) {
    throw new InputError('INVALID', path, 'south must not be greater than north, both within -90 and 90.');
  }
  return normalBounds(bounds);
}

function readPrefecture(code: string, path: string[]): string {
  const digits = code.slice(0, 2);
  const isCode = /^\d{2}$/.test(code) || (isMunicipalityCode(code) && code.slice(2, 5) === '000');
  if (!isCode || Number(digits) < 1 || Number(digits) > 47) {
    throw new InputError('INVALID', path, 'Use two digits from 01 to 47, or the six-digit code of a prefecture.');
  }
  return digits;
}

/** @throws InputError where the code has not six digits, or a wrong check digit. */
export function readMunicipality(code: Maybe<string>, path: string[]): string | null {
  if (code === null || code === undefined) return null;
  if (!/^\d{6}$/.test(code))
    throw new InputError('INVALID', path, 'Use the six-digit code of a municipality (全国地方公共団体コード).');
  if (!isMunicipalityCode(code)) {
    throw new InputError(
      'BAD_CHECK_DIGIT',
      path,
      'The last digit is the check digit, and it does not fit: look the code up.',
    );
  }
  return code;
}

/** @throws InputError where the point or the distance is none. */
export function readNear(near: Maybe<NearInput>): Near | null {
  if (near === null || near === undefined) return null;
  const { latitude, longitude } = near;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw new InputError('INVALID', ['near'], 'Give a latitude within ±90 and a longitude within ±180 degrees.');
  }
  const most = near.maxDistanceMeters ?? null;
  if (most !== null && !(Number.isFinite(most) && most > 0 && most <= FARTHEST_METERS)) {
    throw new InputError(
      'INVALID',
      ['near', 'maxDistanceMeters'],
      `Use a distance from 1 to ${FARTHEST_METERS} metres.`,
    );
  }
  return { latitude, longitude, maxDistanceMeters: most };
}
