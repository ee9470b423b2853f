import type { Bounds } from '../domain/geo.ts';
import { MERCATOR_BITS, mercator } from './sphere.ts';

/** Places that are drawn together, as sums. */
export interface Cell {
  count: number;
  /** The only row, while it is one. */
  row: number;
  latitudes: number;
  longitudes: number;
  bounds: Bounds;
}

const COLUMN = 2 ** MERCATOR_BITS;

/** Of a square of a map's grid, both in units of its side. */
export const cellKey = (x: number, y: number): number => x * COLUMN + y;

/** The eight squares around one. */
const NEIGHBOURS = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => cellKey(x, y))).filter((step) => step !== 0);

/**
 * Cells of a grid whose marks would lie on one another, for a town on an edge of the grid, are one: those whose middles
 * are nearer than `near` sides of a square of 2^shift units. Each takes its neighbours in once, in the order in which they
 * were found, so the work is in proportion to the cells.
 */
export function joinTouching(cells: Map<number, Cell>, shift: number, near: number): Iterable<Cell> {
  const apart = near * 2 ** shift;
  for (const [key, cell] of cells) {
    let middle = middleOf(cell);
    for (const step of NEIGHBOURS) {
      const other = cells.get(key + step);
      if (other === undefined || !isNear(middle, middleOf(other), apart)) continue;
      addCell(cell, other);
      cells.delete(key + step);
      middle = middleOf(cell);
    }
  }
  return cells.values();
}

function isNear(a: Mercator, b: Mercator, apart: number): boolean {
  const [x, y] = [a.x - b.x, a.y - b.y];
  return x * x + y * y < apart * apart;
}

type Mercator = ReturnType<typeof mercator>;
const middleOf = ({ latitudes, longitudes, count }: Cell) => mercator(latitudes / count, longitudes / count);

function addCell(cell: Cell, { count, latitudes, longitudes, bounds }: Cell): void {
  cell.count += count;
  cell.latitudes += latitudes;
  cell.longitudes += longitudes;
  cell.bounds = {
    west: Math.min(cell.bounds.west, bounds.west),
    south: Math.min(cell.bounds.south, bounds.south),
    east: Math.max(cell.bounds.east, bounds.east),
    north: Math.max(cell.bounds.north, bounds.north),
  };
}
