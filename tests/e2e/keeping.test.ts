import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../server/accounts/jobs.ts';
import { hashOf } from '../../server/accounts/tokens.ts';
import { aPlace } from '../support/a-place.ts';
import { type BrowserSession, signedIn } from '../support/browser-session.ts';
import type { ErrandOptions } from './errand.ts';
import { actAs } from './person.ts';
import { openStage } from './stage.ts';

const DAY_MS = 86_400_000;
const stage = openStage();
const { go } = stage;
let operator: BrowserSession & { id: string };

beforeAll(async () => {
  operator = await signedIn(stage.server, 'operator@example.jp');
  await stage.server.store.operators.add('dinner', operator.id, new Date());
});

const as = (who: BrowserSession, start: string, run: (page: Page) => Promise<void>, options?: ErrandOptions) =>
  actAs(stage, who, start, run, options);
const LINK = `mutation ($id: ID!) { createClosureLink(input: { id: $id, label: "入口の壁" }) { url } }`;

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

describe('the mail that asks whether everything is still right', () => {
  /** The path of the mail's link to somebody who keeps two places that nobody confirmed for long. */
  async function mailedPath(): Promise<string> {
    const keeper = await signedIn(stage.server, 'keeper@example.jp');
    for (const id of ['far-east', 'far-west']) {
      const place = aPlace({ id, name: `${id}食堂`, confirmedAt: new Date(Date.now() - 100 * DAY_MS) });
      const saved = await stage.server.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
      if (saved) stage.server.people.publish(saved);
      await stage.server.store.operators.add(id, keeper.id, new Date());
    }
    await runJobs(stage.server.people, 'test', new Date());
    const mail = stage.server.mails.findLast(({ to }) => to === 'keeper@example.jp');
    return /\/confirm\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  }
  const confirmed = async (id: string) =>
    ((await stage.server.store.places.read(id))?.confirmedAt?.getTime() ?? 0) > Date.now() - DAY_MS;

  it('leads to what is shown, confirms by a tap and only its own places, and a tap on it later changes nothing', async () => {
    const path = await mailedPath();
    await go({ start: path, javaScriptEnabled: false }, async (page) => {
      await page.reload();
      expect(await confirmed('far-east')).toBe(false);
      const east = page.locator('section', { has: page.getByRole('heading', { name: 'far-east食堂' }) });
      await east.getByRole('button', { name: 'はい、ぜんぶ今のとおりです' }).click();
      await page.getByText('今日の日付で「たしかめた日」にしました。').waitFor();
      expect([await confirmed('far-east'), await confirmed('far-west')]).toEqual([true, false]);
    });
    await go({ start: path }, async (page) => {
      await page.getByRole('button', { name: 'はい、ぜんぶ今のとおりです' }).click();
      await page.getByRole('heading', { name: 'ありがとうございます' }).waitFor();
    });
    const revision = (await stage.server.store.places.read('far-west'))?.revision;
    await go({ start: path }, async (page) => {
      await page.getByText('たしかめてあります。').waitFor();
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    });
    expect((await stage.server.store.places.read('far-west'))?.revision).toBe(revision);
  });

  it('has a link that says so where it is wrong or too old', async () => {
    const old = { _id: hashOf('old'), placeIds: ['dinner'], accountId: operator.id };
    const askedAt = new Date(Date.now() - 90 * DAY_MS);
    await stage.server.store.once.keepConfirmation({ ...old, askedAt, expiresAt: new Date(Date.now() - DAY_MS) });
    for (const token of ['old', 'wrong'])
      await go({ start: `/confirm?token=${token}` }, async (page) => {
        await page.getByRole('heading', { name: 'このリンクは使えません' }).waitFor();
      });
  });
});
