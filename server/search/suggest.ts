import { prefectureCodeOf } from '../domain/municipality-code.ts';
import { foldText } from '../domain/search-text.ts';
import { KINDS } from '../domain/vocabulary/kinds.ts';
import { NEEDS } from '../domain/vocabulary/needs.ts';
import type { Term } from '../domain/vocabulary/term.ts';
import { latinNameOf, latinPrefecture } from '../gazetteer/latin-name.ts';
import { listMunicipalities, municipalityByCode } from '../gazetteer/municipalities.ts';
import { PREFECTURE_KANA } from '../gazetteer/prefecture-kana.ts';
import { PREFECTURES } from '../gazetteer/prefectures.ts';
import { andBits, hasBit, lowestBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { createLru, type Lru } from './lru.ts';
import { nameTest, rowsHolding } from './text-query.ts';
import { createTop, type Top } from './top.ts';

export interface Suggestion {
  type: 'PLACE' | 'MUNICIPALITY' | 'PREFECTURE' | 'TOWN' | 'STATION' | 'KIND' | 'NEED';
  label: string;
  romaji: string | null;
  detail: string | null;
  id: string | null;
  code: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Names for suggestions that no place of the directory has: towns and stations of the gazetteer. */
export interface PlaceNames {
  findTowns(text: string, limit: number): Town[];
  findStations(text: string, limit: number): Station[];
}

interface Town {
  name: string;
  municipality: { prefecture: string; name: string };
  latitude: number;
  longitude: number;
}

interface Station {
  name: string;
  line: string;
  latitude: number;
  longitude: number;
}

const NOTHING = { romaji: null, detail: null, id: null, code: null, latitude: null, longitude: null };

/** At most so many of a sort before there has been something of every sort. */
const EACH = 3;

interface Entry {
  keys: string[];
  suggestion: Suggestion;
}

const areas: Entry[] = [
  ...PREFECTURES.map((label, index) => {
    const code = prefectureCodeOf(String(index + 1).padStart(2, '0'));
    const kana = PREFECTURE_KANA[index] ?? '';
    const romaji = latinPrefecture(kana);
    const keys = [label, kana, romaji].map(foldText);
    return { keys, suggestion: { ...NOTHING, type: 'PREFECTURE' as const, label, romaji, code } };
  }),
  ...listMunicipalities().map((municipality) => {
    const { code, prefecture, name, shortName, kana, latitude, longitude } = municipality;
    const romaji = latinNameOf(municipality);
    const keys = [...new Set([name, shortName, kana, romaji].map(foldText))];
    const suggestion = {
      ...NOTHING,
      type: 'MUNICIPALITY' as const,
      label: name,
      romaji,
      detail: prefecture,
      code,
      latitude,
      longitude,
    };
    return { keys, suggestion };
  }),
];
const words: Entry[] = [...entriesOf(KINDS, 'KIND'), ...entriesOf(NEEDS, 'NEED')];

function entriesOf(terms: Term[], type: 'KIND' | 'NEED'): Entry[] {
  return terms.map(({ code, ja, easyJa, en }) => ({
    keys: [foldText(ja), foldText(easyJa), foldText(easyJa).replaceAll(' ', ''), foldText(en)],
    suggestion: { ...NOTHING, type, label: ja, code },
  }));
}

/** What somebody who is typing may mean, at most `first`: some of every sort, then more of those there are. */
export function suggest(core: Core, names: PlaceNames | null, text: string, first: number): Suggestion[] {
  const typed = foldText(text);
  if (typed === '') return [];
  const sorts = [
    areas.filter(({ keys }) => keys.some((key) => key.startsWith(typed))).map(({ suggestion }) => suggestion),
    words.filter(({ keys }) => keys.some((key) => key.includes(typed))).map(({ suggestion }) => suggestion),
    names === null ? [] : names.findStations(text, first).map(stationSuggestion),
    names === null ? [] : names.findTowns(text, first).map(townSuggestion),
    placesNamed(core, typed, first),
  ];
  const shown = sorts.map((found) => found.slice(0, EACH));
  const more = sorts.toReversed().flatMap((found) => found.slice(EACH));
  const left = Math.max(0, first - shown.flat().length);
  const extra = new Set(more.slice(0, left));
  return sorts
    .flatMap((found, sort) => found.filter((each) => shown[sort]?.includes(each) || extra.has(each)))
    .slice(0, first);
}

const stationSuggestion = ({ name, line, latitude, longitude }: Station): Suggestion => ({
  ...NOTHING,
  type: 'STATION',
  label: name.endsWith('駅') ? name : `${name}駅`,
  detail: line,
  latitude,
  longitude,
});

const townSuggestion = ({ name, municipality, latitude, longitude }: Town): Suggestion => ({
  ...NOTHING,
  type: 'TOWN',
  label: name,
  detail: `${municipality.prefecture}${municipality.name}`,
  latitude,
  longitude,
});

/** Of so many names that hold what is typed the best are chosen; more say that it is too little to choose by. */
const MOST_LOOKED_AT = 4096;

/**
 * Places whose name or reading begins with what is typed, the shorter names first, then those that hold it elsewhere. One
 * letter is looked for at the beginning alone: half of all names hold it somewhere.
 */
function placesNamed(core: Core, typed: string, size: number): Suggestion[] {
  let kept = rowsKept.get(core);
  if (!kept) rowsKept.set(core, (kept = createLru('suggestion', SUGGESTIONS_KEPT)));
  const key = `${size} ${typed}`;
  let known = kept.get(key);
  if (known?.version !== core.version) {
    known = { version: core.version, rows: rowsNamedLike(core, typed, size) };
    kept.set(key, known);
  }
  return known.rows.map((row) => placeSuggestion(core, row));
}

/** Everybody who types a name types its beginnings: they are kept until something changes. */
const SUGGESTIONS_KEPT = 4096;
const rowsKept = new WeakMap<Core, Lru<string, { version: number; rows: number[] }>>();

function rowsNamedLike(core: Core, typed: string, size: number): number[] {
  const top = createTop(core, size, null);
  for (const row of rowsBeginning(core, typed, MOST_LOOKED_AT)) top.offer(row, core.names[row]!.length);
  if (top.rows.length < size && typed.length > 1) offerHolding(core, typed, top);
  return top.rows;
}

function offerHolding(core: Core, typed: string, top: Top): void {
  const [rows, ...others] = typed.split(' ').map((word) => rowsHolding(core, word));
  if (!rows) return;
  for (const other of [core.live, ...others]) andBits(rows, other);
  const inName = nameTest(core, typed);
  let looked = 0;
  for (let word = 0; word < rows.length && looked < MOST_LOOKED_AT; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1, looked++) {
      const row = (word << 5) + lowestBit(rest);
      if (inName(row) && !beginsWith(core, row, typed)) top.offer(row, 10_000 + core.names[row]!.length);
    }
  }
}

/** Live rows whose name or reading begins with what is typed, at most about `most`. */
function rowsBeginning(core: Core, typed: string, most: number): Set<number> {
  const rows = new Set<number>();
  const collect = (order: Uint32Array, keyOf: (row: number) => string, prefix: string) => {
    for (let at = firstFrom(order, keyOf, prefix), taken = 0; at < order.length && taken < most; at++, taken++) {
      if (!keyOf(order[at]!).startsWith(prefix)) break;
      if (hasBit(core.live, order[at]!)) rows.add(order[at]!);
    }
  };
  if (core.sealed) {
    collect(core.sealed.byText, (row) => core.texts[row]!, typed);
    collect(core.sealed.byName.order, (row) => core.nameKeys[row]!, `0${typed}`);
  }
  for (let row = core.sealed?.count ?? 0; row < core.count; row++) {
    if (hasBit(core.live, row) && beginsWith(core, row, typed)) rows.add(row);
  }
  return rows;
}

/** Where the keys of sorted rows reach a prefix. */
function firstFrom(order: Uint32Array, keyOf: (row: number) => string, prefix: string): number {
  let low = 0;
  for (let high = order.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (keyOf(order[middle]!) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

function beginsWith(core: Core, row: number, typed: string): boolean {
  return core.texts[row]!.startsWith(typed) || core.nameKeys[row]!.startsWith(`0${typed}`);
}

function placeSuggestion(core: Core, row: number): Suggestion {
  const { id, name, municipalityCode } = placeAt(core, row);
  const town = municipalityCode === null ? null : municipalityByCode(municipalityCode);
  const pinned = hasBit(core.pin, row);
  return {
    ...NOTHING,
    type: 'PLACE',
    label: name,
    detail: town && `${town.prefecture}${town.name}`,
    id,
    latitude: pinned ? core.latitude[row]! : null,
    longitude: pinned ? core.longitude[row]! : null,
  };
}
