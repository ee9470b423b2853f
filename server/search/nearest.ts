import type { Near } from '../domain/search-terms.ts';
import { type Bits, lowestBit, wordsFor } from './bits.ts';
import type { Core } from './core.ts';
import { boxDistance, chordTo } from './filters.ts';
import { nearestFirst } from './nearest-boxes.ts';
import { unitVector } from './sphere.ts';
import { createTop, type Position, type Top } from './top.ts';

/**
 * The first rows of a set by distance, behind `after`; keys are squares of chords. Rows without a pin come last, with the
 * key Infinity.
 *
 * Rows stand in spatial order, 32 to a word of the set, so a word with its box is the leaf of a tree: blocks of 32 words
 * are visited nearest first, and words that are empty or too far are not looked into. One form serves every set: measured
 * at 200,000 places against geokdbush with a filter (nearest 20, median, same results), all rows 52 µs against 8, one in
 * ten 24 against 13, one in a hundred 17 against 48, one in 500 16 against 196; and it needs no second index.
 */
export function nearest(core: Core, rows: Bits, near: Near, size: number, after: Position | null): Top {
  const [x, y, z] = unitVector(near.latitude, near.longitude);
  const top = createTop(core, size, after);
  const sealed = core.sealed === null ? 0 : core.sealed.count >>> 5;
  if (core.sealed) offerSealed(core, rows, x, y, z, sealed, core.sealed.boxes, top);
  for (let word = sealed; word < rows.length; word++) offerWord(core, rows[word]!, word, x, y, z, top);
  if (top.rows.length < size) offerWithoutPin(core, rows, top);
  return top;
}

function offerSealed(
  core: Core,
  rows: Bits,
  x: number,
  y: number,
  z: number,
  words: number,
  { blockXyz, wordXyz }: { blockXyz: Float64Array; wordXyz: Float64Array },
  top: Top,
): void {
  const blocks = nearestFirst(blockXyz, wordsFor(words), x, y, z);
  for (let block = blocks.next(); block >= 0 && blocks.distance() <= top.limit(); block = blocks.next()) {
    const end = Math.min(words, (block + 1) << 5);
    for (let word = block << 5; word < end; word++) {
      if (rows[word] === 0 || boxDistance(wordXyz, word, x, y, z) > top.limit()) continue;
      offerWord(core, rows[word]!, word, x, y, z, top);
    }
  }
}

function offerWord(core: Core, bits: number, word: number, x: number, y: number, z: number, top: Top): void {
  for (let rest = bits & core.pin[word]!; rest !== 0; rest &= rest - 1) {
    const row = (word << 5) + lowestBit(rest);
    top.offer(row, chordTo(core, row, x, y, z));
  }
}

function offerWithoutPin(core: Core, rows: Bits, top: Top): void {
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]! & ~core.pin[word]!; rest !== 0; rest &= rest - 1) {
      top.offer((word << 5) + lowestBit(rest), Infinity);
    }
  }
}
