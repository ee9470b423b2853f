import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tileSource } from '../../server/tiles/tile-source.ts';
import { openStage } from './stage.ts';

let source: Server;
let folder: string;
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tiles-'));
  source = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
});
const stage = openStage({
  server() {
    const url = `http://127.0.0.1:${(source.address() as AddressInfo).port}/{z}/{x}/{y}.png`;
    const tiles = tileSource({ url, folder, now: Date.now, timeoutMs: 1000 });
    return { streets: { source: tiles, attribution: '地理院タイル', isVector: false } };
  },
});

afterAll(() => {
  source?.closeAllConnections();
  source?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Looks at a small part of a town on the map of a wide screen; `seen` has the answers to the browser's tiles. */
async function look(at: string, run: (page: Page, seen: number[]) => Promise<void>): Promise<void> {
  const start = `/?kind=childrens-cafeteria&box=${at}`;
  await stage.go({ start, viewport: { width: 1000, height: 640 }, mayLoseTiles: true }, async (page) => {
    // Without a graphics card the map is drawn slowly.
    page.setDefaultTimeout(40_000);
    const seen: number[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/tiles/')) seen.push(response.status());
    });
    await page.getByRole('region', { name: '地図' }).waitFor();
    await run(page, seen);
  });
}

it('streets come through our own server, and the map names whose they are', async () => {
  const png = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#ff00ff' } })
    .png()
    .toBuffer();
  answer = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(png);
  await look('139.74,35.70,139.76,35.72', async (page, seen) => {
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set([200]));
    await page.getByText('地理院タイル').waitFor();
    // The magenta of the tiles is what is seen of the ground.
    const map = page.getByRole('region', { name: '地図' });
    await expect.poll(() => shareOf(map.screenshot(), [255, 0, 255]), { timeout: 60_000 }).toBeGreaterThan(0.3);
  });
});

it('while the source is gone the base map stays, and nothing waits', async () => {
  answer = (response) => response.destroy();
  await look('139.64,35.60,139.66,35.62', async (page, seen) => {
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set([503]));
    const map = page.getByRole('region', { name: '地図' });
    // The land of the shipped map: #fdf6e3.
    await expect.poll(() => shareOf(map.screenshot(), [253, 246, 227]), { timeout: 60_000 }).toBeGreaterThan(0.3);
  });
});

/** The share of a picture that has about this colour. */
async function shareOf(picture: Promise<Buffer>, [red, green, blue]: [number, number, number]): Promise<number> {
  const { data, info } = await sharp(await picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const off = [data[at]! - red, data[at + 1]! - green, data[at + 2]! - blue];
    if (off.every((difference) => Math.abs(difference) < 40)) count += 1;
  }
  return count / (info.width * info.height);
}
