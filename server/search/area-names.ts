import { foldText } from '../domain/search-text.ts';
import { listMunicipalities, type Municipality } from '../gazetteer/municipalities.ts';

/** Names of municipalities and prefectures in texts that somebody types. */

interface Named {
  key: string;
  code: string;
}

/** Folded names that say an area in full: 文京区, 中央区, 東京都文京区, 東京都. */
const inFull = new Map<string, string[]>();
/** Folded names and readings in order, for beginnings: 渋谷, しぶや. */
const beginnings: Named[] = [];

for (const municipality of listMunicipalities()) {
  const { code, prefecture, name, shortName, kana } = municipality;
  for (const full of new Set([name, shortName, prefecture + name])) add(inFull, foldText(full), code);
  for (const begin of new Set([name, shortName, kana])) beginnings.push({ key: foldText(begin), code });
}
for (const { code, prefecture } of onePerPrefecture()) add(inFull, foldText(prefecture), `${code.slice(0, 2)}0000`);
beginnings.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

function add(map: Map<string, string[]>, key: string, code: string): void {
  const codes = map.get(key);
  if (codes) codes.push(code);
  else map.set(key, [code]);
}

function onePerPrefecture(): Municipality[] {
  return [...new Map(listMunicipalities().map((each) => [each.prefecture, each])).values()];
}

/**
 * The areas that a folded word names in full, as codes of municipalities, or as two digits and 0000 for a prefecture.
 * Empty where it names none.
 */
export function areasNamed(word: string): readonly string[] {
  return inFull.get(word) ?? [];
}

/** A word that is glued to an area: 文京区ひろば, 児童館渋谷区. */
export interface GluedWord {
  name: string;
  areas: readonly string[];
  rest: string;
}

const ENDS_AS_AREA = /[都道府県市区町村]$/;
const SHORTEST_REST = 2;

/** A folded word as the longest area named in full at its beginning or end, and the rest; null where there is none. */
export function gluedWord(word: string): GluedWord | null {
  for (let length = word.length - SHORTEST_REST; length >= 2; length--) {
    const ends: [name: string, rest: string][] = [
      [word.slice(0, length), word.slice(length)],
      [word.slice(-length), word.slice(0, -length)],
    ];
    for (const [name, rest] of ends) {
      const areas = ENDS_AS_AREA.test(name) ? areasNamed(name) : [];
      if (areas.length > 0) return { name, areas, rest };
    }
  }
  return null;
}

/** Codes of the municipalities whose name or reading begins with a folded word of two letters or more. */
export function municipalitiesBeginning(word: string): Set<string> {
  const codes = new Set<string>();
  if (word.length < 2) return codes;
  let low = 0;
  for (let high = beginnings.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (beginnings[middle]!.key < word) low = middle + 1;
    else high = middle;
  }
  for (let at = low; beginnings[at]?.key.startsWith(word); at++) codes.add(beginnings[at]!.code);
  return codes;
}
