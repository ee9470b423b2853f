import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPlacesQuery } from '../graphql/gen/graphql.ts';
import { groupOf } from '../places/kind-group.ts';
import type { Box } from '../search/filters.ts';
import { pinName } from './pin-image.ts';

export type PlaceMap = MapPlacesQuery['placeMap'];

/** What the base map covers: there is nothing to see beyond it. */
export const COVERED: Box = { west: 121, south: 19, east: 156, north: 47 };

/** The whole country, northern islands and the farthest south included. */
export const JAPAN: Box = { west: 122.5, south: 23.9, east: 149, north: 45.8 };

type Properties = Record<string, string | number | boolean>;

const feature = (longitude: number, latitude: number, properties: Properties): Feature<Point, Properties> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  properties,
});

/** Clusters of a map's answer as features. */
export function clusterFeatures(map: PlaceMap): FeatureCollection<Point, Properties> {
  const features = map.clusters.map(({ latitude, longitude, count, bounds }) =>
    feature(longitude, latitude, { count, label: count.toLocaleString('en'), ...bounds }),
  );
  return { type: 'FeatureCollection', features };
}

/** Points of a map's answer as features with the name of their pin's image. */
export function pointFeatures(map: PlaceMap, iconOf: (kind: string) => string): FeatureCollection<Point, Properties> {
  const features = map.points.map(({ id, name, latitude, longitude, kinds, precision, state }) => {
    const isAround = precision !== 'EXACT';
    const isOpen = state === 'OPEN';
    const pin = pinName({ group: groupOf(kinds), icon: iconOf(kinds[0] ?? ''), isOpen, isAround });
    return feature(longitude, latitude, { id, name, pin, isAround, isOpen });
  });
  return { type: 'FeatureCollection', features };
}

/** What a map shows, within the world. */
export function boxSeen(map: MapLibreMap): Box {
  const bounds = map.getBounds();
  return {
    west: Math.max(-180, bounds.getWest()),
    south: Math.max(-85, bounds.getSouth()),
    east: Math.min(180, bounds.getEast()),
    north: Math.min(85, bounds.getNorth()),
  };
}

/** The smallest rectangle around everything that a map's answer draws; null where it draws nothing. */
export function boxOf(map: PlaceMap): Box | null {
  const boxes = [
    ...map.clusters.map(({ bounds }) => bounds),
    ...map.points.map(({ latitude, longitude }) => ({
      west: longitude,
      south: latitude,
      east: longitude,
      north: latitude,
    })),
  ];
  if (boxes.length === 0) return null;
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    south: Math.min(...boxes.map((box) => box.south)),
    east: Math.max(...boxes.map((box) => box.east)),
    north: Math.max(...boxes.map((box) => box.north)),
  };
}
