import { type Bounds, normalBounds } from '../domain/geo.ts';
import type { Precision } from '../domain/place.ts';
import type { OpenStateKind } from '../domain/schedule/state.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { andBits, type Bits, countBits, countWithout, hasBit, lowestBit } from './bits.ts';
import type { Core } from './core.ts';
import { inBounds } from './filters.ts';
import { stateOfRow } from './point-state.ts';
import { using } from './rooms.ts';
import { select } from './select.ts';
import { MERCATOR_BITS } from './sphere.ts';
import { type Cell, cellKey, joinTouching } from './touching.ts';

export interface MapCluster {
  latitude: number;
  longitude: number;
  count: number;
  bounds: Bounds;
}

export interface MapPoint {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  kinds: string[];
  precision: Precision;
  state: OpenStateKind;
}

/** Clusters and points count up to what matches within the bounds; with `withoutPointCount` to `totalCount`. */
export interface MapAnswer {
  clusters: MapCluster[];
  points: MapPoint[];
  /** Rows that match within the bounds, and rows that match without a pin (none where the filter itself asks for bounds). */
  totalCount: number;
  withoutPointCount: number;
}

const MOST_FEATURES = 2000;
/** Cells of a tile's side as a power of two: 64 pixels of a 512-pixel tile. */
const CELLS_PER_TILE_BITS = 3;
/** Marks of 40 pixels whose middles are nearer than this share of those 64 lie on one another. */
const TOUCHING = 40 / 64;
/** From here on places are drawn alone even where they stand in one house. */
const ALONE_FROM_ZOOM = 17;

/** What a map shows of a request. `zoom` counts as web maps do; `now` in ms. */
export function mapOf(core: Core, request: SearchRequest, bounds: Bounds, zoom: number, now: number): MapAnswer {
  const within = inBounds(core, normalBounds(bounds));
  // Rows with a pin elsewhere need not be looked at.
  const { matched } = select(core, request, (rows) => {
    for (let word = 0; word < rows.length; word++) rows[word]! &= within[word]! | ~core.pin[word]!;
  });
  const withoutPointCount = countWithout(matched, core.pin);
  const shown = using(core.rooms, andBits, matched, within);
  const count = countBits(shown);
  const answer: MapAnswer = { clusters: [], points: [], totalCount: count + withoutPointCount, withoutPointCount };
  for (const cell of cellsOf(core, shown, count, zoom)) {
    if (cell.count === 1) answer.points.push(pointOf(core, cell.row, now));
    else answer.clusters.push(clusterOf(cell));
  }
  core.rooms.giveBack(shown);
  return answer;
}

function cellsOf(core: Core, rows: Bits, count: number, zoom: number): Iterable<Cell> {
  if (zoom >= ALONE_FROM_ZOOM && count <= MOST_FEATURES) return groupRows(core, rows, -1) ?? [];
  let shift = Math.max(0, MERCATOR_BITS - Math.floor(zoom) - CELLS_PER_TILE_BITS);
  // A window far larger than the zoom says has too many cells: take larger ones.
  for (; ; shift++) {
    const cells = groupRows(core, rows, shift);
    if (cells) return cells;
  }
}

/**
 * Rows by cell of a grid of squares of 2^shift units; by row for -1. null: more cells than can be shown. Rows are in spatial
 * order, so one cell's rows mostly follow one another.
 */
function groupRows(core: Core, rows: Bits, shift: number): Iterable<Cell> | null {
  const cells = new Map<number, Cell>();
  let [lastKey, last] = [-1, null as Cell | null];
  for (let word = 0; word < rows.length; word++) {
    for (let rest = rows[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + lowestBit(rest);
      const key = shift < 0 ? row : cellKey(core.mercatorX[row]! >>> shift, core.mercatorY[row]! >>> shift);
      if (key !== lastKey || last === null) {
        last = cells.get(key) ?? null;
        if (last === null) {
          if (cells.size === MOST_FEATURES) return null;
          cells.set(key, (last = newCell(row)));
        }
        lastKey = key;
      }
      addRow(last, core.latitude[row]!, core.longitude[row]!);
    }
  }
  return shift < 0 ? cells.values() : joinTouching(cells, shift, TOUCHING);
}

function newCell(row: number): Cell {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  return { count: 0, row, latitudes: 0, longitudes: 0, bounds };
}

function addRow(cell: Cell, latitude: number, longitude: number): void {
  cell.count++;
  cell.latitudes += latitude;
  cell.longitudes += longitude;
  const { bounds } = cell;
  if (longitude < bounds.west) bounds.west = longitude;
  if (longitude > bounds.east) bounds.east = longitude;
  if (latitude < bounds.south) bounds.south = latitude;
  if (latitude > bounds.north) bounds.north = latitude;
}

function clusterOf({ count, latitudes, longitudes, bounds }: Cell): MapCluster {
  return { latitude: latitudes / count, longitude: longitudes / count, count, bounds };
}

function pointOf(core: Core, row: number, now: number): MapPoint {
  return {
    id: core.ids[row]!,
    name: core.names[row]!,
    latitude: core.latitude[row]!,
    longitude: core.longitude[row]!,
    kinds: core.kindSets.values[core.kindSet[row]!]!,
    precision: hasBit(core.exact, row) ? 'EXACT' : 'TOWN',
    state: stateOfRow(core, row, now),
  };
}
