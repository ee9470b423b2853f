import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlace } from '../support/a-place.ts';
import { answer } from '../support/execute.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ places: [aPlace({ id: 'one', name: 'ひみつの場所' })] });
});
afterAll(() => server.stop());

const read = async (headers: Record<string, string> = {}) => fetch(`${server.url}/metrics`, { headers });

test('a request is counted under its route, the index says how many places it has', async () => {
  await answer(server.url, '{ places(first: 1, filter: { text: "ひみつ" }) { totalCount } }');
  await fetch(`${server.url}/places/one.ics`);
  const text = await (await read()).text();
  expect(text).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} 1\n/);
  expect(text).toMatch(/ibasho_places 1\n/);
  expect(text).toMatch(/ibasho_ready 1\n/);
  expect(text).toMatch(/ibasho_cache_misses_total\{cache="word"\} \d+\n/);
});

test('what was asked and which place was looked at is no part of it', async () => {
  await answer(
    server.url,
    'query ($near: NearInput) { places(first: 1, near: $near, filter: { text: "ひみつ" }) { totalCount } }',
    {
      variables: { near: { latitude: 35.7081, longitude: 139.7522 } },
    },
  );
  await fetch(`${server.url}/places/one.ics?who=9`);
  const text = await (await read()).text();
  expect(text).toContain('route="/places/:id');
  for (const secret of ['ひみつ', '35.70', 'who=', 'places/one', '127.0.0.1']) expect(text).not.toContain(secret);
});

test('who comes through a proxy, or asks for another host, is told that there is nothing', async () => {
  expect((await read({ 'x-forwarded-for': '203.0.113.5' })).status).toBe(404);
  expect((await read({ forwarded: 'for=203.0.113.5' })).status).toBe(404);
  expect((await read()).status).toBe(200);
});
