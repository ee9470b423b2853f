import { type Bits, countBits, forEachBit, setBit, wordsFor } from './bits.ts';
import { createLru, type Lru } from './lru.ts';
import type { Steps } from './slices.ts';

/**
 * Which rows hold which two letters in a row, and where first: a word stands in the rows whose pairs of it follow on one
 * another. Texts are read only where a pair came before it stands in the word. Letters are numbered as they come, so that a
 * pair is a small integer.
 */
export interface TextIndex {
  /** UTF-16 unit → number, 0 where it never came. */
  letters: Uint16Array;
  /** Pair of letters → number of its list. */
  pairs: Map<number, number>;
  /** Lists of pairs that begin with a letter, by its number. */
  beginningWith: number[][];
  /** Where each list begins in `places`. */
  offsets: Uint32Array;
  /** Rows, ascending in each list, with where the pair stands first: see `placeIn`. */
  places: Uint32Array;
  /** Words that were looked for: the rows that hold them, with where first. */
  known: Lru<string, Uint32Array>;
}

/** A row, below 2^24, with where something stands first in its text: FAR where that is behind FAR, or not known. */
const placeIn = (row: number, at: number): number => ((row << AT_BITS) | Math.min(at, FAR)) >>> 0;
const rowOf = (place: number): number => place >>> AT_BITS;
const AT_BITS = 8;
const FAR = (1 << AT_BITS) - 1;

const WORDS_KEPT = 512;

/** Numbers of letters take 13 bits; the last one is shared by all letters that come after the first 8,190. */
const LETTER_BITS = 13;
const SHARED = (1 << LETTER_BITS) - 1;
const SPACE = 32;
const MOST_LISTS = 2 ** 24 - 1;

const pairKey = (first: number, second: number): number => (first << LETTER_BITS) | second;

/** Indexes the first `count` texts. */
export function* indexText(texts: string[], count: number): Steps<TextIndex> {
  const letters = new Uint16Array(65_536);
  const pairs = new Map<number, number>();
  const tokens = growing();
  const rowEnds = new Uint32Array(count);
  const sizes: number[] = [];
  const lastRow: number[] = [];
  const state = { letters, letterCount: 0, pairs, tokens, sizes, lastRow };
  for (let row = 0; row < count; row++) {
    if ((row & 255) === 0) yield;
    addText(state, texts[row]!, row);
    rowEnds[row] = tokens.length;
  }
  const offsets = new Uint32Array(sizes.length + 1);
  for (let list = 0; list < sizes.length; list++) offsets[list + 1] = offsets[list]! + sizes[list]!;
  const places = yield* fill(tokens, rowEnds, offsets);
  const known = createLru<string, Uint32Array>('word', WORDS_KEPT);
  return { letters, pairs, beginningWith: listsByLetter(pairs), offsets, places, known };
}

/** Numbers in pieces: one that is copied into ever longer room would stop everything else meanwhile. */
interface Growing {
  pieces: Uint32Array[];
  length: number;
}

const PIECE_BITS = 16;
const PIECE = 1 << PIECE_BITS;
const growing = (): Growing => ({ pieces: [], length: 0 });

function push(list: Growing, value: number): void {
  const at = list.length++ & (PIECE - 1);
  if (at === 0) list.pieces.push(new Uint32Array(PIECE));
  list.pieces[list.pieces.length - 1]![at] = value;
}

interface Adding {
  letters: Uint16Array;
  letterCount: number;
  pairs: Map<number, number>;
  /** For each pair of each row its list, with where it stands first, as places have it. */
  tokens: Growing;
  sizes: number[];
  lastRow: number[];
}

function addText(state: Adding, text: string, row: number): void {
  let previous = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : SPACE;
    let letter = state.letters[unit]!;
    if (letter === 0) {
      letter = Math.min(++state.letterCount, SHARED);
      state.letters[unit] = letter;
    }
    if (previous !== 0) addPair(state, pairKey(previous, letter), row, at - 1);
    previous = unit <= SPACE ? 0 : letter;
  }
}

function addPair({ pairs, tokens, sizes, lastRow }: Adding, key: number, row: number, at: number): void {
  let list = pairs.get(key);
  if (list === undefined) {
    list = sizes.push(0) - 1;
    if (list > MOST_LISTS) throw new Error('More pairs of letters than there are numbers for.');
    pairs.set(key, list);
  }
  if (lastRow[list] === row) return;
  lastRow[list] = row;
  sizes[list]!++;
  push(tokens, placeIn(list, at));
}

function* fill({ pieces }: Growing, rowEnds: Uint32Array, offsets: Uint32Array): Steps<Uint32Array> {
  const places = new Uint32Array(offsets.at(-1) ?? 0);
  const next = offsets.slice();
  let at = 0;
  for (let row = 0; row < rowEnds.length; row++) {
    if ((row & 2047) === 0) yield;
    for (; at < rowEnds[row]!; at++) {
      const token = pieces[at >>> PIECE_BITS]![at & (PIECE - 1)]!;
      places[next[rowOf(token)]!++] = placeIn(row, token & FAR);
    }
  }
  return places;
}

function listsByLetter(pairs: Map<number, number>): number[][] {
  const lists: number[][] = [];
  for (const [key, list] of pairs) (lists[key >>> LETTER_BITS] ??= []).push(list);
  return lists;
}

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

/** Rows that hold every pair of a word; where the word stands is FAR unless the pairs follow on one another. */
function placesOfPairs(index: TextIndex, word: string): Uint32Array {
  const lists: { places: Uint32Array; offset: number }[] = [];
  for (let offset = 0; offset + 1 < word.length; offset++) {
    const key = pairKey(index.letters[word.charCodeAt(offset)]!, index.letters[word.charCodeAt(offset + 1)]!);
    const list = index.pairs.get(key);
    if (list === undefined) return new Uint32Array(0);
    lists.push({ places: index.places.subarray(index.offsets[list], index.offsets[list + 1]), offset });
  }
  lists.sort((a, b) => a.places.length - b.places.length);
  const [fewest, ...others] = lists;
  let found = fewest!.places.map((place) => moved(place, fewest!.offset));
  for (const { places, offset } of others) found = intersection(found, places, offset);
  return found;
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

/**
 * Of a word's places those in rows that a pair's list has too, FAR where the pair does not stand `offset` letters behind:
 * leaps through the longer list. What is left stands in the room of what was given.
 */
function intersection(few: Uint32Array<ArrayBuffer>, many: Uint32Array, offset: number): Uint32Array<ArrayBuffer> {
  let [size, at] = [0, 0];
  for (let next = 0; next < few.length; next++) {
    const place = few[next]!;
    const row = rowOf(place);
    let step = 1;
    while (at + step < many.length && rowOf(many[at + step]!) < row) step *= 2;
    let low = at + (step >>> 1);
    for (let high = Math.min(at + step, many.length); low < high;) {
      const middle = (low + high) >>> 1;
      if (rowOf(many[middle]!) < row) low = middle + 1;
      else high = middle;
    }
    at = low;
    if (at === many.length) break;
    const other = many[at]!;
    if (rowOf(other) === row) few[size++] = moved(other, offset) === place ? place : (place | FAR) >>> 0;
  }
  return few.subarray(0, size);
}
