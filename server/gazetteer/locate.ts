import { foldAddress } from '../domain/address.ts';
import { designatedCityOf } from '../domain/municipality-code.ts';
import type { Location } from '../domain/place.ts';
import {
  municipalitiesNamed,
  type Municipality,
  municipalityByCode,
  takeMunicipality,
  takePrefecture,
  wardsOf,
} from './municipalities.ts';
import { prefectureNumber } from './prefectures.ts';
import { matchTown, type TownBook, type TownMatch } from './towns.ts';

/** What a row says of where a place is; anything but the address may be missing. */
export interface AddressQuery {
  /** The address as written, with or without prefecture and municipality. */
  address: string;
  /** The prefecture's own column. */
  prefecture?: string | null;
  /** The municipality's own column; some files put the whole address there. */
  city?: string | null;
  /** 全国地方公共団体コード of the row, six digits; a prefecture's code only narrows. */
  code?: string | null;
}

export interface Located {
  location: Location;
  /** 全国地方公共団体コード of the ward or municipality found. */
  municipalityCode: string;
  /** 東京都板橋区前野町2丁目, or the municipality where no town was found. */
  matched: string;
}

/** Names by which a municipality's own addresses can begin, the longest first, and what municipality each means. */
function ownNames(municipality: Municipality): { key: string; means: Municipality }[] {
  const city = municipalityByCode(designatedCityOf(municipality.code) ?? '');
  const names: [string, Municipality][] = [
    [municipality.name, municipality],
    [municipality.shortName, municipality],
  ];
  if (city) names.push([city.name, municipality]);
  for (const ward of wardsOf(municipality.code)) names.push([ward.name, ward], [ward.shortName, ward]);
  return names
    .map(([name, means]) => ({ key: foldAddress(name), means }))
    .sort((one, other) => other.key.length - one.key.length);
}

interface Taken {
  municipality: Municipality;
  rest: string;
}

/**
 * Takes the municipality's own name off the front, also when it is written twice (目黒区目黒区鷹番). What is left after
 * each time, the shortest first: a town can begin like its municipality (松島町松島町内).
 */
function takeOwn(folded: string, municipality: Municipality): Taken[] {
  const taken: Taken[] = [];
  let last: Taken = { municipality, rest: folded };
  for (let times = 0; times < 3; times++) {
    const found = ownNames(last.municipality).find(({ key }) => last.rest.startsWith(key));
    if (!found) break;
    last = { municipality: found.means, rest: last.rest.slice(found.key.length) };
    taken.unshift(last);
  }
  return taken;
}

/** 京都's way of giving an address names streets first: the town comes after the last 上る, 下る, 東入 or 西入. */
function withoutStreets(folded: string): string {
  return folded.replace(/^.*(上る|上ル|下る|下ル|東入る|東入ル|西入る|西入ル|東入|西入|入る|入ル)/u, '');
}

function townIn(book: TownBook, municipality: Municipality, rest: string): TownMatch | null {
  const index = book.of(municipality.code);
  if (index === null) return null;
  return matchTown(index, rest) ?? matchTown(index, withoutStreets(rest));
}

/** The municipality that the row's columns and code speak of, within the prefecture that the address names. */
function hinted(query: AddressQuery, prefecture: string | null): Municipality | null {
  const column = takePrefecture(foldAddress(query.city ?? '')).rest;
  const byColumn = column === '' ? null : takeMunicipality(column, prefecture);
  const byCode = query.code ? municipalityByCode(query.code) : null;
  const hint = byColumn?.municipality ?? byCode;
  // A ward's code beside the city's name says more than the name.
  const narrower = byCode && designatedCityOf(byCode.code) === hint?.code ? byCode : hint;
  return narrower && (prefecture === null || narrower.code.startsWith(prefecture)) ? narrower : null;
}

/** 多摩山王下 for 多摩市山王下: the name without 市, 区, 町 or 村, followed by a town of it. */
function takeStem(folded: string, municipality: Municipality, book: TownBook): TownMatch | null {
  const stem = foldAddress(municipality.shortName).slice(0, -1);
  return folded.startsWith(stem) ? townIn(book, municipality, folded.slice(stem.length)) : null;
}

interface Found {
  municipality: Municipality;
  town: TownMatch | null;
}

function findWithin(folded: string, hint: Municipality, book: TownBook, explicit: Taken | null): Found {
  const own = takeOwn(folded, hint).map(({ municipality, rest }) => ({
    municipality,
    town: townIn(book, municipality, rest),
  }));
  const [shortest] = own;
  if (shortest) return own.find(({ town }) => town !== null) ?? shortest;
  const direct = townIn(book, hint, folded);
  const named = explicit === null ? 0 : folded.length - explicit.rest.length;
  if (direct && direct.length >= named) return { municipality: hint, town: direct };
  if (explicit)
    return { municipality: explicit.municipality, town: townIn(book, explicit.municipality, explicit.rest) };
  return { municipality: hint, town: takeStem(folded, hint, book) };
}

function withoutPostalCode(folded: string): string {
  return folded.replace(/^〒?\d{3}-\d{4}/u, '');
}

function find(query: AddressQuery, book: TownBook): Found | null {
  const { number, rest } = takePrefecture(withoutPostalCode(foldAddress(query.address)));
  const columnPrefecture = prefectureNumber(query.prefecture ?? '') ?? query.code?.slice(0, 2) ?? null;
  const prefecture = number ?? columnPrefecture;
  const hint = hinted(query, prefecture);
  const explicit = takeMunicipality(rest, prefecture) ?? (number === null ? takeMunicipality(rest, null) : null);
  if (hint) return findWithin(rest, hint, book, explicit);
  if (explicit) return findWithin(rest, explicit.municipality, book, explicit);
  return prefecture === null ? findAmong(rest, book) : null;
}

/** 府中市 of two prefectures: the one that has the town, where only one has. */
function findAmong(folded: string, book: TownBook): Found | null {
  const found = municipalitiesNamed(folded)
    .map((municipality) => findWithin(folded, municipality, book, null))
    .filter(({ town }) => town !== null);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function located(found: Found): Located {
  const { town } = found;
  const ward = town && designatedCityOf(town.municipality) !== null ? municipalityByCode(town.municipality) : null;
  const municipality = ward ?? found.municipality;
  const { latitude, longitude } = town ?? municipality;
  return {
    location: { latitude, longitude, precision: town ? 'TOWN' : 'MUNICIPALITY' },
    municipalityCode: municipality.code,
    matched: `${municipality.prefecture}${municipality.name}${town?.matched ?? ''}`,
  };
}

/**
 * Where an address is: its 町丁目, else its municipality. The municipality named in the address stands over the columns
 * and the code, which are the publisher's and can be wrong; where the address names none, the columns' and the code's.
 * @returns null where not even the municipality is known
 */
export function locate(query: AddressQuery, book: TownBook): Located | null {
  const found = find(query, book);
  return found === null ? null : located(found);
}
