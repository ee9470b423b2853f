import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signedIn } from '../support/browser-session.ts';
import { alive, listed } from './errand.ts';
import { enter, waitingPlace } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

/** Opens a page whose scripts are on their way until `come` is called, and the page is alive. */
async function openEarly(page: Page, path: string): Promise<{ come: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/_app/**/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page
    .getByRole('contentinfo')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  return {
    async come() {
      resolve();
      await alive(page);
    },
  };
}

describe('scripts come after the words', () => {
  it.each(['/', '/?need=eat', '/places/dinner'])('of %s nothing is asked for before the first paint', (start) =>
    go({ start }, async (page) => {
      const [painted, asked] = await page.evaluate<[number, number[]]>(`[
        performance.getEntriesByName('first-contentful-paint')[0].startTime,
        performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ startTime }) => startTime),
      ]`);
      expect(asked.length).toBeGreaterThan(5);
      expect(Math.min(...asked)).toBeGreaterThan(painted);
    }),
  );

  it('in a tab that is never painted they come all the same', () =>
    go({ start: '/?need=eat', before: 'window.requestAnimationFrame = () => 0;' }, async (page) => {
      await page.getByRole('button', { name: 'いつ' }).waitFor();
    }));
});

describe('before the scripts run', () => {
  it('what is typed is kept, and the search sent', () =>
    go({ start: '/robots.txt' }, async (page) => {
      const { come } = await openEarly(page, '/');
      await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('ひまわり');
      await come();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '1か所みつかりました' }).waitFor();
      expect(await listed(page)).toEqual(['ひまわり食堂']);
    }));

  it('a need that is tapped leads to its result', () =>
    go({ start: '/robots.txt' }, async (page) => {
      const { come } = await openEarly(page, '/');
      await page.getByRole('link', { name: 'ごはんを食べたい' }).click();
      await page.waitForURL(/need=eat/);
      await come();
      await page.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
    }));

  it('what was opened stays open, and what was chosen there is searched for', () =>
    go({ start: '/robots.txt' }, async (page) => {
      const { come } = await openEarly(page, '/');
      const voices = page.getByRole('link', { name: 'English' });
      await page.locator('summary').first().click();
      await voices.waitFor();
      await page.getByRole('link', { name: 'なに' }).click();
      const free = page.getByRole('checkbox', { name: '子どもは無料' });
      await free.check();
      await come();
      await page.waitForURL(/free=1/);
      expect([await voices.isVisible(), await free.isChecked()]).toEqual([true, true]);
    }));

  it('a part of a form that was unfolded stays so', async () => {
    const person = await signedIn(stage.server, 'early@example.jp');
    const id = await waitingPlace(person, 'はやおき食堂');
    await go({ start: '/robots.txt' }, async (page) => {
      await enter(page, person);
      const { come } = await openEarly(page, `/register/${id}/when`);
      await page.getByText('表で入れる').first().click();
      await come();
      expect(await page.getByRole('radio', { name: '表で入れたものを使う' }).isVisible()).toBe(true);
    });
  });
});
