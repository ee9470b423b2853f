import { foldAddress } from '../domain/address.ts';
import type { Point } from '../domain/geo.ts';
import { designatedCityOf } from '../domain/municipality-code.ts';
import { wardsOf } from './municipalities.ts';
import { type GazetteerPart, townWithoutBlock, unpack, unpackTowns } from './pack.ts';
import type { TownRow } from './town-rows.ts';

/** A town (大字・町) with its 丁目. */
interface Town {
  name: string;
  /** Of the first row; null where towns of two wards have this name: then it says nothing of where. */
  municipality: string | null;
  own: Point | null;
  blocks: Map<number, Point>;
  /** Found by a name without its 町 or 村. */
  shortened: boolean;
  /** Points that the town's middle is the mean of, where it has none of its own. */
  sum: Point & { count: number };
}

/** Towns of one municipality by folded name. */
export interface TownIndex {
  towns: Map<string, Town>;
  /** The same by names without small signs. */
  bare: Map<string, Town>;
  longest: number;
}

export interface TownMatch extends Point {
  /** The matched town as the gazetteer writes it. */
  matched: string;
  /** Length of the folded key. */
  length: number;
  /** The ward or municipality that the town is in. */
  municipality: string;
}

const BLOCK = /^(.*\D)(\d+)丁目$/u;

function townAt(index: TownIndex, key: string, name: string, municipality: string): Town {
  let town = index.towns.get(key);
  if (!town) {
    town = {
      name,
      municipality,
      own: null,
      blocks: new Map(),
      shortened: false,
      sum: { latitude: 0, longitude: 0, count: 0 },
    };
    index.towns.set(key, town);
    index.longest = Math.max(index.longest, key.length);
  }
  if (town.municipality !== municipality) town.municipality = null;
  return town;
}

function addToMiddle(town: Town, row: Point): void {
  town.sum.latitude += row.latitude;
  town.sum.longitude += row.longitude;
  town.sum.count++;
}

function addRow(index: TownIndex, row: TownRow): void {
  const key = foldAddress(row.name);
  const block = BLOCK.exec(key);
  const town = townAt(index, block?.[1] ?? key, townWithoutBlock(row.name), row.municipality);
  const point: Point = { latitude: row.latitude, longitude: row.longitude };
  addToMiddle(town, point);
  if (row.part !== '') {
    const part = townAt(index, key + foldAddress(row.part), row.name + row.part, row.municipality);
    part.own ??= point;
  } else if (block?.[2]) town.blocks.set(Number(block[2]), point);
  else town.own = point;
}

/**
 * Other ways to write a town, where no other town has that name: 前野2-43 for 前野町2-43, and small signs left out or put
 * in (阿佐ヶ谷北 for 阿佐谷北).
 */
function addOtherNames(index: TownIndex): void {
  for (const [key, town] of [...index.towns]) {
    const short = key.replace(/(町|村)$/u, '');
    if (short !== key && short.length >= 2 && !index.towns.has(short))
      index.towns.set(short, { ...town, shortened: true });
    const bare = withoutSmallSigns(key);
    if (bare.length >= 2 && !index.bare.has(bare)) index.bare.set(bare, town);
  }
}

/** ケ, ノ and ツ between two kanji come and go: 阿佐ヶ谷 and 阿佐谷, 山之内 and 山内. */
function withoutSmallSigns(folded: string): string {
  return folded.replace(/(?<=\p{Script=Han})[ケノツ](?=\p{Script=Han})/gu, '');
}

/** Index over rows of one municipality. */
export function indexTowns(rows: Iterable<TownRow>): TownIndex {
  const index: TownIndex = { towns: new Map(), bare: new Map(), longest: 0 };
  for (const row of rows) addRow(index, row);
  addOtherNames(index);
  return index;
}

function blockOf(rest: string): number | null {
  const found = /^(\d+)(?=丁目|町目|丁|-|ノ|番|号|\D|$)/u.exec(rest);
  return found ? Number(found[1]) : null;
}

function middle(town: Town): Point | null {
  if (town.own) return town.own;
  const { latitude, longitude, count } = town.sum;
  return count === 0 ? null : { latitude: latitude / count, longitude: longitude / count };
}

/** A key of one sign (the town 東), or one that is only a short form, must be followed by a number or the end. */
function mayFollow(key: string, town: Town, rest: string): boolean {
  if (/\d$/.test(key) && /^\d/.test(rest)) return false;
  return (key.length >= 2 && !town.shortened) || rest === '' || /^[\d-]/.test(rest);
}

function matchIn(towns: Map<string, Town>, longest: number, folded: string): TownMatch | null {
  for (let length = Math.min(longest, folded.length); length >= 1; length--) {
    const key = folded.slice(0, length);
    const town = towns.get(key);
    const rest = folded.slice(length);
    if (!town || town.municipality === null || !mayFollow(key, town, rest)) continue;
    const number = blockOf(rest);
    const block = number === null ? undefined : town.blocks.get(number);
    const point = block ?? middle(town);
    if (point === null) continue;
    const matched = block ? `${town.name}${number}丁目` : town.name;
    return { ...point, matched, length, municipality: town.municipality };
  }
  return null;
}

/** The town whose name a folded text begins with, the longest name first, and the 丁目 where the town has the one named. */
export function matchTown(index: TownIndex, folded: string): TownMatch | null {
  return matchIn(index.towns, index.longest, folded) ?? matchIn(index.bare, index.longest, withoutSmallSigns(folded));
}

/** Towns of every municipality, unpacked when first asked for. */
export interface TownBook {
  /** Index of a municipality; of a designated city with all its wards, of a ward with rows that know only the city. */
  of(code: string): TownIndex | null;
  /** Whether any town is loaded at all. */
  isEmpty: boolean;
  /** The point that a geocoder found for an address, as its row writes it, where one was asked. */
  pointOf?(address: string): Point | null;
}

/** @param parts as {@link packTowns} made them; other parts are ignored. */
export function createTownBook(parts: readonly GazetteerPart[]): TownBook {
  const packed = new Map(parts.filter((part) => part.id.startsWith('towns:')).map((part) => [part.id.slice(6), part]));
  const rowsOf = new Map<string, Map<string, TownRow[]>>();
  const indexes = new Map<string, TownIndex | null>();

  const prefectureRows = (prefecture: string): Map<string, TownRow[]> => {
    const known = rowsOf.get(prefecture);
    if (known) return known;
    const part = packed.get(prefecture);
    const rows = part
      ? Map.groupBy(unpackTowns(unpack(part)), (row) => row.municipality)
      : new Map<string, TownRow[]>();
    rowsOf.set(prefecture, rows);
    return rows;
  };
  const build = (code: string): TownIndex | null => {
    const codes = [code, designatedCityOf(code) ?? code, ...wardsOf(code).map((ward) => ward.code)];
    const rows = prefectureRows(code.slice(0, 2));
    const towns = [...new Set(codes)].flatMap((each) => rows.get(each) ?? []);
    return towns.length > 0 ? indexTowns(towns) : null;
  };
  return {
    isEmpty: packed.size === 0,
    of(code) {
      if (!indexes.has(code)) indexes.set(code, build(code));
      return indexes.get(code) ?? null;
    },
  };
}
