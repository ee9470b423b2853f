import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlace } from '../support/a-place.ts';
import { answer } from '../support/execute.ts';
import { seededRandom } from '../support/random.ts';
import { randomPlaces } from '../support/random-places.ts';
import { randomRequest } from '../support/random-requests.ts';
import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = '2026-11-24T15:00:00+09:00';
const SECRET = '東京都文京区小石川9-9-9';
const HIDDEN = aPlace({
  id: 'hidden',
  name: 'かくれた家',
  addressHidden: true,
  address: { text: SECRET, building: 'ひみつ荘', postalCode: '112-0002' },
  location: { latitude: 35.71234, longitude: 139.75678, precision: 'EXACT' },
});
const TRICKY = aPlace({ id: 'tricky', name: '=HYPERLINK("http://x")', description: '1行目\n"2行目", です' });
const SAMPLE = aPlace({ id: 'sample', name: '見本の場所', sample: true });

let server: TestServer;
beforeAll(async () => {
  const places = [...randomPlaces({ seed: 5, count: 400, now: Date.parse(NOW) })];
  server = await startTestServer({ places: [...places, HIDDEN, TRICKY, SAMPLE], now: NOW });
});
afterAll(() => server.stop());

const file = (format: string, filter?: unknown) =>
  fetch(
    `${server.url}/export/places.${format}${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`,
  );

async function rows(filter?: unknown): Promise<Record<string, string>[]> {
  const response = await file('csv', filter);
  expect(response.status).toBe(200);
  return parse(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true });
}

interface Feature {
  id: string;
  geometry: { type: string; coordinates: [number, number] } | null;
  properties: Record<string, unknown>;
}

async function features(filter?: unknown): Promise<Feature[]> {
  const response = await file('geojson', filter);
  expect(response.headers.get('content-type')).toContain('application/geo+json');
  return ((await response.json()) as { features: Feature[] }).features;
}

/** Ids of every place that the API finds, page by page; samples stay out of files. */
async function idsOf(filter: unknown): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($filter: PlaceFilter, $after: String) { places(filter: $filter, first: 100, after: $after) {
      nodes { id sample } pageInfo { hasNextPage endCursor } } }`;
    const { places }: { places: Page } = await answer(server.url, query, { variables: { filter, after } });
    ids.push(...places.nodes.filter(({ sample }) => !sample).map(({ id }) => id));
    if (!places.pageInfo.hasNextPage) return ids.sort();
    after = places.pageInfo.endCursor;
  }
}

interface Page {
  nodes: { id: string; sample: boolean }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('files of what a filter finds', () => {
  test('hold the same places as the list, for random filters, in both formats', async () => {
    const random = seededRandom(11);
    for (let turn = 0; turn < 40; turn++) {
      const { filter } = randomRequest(random, listMunicipalities().slice(0, 40), Date.parse(NOW));
      if (filter.when && 'visit' in filter.when) continue;
      const expected = await idsOf(filter);
      expect((await rows(filter)).map(({ ID }) => ID).sort(), JSON.stringify(filter)).toEqual(expected);
      expect((await features(filter)).map(({ id }) => id).sort()).toEqual(expected);
    }
  });

  test('every row says where it is from and on what terms it may be used', async () => {
    const [row] = await rows({ text: '児童館' });
    expect(row).toMatchObject({ 出典: 'random', ライセンス: 'CC BY 4.0', 出典の取得日: '2026-10-01' });
    expect(row?.ページ).toBe(`https://ibasho.example.jp/places/${row?.ID}`);
    const [feature] = await features({ text: '児童館' });
    expect(feature?.properties.source).toMatchObject({ dataset: 'random', licence: 'CC BY 4.0' });
  });

  test('a spreadsheet takes the CSV for UTF-8, and no cell for a formula', async () => {
    const bytes = Buffer.from(await (await file('csv', { text: 'hyperlink' })).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [row] = await rows({ text: 'hyperlink' });
    expect(row?.名称).toBe(`'=HYPERLINK("http://x")`);
    expect(row?.説明).toBe('1行目\n"2行目", です');
  });

  test('a hidden address and its point are in no file; the place is', async () => {
    for (const format of ['csv', 'geojson']) {
      const text = await (await file(format)).text();
      expect(text).toContain('かくれた家');
      for (const secret of [SECRET, '小石川9', 'ひみつ荘', '112-0002', '35.71234', '139.75678']) {
        expect(text, format).not.toContain(secret);
      }
    }
  });

  test('made-up places are in no file', async () => {
    expect((await rows()).some(({ ID }) => ID === 'sample')).toBe(false);
    expect((await features()).some(({ id }) => id === 'sample')).toBe(false);
  });

  test.each([
    ['no JSON', '{kinds', '`filter` is a PlaceFilter as JSON'],
    ['an unknown field', '{"kind":["library"]}', 'Field "kind" is not defined by type "PlaceFilter"'],
    ['a wrong code', '{"livesIn":"131051"}', 'check digit'],
    ['two ages in one', '{"ages":[{"years":3,"months":1}]}', 'Exactly one key must be specified'],
  ])('a filter that is %s is refused with what is wrong', async (_, filter, message) => {
    const response = await fetch(`${server.url}/export/places.csv?filter=${encodeURIComponent(filter)}`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(message);
  });
});
