import { foldAddress } from '../domain/address.ts';
import { designatedCityOf, isDesignatedCity } from '../domain/municipality-code.ts';
import rows from './municipalities.json' with { type: 'json' };
import { PREFECTURES, prefectureName } from './prefectures.ts';

/** A municipality, a ward of a designated city, or the designated city itself. */
export interface Municipality {
  /** 全国地方公共団体コード, six digits. */
  code: string;
  prefecture: string;
  /** With its county or city: 西多摩郡日の出町, 札幌市中央区. */
  name: string;
  /** Full-width katakana of `name`. */
  kana: string;
  /** Without county or city: 日の出町, 中央区. */
  shortName: string;
  /** A point in its middle, on the 町丁目 nearest to the mean of them all. */
  latitude: number;
  longitude: number;
}

type Row = [code: string, name: string, kana: string, latitude: number, longitude: number];

function shortNameOf(code: string, name: string): string {
  if (designatedCityOf(code) !== null) return name.replace(/^.*?市(?=.+区$)/u, '');
  return name.replace(/^.+?郡(?=.+[町村]$)/u, '');
}

const all: readonly Municipality[] = (rows as Row[]).map(([code, name, kana, latitude, longitude]) => ({
  code,
  prefecture: prefectureName(code) ?? '',
  name,
  kana,
  shortName: shortNameOf(code, name),
  latitude,
  longitude,
}));
const byCode = new Map(all.map((each) => [each.code, each]));

/** Every municipality, in the order of codes; designated cities come before their wards. */
export function listMunicipalities(): readonly Municipality[] {
  return all;
}

/** The municipality of a six-digit code, or null (prefectures and abolished codes). */
export function municipalityByCode(code: string): Municipality | null {
  return byCode.get(code) ?? null;
}

/** The wards of a designated city, empty for any other. */
export function wardsOf(code: string): readonly Municipality[] {
  if (!isDesignatedCity(code)) return [];
  return all.filter((each) => designatedCityOf(each.code) === code);
}

const PREFECTURE_KEYS = PREFECTURES.map((name, index) => ({
  key: foldAddress(name),
  number: String(index + 1).padStart(2, '0'),
}));

/** Takes the prefecture off the front of a folded text. */
export function takePrefecture(folded: string): { number: string | null; rest: string } {
  const found = PREFECTURE_KEYS.find(({ key }) => folded.startsWith(key));
  return found ? { number: found.number, rest: folded.slice(found.key.length) } : { number: null, rest: folded };
}

/** Folded full and short names → municipalities. Wards are found by city and ward only: 中央区 alone says nothing. */
const byName = new Map<string, Municipality[]>();
for (const each of all) {
  const isWard = designatedCityOf(each.code) !== null;
  for (const name of new Set([each.name, isWard ? each.name : each.shortName])) {
    const key = foldAddress(name);
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
}
const longestName = Math.max(...[...byName.keys()].map((key) => key.length));

/** Every municipality of the longest name that a folded text begins with; several where prefectures share it (府中市). */
export function municipalitiesNamed(folded: string): readonly Municipality[] {
  for (let length = Math.min(longestName, folded.length); length >= 2; length--) {
    const named = byName.get(folded.slice(0, length));
    if (named) return named;
  }
  return [];
}

/**
 * The municipality whose name a folded text begins with, the longest name first.
 * @param prefecture two digits, where known; without it a name that two prefectures have (府中市) finds nothing.
 */
export function takeMunicipality(
  folded: string,
  prefecture: string | null,
): { municipality: Municipality; rest: string } | null {
  for (let length = Math.min(longestName, folded.length); length >= 2; length--) {
    const named = byName.get(folded.slice(0, length));
    const fitting = named?.filter((each) => prefecture === null || each.code.startsWith(prefecture));
    const [municipality, second] = fitting ?? [];
    if (municipality && second === undefined) return { municipality, rest: folded.slice(length) };
  }
  return null;
}
