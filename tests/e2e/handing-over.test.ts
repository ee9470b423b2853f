import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { actAs, signIn } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;
let moderator: BrowserSession;
let first: BrowserSession & { id: string };

beforeAll(async () => {
  moderator = await moderatorOf(stage.server, 'moderator@example.jp', '131059');
  first = await signedIn(stage.server, 'first@example.jp');
  await stage.server.store.operators.add('dinner', first.id, new Date());
});

const as = (who: BrowserSession, start: string, run: (page: Page) => Promise<void>) => actAs(stage, who, start, run);
const keepers = async (id: string) => (await stage.server.store.operators.of(id)).map(({ accountId }) => accountId);

describe('an imported place', () => {
  it('is claimed from its page with a word on who one is, and kept once the moderator agrees', async () => {
    const staff = await signedIn(stage.server, 'staff@example.jp');
    await as(staff, '/places/plaza', async (page) => {
      await page.getByRole('link', { name: 'この場所の担当の方へ' }).click();
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('入力してください。').waitFor();
      await page.getByLabel('この場所との関係').fill('ひろばの職員です。03-0000-0000に電話してください');
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('たしかめたら、メールで知らせます。').waitFor();
    });
    expect(await keepers('plaza')).toEqual([]);
    await as(moderator, '/moderate', async (page) => {
      const card = page.getByRole('article', { name: 'ぞうさんひろば' });
      await card.getByText('ひろばの職員です。').waitFor();
      await card.getByRole('button', { name: '担当にする' }).click();
      await page.getByText('決めました。').waitFor();
    });
    expect(await keepers('plaza')).toEqual([staff.id]);
    await as(staff, '/my', async (page) => {
      await page.getByRole('article').filter({ hasText: 'ぞうさんひろば' }).getByText('公開中').waitFor();
    });
  });
});

describe('a place', () => {
  it('is handed over: one invites, the other signs in by the mail and keeps it, the first leaves by two presses', async () => {
    await as(first, '/my/dinner', async (page) => {
      await page.getByLabel('担当の人をふやす').fill('second@example.jp');
      await page.getByRole('button', { name: '知らせる', exact: true }).click();
      await page.getByRole('status').getByText('知らせました。').waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'second@example.jp' })
        .getByText('まだサインインしていません')
        .waitFor();
    });
    expect(stage.server.mails.at(-1)).toMatchObject({ to: 'second@example.jp' });
    await go({ start: '/sign-in' }, async (page) => {
      await signIn(page, stage.server, 'second@example.jp');
      await page.getByRole('article').filter({ hasText: 'ひまわり食堂' }).getByText('公開中').waitFor();
    });
    await as(first, '/my/dinner', async (page) => {
      await page.getByText('second@example.jp', { exact: true }).waitFor();
      await page.getByText('担当をやめる', { exact: true }).click();
      await page.getByRole('button', { name: 'はい、担当をやめます' }).click();
      await page.getByText('担当をやめました。').waitFor();
      await page.getByText('まだ場所がありません。').waitFor();
    });
    const [left, ...others] = await keepers('dinner');
    expect(others).toEqual([]);
    expect(left).not.toBe(first.id);
  });
});

describe('the draft of a new place', () => {
  it('says whom a service without a door serves, and is thrown away by two presses', async () => {
    const writer = await signedIn(stage.server, 'visits@example.jp');
    await as(writer, '/register', async (page) => {
      await page.getByRole('button', { name: 'はじめから自分で書く' }).click();
      await page.getByLabel('場所の名前').fill('おうちサポート');
      await page.getByRole('checkbox', { name: '訪問家事支援' }).check();
      await page.getByRole('button', { name: '保存して、つぎへ' }).click();
      await page.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
      expect(await page.getByLabel('来てくれる市区町村').isVisible()).toBe(false);
      await page.getByRole('radio', { name: '決まった場所はない' }).check();
      expect(await page.getByLabel('住所', { exact: true }).isVisible()).toBe(false);
      await page.getByLabel('来てくれる市区町村').fill('文京区、台東区');
      await page.getByRole('button', { name: '保存して、つぎへ' }).click();
      await page.getByRole('heading', { level: 1, name: 'だれ' }).waitFor();
      await page.getByRole('link', { name: 'たしかめる' }).click();
      await page.getByText('来てくれる市区町村: 文京区、台東区').waitFor();
      await page.goto(`${stage.server.url}/my`);
      await page.getByText('下書きを捨てる').click();
      await page.getByRole('button', { name: 'はい、下書きを捨てます' }).click();
      await page.getByText('下書きを捨てました。').waitFor();
      await page.getByText('まだ場所がありません。').waitFor();
    });
  });
});

describe('an account', () => {
  it('gives its data as a file and is deleted with the address typed; its session is over', async () => {
    const leaving = await signedIn(stage.server, 'leaving@example.jp');
    await as(leaving, '/my/account', async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'わたしのデータを受け取る（JSON）' }).click(),
      ]);
      const data = JSON.parse(await readFile(await download.path(), 'utf8')) as { account: { email: string }[] };
      expect(data.account[0]?.email).toBe('leaving@example.jp');
      const field = page.getByLabel('たしかめるため、メールアドレスを入れてください');
      await field.fill('somebody@example.jp');
      await page.getByRole('button', { name: 'アカウントを消す' }).click();
      await page.getByText('このアカウントのメールアドレスを入れてください。').waitFor();
      expect(await stage.server.store.accounts.byId(leaving.id)).not.toBeNull();
      await field.fill('leaving@example.jp');
      await page.getByRole('button', { name: 'アカウントを消す' }).click();
      await page.getByText('アカウントを消しました。').waitFor();
      await page.goto(`${stage.server.url}/my`);
      await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    });
    expect(await stage.server.store.accounts.byId(leaving.id)).toBeNull();
  });
});
