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
export const placeIn = (row: number, at: number): number => ((row << AT_BITS) | Math.min(at, FAR)) >>> 0;
export const rowOf = (place: number): number => place >>> AT_BITS;
export const AT_BITS = 8;
export const FAR = (1 << AT_BITS) - 1;

const WORDS_KEPT = 512;

/** Numbers of letters take 13 bits; the last one is shared by all letters that come after the first 8,190. */
const LETTER_BITS = 13;
export const SHARED = (1 << LETTER_BITS) - 1;
const SPACE = 32;
const MOST_LISTS = 2 ** 24 - 1;

export const pairKey = (first: number, second: number): number => (first << LETTER_BITS) | second;

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
