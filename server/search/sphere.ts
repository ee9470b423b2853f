import { EARTH_RADIUS_METERS } from '../domain/geo.ts';

/**
 * Points as unit vectors: the square of the chord between two of them orders like the distance over the ground, costs
 * three multiplications, and knows neither poles nor an antimeridian.
 */

const RADIANS = Math.PI / 180;

export function unitVector(latitude: number, longitude: number): [x: number, y: number, z: number] {
  const cosine = Math.cos(latitude * RADIANS);
  return [cosine * Math.cos(longitude * RADIANS), cosine * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
}

/** Metres over the ground for the square of a chord. */
export function chordToMeters(squared: number): number {
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The square of the chord for metres over the ground, at most half around the earth. */
export function metersToChord(meters: number): number {
  return (2 * Math.sin(Math.min(Math.PI, meters / EARTH_RADIUS_METERS) / 2)) ** 2;
}

/** Bits of a Web Mercator coordinate. */
export const MERCATOR_BITS = 30;
const WORLD = 2 ** MERCATOR_BITS;

/** Web Mercator (EPSG:3857) as 30-bit integers from the north-west; latitudes beyond ±85.05° are put on its edge. */
export function mercator(latitude: number, longitude: number): { x: number; y: number } {
  const sine = Math.sin(latitude * RADIANS);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { x: limited((longitude + 180) / 360), y: limited(y) };
}

const limited = (share: number) => Math.max(0, Math.min(WORLD - 1, Math.floor(share * WORLD)));

/**
 * Place along the Z-order curve: the 26 upper bits of both coordinates interleaved. Places that follow one another are
 * near one another, and every square of a map's grid is one run of them.
 */
export function zOrder(x: number, y: number): number {
  const [high, low] = [
    spread(x >>> 17) | (spread(y >>> 17) << 1),
    spread((x >>> 4) & 0x1fff) | (spread((y >>> 4) & 0x1fff) << 1),
  ];
  return high * 2 ** 26 + low;
}

/** Puts a 0 between the bits of a 13-bit number. */
function spread(value: number): number {
  let v = value;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}
