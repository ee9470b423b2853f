import { type Bits, lowestBit } from './bits.ts';
import type { Core } from './core.ts';

/** Where a row stands in an order: by key, equal keys by id. */
export interface Position {
  key: number;
  id: string;
}

/** The first few rows of an order. */
export interface Top {
  rows: number[];
  keys: number[];
  /** Takes a row in if it belongs to them. */
  offer(row: number, key: number): void;
  /** The key behind which no row is taken any more; Infinity while there is room. */
  limit(): number;
}

/** Keeps the first `size` rows behind `after`. */
export function createTop({ ids }: Core, size: number, after: Position | null): Top {
  const rows: number[] = [];
  const keys: number[] = [];
  const precedes = (key: number, id: string, at: number) =>
    key < keys[at]! || (key === keys[at] && id < ids[rows[at]!]!);
  return {
    rows,
    keys,
    offer(row, key) {
      const last = size - 1;
      if (rows.length === size && key > keys[last]!) return;
      const id = ids[row]!;
      if (after && (key < after.key || (key === after.key && id <= after.id))) return;
      if (rows.length === size && !precedes(key, id, last)) return;
      let at = rows.length === size ? last : rows.length;
      for (; at > 0 && precedes(key, id, at - 1); at--) {
        rows[at] = rows[at - 1]!;
        keys[at] = keys[at - 1]!;
      }
      rows[at] = row;
      keys[at] = key;
    },
    limit: () => (rows.length < size ? Infinity : keys[size - 1]!),
  };
}

/** Offers every row of a set. */
export function offerAll(top: Top, bits: Bits, keyOf: (row: number) => number): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + lowestBit(rest);
      top.offer(row, keyOf(row));
    }
  }
}
