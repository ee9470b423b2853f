import type { Bits } from './bits.ts';

/**
 * Sets of rows that are used again: a new one for each search, 25 kB at 200,000 places, lies outside the heap and calls the
 * collector to the whole of it long before it would have come by itself.
 */
export interface Rooms {
  /** An empty set of so many words. */
  take(words: number): Bits;
  /** Takes a set back that nobody looks at any more. */
  giveBack(bits: Bits): void;
}

/** Two sets made one, in the first; nobody needs the second any more. */
export function using(rooms: Rooms, combine: (into: Bits, other: Bits) => Bits, into: Bits, other: Bits): Bits {
  combine(into, other);
  rooms.giveBack(other);
  return into;
}

/** Less than a megabyte at 200,000 places. */
const MOST_KEPT = 32;
/** Rooms are so many words longer than needed at most: each edit adds a row, and all that are kept would soon be too short. */
const STEP_WORDS = 512;

export function createRooms(): Rooms {
  const spare: ArrayBufferLike[] = [];
  return {
    take(words) {
      const room = spare.pop();
      // Rows have come since: what has become too short is let go.
      if (!room || room.byteLength < words * Uint32Array.BYTES_PER_ELEMENT)
        return new Uint32Array(Math.ceil(words / STEP_WORDS) * STEP_WORDS).subarray(0, words);
      return new Uint32Array(room, 0, words).fill(0);
    },
    giveBack({ buffer }) {
      if (spare.length < MOST_KEPT) spare.push(buffer);
    },
  };
}
