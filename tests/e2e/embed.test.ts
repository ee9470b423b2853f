import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage } from './stage.ts';

const stage = openStage();
/** The page of a municipality, on a host of its own. */
let town: Server;

beforeAll(async () => {
  town = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://town').searchParams.get('path') ?? '/');
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<iframe title="いばしょ" width="600" height="700" src="${stage.server.url}${path}"></iframe>`);
  });
  await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  town?.closeAllConnections();
  town?.close();
});

it('a municipality shows list and map in its own page, and a place opens beside it', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 700, height: 800 }, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(
    `http://localhost:${(town.address() as AddressInfo).port}/?path=${encodeURIComponent('/embed?need=eat')}`,
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
  await frame.getByRole('region', { name: '地図' }).waitFor();
  expect(await frame.getByRole('banner').count()).toBe(0);
  expect(await frame.getByRole('contentinfo').count()).toBe(0);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'ひまわり食堂' }).click(),
  ]);
  await opened.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
  await frame.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
  await context.close();
});

it('no other page may stand in a frame', async () => {
  const policyOf = async (path: string) =>
    (await fetch(stage.server.url + path)).headers.get('content-security-policy');
  expect(await policyOf('/embed?need=eat')).toContain('frame-ancestors *');
  for (const path of ['/', '/?need=eat', '/places/dinner', '/help', '/device', '/embedded']) {
    expect([path, await policyOf(path)]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
  }
});
