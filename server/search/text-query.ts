import { areaContains } from '../domain/municipality-code.ts';
import { spellingsOf, wordsOf } from '../domain/search-text.ts';
import { areasNamed, municipalitiesBeginning } from './area-names.ts';
import { andBits, type Bits, clearBit, forEachBit, orBits, setBit } from './bits.ts';
import { type Core, wordCount } from './core.ts';
import { inMunicipalities } from './filters.ts';
import { createLru, type Lru } from './lru.ts';
import { rowsWith } from './text-index.ts';

/**
 * Rows that hold every word of a text, in any order. A word that names a municipality or a prefecture in full stands for
 * it; any other is looked for in name, reading, address and operator, and as the beginning of the municipality's name.
 */
export function rowsOfText(core: Core, text: string): Bits {
  const [first, ...others] = wordsOf(text).map((word) => rowsOfWord(core, word));
  if (!first) return core.live.slice(0, wordCount(core));
  return others.reduce<Bits>(andBits, first);
}

function rowsOfWord(core: Core, word: string): Bits {
  const areas = areasNamed(word);
  if (areas.length === 0) return orBits(rowsHolding(core, word), rowsOfTown(core, word));
  const rows = inMunicipalities(core, (code) => areas.some((area) => isIn(area, code)));
  // Where the municipality is not known the address may still say it.
  for (const row of core.inMunicipality[0] ?? []) {
    if (addressOf(core.texts[row]!).includes(word)) setBit(rows, row);
  }
  return rows;
}

function isIn(area: string, code: string): boolean {
  return area.endsWith('0000') ? area.slice(0, 2) === code.slice(0, 2) : areaContains(area, code);
}

const addressOf = (text: string): string => text.split('\u0001')[2] ?? '';

function rowsOfTown(core: Core, word: string): Bits {
  const codes = municipalitiesBeginning(word);
  return inMunicipalities(core, (code) => codes.has(code));
}

/** Rows whose text holds a word in one of its spellings. */
export function rowsHolding(core: Core, word: string): Bits {
  const found = new Uint32Array(wordCount(core));
  const spellings = spellingsOf(word);
  const sealed = core.sealed?.count ?? 0;
  for (const spelling of spellings) {
    if (core.sealed) for (const row of rowsWith(core.sealed.text, core.texts, spelling)) setBit(found, row);
    for (let row = sealed; row < core.count; row++) if (core.texts[row]!.includes(spelling)) setBit(found, row);
  }
  return found;
}

/** A test whether a row's name or reading holds every word of a text that does not name an area. */
export function nameTest(core: Core, text: string): (row: number) => boolean {
  const words = wordsOf(text)
    .filter((word) => areasNamed(word).length === 0)
    .map(spellingsOf);
  return (row) => {
    const holder = core.texts[row]!;
    const end = core.nameEnd[row]!;
    return words.every((spellings) =>
      spellings.some((spelling) => {
        const at = holder.indexOf(spelling);
        return at >= 0 && at + spelling.length <= end;
      }),
    );
  };
}

interface KnownNames {
  version: number;
  rows: Bits;
}

const TEXTS_KEPT = 64;
const namesKept = new WeakMap<Core, Lru<string, KnownNames>>();

/** Of the rows that hold a text those that hold it in name or reading; kept until something changes. */
export function rowsNamed(core: Core, text: string): Bits {
  let kept = namesKept.get(core);
  if (!kept) namesKept.set(core, (kept = createLru('text in names', TEXTS_KEPT)));
  const known = kept.get(text);
  if (known?.version === core.version) return known.rows;
  const inName = nameTest(core, text);
  const rows = rowsOfText(core, text).slice();
  forEachBit(rows, (row) => {
    if (!inName(row)) clearBit(rows, row);
  });
  kept.set(text, { version: core.version, rows });
  return rows;
}
