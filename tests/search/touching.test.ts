import { expect, test } from 'vitest';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { searchRequest } from '../../server/domain/search-request.ts';
import { aPlace } from '../support/a-place.ts';

const NOW = Date.parse('2026-11-24T15:00:00+09:00');
const JAPAN = { west: 120, south: 20, east: 155, north: 47 };
const placed = (id: string, latitude: number, longitude: number) =>
  aPlace({ id, location: { latitude, longitude, precision: 'EXACT' } });
const mapOf = (places: ReturnType<typeof aPlace>[], zoom: number) =>
  createPlaceIndex(places).map(searchRequest(null, null, null, NOW), JAPAN, zoom, NOW);

/** An edge of the grid runs through Sapporo at 43.068°N: without joining there were two marks on one spot. */
const SAPPORO = [43.0712, 43.0711, 43.0599, 43.06, 43.0601].map((latitude, i) => placed(`s${i}`, latitude, 141.35));

test('a town on an edge of the grid is one mark', () => {
  const { clusters, points } = mapOf(SAPPORO, 4);
  expect(points).toEqual([]);
  expect(clusters).toHaveLength(1);
  expect(clusters[0]).toMatchObject({
    count: 5,
    bounds: { west: 141.35, south: 43.0599, east: 141.35, north: 43.0712 },
  });
});

test('marks that stay apart on the screen stay apart', () => {
  const { clusters, points } = mapOf([...SAPPORO, placed('naha', 26.21, 127.68), placed('aomori', 40.82, 140.75)], 7);
  expect(clusters.map(({ count }) => count)).toEqual([5]);
  expect(points.map(({ id }) => id).sort()).toEqual(['aomori', 'naha']);
});

test.each([0, 1, 2, 3, 4.5, 6, 8, 11])('at zoom %s the marks of a street of places keep apart', (zoom) => {
  const street = Array.from({ length: 200 }, (_, i) => placed(`p${i}`, 35 + i * 0.011, 139 + i * 0.007));
  const { clusters, points, totalCount } = mapOf(street, zoom);
  const pixels = 512 * 2 ** Math.floor(zoom);
  const marks = [...clusters, ...points]
    .map(({ longitude }) => ((longitude + 180) / 360) * pixels)
    .sort((a, b) => a - b);
  expect(totalCount).toBe(200);
  for (const [i, at] of marks.slice(1).entries()) expect(at - marks[i]!).toBeGreaterThan(12);
});
