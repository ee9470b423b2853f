import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { lastMail } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { errand, type ErrandOptions } from './errand.ts';
import { signIn } from './person.ts';
import { aTown } from './town.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ places: aTown(), web: true }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const go = (options: ErrandOptions, run: (page: Page) => Promise<void>) => errand(browser, server.url, options, run);
const next = (page: Page) => page.getByRole('button', { name: '保存して、つぎへ' }).click();

const FLYER = `こもれび子ども食堂
毎月第2・第4土曜日 11:30〜13:30
対象：どなたでも 料金：子ども無料、大人300円
会場：東京都文京区春日1-16-21
電話 03-1234-5678`;

describe('signing in', () => {
  it('by the code of the mail leads back to where one wanted to go', () =>
    go({ start: '/register' }, async (page) => {
      await page.getByRole('link', { name: 'サインインする' }).click();
      await page.waitForURL(/sign-in/);
      await signIn(page, server, 'code@example.jp');
      expect(new URL(page.url()).pathname).toBe('/register');
    }));

  it('by the link takes a tap: opening the address alone uses nothing up', () =>
    go({ start: '/sign-in' }, async (page) => {
      await page.getByLabel('メールアドレス').fill('link@example.jp');
      await page.getByRole('button', { name: 'メールを送ってもらう' }).click();
      await page.getByRole('heading', { name: 'メールを見てください' }).waitFor();
      const link = `${server.url}/sign-in?token=${lastMail(server, 'link@example.jp').token}`;
      await page.goto(link);
      await page.goto(link);
      await page.getByRole('button', { name: 'サインインする' }).click();
      await page.getByRole('heading', { name: 'わたしの場所' }).waitFor();
    }));

  it('with a wrong code says how many tries are left, at the field, and keeps the way open', () =>
    go({ start: '/sign-in' }, async (page) => {
      await page.getByLabel('メールアドレス').fill('wrong@example.jp');
      await page.getByRole('button', { name: 'メールを送ってもらう' }).click();
      await page.getByRole('heading', { name: 'メールを見てください' }).waitFor();
      const { code } = lastMail(server, 'wrong@example.jp');
      await page.getByLabel('6けたの番号').fill(code === '000000' ? '000001' : '000000');
      await page.getByRole('button', { name: '番号でサインインする' }).click();
      await page.getByText('番号が違います。あと 4 回入れられます。').waitFor();
      const field = page.getByLabel('6けたの番号');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill(code);
      await page.getByRole('button', { name: '番号でサインインする' }).click();
      await page.getByRole('heading', { name: 'わたしの場所' }).waitFor();
    }));
});

describe('registering', () => {
  it('a pasted flyer proposes, each with its words, and the steps lead to sending', () =>
    go({ start: '/register' }, async (page) => {
      await page.getByRole('link', { name: 'サインインする' }).click();
      await page.waitForURL(/sign-in/);
      await signIn(page, server, 'komorebi@example.jp');
      await page.getByLabel('そのまま貼ってください').fill(FLYER);
      await page.getByRole('button', { name: '文を読み取る' }).click();
      await page.getByRole('heading', { name: '読み取ったこと' }).waitFor();
      await page.getByText('もとの文: こもれび子ども食堂').waitFor();
      await page.getByRole('button', { name: 'これで続ける' }).click();
      await page.getByRole('heading', { level: 1, name: 'なに' }).waitFor();
      expect(await page.getByLabel('場所の名前').inputValue()).toBe('こもれび子ども食堂');
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'だれ' }).waitFor();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'いつ' }).waitFor();
      await page.getByRole('table').first().waitFor();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'お金・予約' }).waitFor();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'できること' }).waitFor();
      await next(page);
      await page.getByRole('heading', { level: 1, name: '連絡先' }).waitFor();
      expect(await page.getByLabel('電話番号', { exact: true }).inputValue()).toBe('03-1234-5678');
      await next(page);
      await page.getByRole('heading', { level: 1, name: '写真' }).waitFor();
      await page.getByRole('link', { name: 'たしかめる' }).last().click();
      await page.getByRole('heading', { level: 1, name: 'たしかめる' }).waitFor();
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('地域の担当の人がたしかめます。').waitFor();
    }));
});
