/**
 * Sets of ordinals as bits, 32 to a word. Every filter value is one such set; AND of them is the result and counting its
 * bits the exact total. Functions take the number of words they work on from `into`; sources may be longer.
 */
export type Bits = Uint32Array;

/** Words needed for so many bits. */
export const wordsFor = (count: number): number => (count + 31) >>> 5;

export function setBit(bits: Bits, ordinal: number): void {
  bits[ordinal >>> 5]! |= 1 << (ordinal & 31);
}

export function clearBit(bits: Bits, ordinal: number): void {
  bits[ordinal >>> 5]! &= ~(1 << (ordinal & 31));
}

export function hasBit(bits: Bits, ordinal: number): boolean {
  return (bits[ordinal >>> 5]! & (1 << (ordinal & 31))) !== 0;
}

export function copyBits(into: Bits, from: Bits): Bits {
  into.set(from.subarray(0, into.length));
  return into;
}

export function andBits(into: Bits, other: Bits): Bits {
  for (let word = 0; word < into.length; word++) into[word]! &= other[word]!;
  return into;
}

export function orBits(into: Bits, other: Bits): Bits {
  for (let word = 0; word < into.length; word++) into[word]! |= other[word]!;
  return into;
}

export function andNotBits(into: Bits, other: Bits): Bits {
  for (let word = 0; word < into.length; word++) into[word]! &= ~other[word]!;
  return into;
}

/** Bits set in a 32-bit word (Hacker's Delight, 5-2). */
export function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    const value = bits[word]!;
    if (value !== 0) count += popcount(value);
  }
  return count;
}

/** How many bits two sets have in common. */
export function countCommon(a: Bits, b: Bits): number {
  let count = 0;
  for (let word = 0; word < a.length; word++) {
    const value = a[word]! & b[word]!;
    if (value !== 0) count += popcount(value);
  }
  return count;
}

/** How many bits are in a set and not in another. */
export function countWithout(bits: Bits, other: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += popcount(bits[word]! & ~other[word]!);
  return count;
}

/** Index of the lowest set bit of a word that is not 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/** Calls `visit` for every ordinal in the set from `first` on, ascending. */
export function forEachBit(bits: Bits, visit: (ordinal: number) => void, first = 0): void {
  for (let word = first >>> 5; word < bits.length; word++) {
    let value = bits[word]!;
    if (word === first >>> 5) value &= -1 << (first & 31);
    while (value !== 0) {
      visit((word << 5) + lowestBit(value));
      value &= value - 1;
    }
  }
}

/** Whether any bit is set. */
export function anyBit(bits: Bits): boolean {
  return bits.some((word) => word !== 0);
}

/** A longer copy, or the same where it is long enough. */
export const grown = (bits: Bits, words: number): Bits => (bits.length >= words ? bits : longer(bits, words));

/** A longer column with what it had. */
export function longer<T extends { set(from: T): void }>(column: T, length: number): T {
  const make = column.constructor as new (length: number) => T;
  const next = new make(length);
  next.set(column);
  return next;
}
