import { distanceMeters, inJapan, type Point } from '../domain/geo.ts';

/** Finds the point of an address, or null where it knows none. Throws where the service does not answer as it should. */
export type Geocoder = (address: string) => Promise<Point | null>;

const TIMEOUT_MS = 5_000;
/** 高山市, the widest municipality, reaches less far from its office. */
const WIDEST_METERS = 70_000;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function pointOf(latitude: unknown, longitude: unknown): Point | null {
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return inJapan(point) ? point : null;
}

/**
 * The first point of an answer: GeoJSON features, alone in a list (国土地理院 AddressSearch) or in a FeatureCollection
 * (Photon, Pelias), or objects with `lat` and `lon` (Nominatim).
 */
function firstPoint(answer: unknown): Point | null {
  const list = isObject(answer) && Array.isArray(answer.features) ? (answer.features as unknown[]) : answer;
  const first: unknown = Array.isArray(list) ? list[0] : null;
  if (!isObject(first)) return null;
  const { geometry } = first;
  if (isObject(geometry) && geometry.type === 'Point' && Array.isArray(geometry.coordinates))
    return pointOf(geometry.coordinates[1], geometry.coordinates[0]);
  return first.lat === undefined ? null : pointOf(first.lat, first.lon);
}

/** @param template GEOCODER_URL: an http(s) address in which `{address}` stands for what is looked for */
export function createGeocoder(template: string): Geocoder {
  return async (address) => {
    const url = template.replaceAll('{address}', encodeURIComponent(address));
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return firstPoint(await response.json());
  };
}

/** Whether a geocoder's point can lie in the municipality whose point is `middle`; else it found another address. */
export const isWithinReach = (point: Point, middle: Point): boolean => distanceMeters(point, middle) <= WIDEST_METERS;
