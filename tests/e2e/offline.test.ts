import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DESKTOP, listed } from './errand.ts';
import { openStage } from './stage.ts';

/** The network goes away on these errands: what the browser says of it is no error of ours. */
const stage = openStage({ errands: { mayLoseNetwork: true } });
const { go } = stage;

/** Addresses of the copies, once there are these. */
async function copies(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`caches.open('ibasho-pages').then((cache) => cache.keys())
    .then((keys) => keys.map(({ url }) => decodeURIComponent(url.slice(location.origin.length))))`);
}
const kept = (page: Page, paths: string[]) =>
  expect.poll(() => copies(page), { timeout: 40_000 }).toEqual(expect.arrayContaining(paths));

/** Everything that pages are drawn with is there. */
const drawable = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(`caches.open('ibasho-assets').then((cache) => cache.match('/manifest.webmanifest'))
          .then((found) => found !== undefined)`),
      { timeout: 30_000 },
    )
    .toBe(true);

it('saved places and the last search open without a network, and say when they were kept', () =>
  go({ start: '/places/dinner' }, async (page) => {
    await page.getByRole('button', { name: '保存する' }).click();
    await page.goto(`${stage.server.url}/?kind=nursery`);
    await kept(page, ['/offline', '/', '/device', '/places/dinner', '/?kind=nursery']);
    await drawable(page);
    await page.context().setOffline(true);
    await page.goto(`${stage.server.url}/places/dinner?who=9`);
    await page.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
    await page.getByText(/つながっていません。今日\d+:\d\dに見たときのものです/).waitFor();
    // Whether it is open now nobody can know here.
    expect(await page.getByText('開いています', { exact: false }).filter({ visible: true }).allInnerTexts()).toEqual(
      [],
    );
    await page.goto(`${stage.server.url}/?kind=nursery`);
    expect(await listed(page)).toHaveLength(20);
  }));

it('a page that is not there says what is, offers the help lines, and comes once there is a network again', () =>
  go({ start: '/places/dinner' }, async (page) => {
    await page.getByRole('button', { name: '保存する' }).click();
    await kept(page, ['/offline', '/places/dinner']);
    await drawable(page);
    await page.context().setOffline(true);
    await page.goto(`${stage.server.url}/places/plaza`);
    await page.getByRole('heading', { name: 'インターネットにつながっていません' }).waitFor();
    await page.getByRole('link', { name: '0120-99-7777に電話する' }).waitFor();
    await page.getByRole('link', { name: 'ひまわり食堂' }).click();
    await page.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
    await page.goBack();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'もう一度ためす' }).click();
    await page.getByRole('heading', { level: 1, name: 'ぞうさんひろば' }).waitFor();
    expect(await page.getByText('見たときのものです').count()).toBe(0);
  }));

it('a link followed without a network leads to the copy, not to an error', () =>
  go({ start: '/places/dinner' }, async (page) => {
    await page.getByRole('button', { name: '保存する' }).click();
    await kept(page, ['/places/dinner', '/device']);
    await drawable(page);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '保存した場所' }).click();
    await page.getByRole('link', { name: 'ひまわり食堂' }).click();
    await page.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
  }));

it('the base map is drawn without a network', () =>
  go({ start: '/?need=eat', viewport: DESKTOP }, async (page) => {
    await kept(page, ['/?need=eat']);
    await drawable(page);
    await page.context().setOffline(true);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
    await page.goto(`${stage.server.url}/?need=eat`);
    await page.getByRole('region', { name: '地図' }).waitFor();
    await page.waitForTimeout(1500);
    expect(failed.filter((path) => /basemap|fonts|_app/.test(path))).toEqual([]);
  }));

it('nothing of a consultation is kept, nor what was found around the own position', () =>
  go(
    {
      start: '/?need=listen',
      geolocation: { latitude: 35.7, longitude: 139.75 },
      permissions: ['geolocation'],
    },
    async (page) => {
      await page.goto(`${stage.server.url}/places/shelter?quiet=1`);
      await page.getByRole('button', { name: '保存する' }).click();
      await page.goto(`${stage.server.url}/`);
      await page.getByRole('button', { name: '今いるところの近く', exact: true }).click();
      await page.getByRole('button', { name: '「今いるところの近く」をはずす' }).waitFor();
      await kept(page, ['/offline', '/', '/device']);
      expect((await copies(page)).sort()).toEqual(['/', '/device', '/offline']);
    },
  ));

it('erasing what is on the device erases the copies too', () =>
  go({ start: '/places/dinner' }, async (page) => {
    await page.getByRole('button', { name: '保存する' }).click();
    await kept(page, ['/places/dinner']);
    await page.getByRole('link', { name: '保存した場所' }).click();
    await page.getByRole('button', { name: 'ここにあるものを全部けす' }).click();
    await expect.poll(async () => (await copies(page)).sort()).toEqual(['/', '/device', '/offline']);
  }));

it('it can be installed: the manifest names what a phone asks for, and every icon is there', async () => {
  const answer = await fetch(`${stage.server.url}/manifest.webmanifest`);
  const manifest = (await answer.json()) as { start_url: string; display: string; icons: Icon[] };
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await fetch(stage.server.url + src);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type]);
    if (type === 'image/png') expect(pngSize(await icon.arrayBuffer())).toBe(sizes);
  }
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

interface Icon {
  src: string;
  sizes: string;
  type: string;
  purpose: string;
}

/** Width and height as a PNG's header says (PNG specification, 11.2.2). */
function pngSize(bytes: ArrayBuffer): string {
  const view = new DataView(bytes);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}
