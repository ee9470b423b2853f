import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { DESKTOP, type ErrandOptions } from './errand.ts';
import { enter } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;
let operator: BrowserSession & { id: string };
let moderator: BrowserSession;

beforeAll(async () => {
  operator = await signedIn(stage.server, 'operator@example.jp');
  await stage.server.store.operators.add('dinner', operator.id, new Date());
  moderator = await moderatorOf(stage.server, 'moderator@example.jp', '131059');
});

const as = (who: BrowserSession, start: string, run: (page: Page) => Promise<void>, options: ErrandOptions = {}) =>
  go({ ...options, start: '/help' }, async (page) => {
    await enter(page, who);
    await page.goto(stage.server.url + start);
    await run(page);
  });
const SAVE = `mutation ($input: SavePlaceInput!) { savePlace(input: $input) { myPlace { id } userErrors { message } } }`;
const SUBMIT = `mutation ($id: ID!) { submitPlace(input: { id: $id, notDuplicate: true }) { userErrors { message } } }`;
const LINK = `mutation ($id: ID!) { createClosureLink(input: { id: $id, label: "入口の壁" }) { url } }`;

/** A new place that waits for review; its id. */
async function waitingPlace(name: string): Promise<string> {
  const place = { name, kinds: ['childrens-cafeteria'], address: { text: '東京都文京区春日1-16-21' } };
  const saved = await operator.answer<{ savePlace: { myPlace: { id: string } } }>(SAVE, {
    input: { revision: 0, place },
  });
  const { id } = saved.savePlace.myPlace;
  await operator.answer(SUBMIT, { id });
  return id;
}

async function closurePath(): Promise<string> {
  const made = await operator.answer<{ createClosureLink: { url: string } }>(LINK, { id: 'dinner' });
  const { pathname, search } = new URL(made.createClosureLink.url);
  return pathname + search;
}

