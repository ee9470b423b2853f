import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readMunicipalHelpLines } from '../../server/help-lines/municipal.ts';
import { listed } from './errand.ts';
import { openStage } from './stage.ts';

/** Lines of a town and of its prefecture. */
const own = readMunicipalHelpLines(
  JSON.stringify({
    lines: [
      ['130001', '都の子どもの電話'],
      ['131059', '文京区の子どもの電話'],
      ['271004', '大阪の子どもの電話'],
    ].map(([area, name]) => ({
      ...{ area, name, number: '03-0000-0000', hours: '毎日 24時間', checkedAt: '2026-11-01' },
      about: { ja: '子どものこと', easyJa: 'こどもの こと', en: 'About children' },
    })),
  }),
);
const stage = openStage({ server: { helpLines: own.lines } });
const { go } = stage;
const exit = (page: Page) => page.getByRole('link', { name: 'すぐ出る' });
const isHome = (page: Page) => page.waitForURL(`${stage.server.url}/`);

describe('the quick exit', () => {
  it('leaves from deep inside, and neither back nor forward returns to a page about help', () =>
    go({ start: '/device' }, async (page) => {
      await page.getByRole('link', { name: '話したい' }).click();
      await page.getByRole('heading', { level: 1, name: '話せるところ' }).waitFor();
      await page.goto(`${stage.server.url}/?need=school-is-hard`);
      await page.reload();
      await page.getByRole('link', { name: 'かくれがの家' }).click();
      await page.waitForURL(/quiet=1/);
      await exit(page).click();
      await isHome(page);
      await page.getByRole('heading', { name: 'どうしたい？' }).waitFor();
      const seen: string[] = [];
      for (const step of ['goForward', 'goBack', 'goBack', 'goForward', 'goBack', 'goBack'] as const) {
        await page[step]();
        await page.getByRole('heading', { name: 'どうしたい？' }).waitFor();
        seen.push(page.url().slice(stage.server.url.length));
      }
      expect(new Set(seen)).toEqual(new Set(['/']));
    }));

  it('what is opened afterwards can be gone back to', () =>
    go({ start: '/help' }, async (page) => {
      await exit(page).click();
      await isHome(page);
      await page.goto(`${stage.server.url}/places/dinner`);
      await page.goto(`${stage.server.url}/about`);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
    }));

  it('is Escape twice too', () =>
    go({ start: '/help' }, async (page) => {
      // The second from inside, soon after the first however slow the machine is: a press from outside waits for the page
      // to confirm it, and that page is gone by then.
      const again = "() => setTimeout(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), 100)";
      await page.evaluate(`addEventListener('keydown', ${again}, { once: true })`);
      await page.keyboard.down('Escape');
      await isHome(page);
      // The address is there before the page is; a browser that is closed between the two may never close.
      await page.getByRole('heading', { name: 'どうしたい？' }).waitFor();
    }));

  it('is not what one Escape means', () =>
    go({ start: '/help' }, async (page) => {
      await exit(page).waitFor();
      await page.keyboard.press('Escape');
      await page.waitForTimeout(1000);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
      expect(page.url()).toBe(`${stage.server.url}/help`);
    }));

  it('is a plain link without JavaScript', () =>
    go({ start: '/help', javaScriptEnabled: false }, async (page) => {
      await exit(page).click();
      await isHome(page);
    }));

  it('covers no part of a button on a phone', () =>
    go({ start: '/help' }, async (page) => {
      const [bar, window] = [await exit(page).boundingBox(), page.viewportSize()];
      expect([bar?.x, bar?.width]).toEqual([0, window?.width]);
      const last = page.getByRole('contentinfo').getByRole('link').last();
      await last.scrollIntoViewIfNeeded();
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      const box = await last.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual((await exit(page).boundingBox())?.y ?? 0);
    }));

  it('stands on pages about help alone', () =>
    go({ start: '/?need=eat' }, async (page) => {
      await page.getByRole('button', { name: 'いつ' }).waitFor();
      expect(await exit(page).count()).toBe(0);
    }));
});

describe('help lines of a town', () => {
  const lines = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

  it('stand before the national ones where somebody says which town, without JavaScript too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await go({ start: '/help', javaScriptEnabled }, async (page) => {
        expect((await lines(page))[0]).toBe('チャイルドライン');
        expect(await page.getByText('電話代はかかりません').count()).toBe(1);
        await page.getByLabel('あなたのまちの電話も見る').selectOption('東京都文京区');
        if (!javaScriptEnabled) await page.getByRole('button', { name: '見る' }).click();
        await page.waitForURL(/area=131059/);
        await expect
          .poll(async () => (await lines(page)).slice(0, 3))
          .toEqual(['文京区の子どもの電話', '都の子どもの電話', 'チャイルドライン']);
        await page.getByText('電話代がかかることがあります').waitFor();
        expect(await page.getByText('電話代はかかりません').count()).toBe(0);
      });
    }
  });

  it('are offered where somebody searches in that town to talk', () =>
    go({ start: '/?need=listen&area=131059' }, async (page) => {
      await page
        .getByRole('main')
        .getByRole('link', { name: /つらいとき、話せる電話/ })
        .click();
      await page.getByRole('heading', { name: '文京区の子どもの電話' }).waitFor();
    }));
});

it('no title of a page about help says so', async () => {
  for (const path of ['/help', '/?need=listen', '/?kind=child-guidance-center', '/places/shelter?quiet=1']) {
    const html = await (await fetch(stage.server.url + path)).text();
    expect([path, /<title>(.*?)<\/title>/s.exec(html)?.[1]]).toEqual([
      path,
      '子どもと家族の、いばしょをさがそう | いばしょ',
    ]);
  }
});

it('a child who does not go to school sees first what decides, and filters by it', () =>
  go({ start: '/?need=school-is-hard', javaScriptEnabled: false }, async (page) => {
    const first = page.getByRole('navigation', { name: '行く前に知りたいこと' });
    expect(await first.getByRole('link').allInnerTexts()).toEqual([
      '学校の時間も来てよい',
      '名前を言わなくてよい',
      '保護者に連絡しない',
      '学校に知らせない',
      '静かに過ごせる',
    ]);
    const card = page.getByRole('article').filter({ hasText: 'かくれがの家' });
    expect((await card.getByRole('listitem').allInnerTexts()).slice(0, 2)).toEqual([
      '学校の時間も来てよい',
      '学校に知らせない',
    ]);
    await first.getByRole('link', { name: '学校に知らせない' }).click();
    await page.waitForURL(/with=school-not-told/);
    expect(await listed(page)).toEqual(['かくれがの家']);
    await first.getByRole('link', { name: '名前を言わなくてよい' }).click();
    await page.getByRole('heading', { name: '見つかりませんでした' }).waitFor();
  }));

it('the page on how it works says what is kept, and leads to it, in every voice', async () => {
  for (const [voice, title, link] of [
    ['ja', 'いばしょについて', 'この端末にあるもの'],
    ['ja-easy', 'いばしょに ついて', 'ある もの'],
    ['en', 'About Ibasho', 'On this device'],
  ] as const) {
    await go({ start: `/voice/${voice}?back=/about` }, async (page) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByRole('main').getByRole('link', { name: link }).click();
      await page.waitForURL(`${stage.server.url}/device`);
    });
  }
});
