/** A tile of the usual web map (Web Mercator, XYZ). */
export interface TileNumber {
  z: number;
  x: number;
  y: number;
}

const DEEPEST = 18;
/** Japan with its outermost islands, in degrees: 与那国島 to 南鳥島, 沖ノ鳥島 to 択捉島. */
const JAPAN = { west: 122, south: 20, east: 154.5, north: 46.5 };

/** The tile of three path segments; null where they are not whole numbers of a tile that touches Japan, at zoom 18 at most. */
export function tileNumber(z: string, x: string, y: string): TileNumber | null {
  if (![z, x, y].every((text) => /^(0|[1-9]\d{0,6})$/.test(text))) return null;
  const tile = { z: Number(z), x: Number(x), y: Number(y) };
  return tile.z <= DEEPEST && isInJapan(tile) ? tile : null;
}

function isInJapan({ z, x, y }: TileNumber): boolean {
  const count = 2 ** z;
  if (x >= count || y >= count) return false;
  const west = (x / count) * 360 - 180;
  const east = ((x + 1) / count) * 360 - 180;
  if (east <= JAPAN.west || west >= JAPAN.east) return false;
  return latitudeOf((y + 1) / count) < JAPAN.north && latitudeOf(y / count) > JAPAN.south;
}

/** Degrees north of a share of the height of the map, from its upper edge. */
function latitudeOf(share: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI;
}
