import { areaContains, isDesignatedCity } from '../domain/municipality-code.ts';
import { spellingsOf, wordsOf } from '../domain/search-text.ts';
import { areasNamed, gluedWord, municipalitiesBeginning } from './area-names.ts';
import { andBits, type Bits, clearBit, countBits, forEachBit, orBits, setBit } from './bits.ts';
import { copyOf, type Core, emptySet } from './core.ts';
import { inMunicipalities } from './filters.ts';
import { createLru, type Lru } from './lru.ts';
import { using } from './rooms.ts';
import { addRowsNaming, addRowsWith, eachRowWith, isNamed } from './text-places.ts';

interface KnownRows {
  version: number;
  rows: Bits;
}

/** Of texts and of their words: most people ask with the same few words. */
const KEPT = 192;

/** Sets of rows by text, kept until something changes; read only. A set that is kept no more is used again. */
function keeper(name: string): (core: Core, text: string, work: () => Bits) => Bits {
  const caches = new WeakMap<Core, Lru<string, KnownRows>>();
  return (core, text, work) => {
    let cache = caches.get(core);
    if (!cache) caches.set(core, (cache = createLru(name, KEPT)));
    const known = cache.get(text);
    if (known?.version === core.version) return known.rows;
    const rows = work();
    const forgotten = cache.set(text, { version: core.version, rows });
    if (forgotten) core.rooms.giveBack(forgotten.rows);
    return rows;
  };
}

const keptText = keeper('text');
const keptNames = keeper('text in names');
const keptWord = keeper('word of a text');
const keptWordInNames = keeper('word in names');

/**
 * Rows that hold every word of a text, in any order; read only. A word that names a municipality or a prefecture in full
 * stands for it; any other is looked for in name, reading, address and operator, and as the beginning of the municipality's
 * name. An area and a word may be glued together: 文京区ひろば.
 */
export function rowsOfText(core: Core, text: string): Bits {
  return keptText(core, text, () =>
    wordsOf(text).reduce((rows, word) => andBits(rows, rowsOfWord(core, word)), copyOf(core, core.live)),
  );
}

function rowsOfWord(core: Core, word: string): Bits {
  return keptWord(core, word, () => {
    const areas = areasNamed(word);
    if (areas.length > 0) return rowsOfArea(core, areas, word);
    const rows = rowsSaying(core, word);
    const glued = gluedWord(word);
    if (glued === null) return rows;
    const rowsOfRest = using(
      core.rooms,
      andBits,
      rowsOfArea(core, glued.areas, glued.name),
      rowsSaying(core, glued.rest),
    );
    return using(core.rooms, orBits, rows, rowsOfRest);
  });
}

/** Rows whose text holds a word, or whose municipality's name begins with it. */
function rowsSaying(core: Core, word: string): Bits {
  const [rows, town] = [rowsHolding(core, word), rowsOfTown(core, word)];
  return town === null ? rows : using(core.rooms, orBits, rows, town);
}

function rowsOfArea(core: Core, areas: readonly string[], word: string): Bits {
  const [exact, wide] = [new Set(areas), areas.filter(hasAreasWithin)];
  const rows = inMunicipalities(core, (code) => exact.has(code) || wide.some((area) => isIn(area, code)));
  // Where the municipality is not known the address may still say it.
  const addIfUnknown = (row: number) => {
    if (core.municipality[row] === 0 && addressOf(core.texts[row]!).includes(word)) setBit(rows, row);
  };
  if (core.sealed) eachRowWith(core.sealed.text, core.texts, word, addIfUnknown);
  for (let row = core.sealed?.count ?? 0; row < core.count; row++) addIfUnknown(row);
  return rows;
}

const isPrefecture = (area: string): boolean => area.endsWith('0000');

const hasAreasWithin = (area: string): boolean => isPrefecture(area) || isDesignatedCity(area);

function isIn(area: string, code: string): boolean {
  return isPrefecture(area) ? area.slice(0, 2) === code.slice(0, 2) : areaContains(area, code);
}

const addressOf = (text: string): string => text.split('\u0001')[2] ?? '';

function rowsOfTown(core: Core, word: string): Bits | null {
  const codes = municipalitiesBeginning(word);
  return codes.size === 0 ? null : inMunicipalities(core, (code) => codes.has(code));
}

/** Rows whose text holds a word in one of its spellings. */
export function rowsHolding(core: Core, word: string): Bits {
  const found = emptySet(core);
  for (const spelling of spellingsOf(word)) {
    if (core.sealed) addRowsWith(core.sealed.text, core.texts, spelling, found);
    for (let row = core.sealed?.count ?? 0; row < core.count; row++) {
      if (core.texts[row]!.includes(spelling)) setBit(found, row);
    }
  }
  return found;
}

/** The words of a text that do not name an area, each in its spellings: as it is, and without an area glued to it. */
const namingWords = (text: string): string[][] =>
  wordsOf(text)
    .filter((word) => areasNamed(word).length === 0)
    .map((word) => [word, gluedWord(word)?.rest ?? word].flatMap(spellingsOf));

/** A test whether a row's name or reading holds every word of a text that does not name an area. */
export function nameTest(core: Core, text: string): (row: number) => boolean {
  const words = namingWords(text);
  return (row) =>
    words.every((spellings) => spellings.some((spelling) => isNamed(core.texts[row]!, core.nameEnd[row]!, spelling)));
}

/** From so many on the places of words are looked at, not the names of rows. */
const MANY_ROWS = 100;

/** Of the rows that hold a text those that hold it in name or reading; read only. */
export function rowsNamed(core: Core, text: string): Bits {
  return keptNames(core, text, () => {
    const rows = copyOf(core, rowsOfText(core, text));
    if (countBits(rows) < MANY_ROWS) return only(rows, nameTest(core, text));
    return namingWords(text).reduce((left, spellings) => andBits(left, rowsNamedOneOf(core, spellings)), rows);
  });
}

function only(rows: Bits, test: (row: number) => boolean): Bits {
  forEachBit(rows, (row) => {
    if (!test(row)) clearBit(rows, row);
  });
  return rows;
}

function rowsNamedOneOf(core: Core, spellings: string[]): Bits {
  return keptWordInNames(core, spellings.join(' '), () => {
    const found = emptySet(core);
    for (const spelling of spellings) {
      if (core.sealed) addRowsNaming(core.sealed.text, core.texts, core.nameEnd, spelling, found);
      for (let row = core.sealed?.count ?? 0; row < core.count; row++) {
        if (isNamed(core.texts[row]!, core.nameEnd[row]!, spelling)) setBit(found, row);
      }
    }
    return found;
  });
}
