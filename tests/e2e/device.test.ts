import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

const kept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...localStorage })');
const section = (page: Page, title: string) => page.getByRole('list', { name: title });

describe('saved places', () => {
  it('one saves a place from its card, finds it again on another day, and erases it', () =>
    go({ start: '/?need=eat' }, async (page) => {
      await page.getByRole('button', { name: '「ひまわり食堂」を保存する' }).click();
      await page.goto(`${stage.server.url}/`);
      await page.getByRole('link', { name: '保存した場所' }).click();
      await section(page, '保存した場所').getByRole('link', { name: 'ひまわり食堂' }).click();
      await page.waitForURL(/places\/dinner/);
      await page.getByRole('button', { name: '保存しました' }).waitFor();
      await page.goto(`${stage.server.url}/device`);
      await page.getByRole('button', { name: '「ひまわり食堂」をけす' }).click();
      await page.getByText('まだありません。').waitFor();
      // Nothing is left but the search that led there, which the offline page shows.
      const { 'ibasho.area': _area, ...rest } = JSON.parse(await kept(page)) as Record<string, unknown>;
      expect(rest).toEqual({});
    }));

  it('a place saved in one tab is saved in the other', () =>
    go({ start: '/places/dinner' }, async (page) => {
      const other = await page.context().newPage();
      await other.goto(`${stage.server.url}/device`);
      await other.getByText('まだありません。').waitFor();
      await page.getByRole('button', { name: '保存する' }).click();
      await section(other, '保存した場所').getByRole('link', { name: 'ひまわり食堂' }).waitFor();
    }));

  it('where the device is full the page says so and what to do', () =>
    go(
      {
        start: '/places/dinner',
        before: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };`,
      },
      async (page) => {
        await page.getByRole('button', { name: '保存する' }).click();
        await page.getByRole('alert').getByText('この端末に空きがない', { exact: false }).waitFor();
        await page.getByRole('button', { name: '保存する' }).waitFor();
      },
    ));

  it('what somebody else wrote into the storage breaks nothing', () =>
    go({ start: '/device', before: `localStorage.setItem('ibasho.saved', '{"version":1,"value":"<b>"}')` }, (page) =>
      page.getByText('まだありません。').waitFor(),
    ));
});

describe('recent searches', () => {
  it('are offered in the empty search box and chosen by keyboard', () =>
    go({ start: '/?q=ひまわり' }, async (page) => {
      await page.goto(`${stage.server.url}/`);
      await page.getByRole('combobox').click();
      await page.getByRole('option', { name: 'ひまわり' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=/);
      await page.getByRole('heading', { name: '1か所みつかりました' }).waitFor();
    }));

  it('hold nothing of a consultation, nor does the title of its page', () =>
    go({ start: '/?q=本駒込&need=listen' }, async (page) => {
      await page.goto(`${stage.server.url}/?q=いじめ`);
      expect(await page.title()).toBe('子どもと家族の、いばしょをさがそう | いばしょ');
      expect(await kept(page)).toBe('{}');
    }));

  it('hold nothing that was not found', () =>
    go({ start: '/?q=ぴよぴよぴよ' }, async (page) => {
      expect(await kept(page)).toBe('{}');
    }));
});

describe('remembered ages', () => {
  it('are offered at the next visit, and sent nowhere before they are tapped', () =>
    go({ start: '/?who=3&who=7' }, async (page) => {
      await page.getByRole('button', { name: 'だれ' }).click();
      await page.getByRole('button', { name: 'この年齢をこの端末におぼえる' }).click();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await page.goto(`${stage.server.url}/`);
      await page.getByRole('button', { name: 'だれ' }).click();
      const chip = page.getByRole('button', { name: 'おぼえている年齢：3歳・7歳' });
      await chip.waitFor();
      expect(asked.filter((text) => /who=|"years"/.test(text))).toEqual([]);
      await chip.click();
      await page.waitForURL(/who=3&who=7/);
      await page.goto(`${stage.server.url}/device`);
      await section(page, 'おぼえている年齢').getByText('3歳・7歳').waitFor();
      await page.getByRole('button', { name: 'ここにあるものを全部けす' }).click();
      await page.getByText('けしました。').waitFor();
      expect(await kept(page)).toBe('{}');
    }));
});

it('without JavaScript the page says that nothing is kept', async () => {
  // A browser that a test tells to run no script still hides what is for browsers without.
  const html = await (await fetch(`${stage.server.url}/device`)).text();
  expect(/<noscript>(.*?)<\/noscript>/s.exec(html)?.[1]).toContain('なにものこりません');
});
