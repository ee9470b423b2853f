import type { SearchRequest } from '../domain/search-request.ts';
import { andBits, andNotBits, type Bits } from './bits.ts';
import { copyOf, type Core } from './core.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { firstByName, type NamePosition } from './name-order.ts';
import { nearest } from './nearest.ts';
import { openingKeys } from './opens-soonest.ts';
import { needsOf, placeLevelOf } from './pools.ts';
import { slotTests } from './slot-tests.ts';
import { rowsNamed } from './text-query.ts';
import { createTop, offerAll, type Position } from './top.ts';

/** A row of a page. */
export interface RankedRow {
  row: number;
  /** Written only where somebody asks for it. */
  cursor: () => string;
  /** Square of the chord from `near`, in the order DISTANCE; Infinity without a pin. */
  chord: number | null;
}

/** The first `size` rows of a set in the order that was asked, behind a cursor; `now` in ms. */
export function ranked(
  core: Core,
  rows: Bits,
  request: SearchRequest,
  size: number,
  after: string | null,
  now: number,
): RankedRow[] {
  switch (request.orderBy) {
    case 'DISTANCE':
      return byDistance(core, rows, request, size, after);
    case 'RECENTLY_CONFIRMED':
      return byConfirmation(core, rows, size, after);
    case 'OPENS_SOONEST':
      return byOpening(core, rows, request, size, after, now);
    case 'NAME':
      return byName(core, rows, request, size, after);
  }
}

const OPENS = ['number', 'string', 'number'] as const;

const positionOf = ([key, id]: (string | number)[]): Position => ({ key: key as number, id: id as string });

function byDistance(core: Core, rows: Bits, request: SearchRequest, size: number, after: string | null): RankedRow[] {
  if (request.near === null) throw new Error('The order DISTANCE needs a point.');
  const position = after === null ? null : positionOf(readCursor(after, 'distance', ['number', 'string']));
  const top = nearest(core, rows, request.near, size, position);
  return top.rows.map((row, at) => ({
    row,
    chord: top.keys[at]!,
    cursor: () => writeCursor('distance', [top.keys[at]!, core.ids[row]!]),
  }));
}

function byConfirmation(core: Core, rows: Bits, size: number, after: string | null): RankedRow[] {
  const position = after === null ? null : positionOf(readCursor(after, 'confirmed', ['number', 'string']));
  const top = createTop(core, size, position);
  offerAll(top, rows, (row) => -core.confirmedAt[row]!);
  return top.rows.map((row, at) => ({
    row,
    chord: null,
    cursor: () => writeCursor('confirmed', [top.keys[at]!, core.ids[row]!]),
  }));
}

/** The moment that keys are reckoned from goes along in the cursor: places that open meanwhile do not jump the walk. */
function byOpening(
  core: Core,
  rows: Bits,
  request: SearchRequest,
  size: number,
  after: string | null,
  now: number,
): RankedRow[] {
  const values = after === null ? null : readCursor(after, 'opens', OPENS);
  const asOf = values === null ? now : (values[2] as number);
  const tests = slotTests(core, request, needsOf(request), placeLevelOf(core, request));
  const top = createTop(core, size, values && positionOf(values));
  offerAll(top, rows, openingKeys(core, request, tests, asOf));
  return top.rows.map((row, at) => ({
    row,
    chord: null,
    cursor: () => writeCursor('opens', [top.keys[at]!, core.ids[row]!, asOf]),
  }));
}

function byName(core: Core, rows: Bits, request: SearchRequest, size: number, after: string | null): RankedRow[] {
  const values = after === null ? null : readCursor(after, 'name', ['number', 'string', 'string']);
  const position: NamePosition | null = values && { key: values[1] as string, id: values[2] as string };
  const group = values === null ? 0 : (values[0] as number);
  const named = request.nameMatchesFirst ? rowsNamed(core, request.text ?? '') : rows;
  const cursor = (row: number, of: number) => () => writeCursor('name', [of, core.nameKeys[row]!, core.ids[row]!]);
  const found: RankedRow[] = [];
  for (let part = group; part < 2 && found.length < size; part++) {
    const pool = (part === 0 ? andBits : andNotBits)(copyOf(core, rows), named);
    const behind = part === group ? position : null;
    for (const row of firstByName(core, pool, size - found.length, behind)) {
      found.push({ row, chord: null, cursor: cursor(row, part) });
    }
    core.rooms.giveBack(pool);
    if (!request.nameMatchesFirst) break;
  }
  return found;
}

/** Whether any row of a set stands before `row`, the first one behind a cursor; null where nothing is behind it. */
export function precededBy(core: Core, rows: Bits, request: SearchRequest, after: string, row: number | null): boolean {
  const asOf = request.orderBy === 'OPENS_SOONEST' ? (readCursor(after, 'opens', OPENS)[2] as number) : 0;
  const [first] = ranked(core, rows, request, 1, null, asOf);
  return first !== undefined && first.row !== row;
}
