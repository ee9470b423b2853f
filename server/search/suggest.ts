import { prefectureCodeOf } from '../domain/municipality-code.ts';
import { foldText } from '../domain/search-text.ts';
import { KINDS } from '../domain/vocabulary/kinds.ts';
import { NEEDS } from '../domain/vocabulary/needs.ts';
import type { Term } from '../domain/vocabulary/term.ts';
import { listMunicipalities, municipalityByCode } from '../gazetteer/municipalities.ts';
import { PREFECTURE_KANA } from '../gazetteer/prefecture-kana.ts';
import { PREFECTURES } from '../gazetteer/prefectures.ts';
import { andBits, hasBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { nameTest, rowsHolding } from './text-query.ts';
import { createTop, offerAll } from './top.ts';

export interface Suggestion {
  type: 'PLACE' | 'MUNICIPALITY' | 'PREFECTURE' | 'TOWN' | 'STATION' | 'KIND' | 'NEED';
  label: string;
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

const NOTHING = { detail: null, id: null, code: null, latitude: null, longitude: null };

/** At most so many of a sort before there has been something of every sort. */
const EACH = 3;

interface Entry {
  keys: string[];
  suggestion: Suggestion;
}

const areas: Entry[] = [
  ...PREFECTURES.map((label, index) => {
    const code = prefectureCodeOf(String(index + 1).padStart(2, '0'));
    const keys = [foldText(label), foldText(PREFECTURE_KANA[index] ?? '')];
    return { keys, suggestion: { ...NOTHING, type: 'PREFECTURE' as const, label, code } };
  }),
  ...listMunicipalities().map(({ code, prefecture, name, shortName, kana, latitude, longitude }) => {
    const keys = [...new Set([foldText(name), foldText(shortName), foldText(kana)])];
    const suggestion = {
      ...NOTHING,
      type: 'MUNICIPALITY' as const,
      label: name,
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

/** Places whose name or reading holds what is typed; those that begin with it first, then the shorter names. */
function placesNamed(core: Core, typed: string, size: number): Suggestion[] {
  const rows = rowsOfTyped(core, typed);
  const inName = typed.length === 1 ? () => true : nameTest(core, typed);
  const top = createTop(core, size, null);
  offerAll(top, rows, (row) => {
    if (!inName(row)) return Infinity;
    return (beginsWith(core, row, typed) ? 0 : 1000) + Math.min(999, core.names[row]!.length);
  });
  return top.rows.filter((_, at) => top.keys[at]! < Infinity).map((row) => placeSuggestion(core, row));
}

/** One letter is looked for at the beginning alone: half of all names hold it somewhere. */
function rowsOfTyped(core: Core, typed: string) {
  const [word = '', ...others] = typed.split(' ');
  const rows = others.reduce((found, other) => andBits(found, rowsHolding(core, other)), rowsHolding(core, word));
  andBits(rows, core.live);
  if (typed.length > 1) return rows;
  for (let row = 0; row < core.count; row++) {
    if (hasBit(rows, row) && !beginsWith(core, row, typed)) rows[row >>> 5]! &= ~(1 << (row & 31));
  }
  return rows;
}

function beginsWith(core: Core, row: number, typed: string): boolean {
  return core.texts[row]!.startsWith(typed) || core.nameKeys[row]!.startsWith(typed, 1);
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
