/** One station of 国土数値情報 N02 (鉄道). */
export interface StationRow {
  name: string;
  /** Lines that stop there, joined by ・. */
  line: string;
  latitude: number;
  longitude: number;
}

interface StationFeature {
  properties: Record<string, unknown> | null;
  geometry: { type: string; coordinates: unknown } | null;
}

/** Middle vertex of a platform's line, the point itself of a point. */
function middleOf(coordinates: unknown): [longitude: number, latitude: number] | null {
  let part = coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[Math.floor(part.length / 2)] as unknown;
  if (!Array.isArray(part)) return null;
  const [longitude, latitude] = part as unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null;
}

function property(feature: StationFeature, names: string[]): string {
  for (const name of names) {
    const value = feature.properties?.[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/**
 * Stations of an N02 GeoJSON. Lines of one station stand in rows of their own with one group code (N02_005g): they
 * become one station with all its lines.
 * @throws Error where the text is no GeoJSON with station names (N02_005)
 */
export function readStationRows(text: string): StationRow[] {
  const json = JSON.parse(text) as { features?: StationFeature[] };
  const stations = new Map<string, { row: StationRow; lines: Set<string> }>();
  for (const feature of json.features ?? []) {
    const name = property(feature, ['N02_005', 'station_name', 'name']);
    const point = middleOf(feature.geometry?.coordinates);
    if (name === '' || point === null) continue;
    const group = property(feature, ['N02_005g', 'N02_005c']) || `${name}${point[0].toFixed(2)}${point[1].toFixed(2)}`;
    const known = stations.get(group) ?? {
      row: { name, line: '', latitude: point[1], longitude: point[0] },
      lines: new Set(),
    };
    known.lines.add(property(feature, ['N02_003', 'line']));
    stations.set(group, known);
  }
  if (stations.size === 0) throw new Error('駅のGeoJSON（国土数値情報 N02、駅名 N02_005）ではありません。');
  return [...stations.values()].map(({ row, lines }) => ({ ...row, line: [...lines].filter(Boolean).join('・') }));
}
