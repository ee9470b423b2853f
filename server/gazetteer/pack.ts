import { gunzipSync, gzipSync } from 'node:zlib';
import { foldAddress } from '../domain/address.ts';
import type { StationRow } from './station-rows.ts';
import type { TownRow } from './town-rows.ts';

/**
 * The gazetteer as the database keeps it: one compressed text per prefecture, one of all names for suggestions, one of
 * stations. 277,207 towns are 47 small documents that every server loads at its start and unpacks when it needs them.
 */
export interface GazetteerPart {
  /** `towns:13`, `names`, `stations`. */
  id: string;
  /** gzip of UTF-8 lines. */
  data: Uint8Array;
  /** How many rows the text holds. */
  rows: number;
  /** Whom to name: 「位置参照情報」国土交通省 … */
  source: string;
}

const degrees = (value: number): string => value.toFixed(5).replace(/0+$/, '');

function pack(id: string, lines: string[], rows: number, source: string): GazetteerPart {
  return { id, data: gzipSync(lines.join('\n')), rows, source };
}

/** The text of a part. */
export function unpack(part: GazetteerPart): string {
  return gunzipSync(part.data).toString('utf8');
}

/** One part per prefecture: `=code` begins a municipality, then `name, kana, part, latitude, longitude` with tabs. */
export function packTowns(rows: readonly TownRow[], source: string): GazetteerPart[] {
  const byPrefecture = Map.groupBy(rows, (row) => row.municipality.slice(0, 2));
  return [...byPrefecture].map(([prefecture, towns]) => {
    const byMunicipality = Map.groupBy(towns, (row) => row.municipality);
    const lines = [...byMunicipality].flatMap(([code, here]) => [
      `=${code}`,
      ...here.map((row) => [row.name, row.kana, row.part, degrees(row.latitude), degrees(row.longitude)].join('\t')),
    ]);
    return pack(`towns:${prefecture}`, lines, towns.length, source);
  });
}

/** Rows of a prefecture's text, the inverse of {@link packTowns}. */
export function* unpackTowns(text: string): Generator<TownRow> {
  let municipality = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('=')) municipality = line.slice(1);
    else {
      const [name = '', kana = '', part = '', latitude, longitude] = line.split('\t');
      yield { municipality, name, kana, part, latitude: Number(latitude), longitude: Number(longitude) };
    }
  }
}

/** 本町三丁目 and 本町 are one name to suggest. */
export function townWithoutBlock(name: string): string {
  return name.replace(/[〇一二三四五六七八九十百\d]+丁目$/u, '') || name;
}

interface Named {
  folded: string;
  name: string;
  kana: string;
  municipality: string;
  latitude: number;
  longitude: number;
  count: number;
}

function distinctNames(rows: Iterable<TownRow>): Named[] {
  const names = new Map<string, Named>();
  for (const row of rows) {
    const name = townWithoutBlock(row.name);
    const key = `${row.municipality}${name}`;
    const known = names.get(key);
    if (!known)
      names.set(key, { ...row, folded: foldAddress(name), name, kana: row.kana.replace(/\s*\d*$/, ''), count: 1 });
    else {
      known.latitude += row.latitude;
      known.longitude += row.longitude;
      known.count++;
    }
  }
  return [...names.values()];
}

/** All names sorted by their folded form: `folded, name, kana, code, latitude, longitude`. */
export function packNames(rows: Iterable<TownRow>, source: string): GazetteerPart {
  const lines = distinctNames(rows)
    .map((each) =>
      [
        each.folded,
        each.name,
        each.kana,
        each.municipality,
        degrees(each.latitude / each.count),
        degrees(each.longitude / each.count),
      ].join('\t'),
    )
    .sort();
  return pack('names', lines, lines.length, source);
}

/** Stations sorted by their folded name: `folded, name, line, latitude, longitude`. */
export function packStations(rows: readonly StationRow[], source: string): GazetteerPart {
  const lines = rows
    .map((row) => [foldAddress(row.name), row.name, row.line, degrees(row.latitude), degrees(row.longitude)].join('\t'))
    .sort();
  return pack('stations', lines, lines.length, source);
}
