import { type Bits, hasBit, lowestBit } from './bits.ts';
import type { Core, SortedRows } from './core.ts';
import { compareNames } from './seal.ts';

/** Where a row stands by name: see `nameKeyOf`, equal names by id. */
export interface NamePosition {
  key: string;
  id: string;
}

/** The first `size` rows of a set by name, behind `after`. */
export function firstByName(core: Core, rows: Bits, size: number, after: NamePosition | null): number[] {
  const sealed = core.sealed === null ? [] : sealedByName(core, core.sealed.byName, rows, size, after);
  const late: number[] = [];
  for (let row = core.sealed?.count ?? 0; row < core.count; row++) {
    if (hasBit(rows, row) && isBehind(core, row, after)) late.push(row);
  }
  if (late.length === 0) return sealed;
  return [...sealed, ...late].sort((a, b) => compareNames(core, a, b)).slice(0, size);
}

function isBehind(core: Core, row: number, after: NamePosition | null): boolean {
  if (after === null) return true;
  const key = core.nameKeys[row]!;
  return key > after.key || (key === after.key && core.ids[row]! > after.id);
}

function sealedByName(
  core: Core,
  { order, rank }: SortedRows,
  rows: Bits,
  size: number,
  after: NamePosition | null,
): number[] {
  const start = after === null ? 0 : firstBehind(core, order, after);
  const found = firstRanks(rows, rank, start, size, order.length >>> 5);
  if (found !== null) return found.map((at) => order[at]!);
  // With many matches the first ones of the whole order come soon.
  const soon: number[] = [];
  for (let at = start; at < order.length && soon.length < size; at++) {
    if (hasBit(rows, order[at]!)) soon.push(order[at]!);
  }
  return soon;
}

/** The first `size` ranks of the rows of a set, from `start` on; null where there are more rows than `most`. */
function firstRanks(rows: Bits, rank: Uint32Array, start: number, size: number, most: number): number[] | null {
  const first: number[] = [];
  let [seen, limit] = [0, Infinity];
  for (let word = 0; word << 5 < rank.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + lowestBit(rest);
      if (row >= rank.length || rank[row]! < start) continue;
      if (++seen > most) return null;
      const at = rank[row]!;
      if (at >= limit) continue;
      if (first.length === size) first.pop();
      first.splice(placeAmong(first, at), 0, at);
      if (first.length === size) limit = first[size - 1]!;
    }
  }
  return first;
}

function placeAmong(sorted: number[], value: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First position in the order that is behind `after`. */
function firstBehind(core: Core, order: Uint32Array, after: NamePosition): number {
  let low = 0;
  for (let high = order.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (isBehind(core, order[middle]!, after)) high = middle;
    else low = middle + 1;
  }
  return low;
}