describe('keeping a place true', () => {
  it('"closed today" is one tap, stands on the public page, and is taken back by one more', () =>
    as(operator, '/my', async (page) => {
      const card = page.getByRole('article').filter({ hasText: 'ひまわり食堂' });
      await card.getByRole('button', { name: '今日は休みます' }).click();
      await page.getByText('知らせました。公開ページに出ています。').waitFor();
      await page.goto(`${stage.server.url}/places/dinner`);
      await page.getByText('閉まっています').first().waitFor();
      await page.goto(`${stage.server.url}/my/dinner`);
      await page.getByRole('button', { name: '取り消す' }).click();
      await page.getByText('取り消しました。').waitFor();
      await page.goto(`${stage.server.url}/places/dinner`);
      await page.getByText('開いています').first().waitFor();
    }));

  it('a wall link lets a helper without account or JavaScript say "closed tomorrow"; revoked, it does nothing', async () => {
    const start = await closurePath();
    await go({ start, javaScriptEnabled: false }, async (page) => {
      await page.getByRole('radio', { name: 'あした' }).check();
      await page.getByRole('radio', { name: '台風・大雨のため' }).check();
      await page.getByRole('button', { name: '「休みます」と知らせる' }).click();
      await page.getByText('あしたは休みだと、公開ページに出ています。').waitFor();
    });
    const closures = (await stage.server.store.places.read('dinner'))?.schedule.closures ?? [];
    expect(closures.map(({ reason }) => reason)).toContain('台風・大雨のため');
    await as(operator, '/my/dinner', async (page) => {
      await page.getByText('壁のリンクから').waitFor();
      await page.getByRole('button', { name: '使えなくする' }).click();
      await page.getByText('このリンクは、もう使えません。').waitFor();
    });
    await go({ start }, (page) => page.getByRole('heading', { name: 'このリンクは使えません' }).waitFor());
  });

  it('"all still right" is one tap with the day of today, and can be undone', () =>
    as(operator, '/my/dinner', async (page) => {
      const before = (await stage.server.store.places.read('dinner'))?.confirmedAt?.getTime() ?? 0;
      await page.getByRole('button', { name: 'ぜんぶ今のとおりです' }).click();
      await page.getByText('ありがとうございます。').waitFor();
      expect((await stage.server.store.places.read('dinner'))?.confirmedAt?.getTime()).toBeGreaterThan(before);
      await page.getByRole('button', { name: '取り消す' }).first().click();
      await page.getByText('取り消しました。').waitFor();
      expect((await stage.server.store.places.read('dinner'))?.confirmedAt?.getTime() ?? 0).toBe(before);
    }));

  it('a new wall link is shown once with its QR code', () =>
    as(operator, '/my/dinner', async (page) => {
      await page.getByLabel('どこにはりますか').fill('げたばこ');
      await page.getByRole('button', { name: '新しいリンクを作る' }).click();
      await page.getByRole('img', { name: '休みを知らせるQR' }).waitFor();
      await page.getByText('https://ibasho.example.jp/closed?token=').waitFor();
    }));

  it('a photo is sent, described and taken off again without JavaScript', () =>
    as(
      operator,
      '/register/dinner/photo',
      async (page) => {
        const colour = { width: 60, height: 40, channels: 3, background: '#b93d0a' } as const;
        const buffer = await sharp({ create: colour }).jpeg().toBuffer();
        await page.getByLabel('写真を選ぶ').setInputFiles({ name: 'room.jpg', mimeType: 'image/jpeg', buffer });
        await page.getByRole('button', { name: '写真を送る' }).click();
        await page.getByLabel('写真にうつっているもの').fill('木の机のある部屋');
        await page.getByRole('button', { name: '保存する' }).click();
        const photo = page.getByRole('img', { name: '木の机のある部屋' });
        await photo.waitFor();
        // As high as a picture of this shape is at this width: it was loaded and drawn.
        expect((await photo.boundingBox())?.height).toBeCloseTo((200 * 40) / 60, 0);
        await page.getByText('たしかめてから公開します').waitFor();
        const script = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') };
        await page.getByLabel('写真を選ぶ').setInputFiles(script);
        await page.getByRole('button', { name: '写真を送る' }).click();
        await page.getByText('この写真は使えませんでした。').waitFor();
        await page.getByRole('button', { name: 'この写真を消す' }).click();
        await page.getByText('なくてもいいです。').waitFor();
      },
      { javaScriptEnabled: false },
    ));

  it('the flyer is one A4 page', () =>
    as(operator, '/my/dinner/flyer', async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }));
});

describe('a visitor', () => {
  it('tells what is wrong with a place without an account, and a frightened one is led to help', () =>
    go({ start: '/places/dinner', javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'まちがいを知らせる' }).click();
      await page.getByRole('radio', { name: 'こわいこと、いやなことがあった' }).check();
      await page.getByLabel('くわしく').fill('知らない人についてこられた');
      await page.getByRole('button', { name: '知らせる', exact: true }).click();
      await page.getByRole('heading', { name: 'ありがとうございます' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: '話したい' }).waitFor();
    }));

  it('without an account is led from "my places" to the sign-in, and sees nothing of the moderators', async () => {
    await go({ start: '/my/dinner' }, (page) => page.getByRole('heading', { name: 'サインイン' }).waitFor());
    await as(operator, '/moderate', (page) => page.getByText('地域の担当の人だけが見られます').waitFor());
  });
});

describe('a moderator', () => {
  it('asks back by keyboard with a reason that its operator gets, then approves, and the place is public', async () => {
    const id = await waitingPlace('つくし食堂');
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
        await page.keyboard.press('r');
        await page.keyboard.type('電話番号を教えてください');
        await reviews.getByRole('button', { name: '聞きかえす' }).click();
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
      await page.getByText('公開中').waitFor();
    }));

  it('moves a pin with the arrow buttons', () =>
    as(moderator, '/moderate/plaza', async (page) => {
      const before = (await stage.server.store.places.read('plaza'))?.location?.latitude ?? 0;
      await page.getByRole('button', { name: '北へ' }).click();
      await page.getByRole('button', { name: 'この場所にピンを置く' }).click();
      await page.getByText('直しました。').waitFor();
      const after = (await stage.server.store.places.read('plaza'))?.location?.latitude ?? 0;
      expect((after - before) * 111_320).toBeCloseTo(20, 0);
    }));
});
