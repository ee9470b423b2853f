import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { createSchema } from '../../server/graphql/api.ts';
import { exports, type ExportParts } from '../../server/http/export.ts';
import { rateLimits } from '../../server/http/rate-limit.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';

const schema = createSchema();
let app: FastifyInstance | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});

/** A server of `places` places, 10 kB each, that writes files alone; the address of its spreadsheet. */
async function serve(places: number, options: Partial<ExportParts> = {}): Promise<string> {
  const description = 'あ'.repeat(3000);
  const index = createPlaceIndex(Array.from({ length: places }, () => aPlace({ description })));
  const parts = { index, now: Date.now, publicUrl: 'https://ibasho.example.jp', requestsPerMinute: 600, schema };
  app = fastify({ forceCloseConnections: true });
  await rateLimits(app, 600);
  await app.register(exports, { ...parts, ...options });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/export/places.csv`;
}

/** A client that asks for a file and reads none of it. */
const halt = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, { agent: false }, (answer) => resolve(answer.pause())).on('error', reject));

test('a file of more places than the limit is refused with what to ask instead', async () => {
  const url = await serve(3, { mostPlaces: 2 });
  const refused = await fetch(url);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({
    error: 'More than 2 places match. Ask by prefecture: filter={"within":{"prefecture":"13"}}.',
  });
  expect((await fetch(`${url}?filter={"within":{"prefecture":"27"}}`)).status).toBe(200);
});

test('a fourth file at the same time waits for one of the three to end', async () => {
  const url = await serve(3000);
  const files = await Promise.all([halt(url), halt(url), halt(url)]);
  expect(files.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  const refused = await fetch(url);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
  // One goes away in the middle: its turn is free again.
  files[0]?.destroy();
  await expect.poll(async () => (await fetch(url)).status, { timeout: 20_000 }).toBe(200);
  for (const file of files) file.destroy();
});

test('a file is worth thirty requests to the API', async () => {
  const url = await serve(1, { requestsPerMinute: 60 });
  const answers = [await fetch(url), await fetch(url), await fetch(url)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
});
