import { countBits, forEachBit, setBit, wordsFor } from './bits.ts';
import { createLru, type Lru } from './lru.ts';
import type { Steps } from './slices.ts';

/**
 * Which rows hold which two letters in a row: a word is looked for only in the rows that hold every pair of it. Letters
 * are numbered as they come, so that a pair is a small integer.
 */
export interface TextIndex {
  /** UTF-16 unit → number, 0 where it never came. */
  letters: Uint16Array;
  /** Pair of letters → number of its list. */
  pairs: Map<number, number>;
  /** Lists of pairs that begin with a letter, by its number. */
  beginningWith: number[][];
  /** Where each list begins in `rows`. */
  offsets: Uint32Array;
  rows: Uint32Array;
  /** Rows of words that were looked for, and of these those that are named so. */
  known: Lru<string, Uint32Array>;
  named: Lru<string, Uint32Array>;
}

const WORDS_KEPT = 512;

/** Numbers of letters take 13 bits; the last one is shared by all letters that come after the first 8,190. */
const LETTER_BITS = 13;
const SHARED = (1 << LETTER_BITS) - 1;
const SPACE = 32;

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
  const rows = yield* fill(tokens.values, rowEnds, offsets);
  const known = createLru<string, Uint32Array>('word', WORDS_KEPT);
  const named = createLru<string, Uint32Array>('word in names', WORDS_KEPT);
  return { letters, pairs, beginningWith: listsByLetter(pairs), offsets, rows, known, named };
}

interface Growing {
  values: Uint32Array;
  length: number;
}

const growing = (): Growing => ({ values: new Uint32Array(1 << 16), length: 0 });

function push(list: Growing, value: number): void {
  if (list.length === list.values.length) {
    const longer = new Uint32Array(list.values.length + (list.values.length >>> 1));
    longer.set(list.values);
    list.values = longer;
  }
  list.values[list.length++] = value;
}

interface Adding {
  letters: Uint16Array;
  letterCount: number;
  pairs: Map<number, number>;
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
    if (previous !== 0) addPair(state, pairKey(previous, letter), row);
    previous = unit <= SPACE ? 0 : letter;
  }
}

function addPair({ pairs, tokens, sizes, lastRow }: Adding, key: number, row: number): void {
  let list = pairs.get(key);
  if (list === undefined) {
    list = sizes.push(0) - 1;
    pairs.set(key, list);
  }
  if (lastRow[list] === row) return;
  lastRow[list] = row;
  sizes[list]!++;
  push(tokens, list);
}

function* fill(tokens: Uint32Array, rowEnds: Uint32Array, offsets: Uint32Array): Steps<Uint32Array> {
  const rows = new Uint32Array(offsets.at(-1) ?? 0);
  const next = offsets.slice();
  let at = 0;
  for (let row = 0; row < rowEnds.length; row++) {
    if ((row & 2047) === 0) yield;
    for (; at < rowEnds[row]!; at++) rows[next[tokens[at]!]!++] = row;
  }
  return rows;
}

function listsByLetter(pairs: Map<number, number>): number[][] {
  const lists: number[][] = [];
  for (const [key, list] of pairs) (lists[key >>> LETTER_BITS] ??= []).push(list);
  return lists;
}

/** Rows (ascending) whose text holds a word without blanks. */
export function rowsWith(index: TextIndex, texts: string[], word: string): Uint32Array {
  let rows = index.known.get(word);
  if (!rows) index.known.set(word, (rows = lookUp(index, texts, word)));
  return rows;
}

/** Of these rows those that hold the word before the end of their name and reading. */
export function rowsNaming(index: TextIndex, texts: string[], nameEnd: ArrayLike<number>, word: string): Uint32Array {
  let rows = index.named.get(word);
  if (!rows) {
    rows = rowsWith(index, texts, word).filter((row) => isNamed(texts[row]!, nameEnd[row]!, word));
    index.named.set(word, rows);
  }
  return rows;
}

/** Whether a text, which holds its name first, holds a word before `nameEnd`. */
export function isNamed(text: string, nameEnd: number, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && at + word.length <= nameEnd;
}

function lookUp(index: TextIndex, texts: string[], word: string): Uint32Array {
  const rows = word.length === 1 ? rowsWithLetter(index, word) : rowsWithPairs(index, word);
  const exact = word.length <= 2 && ![...word].some((letter) => index.letters[letter.charCodeAt(0)] === SHARED);
  return exact ? rows : rows.filter((row) => texts[row]!.includes(word));
}

function rowsWithPairs(index: TextIndex, word: string): Uint32Array {
  const lists: Uint32Array[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    const key = pairKey(index.letters[word.charCodeAt(at)]!, index.letters[word.charCodeAt(at + 1)]!);
    const list = index.pairs.get(key);
    if (list === undefined) return new Uint32Array(0);
    lists.push(index.rows.subarray(index.offsets[list], index.offsets[list + 1]));
  }
  lists.sort((a, b) => a.length - b.length);
  return lists.slice(1).reduce(intersection, lists[0]!);
}

function rowsWithLetter(index: TextIndex, letter: string): Uint32Array {
  const lists = index.beginningWith[index.letters[letter.charCodeAt(0)]!] ?? [];
  const last = lists.reduce((most, list) => Math.max(most, index.rows[index.offsets[list + 1]! - 1]!), 0);
  const bits = new Uint32Array(wordsFor(last + 1));
  for (const list of lists) {
    for (let at = index.offsets[list]!; at < index.offsets[list + 1]!; at++) setBit(bits, index.rows[at]!);
  }
  const found = new Uint32Array(countBits(bits));
  let size = 0;
  forEachBit(bits, (row) => (found[size++] = row));
  return found;
}

/** Of ascending lists, `few` the shorter: leaps through the longer one. */
function intersection(few: Uint32Array, many: Uint32Array): Uint32Array {
  const common = new Uint32Array(few.length);
  let [size, at] = [0, 0];
  for (const row of few) {
    let step = 1;
    while (at + step < many.length && many[at + step]! < row) step *= 2;
    let low = at + (step >>> 1);
    for (let high = Math.min(at + step, many.length); low < high;) {
      const middle = (low + high) >>> 1;
      if (many[middle]! < row) low = middle + 1;
      else high = middle;
    }
    at = low;
    if (at === many.length) break;
    if (many[at] === row) common[size++] = row;
  }
  return common.subarray(0, size);
}
