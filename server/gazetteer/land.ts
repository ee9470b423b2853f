import { readFileSync } from 'node:fs';
import { distanceMeters, inJapan, type Point } from '../domain/geo.ts';
import { listMunicipalities } from './municipalities.ts';

/** The base map's outline of the land, islands included, simplified to some hundred metres; `home` marks Japan's. */
const OUTLINE = new URL('../../web/static/basemap/land-high.geojson', import.meta.url);
/** Outlines are rounded: a harbour may lie this far out. */
const SHORE_METERS = 3000;
type Ring = [longitude: number, latitude: number][];

interface Outline {
  ring: Ring;
  west: number;
  south: number;
  east: number;
  north: number;
}

let kept: Outline[] | null = null;

/** Whether a point is on land, or within reach of a shore, and in Japan. */
export function isInJapan(point: Point): boolean {
  return inJapan(point) && (isSmallIsland(point) || isOnLand(point));
}

/** Villages on islands that the outline is too coarse for. */
function isSmallIsland(point: Point): boolean {
  return listMunicipalities().some((each) => distanceMeters(each, point) < SHORE_METERS);
}

function isOnLand(point: Point): boolean {
  kept ??= readOutlines();
  const reach = SHORE_METERS / 80_000;
  return kept.some(
    ({ ring, west, south, east, north }) =>
      point.longitude >= west - reach &&
      point.longitude <= east + reach &&
      point.latitude >= south - reach &&
      point.latitude <= north + reach &&
      (contains(ring, point) || isNearShore(ring, point)),
  );
}

function readOutlines(): Outline[] {
  const { features } = JSON.parse(readFileSync(OUTLINE, 'utf8')) as {
    features: { properties: { home: boolean }; geometry: { type: string; coordinates: unknown } }[];
  };
  const home = features.filter(({ properties }) => properties.home);
  const polygons = home.flatMap(({ geometry: { type, coordinates } }) =>
    type === 'MultiPolygon' ? (coordinates as Ring[][]) : [coordinates as Ring[]],
  );
  return polygons.flatMap(([ring]) => (ring ? [outlineOf(ring)] : []));
}

function outlineOf(ring: Ring): Outline {
  const [longitudes, latitudes] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { ring, west: least(longitudes), south: least(latitudes), east: most(longitudes), north: most(latitudes) };
}

/** By the number of edges that a ray to the east crosses. */
function contains(ring: Ring, { latitude, longitude }: Point): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [[x, y], [px, py]] = [ring[at]!, ring[before]!];
    if (y > latitude !== py > latitude && longitude < ((px - x) * (latitude - y)) / (py - y) + x) inside = !inside;
  }
  return inside;
}

function isNearShore(ring: Ring, point: Point): boolean {
  for (let at = 1; at < ring.length; at++)
    if (metersToEdge(ring[at - 1]!, ring[at]!, point) < SHORE_METERS) return true;
  return false;
}

/** Flat around the point: exact enough for a few kilometres. */
function metersToEdge(from: [number, number], to: [number, number], { latitude, longitude }: Point): number {
  const perDegree = 111_195;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const [ax, ay] = [(from[0] - longitude) * perDegree * shrink, (from[1] - latitude) * perDegree];
  const [bx, by] = [(to[0] - longitude) * perDegree * shrink, (to[1] - latitude) * perDegree];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (-ax * (bx - ax) - ay * (by - ay)) / length));
  return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay));
}
