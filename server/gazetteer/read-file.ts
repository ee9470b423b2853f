import { gunzipSync } from 'node:zlib';
import { decode } from '../open-data/decode.ts';
import { type GazetteerPart, packNames, packStations, packTowns, unpack, unpackTowns } from './pack.ts';
import { prefectureNumber } from './prefectures.ts';
import { readStationRows } from './station-rows.ts';
import { readTownRows, type TownRow } from './town-rows.ts';

const GEOLONIA = '「Geolonia 住所データ」（CC BY 4.0、国土交通省 位置参照情報を加工）';
const REFERENCE = '「位置参照情報」（国土交通省）';
const STATIONS = '「国土数値情報（鉄道データ）」（国土交通省）';

/** A gzip file begins with these two bytes (RFC 1952). */
function gunzipped(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/**
 * Parts of a public file, plain or gzipped: Geolonia `latest.csv`, 位置参照情報 CSV (大字・町丁目レベル) or an N02 GeoJSON.
 * @throws Error in words for people where the file is none of the three
 */
export function readGazetteerFile(bytes: Uint8Array): GazetteerPart[] {
  const { text } = decode(gunzipped(bytes));
  if (text.trimStart().startsWith('{')) return [packStations(readStationRows(text), STATIONS)];
  const source = text.slice(0, 400).includes('小字・通称名') ? GEOLONIA : REFERENCE;
  const parts = packTowns(readTownRows(text, prefectureNumber), source);
  if (parts.length === 0) throw new Error('町丁目の行が1つもありません。');
  return parts;
}

function* townRows(parts: readonly GazetteerPart[]): Generator<TownRow> {
  for (const part of parts) yield* unpackTowns(unpack(part));
}

/**
 * The parts to keep after a new file was read: prefectures of the file replace their former ones, the names for
 * suggestions are made anew from all of them.
 */
export function mergeParts(former: readonly GazetteerPart[], added: readonly GazetteerPart[]): GazetteerPart[] {
  const parts = new Map([...former, ...added].map((part) => [part.id, part]));
  const towns = [...parts.values()].filter((part) => part.id.startsWith('towns:'));
  if (towns.length > 0) {
    parts.set('names', packNames(townRows(towns), [...new Set(towns.map((part) => part.source))].join('、')));
  }
  return [...parts.values()];
}
