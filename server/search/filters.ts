import { type AskedAge, agesAdmit } from '../domain/age.ts';
import { type Bounds, boundsContain } from '../domain/geo.ts';
import { areaContains } from '../domain/municipality-code.ts';
import type { Area, BookingFilter, Near } from '../domain/search-terms.ts';
import { andBits, type Bits, grown, hasBit, orBits, setBit, wordsFor } from './bits.ts';
import { copyOf, type Core, emptySet, wordCount } from './core.ts';
import { using } from './rooms.ts';
import { metersToChord, unitVector } from './sphere.ts';

/**
 * Each filter of a request as the set of rows that pass it. The sets belong to the index, read only; those of an area and
 * a distance are of `core.rooms`.
 */

/** Rows with any of the codes. */
export function anyOf(core: Core, sets: Map<string, Bits>, codes: readonly string[]): Bits {
  return onlyOf(sets, codes) ?? union(new Uint32Array(wordCount(core)), sets, codes);
}

/** Takes those out that have none of the codes. */
export function keepAnyOf(core: Core, rows: Bits, sets: Map<string, Bits>, codes: readonly string[]): void {
  const only = onlyOf(sets, codes);
  if (only) andBits(rows, only);
  else using(core.rooms, andBits, rows, union(emptySet(core), sets, codes));
}

const onlyOf = (sets: Map<string, Bits>, codes: readonly string[]) =>
  codes.length === 1 && codes[0] !== undefined ? sets.get(codes[0]) : undefined;

function union(into: Bits, sets: Map<string, Bits>, codes: readonly string[]): Bits {
  for (const code of codes) {
    const bits = sets.get(code);
    if (bits) orBits(into, bits);
  }
  return into;
}

/** A set worked out once by a test of each row; rows that came since are tested when it is used again. */
export function derivedBits(core: Core, key: string, test: (ordinal: number) => boolean): Bits {
  let entry = core.derived.get(key);
  if (!entry) core.derived.set(key, (entry = { bits: new Uint32Array(wordsFor(core.capacity)), filled: 0 }));
  if (entry.filled === core.count) return entry.bits;
  entry.bits = grown(entry.bits, wordsFor(core.capacity));
  for (let ordinal = entry.filled; ordinal < core.count; ordinal++) if (test(ordinal)) setBit(entry.bits, ordinal);
  entry.filled = core.count;
  return entry.bits;
}

/** Rows whose stated or usual ages admit somebody. */
export function admitting(core: Core, asked: AskedAge): Bits {
  const admits: boolean[] = [];
  return derivedBits(core, `age ${JSON.stringify(asked)}`, (ordinal) => {
    const set = core.ageSet[ordinal]!;
    return (admits[set] ??= agesAdmit(core.ageSets.values[set]!, asked) === true);
  });
}

export function bookingIn(core: Core, asked: BookingFilter): Bits {
  return anyOf(core, core.booking, asked === 'NOT_REQUIRED' ? ['NONE', 'RECOMMENDED'] : [asked]);
}

/** Rows that somebody who lives there may use: not for residents of elsewhere alone, nor services that do not go there. */
export function usableFrom(core: Core, livesIn: string): Bits {
  const usable: boolean[] = [];
  return derivedBits(core, `lives ${livesIn}`, (ordinal) => {
    const id = core.residence[ordinal]!;
    return (usable[id] ??= admitsResident(core.residences.values[id]!, livesIn));
  });
}

function admitsResident(admitted: string[] | null, livesIn: string): boolean {
  return admitted === null || admitted.some((code) => areaContains(code, livesIn) || areaContains(livesIn, code));
}

export function within(core: Core, area: Area): Bits {
  if ('bounds' in area) return inBounds(core, area.bounds);
  if ('prefecture' in area) {
    const rows = core.prefectures.get(area.prefecture);
    return rows ? copyOf(core, rows) : emptySet(core);
  }
  return inMunicipalities(core, (code) => areaContains(area.municipality, code));
}

/** Rows in the municipalities that pass a test of their code. */
export function inMunicipalities(core: Core, test: (code: string) => boolean): Bits {
  const found = emptySet(core);
  core.municipalities.values.forEach((code, id) => {
    if (code === '' || !test(code)) return;
    for (const ordinal of core.inMunicipality[id] ?? []) setBit(found, ordinal);
  });
  return found;
}

/** Rows with a pin in the rectangle: whole words of rows by their box, the words at its edge row by row. */
export function inBounds(core: Core, bounds: Bounds): Bits {
  const found = emptySet(core);
  const sealedWords = core.sealed ? core.sealed.count >>> 5 : 0;
  const boxes = core.sealed?.boxes.wordDegrees;
  for (let word = 0; word < found.length; word++) {
    if (boxes && word < sealedWords) {
      const [west, south, east, north] = [
        boxes[word * 4]!,
        boxes[word * 4 + 1]!,
        boxes[word * 4 + 2]!,
        boxes[word * 4 + 3]!,
      ];
      if (south > bounds.north || north < bounds.south) continue;
      if (bounds.west <= bounds.east) {
        if (west > bounds.east || east < bounds.west) continue;
        if (west >= bounds.west && east <= bounds.east && south >= bounds.south && north <= bounds.north) {
          found[word] = core.pin[word]!;
          continue;
        }
      }
    }
    found[word] = testWord(core, word, (row) =>
      boundsContain(bounds, { latitude: core.latitude[row]!, longitude: core.longitude[row]! }),
    );
  }
  return found;
}

function testWord(core: Core, word: number, test: (row: number) => boolean): number {
  let bits = 0;
  for (let row = word << 5; row < Math.min(core.count, (word + 1) << 5); row++) {
    if (hasBit(core.pin, row) && test(row)) bits |= 1 << (row & 31);
  }
  return bits;
}

/** Rows with a pin nearer than a distance. */
export function nearerThan(core: Core, near: Near, meters: number): Bits {
  const found = emptySet(core);
  const limit = metersToChord(meters);
  const [x, y, z] = unitVector(near.latitude, near.longitude);
  const sealedWords = core.sealed ? core.sealed.count >>> 5 : 0;
  const boxes = core.sealed?.boxes.wordXyz;
  for (let word = 0; word < found.length; word++) {
    if (boxes && word < sealedWords && boxDistance(boxes, word, x, y, z) >= limit) continue;
    found[word] = testWord(core, word, (row) => chordTo(core, row, x, y, z) < limit);
  }
  return found;
}

/** The square of the chord from a point to the pin of a row. */
export function chordTo({ xyz }: Core, row: number, x: number, y: number, z: number): number {
  const at = row * 3;
  const [dx, dy, dz] = [xyz[at]! - x, xyz[at + 1]! - y, xyz[at + 2]! - z];
  return dx * dx + dy * dy + dz * dz;
}

/** The least square of a chord from a point to anything in a box; Infinity for an empty one. */
export function boxDistance(boxes: Float64Array, box: number, x: number, y: number, z: number): number {
  const at = box * 6;
  const dx = outside(x, boxes[at]!, boxes[at + 3]!);
  const dy = outside(y, boxes[at + 1]!, boxes[at + 4]!);
  const dz = outside(z, boxes[at + 2]!, boxes[at + 5]!);
  return dx * dx + dy * dy + dz * dz;
}

function outside(value: number, low: number, high: number): number {
  return value < low ? low - value : value > high ? value - high : 0;
}
