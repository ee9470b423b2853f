import { type Bits, countBits, forEachBit, setBit, wordsFor } from './bits.ts';
import { AT_BITS, FAR, pairKey, placeIn, rowOf, SHARED, type TextIndex } from './text-index.ts';

/** Where a word stands, by the pairs of its letters. */

/** Adds the rows whose text holds a word without blanks. */
export function addRowsWith(index: TextIndex, texts: string[], word: string, into: Bits): void {
  const places = placesOf(index, texts, word);
  for (let at = 0; at < places.length; at++) setBit(into, rowOf(places[at]!));
}

/** Calls `visit` with the same rows, ascending. */
export function eachRowWith(index: TextIndex, texts: string[], word: string, visit: (row: number) => void): void {
  const places = placesOf(index, texts, word);
  for (let at = 0; at < places.length; at++) visit(rowOf(places[at]!));
}

/** Of these rows adds those that hold the word before the end of their name and reading. */
export function addRowsNaming(
  index: TextIndex,
  texts: string[],
  nameEnd: ArrayLike<number>,
  word: string,
  into: Bits,
): void {
  const places = placesOf(index, texts, word);
  for (let next = 0; next < places.length; next++) {
    const row = rowOf(places[next]!);
    const at = places[next]! & FAR;
    const named = at === FAR ? isNamed(texts[row]!, nameEnd[row]!, word) : at + word.length <= nameEnd[row]!;
    if (named) setBit(into, row);
  }
}

/** Whether a text, which holds its name first, holds a word before `nameEnd`. */
export function isNamed(text: string, nameEnd: number, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && at + word.length <= nameEnd;
}

function placesOf(index: TextIndex, texts: string[], word: string): Uint32Array {
  let places = index.known.get(word);
  if (!places) index.known.set(word, (places = lookUp(index, texts, word)));
  return places;
}

function lookUp(index: TextIndex, texts: string[], word: string): Uint32Array {
  const isShared = [...word].some((letter) => index.letters[letter.charCodeAt(0)] === SHARED);
  const places = word.length === 1 ? placesOfLetter(index, word) : placesOfPairs(index, word);
  if (word.length === 1 && !isShared) return places;
  let size = 0;
  for (let next = 0; next < places.length; next++) {
    const place = places[next]!;
    if (!isShared && (place & FAR) !== FAR) places[size++] = place;
    else {
      const at = texts[rowOf(place)]!.indexOf(word);
      if (at >= 0) places[size++] = placeIn(rowOf(place), at);
    }
  }
  return places.slice(0, size);
}

/** The places of a pair that stands `offset` letters behind the beginning of a word. */
interface PairPlaces {
  places: Uint32Array;
  offset: number;
}

let room = new Uint32Array(0);

/**
 * Rows that hold pairs which together are a word; where the word stands is FAR unless the pairs stand as in the word. Pairs
 * that say every letter of it are enough, every other one mostly: those are taken of which there are the fewest places.
 * Good until the next call.
 */
function placesOfPairs(index: TextIndex, word: string): Uint32Array {
  const pairs: PairPlaces[] = [];
  for (let offset = 0; offset + 1 < word.length; offset++) {
    const key = pairKey(index.letters[word.charCodeAt(offset)]!, index.letters[word.charCodeAt(offset + 1)]!);
    const list = index.pairs.get(key);
    if (list === undefined) return new Uint32Array(0);
    pairs.push({ places: index.places.subarray(index.offsets[list], index.offsets[list + 1]), offset });
  }
  const [fewest, ...others] = covering(pairs).sort((a, b) => a.places.length - b.places.length);
  if (room.length < fewest!.places.length) room = new Uint32Array(2 * fewest!.places.length);
  let found = room.subarray(0, fewest!.places.length);
  for (let at = 0; at < found.length; at++) found[at] = moved(fewest!.places[at]!, fewest!.offset);
  for (const { places, offset } of others) found = intersection(found, places, offset);
  return found;
}

/** Of the pairs of a word, one after the other, those that say each letter and have the fewest places together. */
function covering(pairs: PairPlaces[]): PairPlaces[] {
  /** For each pair the best choice of those up to it, itself among them, and its places. */
  const best: { places: number; chosen: PairPlaces[] }[] = [];
  for (const [at, pair] of pairs.entries()) {
    const [before, beforeThat] = [best[at - 1], best[at - 2]];
    const usual = at === 0 ? { places: 0, chosen: [] } : before!;
    const chosen = at > 1 && beforeThat!.places < usual.places ? beforeThat! : usual;
    best.push({ places: chosen.places + pair.places.length, chosen: [...chosen.chosen, pair] });
  }
  return best.at(-1)!.chosen;
}

/** Where a word stands that begins `offset` letters before a place. */
function moved(place: number, offset: number): number {
  const at = place & FAR;
  return at === FAR || at < offset ? (place | FAR) >>> 0 : place - offset;
}

function placesOfLetter(index: TextIndex, letter: string): Uint32Array {
  const lists = index.beginningWith[index.letters[letter.charCodeAt(0)]!] ?? [];
  const last = lists.reduce((most, list) => Math.max(most, rowOf(index.places[index.offsets[list + 1]! - 1]!)), 0);
  const bits = new Uint32Array(wordsFor(last + 1));
  for (const list of lists) {
    for (let at = index.offsets[list]!; at < index.offsets[list + 1]!; at++) setBit(bits, rowOf(index.places[at]!));
  }
  const found = new Uint32Array(countBits(bits));
  let size = 0;
  forEachBit(bits, (row) => (found[size++] = placeIn(row, FAR)));
  return found;
}

/** Up to so many times as long, a list is walked through; a longer one is leapt through. */
const WALKED = 12;

/**
 * Of a word's places those in rows that a pair's list has too, FAR where the pair does not stand `offset` letters behind.
 * What is left stands in the room of what was given.
 */
function intersection(few: Uint32Array<ArrayBuffer>, many: Uint32Array, offset: number): Uint32Array<ArrayBuffer> {
  const walks = many.length <= WALKED * few.length;
  let [size, at] = [0, 0];
  for (let next = 0; next < few.length; next++) {
    const place = few[next]!;
    const row = place >>> AT_BITS;
    if (walks) while (at < many.length && many[at]! >>> AT_BITS < row) at++;
    else at = leap(many, at, row);
    if (at === many.length) break;
    const other = many[at]!;
    if (other >>> AT_BITS === row) few[size++] = moved(other, offset) === place ? place : (place | FAR) >>> 0;
  }
  return few.subarray(0, size);
}

/** From `at` on, where the first row that is not below `row` stands. */
function leap(places: Uint32Array, at: number, row: number): number {
  let step = 1;
  while (at + step < places.length && rowOf(places[at + step]!) < row) step *= 2;
  let low = at + (step >>> 1);
  for (let high = Math.min(at + step, places.length); low < high;) {
    const middle = (low + high) >>> 1;
    if (rowOf(places[middle]!) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
