import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DESKTOP, drawnMap, listed } from './errand.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

/** What the map was answered, and the number of its list, for the last question that was asked. */
async function lastMap(page: Page, act: () => Promise<void>) {
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes('MapPlaces'));
  await act();
  const { data } = (await (await answered).json()) as { data: { placeMap: { totalCount: number } } };
  return data.placeMap;
}

const canvas = (page: Page) => page.getByRole('region', { name: '地図' });

it('the map of a wide screen shows as many places as the list finds', () =>
  go({ viewport: DESKTOP, start: '/' }, async (page) => {
    await drawnMap(page);
    const map = await lastMap(page, () => page.getByRole('link', { name: 'ごはんを食べたい' }).click());
    await page.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
    expect(map.totalCount).toBe(3);
  }));

it('a phone asks for no map before it is wanted, then shows it in the place of the list', () =>
  go({ start: '/?need=eat' }, async (page) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const tab = (name: string) => page.getByRole('navigation', { name: '見かた' }).getByRole('link', { name });
    await page.waitForLoadState('networkidle');
    expect(loaded.filter((path) => /basemap|fonts/.test(path))).toEqual([]);
    await tab('地図').click();
    await canvas(page).waitFor();
    await page.waitForURL(/view=map/);
    await tab('リスト').click();
    await expect.poll(() => listed(page)).toHaveLength(3);
  }));

it('a place tapped on the map is shown with its state and leads to its page', () =>
  go({ viewport: DESKTOP, start: '/?q=ひまわり' }, async (page) => {
    const box = await (await drawnMap(page)).boundingBox();
    if (!box) throw new Error('The map has no size.');
    // The only place found stands in the middle of what the buttons and notes of the map leave free.
    await page.mouse.click(box.x + box.width / 2 - 22, box.y + box.height / 2 - 10);
    const chosen = page.getByRole('region', { name: 'えらんだ場所' });
    await chosen.getByText('開いています', { exact: false }).waitFor();
    await chosen.getByRole('link', { name: 'ひまわり食堂' }).click();
    await page.waitForURL(`${stage.server.url}/places/dinner`);
  }));

it('moving the map offers to search there, and the URL says where', () =>
  go({ viewport: DESKTOP, start: '/?area=271284&kind=children-center' }, async (page) => {
    await drawnMap(page);
    await page.getByRole('button', { name: '小さくする' }).click();
    await page.getByRole('button', { name: 'このあたりをさがす' }).click();
    await page.waitForURL(/box=/);
    expect(await listed(page)).toEqual(['大阪あそびの館']);
    await page.getByRole('link', { name: '「地図の中」をはずす' }).waitFor();
  }));

it('while the own position is on, a moved map stays out of the URL', () =>
  go(
    {
      viewport: DESKTOP,
      geolocation: { latitude: 35.7, longitude: 139.75 },
      permissions: ['geolocation'],
      start: '/?need=eat',
    },
    async (page) => {
      await drawnMap(page);
      await page.getByRole('button', { name: '今いるところの近く', exact: true }).click();
      await page.getByRole('button', { name: '「今いるところの近く」をはずす' }).waitFor();
      await drawnMap(page);
      await page.getByRole('button', { name: '大きくする' }).click();
      await lastMap(page, () => page.getByRole('button', { name: 'このあたりをさがす' }).click());
      expect(new URL(page.url()).search).toBe('?need=eat');
    },
  ));

it('where WebGL is missing the list has everything and a sentence says so', () =>
  go(
    {
      viewport: DESKTOP,
      start: '/?need=eat',
      before: `const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...all) {
          return /webgl/.test(kind) ? null : real.call(this, kind, ...all);
        };`,
    },
    async (page) => {
      await page.getByText('この機械では地図を出せません。リストで全部見られます。').waitFor();
      expect(await listed(page)).toHaveLength(3);
    },
  ));
