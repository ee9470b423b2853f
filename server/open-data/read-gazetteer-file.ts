import { gunzipSync } from 'node:zlib';
import { decode } from './decode.ts';
import { type GazetteerPart, packStations, packTowns } from '../gazetteer/pack.ts';
import { prefectureNumber } from '../gazetteer/prefectures.ts';
import { readStationRows } from '../gazetteer/station-rows.ts';
import { readTownRows } from '../gazetteer/town-rows.ts';

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
