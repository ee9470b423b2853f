import { parse } from 'csv-parse/sync';
import { foldAddress } from '../domain/address.ts';
import { withCheckDigit } from '../domain/municipality-code.ts';
import { takeMunicipality } from './municipalities.ts';

/** One 町丁目 (or 小字) of a public file. */
export interface TownRow {
  /** 全国地方公共団体コード, six digits. */
  municipality: string;
  name: string;
  kana: string;
  /** 小字・通称名, empty where the row is the whole town. */
  part: string;
  latitude: number;
  longitude: number;
}

/** Headers of Geolonia 住所データ and of 位置参照情報 (大字・町丁目レベル). */
const COLUMNS = {
  code: ['市区町村コード'],
  prefecture: ['都道府県名'],
  city: ['市区町村名'],
  name: ['大字町丁目名', '大字・丁目名', '大字_丁目名'],
  kana: ['大字町丁目名カナ'],
  part: ['小字・通称名'],
  latitude: ['緯度(代表点)', '緯度'],
  longitude: ['経度(代表点)', '経度'],
} as const;

type Column = keyof typeof COLUMNS;

function columnsOf(header: readonly string[]): Record<Column, number> {
  const names = header.map((name) => name.normalize('NFKC').trim());
  const entries = Object.entries(COLUMNS).map(([column, aliases]) => [
    column,
    names.findIndex((name) => (aliases as readonly string[]).includes(name)),
  ]);
  return Object.fromEntries(entries) as Record<Column, number>;
}

/** Eleven rows' municipalities have no code in Geolonia's file: another spelling (鎌ヶ谷市), or a ward of 浜松市 before 2024. */
function codeByName(prefecture: string, city: string): string | null {
  const digits = takeMunicipality(foldAddress(city), prefecture);
  return digits?.municipality.code ?? null;
}

/**
 * Rows of a 町丁目 file.
 * @param text decoded content
 * @param prefectureOf two digits of a prefecture by its name
 * @throws Error naming the headers where the file is neither of the two layouts
 */
export function readTownRows(text: string, prefectureOf: (name: string) => string | null): TownRow[] {
  const records = parse(text, { relaxColumnCount: true, skipEmptyLines: true });
  const header = records[0] ?? [];
  const at = columnsOf(header);
  if (at.name < 0 || at.latitude < 0 || at.longitude < 0 || at.city < 0)
    throw new Error(`町丁目のファイルではありません。見出し: ${header.slice(0, 12).join(', ')}`);
  return records.slice(1).flatMap((record) => {
    const cell = (column: Column): string => record[at[column]] ?? '';
    const five = cell('code').padStart(5, '0').slice(0, 5);
    const municipality =
      /^\d{5}$/.test(five) && five !== '00000'
        ? withCheckDigit(five)
        : codeByName(prefectureOf(cell('prefecture')) ?? '', cell('city'));
    const latitude = Number(cell('latitude'));
    const longitude = Number(cell('longitude'));
    if (municipality === null || !latitude || !longitude) return [];
    return [{ municipality, name: cell('name'), kana: cell('kana'), part: cell('part'), latitude, longitude }];
  });
}
