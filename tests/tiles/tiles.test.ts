import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fastify from 'fastify';
import { streetTiles } from '../../server/http/tiles.ts';
import { tileNumber } from '../../server/tiles/tile-number.ts';
import { tileSource, type TileSourceOptions } from '../../server/tiles/tile-source.ts';

const DAY = 86_400_000;
let folder: string;
let source: Server;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tiles-'));
  asked = [];
  now = Date.now();
  answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('a tile');
  source = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  source.closeAllConnections();
  await new Promise((resolve) => source.close(resolve));
  rmSync(folder, { recursive: true });
});

/** The route with a source on loopback; asks it as a browser would. */
async function aServer(more: Partial<TileSourceOptions> = {}) {
  const { port } = source.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/{z}/{x}/{y}.png`;
  const tiles = tileSource({ url, folder, now: () => now, timeoutMs: 1500, ...more });
  const app = fastify();
  await app.register(streetTiles, { streets: { source: tiles, attribution: '地理院タイル', isVector: false } });
  return (address: string) =>
    app.inject({
      url: address,
      headers: { cookie: 'voice=ja', referer: 'https://example.jp/?q=x', 'x-forwarded-for': '203.0.113.9' },
    });
}

const TOKYO = '/tiles/14/14551/6450';

describe('a street tile', () => {
  test('comes from the source once, however many ask at a time and later', async () => {
    answer = (_, response) =>
      void setTimeout(() => response.writeHead(200, { 'content-type': 'image/png' }).end('a tile'), 50);
    const get = await aServer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(TOKYO)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(new Set(['200 a tile']));
    expect((await get(TOKYO)).headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=604800',
    });
    expect(asked.map(({ url }) => url)).toEqual(['/14/14551/6450.png']);
  });

  test('is asked for with nothing of the visitor', async () => {
    const get = await aServer();
    await get(TOKYO);
    const sent = JSON.stringify(asked[0]?.headers);
    expect(sent).not.toMatch(/voice|example|203\.0|cookie|referer|forwarded/);
  });

  test('is there after a restart, and asked for again when it is old', async () => {
    await (
      await aServer()
    )(TOKYO);
    const get = await aServer();
    now += 29 * DAY;
    expect((await get(TOKYO)).body).toBe('a tile');
    expect(asked).toHaveLength(1);
    now += 2 * DAY;
    answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('a new one');
    expect((await get(TOKYO)).body).toBe('a new one');
  });

  test('that is old is better than none while the source is away', async () => {
    await (
      await aServer()
    )(TOKYO);
    now += 40 * DAY;
    answer = (_, response) => response.writeHead(500).end();
    const get = await aServer();
    expect([(await get(TOKYO)).statusCode, (await get(TOKYO)).body]).toEqual([200, 'a tile']);
  });

  test.each<[string, typeof answer, number]>([
    ['is slow', () => undefined, 503],
    ['is broken', (_, response) => response.writeHead(500).end(), 503],
    ['hangs up', (request) => request.socket.destroy(), 503],
    ['sends a page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), 503],
    ['has none', (_, response) => response.writeHead(404).end(), 404],
    [
      'sends too much',
      (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(3 * 1024 * 1024)),
      503,
    ],
  ])('from a source that %s is not waited for, nor asked for again at once', async (_, how, status) => {
    answer = how;
    const get = await aServer();
    expect((await get(TOKYO)).statusCode).toBe(status);
    expect((await get(TOKYO)).statusCode).toBe(status);
    expect(asked).toHaveLength(1);
    now += 60_000;
    answer = (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('a tile');
    expect((await get(TOKYO)).statusCode).toBe(200);
  });

  test('makes room by the oldest', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(1000));
    const get = await aServer({ maxBytes: 5000 });
    for (let x = 14551; x < 14561; x += 1) {
      expect((await get(`/tiles/14/${x}/6450`)).statusCode).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const kept = readdirSync(path.join(folder, '14')).filter((x) => readdirSync(path.join(folder, '14', x)).length > 0);
    expect(kept.length).toBeLessThanOrEqual(4);
    expect(kept.at(-1)).toBe('14560');
  });

  test.each([
    '/tiles/19/465632/206400',
    '/tiles/14/0/0',
    '/tiles/14/14551/6450.5',
    '/tiles/14/14551/-1',
    '/tiles/14/014551/6450',
    '/tiles/1e1/14551/6450',
    '/tiles/14/..%2f..%2fetc/6450',
    '/tiles/2/9/1',
  ])('%s is none, and nobody is asked for it', async (address) => {
    const get = await aServer();
    expect((await get(address)).statusCode).toBe(404);
    expect(asked).toEqual([]);
  });

  test('is none where no source is set', async () => {
    const app = fastify();
    await app.register(streetTiles, {});
    expect((await app.inject(TOKYO)).statusCode).toBe(404);
  });
});

test('all of Japan has tiles: its four ends, and zoom 0', () => {
  const at = (z: number, longitude: number, latitude: number) => {
    const count = 2 ** z;
    const x = Math.floor(((longitude + 180) / 360) * count);
    const radians = (latitude * Math.PI) / 180;
    const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * count);
    return tileNumber(String(z), String(x), String(y));
  };
  expect(at(18, 122.93, 24.45)).not.toBeNull();
  expect(at(18, 153.98, 24.28)).not.toBeNull();
  expect(at(18, 136.08, 20.42)).not.toBeNull();
  expect(at(18, 148.75, 45.52)).not.toBeNull();
  expect(tileNumber('0', '0', '0')).toEqual({ z: 0, x: 0, y: 0 });
  // Seoul's west and Shanghai are not ours to serve.
  expect(at(12, 121.47, 31.23)).toBeNull();
});
