import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sitemap } from '../../server/http/sitemap.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SITE = 'https://ibasho.example.jp';
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');

describe('the sitemap', () => {
  let server: TestServer;
  beforeAll(async () => {
    const places = [
      aPlace({ id: 'open', updatedAt: new Date('2026-11-01T00:00:00Z') }),
      aPlace({ id: 'draft', status: 'DRAFT' }),
      aPlace({ id: 'suspended', status: 'SUSPENDED' }),
      aPlace({ id: 'made-up', sample: true }),
    ];
    server = await startTestServer({ places });
  });
  afterAll(() => server.stop());

  test('lists the pages and every published place that is real, at the public address, and nothing else', async () => {
    const response = await fetch(`${server.url}/sitemap.xml`);
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(locations(await response.text())).toEqual([
      `${SITE}/`,
      `${SITE}/help`,
      `${SITE}/about`,
      `${SITE}/places/open`,
    ]);
  });

  test('says when a place last changed', async () => {
    const place = server.index.place('open');
    const day = place?.updatedAt.toISOString().slice(0, 10) ?? '';
    const xml = await (await fetch(`${server.url}/sitemap.xml`)).text();
    expect(xml).toContain(`<loc>${SITE}/places/open</loc><lastmod>${day}</lastmod>`);
  });

  test('is named by robots.txt, which keeps results and the API out', async () => {
    const lines = (await (await fetch(`${server.url}/robots.txt`)).text()).split('\n');
    expect(lines).toContain(`Sitemap: ${SITE}/sitemap.xml`);
    expect(lines).toContain('Disallow: /*?');
    expect(lines).toContain('Disallow: /graphql');
    // Where one can eat may be found from outside; whom one can talk to is asked here.
    expect(lines).toContain('Allow: /?need=eat$');
    expect(lines.filter((line) => line.includes('need=listen'))).toEqual([]);
  });
});

describe('a sitemap of more than one file', () => {
  const ids = Array.from({ length: 7 }, (_, at) => `place-${at}`);
  const app = fastify();
  beforeAll(async () => {
    const index = createPlaceIndex(ids.map((id) => aPlace({ id })));
    await app.register(sitemap, { index, now: () => 0, publicUrl: SITE, urlsPerFile: 4 });
  });
  afterAll(() => app.close());
  const read = async (url: string) => (await app.inject({ url })).body;

  test('lists its files, which together hold every address once', async () => {
    const files = locations(await read('/sitemap.xml'));
    expect(files).toEqual([1, 2, 3].map((file) => `${SITE}/sitemap-${file}.xml`));
    const pages = await Promise.all(files.map(async (file) => locations(await read(file.slice(SITE.length)))));
    expect(pages.map((page) => page.length)).toEqual([4, 4, 2]);
    expect(pages.flat().sort()).toEqual(
      [`${SITE}/`, `${SITE}/help`, `${SITE}/about`, ...ids.map((id) => `${SITE}/places/${id}`)].sort(),
    );
  });

  test('has no file beyond the last', async () => {
    expect((await app.inject({ url: '/sitemap-4.xml' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/sitemap-0.xml' })).statusCode).toBe(404);
  });
});
