import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { alive, DESKTOP, listed, PHONE } from './errand.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

const PAGES: [string, string, ((page: Page) => Promise<void>)?][] = [
  ['the start', '/'],
  ['every choice of what', '/', (page) => page.getByRole('button', { name: 'なに' }).click()],
  ['every choice of who', '/', (page) => page.getByRole('button', { name: 'だれ' }).click()],
  ['a result', '/?need=listen&who=9&when=today'],
  ['a result by day', '/?need=eat&view=days&when=tomorrow'],
  ['being home in time', '/?when=home&by=17:00'],
  ['an empty result', '/?q=ひまわり&kind=nursery'],
  ['the map of a phone', '/?need=eat&view=map'],
  ['a place', '/places/dinner'],
  ['the help lines', '/help'],
  ['what decides first', '/?need=school-is-hard'],
  ['what is on the device', '/device'],
  ['how it works', '/about'],
  ['without a network', '/offline'],
  ['in a page of somebody else', '/embed?need=eat'],
  ['a page that is not there', '/places/gone'],
];
const LOOKS = [
  { width: PHONE, colorScheme: 'light' },
  { width: PHONE, colorScheme: 'dark' },
  { width: DESKTOP, colorScheme: 'light' },
  { width: DESKTOP, colorScheme: 'dark' },
] as const;

describe('axe finds nothing, with no rule disabled', () => {
  for (const { width, colorScheme } of LOOKS) {
    it(`at ${width.width} px, ${colorScheme}`, async () => {
      for (const [name, start, act] of PAGES) {
        await go({ start, viewport: width, colorScheme }, async (page) => {
          if (act) {
            await alive(page);
            await act(page);
          }
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
          expect({ page: name, found }).toEqual({ page: name, found: [] });
        });
      }
    }, 400_000);
  }

  it('in easy Japanese and in English', async () => {
    for (const voice of ['ja-easy', 'en']) {
      await go({ start: `/voice/${voice}?back=/places/dinner` }, async (page) => {
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    }
  });
});

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
      await alive(page);
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
      await alive(page);
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
      await page.getByText('0:00〜24:00').first().waitFor();
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

it('nothing is wider than a phone of 320 pixels', async () => {
  for (const [, start] of PAGES) {
    await go({ start, viewport: { width: 320, height: 640 } }, async (page) => {
      expect({ start, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({
        start,
        width: 320,
      });
    });
  }
});
