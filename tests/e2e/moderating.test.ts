import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { DESKTOP, type ErrandOptions } from './errand.ts';
import { actAs, waitingPlace } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let operator: BrowserSession;
let moderator: BrowserSession;

beforeAll(async () => {
  operator = await signedIn(stage.server, 'operator@example.jp');
  moderator = await moderatorOf(stage.server, 'moderator@example.jp', '131059');
});

const as = (who: BrowserSession, start: string, run: (page: Page) => Promise<void>, options?: ErrandOptions) =>
  actAs(stage, who, start, run, options);

describe('a moderator', () => {
  it('asks back by keyboard with a reason that its operator gets, then approves, and the place is public', async () => {
    const id = await waitingPlace(operator, 'つくし食堂');
    await as(
      moderator,
      '/moderate',
      async (page) => {
        await page.getByRole('heading', { name: 'つくし食堂' }).waitFor();
        const reviews = page.getByRole('article', { name: 'つくし食堂' });
        const title = await reviews.getAttribute('aria-labelledby');
        for (let presses = 0; presses < 50; presses += 1) {
          await page.keyboard.press('j');
          if ((await page.locator(`[aria-labelledby="${title}"]:focus`).count()) > 0) break;
          // The page's scripts may not run yet.
          await page.waitForTimeout(200);
        }
        // Without a reason it is not decided, and the field that lacks it is where one writes.
        await page.keyboard.press('b');
        await reviews.getByText('理由を書いてください。').waitFor();
        await page.keyboard.type('電話番号を教えてください');
        await page.keyboard.press('Escape');
        await page.keyboard.press('b');
        await page.getByText('決めました。').waitFor();
      },
      { viewport: DESKTOP },
    );
    expect(
      stage.server.mails.some(({ to, text }) => to === 'operator@example.jp' && text.includes('電話番号を教えて')),
    ).toBe(true);
    await as(operator, '/my', async (page) => {
      await page.getByText('理由: 電話番号を教えてください').waitFor();
      await page.goto(`${stage.server.url}/register/${id}/contact`);
      await page.getByLabel('電話番号', { exact: true }).fill('03-1234-5678');
      await page.getByRole('button', { name: '保存して、つぎへ' }).click();
      await page.getByRole('heading', { level: 1, name: '写真' }).waitFor();
      await page.goto(`${stage.server.url}/register/${id}/check`);
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('地域の担当の人がたしかめます。').waitFor();
    });
    await as(moderator, '/moderate', async (page) => {
      await page.getByRole('article', { name: 'つくし食堂' }).getByRole('button', { name: '載せる' }).click();
      await page.getByText('決めました。').waitFor();
      await page.goto(`${stage.server.url}/places/${id}`);
      await page.getByRole('heading', { level: 1, name: 'つくし食堂' }).waitFor();
    });
  });

  it('takes a place down at once and puts it back', () =>
    as(moderator, '/moderate/plaza', async (page) => {
      await page.getByLabel('理由（担当の人に').fill('工事のため');
      await page.getByRole('button', { name: '公開を止める' }).click();
      await page.getByText('直しました。').waitFor();
      expect((await stage.server.store.places.read('plaza'))?.status).toBe('SUSPENDED');
      await page.getByLabel('理由（担当の人に').fill('工事が終わった');
      await page.getByRole('button', { name: '公開にもどす' }).click();
      await page.getByRole('main').getByText('公開中', { exact: true }).first().waitFor();
    }));

  const pin = async (id: string) => (await stage.server.store.places.read(id))?.location ?? null;

  it('corrects a pin by one press on the map of the card, and takes it back by another', async () => {
    const id = await waitingPlace(operator, 'ずれた食堂');
    const before = await pin(id);
    await as(moderator, '/moderate', async (page) => {
      const card = page.getByRole('article', { name: 'ずれた食堂' });
      const map = card.getByRole('region', { name: '地図' });
      await card.getByText('ピンを見る・直す').click();
      await page.waitForTimeout(500);
      const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.click(x + width / 2, y + height / 4);
      await page.getByText('ピンを動かしました。').waitFor();
      const moved = await pin(id);
      expect(moved?.latitude).toBeGreaterThan(before?.latitude ?? 90);
      expect(moved?.precision).toBe('EXACT');
      await page.getByRole('button', { name: '取り消す' }).click();
      await expect.poll(async () => (await pin(id))?.latitude).toBeCloseTo(before?.latitude ?? 0, 5);
    });
  });

  it('moves a pin with the arrow buttons', () =>
    as(moderator, '/moderate/plaza', async (page) => {
      const before = (await pin('plaza'))?.latitude ?? 0;
      await page.getByRole('button', { name: '北へ' }).click();
      await page.getByRole('button', { name: 'この場所にピンを置く' }).click();
      await page.getByText('ピンを動かしました。').waitFor();
      const after = (await pin('plaza'))?.latitude ?? 0;
      expect((after - before) * 111_320).toBeCloseTo(20, 0);
    }));

  it('restores what was before somebody spoiled it, without JavaScript', async () => {
    const spoiled = { ...(await stage.server.store.places.read('center'))!, description: 'いたずら' };
    await stage.server.store.places.save({ place: spoiled, expectedRevision: 1, who: 'somebody', why: 'EDIT' });
    await as(
      moderator,
      '/moderate/center',
      async (page) => {
        await page.getByText('いたずら').first().waitFor();
        await page.getByRole('button', { name: 'この時の内容にもどす' }).last().click();
        await page.getByText('前の内容にもどした').waitFor();
        expect((await stage.server.store.places.read('center'))?.description).not.toBe('いたずら');
      },
      { javaScriptEnabled: false },
    );
  });

  it('erases a telephone that was private from everywhere', () =>
    as(moderator, '/moderate/dinner', async (page) => {
      await page.getByText('03-0000-0001').first().waitFor();
      await page.getByRole('radio', { name: '電話・メール・FAX' }).check();
      await page.getByRole('button', { name: '消す', exact: true }).click();
      await page.getByText('直しました。').waitFor();
      expect(await page.getByText('03-0000-0001').count()).toBe(0);
      expect(JSON.stringify(await stage.server.store.places.history('dinner', 10))).not.toContain('03-0000-0001');
    }));

  it('makes one of two places by the address of the one that stays; the other address leads there', () =>
    as(moderator, '/moderate/nursery3', async (page) => {
      await page.getByLabel('残すほうのページのアドレスか番号').fill('https://ibasho.example.jp/places/nursery4');
      await page.getByRole('button', { name: '1つにする' }).click();
      await page.getByRole('heading', { level: 1, name: 'はと保育園5' }).waitFor();
      await page.goto(`${stage.server.url}/places/nursery3`);
      await page.getByRole('heading', { level: 1, name: 'はと保育園5' }).waitFor();
    }));
});
