import { foldAddress, isHiddenAddress } from '../domain/address.ts';
import { distanceMeters, inJapan, type Point } from '../domain/geo.ts';
import { areaContains, isPrefectureCode, readMunicipalityCode } from '../domain/municipality-code.ts';
import type { Address, Location } from '../domain/place.ts';
import { type Located, locate } from '../gazetteer/locate.ts';
import { takeMunicipality, takePrefecture } from '../gazetteer/municipalities.ts';
import { prefectureNumber } from '../gazetteer/prefectures.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import type { Doubt } from './cells.ts';
import type { Cells } from './columns.ts';

/** Where a row's place is. */
export interface Where {
  address: Address | null;
  addressHidden: boolean;
  municipalityCode: string | null;
  location: Location | null;
  doubts: Doubt[];
}

/** A point this far from its address is shown to whoever imports it. */
const FAR_METERS = 3000;

function readPoint(cells: Cells, doubts: Doubt[]): Point | null {
  const degrees = (cell: string | undefined): number => Number((cell ?? '').normalize('NFKC').replace(/[°度\s]/gu, ''));
  const point = { latitude: degrees(cells.latitude), longitude: degrees(cells.longitude) };
  if (!point.latitude && !point.longitude) return null;
  if (inJapan(point)) return point;
  const swapped = { latitude: point.longitude, longitude: point.latitude };
  if (inJapan(swapped)) {
    doubts.push({ code: 'POINT_SWAPPED', message: '緯度と経度が逆のようです。入れ替えて読みました。' });
    return swapped;
  }
  doubts.push({
    code: 'POINT_OUTSIDE_JAPAN',
    message: `座標が日本の外か数値ではありません（${cells.latitude ?? '空欄'}, ${cells.longitude ?? '空欄'}）。住所から位置を求めました。`,
  });
  return null;
}

function readCode(cells: Cells, doubts: Doubt[]): string | null {
  const written = cells.placeCode ?? cells.code ?? '';
  const { code, problem } = readMunicipalityCode(written);
  if (problem === 'BAD_CHECK_DIGIT')
    doubts.push({
      code: problem,
      message: `全国地方公共団体コード ${written} の検査数字が合いません。住所から判断しました。`,
    });
  if (problem === 'NOT_A_CODE')
    doubts.push({
      code: problem,
      message: `全国地方公共団体コードとして読めません（${written}）。住所から判断しました。`,
    });
  return code;
}

/**
 * The address as one line: the joined cell where there is one, else its parts. The columns of prefecture and municipality
 * alone are no address; some files write the whole address into the latter.
 */
function addressLine(cells: Cells): string {
  const parts = [cells.prefecture, cells.city, cells.town, cells.blockNumber].filter(Boolean).join('');
  const line = cells.addressLine ?? (saysMoreThanMunicipality(cells) ? parts : '');
  return line.replace(/[\s\u3000]*[\n\r\t]+[\s\u3000]*/gu, ' ').trim();
}

/** Whether a text is a municipality's name and nothing more. */
function isBareMunicipality(text: string, prefecture: string | undefined): boolean {
  const { number, rest } = takePrefecture(foldAddress(text));
  return takeMunicipality(rest, number ?? prefectureNumber(prefecture ?? ''))?.rest === '';
}

function saysMoreThanMunicipality({ town, blockNumber, city = '', prefecture }: Cells): boolean {
  if (town !== undefined || blockNumber !== undefined) return true;
  return /\d/.test(foldAddress(city)) && !isBareMunicipality(city, prefecture);
}

/** Two columns of an address, of which the first is only the municipality (Add1 八王子市, Add2 子安町四丁目31-1), are one. */
function joinedAddress(cells: Cells): Cells {
  const { addressLine: line, building: rest, prefecture } = cells;
  if (
    line === undefined ||
    rest === undefined ||
    !/\d/.test(foldAddress(rest)) ||
    !isBareMunicipality(line, prefecture)
  )
    return cells;
  const { building: _, ...others } = cells;
  return { ...others, addressLine: line + rest };
}

function readAddress(cells: Cells, line: string): Address | null {
  if (line === '') return null;
  const building = cells.building?.replace(/[\n\r\t]+/gu, ' ') ?? null;
  return {
    text: line,
    building: building !== null && isHiddenAddress(building) && building.length <= 5 ? null : building,
    postalCode: cells.postalCode?.normalize('NFKC') ?? null,
  };
}

function checkCode(code: string | null, located: Located | null, doubts: Doubt[]): void {
  if (code === null || located === null) return;
  const { municipalityCode } = located;
  if (areaContains(code, municipalityCode) || areaContains(municipalityCode, code)) return;
  doubts.push({
    code: 'CODE_DIFFERS_FROM_ADDRESS',
    message: `コード ${code} と住所の市区町村（${located.matched}）が違います。住所を採りました。`,
  });
}

function locationOf(
  point: Point | null,
  located: Located | null,
  line: string,
  book: TownBook,
  doubts: Doubt[],
): Location | null {
  if (point === null) {
    const found = located?.location.precision === 'TOWN' ? null : (book.pointOf?.(line) ?? null);
    if (found) return { ...found, precision: 'TOWN' };
    if (line !== '' && located?.location.precision === 'MUNICIPALITY' && !book.isEmpty)
      doubts.push({ code: 'NO_TOWN', message: `住所から町丁目がわからず、${located.matched}の中としました。` });
    return located?.location ?? null;
  }
  const meters = located?.location.precision === 'TOWN' ? distanceMeters(point, located.location) : 0;
  if (located && meters > FAR_METERS)
    doubts.push({
      code: 'POINT_FAR_FROM_ADDRESS',
      message: `座標が住所（${located.matched}）から ${(meters / 1000).toFixed(1)} km 離れています。`,
    });
  return { ...point, precision: 'EXACT' };
}

/** Address, municipality and point of a row; what the address cannot tell the columns and the code do. */
export function readWhere(row: Cells, book: TownBook): Where {
  const cells = joinedAddress(row);
  const doubts: Doubt[] = [];
  const line = addressLine(cells);
  const hidden = isHiddenAddress(line);
  const code = readCode(cells, doubts);
  const city = cells.city ?? cells.publisher ?? null;
  const prefecture = cells.prefecture ?? null;
  const located = locate({ address: hidden ? '' : line, prefecture, city, code }, book);
  checkCode(code, located, doubts);
  const municipalityCode = located?.municipalityCode ?? code;
  if (municipalityCode === null || isPrefectureCode(municipalityCode))
    doubts.push({ code: 'NO_MUNICIPALITY', message: '市区町村がわかりません。' });
  if (hidden) return { address: null, addressHidden: true, municipalityCode, location: null, doubts };
  const point = readPoint(cells, doubts);
  const location = locationOf(point, located, line, book, doubts);
  return { address: readAddress(cells, line), addressHidden: false, municipalityCode, location, doubts };
}
