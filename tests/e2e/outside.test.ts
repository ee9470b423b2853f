import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { openStage } from './stage.ts';

/** A Tuesday. */
const NOW = '2026-11-24T15:00:00+09:00';
const SITE = 'https://ibasho.example.jp';
const NASTY = '</script><script>window.hacked = 1</script><!-- $& 食堂';

const places = [
  aPlace({
    id: 'dinner',
    name: 'ひまわり食堂',
    kinds: ['childrens-cafeteria'],
    schedule: aSchedule([aRule([6], [{ start: time('11:30'), end: time('13:30') }])]),
  }),
  aPlace({ id: 'nasty', name: NASTY, description: NASTY, kinds: ['childrens-cafeteria'] }),
  aPlace({ id: 'talk', name: '子どもの相談室', kinds: ['child-guidance-center'] }),
  aPlace({ id: 'yard', name: 'ひみつきち', kinds: ['third-place'] }),
  aPlace({ id: 'made-up', name: '見本館', sample: true }),
];

const stage = openStage({ server: { places, now: NOW } });
const go = (start: string, run: (page: Page) => Promise<void>) => stage.go({ start }, run);
const content = (page: Page, selector: string) => page.locator(selector).getAttribute('content');
const jsonLd = async (page: Page): Promise<Record<string, unknown>> =>
  JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as Record<string, unknown>;

describe('a link to a place that is passed on', () => {
  it('has its name, what it is, when it is next open, its own address and a picture of its kind', () =>
    go('/places/dinner?who=9&month=2026-12', async (page) => {
      expect(await page.title()).toBe('ひまわり食堂 | いばしょ');
      expect(await content(page, 'meta[property="og:title"]')).toBe('ひまわり食堂');
      expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(`${SITE}/places/dinner`);
      expect(await content(page, 'meta[property="og:url"]')).toBe(`${SITE}/places/dinner`);
      const description = (await content(page, 'meta[name="description"]')) ?? '';
      for (const words of ['こども食堂', '東京都文京区', '土曜', 'つぎ 11月28日（土） 11:30〜13:30']) {
        expect(description).toContain(words);
      }
      const image = (await content(page, 'meta[property="og:image"]')) ?? '';
      const response = await fetch(image.replace(SITE, stage.server.url));
      expect(response.headers.get('content-type')).toBe('image/png');
      const { width, height } = await sharp(await response.arrayBuffer()).metadata();
      expect([width, height]).toEqual([1200, 630]);
    }));

  it('there is no picture of what is no kind', async () => {
    for (const name of ['eat-nothing', 'nobody-house', 'constructor-house', 'x']) {
      expect((await fetch(`${stage.server.url}/link-image/${name}.png`)).status).toBe(404);
    }
  });
});

describe('a search engine', () => {
  it('reads the place as schema.org with its certain hours', () =>
    go('/places/dinner', async (page) => {
      const place = await jsonLd(page);
      expect(place['@id']).toBe(`${SITE}/places/dinner`);
      expect(place.name).toBe('ひまわり食堂');
      expect(JSON.stringify(place)).toContain('11:30');
    }));

  it('a name that would end the element stays a name, and runs nothing', () =>
    go('/places/nasty', async (page) => {
      expect((await jsonLd(page)).name).toBe(NASTY);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    }));

  it('the page lets no script run that is not its own', async () => {
    const response = await fetch(`${stage.server.url}/places/dinner`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('is told nothing of a made-up place', () =>
    go('/places/made-up', async (page) => {
      expect(await content(page, 'meta[name="robots"]')).toBe('noindex');
      expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0);
    }));
});

describe('the history of a browser', () => {
  it('says nothing of a place for consultation', () =>
    go('/places/talk', async (page) => {
      expect(await page.title()).not.toContain('相談');
      expect(await content(page, 'meta[property="og:title"]')).toBe('子どもの相談室');
    }));

  it('says nothing of a place that was opened under a consultation need', () =>
    go('/?need=school-is-hard&when=any', async (page) => {
      await page.getByRole('link', { name: 'ひみつきち' }).click();
      await page.getByRole('heading', { level: 1, name: 'ひみつきち' }).waitFor();
      expect(await page.title()).not.toContain('ひみつきち');
      await page.goto(`${stage.server.url}/places/yard`);
      expect(await page.title()).toContain('ひみつきち');
    }));
});

describe('what somebody needs', () => {
  const canonical = (page: Page) => page.locator('link[rel="canonical"]').getAttribute('href');

  it('is a page of its own for search engines, with its name, and only alone', async () => {
    await go('/?need=eat', async (page) => {
      expect(await page.title()).toBe('ごはんを食べたい 2か所みつかりました | いばしょ');
      expect(await canonical(page)).toBe(`${SITE}/?need=eat`);
    });
    await go('/?need=eat&who=9', async (page) => expect(await canonical(page)).toBe(`${SITE}/`));
  });

  it('is none where it is somebody to talk to', () =>
    go('/?need=listen', async (page) => {
      expect(await canonical(page)).toBe(`${SITE}/`);
      expect(await page.title()).toBe('子どもと家族の、いばしょをさがそう | いばしょ');
    }));
});

describe('the change of voice', () => {
  it('goes back to an address with Japanese in it, escaped or not', async () => {
    for (const back of [
      '/?q=ひまわり',
      encodeURIComponent('/?q=ひまわり'),
      encodeURIComponent('/?q=%E3%81%B2%E3%81%BE%E3%82%8F%E3%82%8A'),
    ]) {
      const response = await fetch(`${stage.server.url}/voice/en?back=${back}`, { redirect: 'manual' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe('/?q=%E3%81%B2%E3%81%BE%E3%82%8F%E3%82%8A');
    }
  });

  it('never leads to another site', async () => {
    for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '']) {
      const response = await fetch(`${stage.server.url}/voice/en?back=${encodeURIComponent(back)}`, {
        redirect: 'manual',
      });
      expect(response.headers.get('location')).toBe('/');
    }
  });
});
