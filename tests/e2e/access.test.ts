import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, listed } from './errand.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

describe('by keyboard alone', () => {
  /** Presses Tab until the element in focus has this name. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = (await focused.getAttribute('aria-label')) ?? (await focused.innerText().catch(() => ''));
      if (name.test(label)) return;
    }
    throw new Error(`Tab never reaches ${String(name)}.`);
  }

  it('one skips to the content, searches, opens a place and reaches its directions', () =>
    go({ start: '/', viewport: DESKTOP }, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('本文へ');
      await page.keyboard.press('Enter');
      await tabTo(page, /ごはんを食べたい/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/need=eat/);
      await tabTo(page, /ひまわり食堂/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/places\/dinner/);
      await tabTo(page, /行きかたを見る/);
    }));

  it('a panel of filters opens, is chosen from, and closes back to its button', () =>
    go({ start: '/' }, async (page) => {
      await tabTo(page, /^だれ$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^9歳$/);
      await page.keyboard.press('Space');
      await page.waitForURL(/who=9/);
      await page.keyboard.press('Escape');
      expect(await page.locator(':focus').innerText()).toContain('だれ');
      expect(await page.getByRole('button', { name: 'だれ' }).getAttribute('aria-expanded')).toBe('false');
    }));
});

describe('without JavaScript', () => {
  const off = { javaScriptEnabled: false };

  it('one filters, reads the list and opens a place', () =>
    go({ ...off, start: '/' }, async (page) => {
      await page.getByRole('link', { name: 'なに', exact: true }).click();
      await page.getByRole('checkbox', { name: 'ごはんを食べたい' }).check();
      await page.getByRole('button', { name: 'この条件でさがす' }).click();
      await page.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
      await page.getByRole('link', { name: 'ひまわり食堂' }).click();
      await page.getByRole('heading', { name: 'いつ開いている？' }).waitFor();
      await page.getByText('24時間').first().waitFor();
    }));

  it('one searches by text and turns the pages', () =>
    go({ ...off, start: '/' }, async (page) => {
      await page.getByLabel('どこでさがす？').fill('はと保育園');
      await page.getByRole('button', { name: 'さがす', exact: true }).click();
      await page.getByRole('heading', { name: '24か所みつかりました' }).waitFor();
      await page.getByRole('link', { name: 'もっと見る' }).click();
      await page.waitForURL(/n=40/);
      expect(await listed(page)).toHaveLength(24);
    }));

  it('one changes the voice', () =>
    go({ ...off, start: '/help' }, async (page) => {
      await page.getByLabel('ことば / Language').click();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Someone to talk to' }).waitFor();
    }));
});
