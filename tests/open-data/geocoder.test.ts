import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGeocoder } from '../../server/gazetteer/geocoder.ts';
import { withGeocoded } from '../../server/open-data/geocode-rows.ts';
import { readWhere } from '../../server/open-data/read-where.ts';
import { aTownBook } from '../support/a-gazetteer.ts';
import { aCafeteria, aTable } from '../support/a-table.ts';

const UNKNOWN_TOWN = '東京都文京区夢見坂9-8-7';
const HONGO = '東京都文京区本郷2-3-4';
const WITHIN = { latitude: 35.72, longitude: 139.75 };

let server: Server | undefined;
const asked: string[] = [];
afterEach(() => {
  server?.close();
  asked.length = 0;
});

/** A geocoder on loopback that gives one answer to everything; its address as GEOCODER_URL. */
async function service(status: number, answer: string): Promise<string> {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x').searchParams.get('q') ?? '');
    response.writeHead(status).end(answer);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/?q={address}`;
}

const feature = (longitude: number, latitude: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
});

describe('the answer of a geocoder', () => {
  test.each([
    ['a list of GeoJSON features (国土地理院)', [feature(139.75, 35.72)], WITHIN],
    ['a GeoJSON FeatureCollection (Photon)', { features: [feature(139.75, 35.72), feature(1, 2)] }, WITHIN],
    ['objects with lat and lon (Nominatim)', [{ lat: '35.72', lon: '139.75' }], WITHIN],
    ['nothing found', [], null],
    ['a point outside Japan', [feature(2.35, 48.85)], null],
    ['words where numbers belong', [{ lat: 'north', lon: 'east' }], null],
    ['an object of another kind', { error: 'no' }, null],
  ])('%s', async (_, answer, point) => {
    expect(await createGeocoder(await service(200, JSON.stringify(answer)))('文京区 1')).toEqual(point);
    expect(asked).toEqual(['文京区 1']);
  });

  test('an error of the service is thrown', async () => {
    await expect(createGeocoder(await service(500, ''))('文京区')).rejects.toThrow('HTTP 500');
    await expect(createGeocoder('http://127.0.0.1:1/?q={address}')('文京区')).rejects.toThrow();
  });
});

describe('rows and the geocoder', () => {
  const rowsAt = (...addresses: string[]) =>
    aTable(
      'cafeterias',
      addresses.map((address, index) => aCafeteria({ ID: String(index), 住所: address })),
    ).file.rows;
  const geocoded = async (rows: ReturnType<typeof rowsAt>, url: string, log: string[] = []) => {
    const book = await withGeocoded(rows, aTownBook(), createGeocoder(url), (line) => log.push(line));
    return rows.map(({ cells }) => readWhere(cells, book).location);
  };

  test('an address that no town is known for gets the point found, drawn as "around here"; others are not asked for', async () => {
    const rows = rowsAt(UNKNOWN_TOWN, HONGO, UNKNOWN_TOWN);
    const url = await service(200, JSON.stringify([feature(139.75, 35.72)]));
    const [found, known, again] = await geocoded(rows, url);
    expect(found).toEqual({ ...WITHIN, precision: 'TOWN' });
    expect(known).toEqual({ latitude: 35.708, longitude: 139.758, precision: 'TOWN' });
    expect(again).toEqual(found);
    expect(asked).toEqual([UNKNOWN_TOWN]);
  });

  test('a point far from the municipality that the address names is not believed', async () => {
    const [location] = await geocoded(rowsAt(UNKNOWN_TOWN), await service(200, JSON.stringify([feature(135.5, 34.7)])));
    expect(location?.precision).toBe('MUNICIPALITY');
  });

  test('a service that is away is asked three times, said once, and the import goes on', async () => {
    const rows = rowsAt(...[1, 2, 3, 4, 5].map((number) => `東京都文京区夢見坂${number}`));
    const log: string[] = [];
    const locations = await geocoded(rows, await service(503, ''), log);
    expect(locations.map((location) => location?.precision)).toEqual(Array(5).fill('MUNICIPALITY'));
    expect(asked).toHaveLength(3);
    expect(log).toEqual(['住所検索（GEOCODER_URL）が応えません（Error: HTTP 503）。残りは市区町村の位置にします。']);
  });
});
