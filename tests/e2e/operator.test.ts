import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lastMail, signedIn } from '../support/browser-session.ts';
import { enter, signIn, startDraft, waitingPlace } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;
const next = (page: Page) => page.getByRole('button', { name: '保存して、つぎへ' }).click();

/** A waiting place of somebody new, at the table of its days, with the first row of it. */
async function openTable(page: Page, email: string) {
  const person = await signedIn(stage.server, email);
  const id = await waitingPlace(person, 'ひょうの食堂');
  await enter(page, person);
  await page.goto(`${stage.server.url}/register/${id}/when`);
  await page.getByText('表で入れる').first().click();
  await page.getByRole('radio', { name: '表で入れたものを使う' }).check();
  return { id, rule: page.getByRole('group', { name: '1つめ' }) };
}

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
      await signIn(page, stage.server, 'code@example.jp');
      expect(new URL(page.url()).pathname).toBe('/register');
    }));

  it('by the link takes a tap: opening the address alone uses nothing up', () =>
    go({ start: '/sign-in' }, async (page) => {
      await page.getByLabel('メールアドレス').fill('link@example.jp');
      await page.getByRole('button', { name: 'メールを送ってもらう' }).click();
      await page.getByRole('heading', { name: 'メールを見てください' }).waitFor();
      const link = `${stage.server.url}/sign-in?token=${lastMail(stage.server, 'link@example.jp').token}`;
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
      const { code } = lastMail(stage.server, 'wrong@example.jp');
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
      await signIn(page, stage.server, 'komorebi@example.jp');
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

  it('days and times are built from a table where no text says them, and stand in the calendar', () =>
    go({ start: '/sign-in' }, async (page) => {
      const { id, rule } = await openTable(page, 'grid@example.jp');
      await rule.getByRole('checkbox', { name: '土', exact: true }).check();
      for (const week of ['第2', '第4']) await rule.getByRole('checkbox', { name: week }).check();
      await rule.getByLabel('始まり').first().fill('13:00');
      await rule.getByLabel('終わり').first().fill('11:00');
      await next(page);
      await page.getByText('終わりの時刻は、始まりのあとにしてください。').first().waitFor();
      expect(await rule.getByRole('checkbox', { name: '第4' }).isChecked()).toBe(true);
      await rule.getByLabel('終わり').first().fill('15:30');
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'お金・予約' }).waitFor();
      await page.goto(`${stage.server.url}/register/${id}/check`);
      await page.getByText('第2・第4土曜 13:00〜15:30').waitFor();
    }));

  it('a closing day of the week moves past a holiday where there is one, and says so at its field where there is none', () =>
    go({ start: '/sign-in' }, async (page) => {
      const { id, rule } = await openTable(page, 'monday@example.jp');
      await rule.getByRole('checkbox', { name: '土', exact: true }).check();
      await rule.getByLabel('始まり').first().fill('10:00');
      await rule.getByLabel('終わり').first().fill('17:00');
      const moves = page.getByRole('radio', { name: 'いつも休む曜日でも開いて、次の日に休む' });
      await moves.check();
      await next(page);
      const holidays = page.getByRole('group', { name: '祝日' });
      await holidays.getByText('いつも休む曜日が、週に 1 日か 2 日になるように').waitFor();
      expect(await moves.isChecked()).toBe(true);
      for (const day of ['火', '水', '木', '金', '日'])
        await rule.getByRole('checkbox', { name: day, exact: true }).check();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'お金・予約' }).waitFor();
      await page.goto(`${stage.server.url}/register/${id}/check`);
      await page.getByText('休み: 毎週月曜（祝日なら開き、次の平日が休み）').waitFor();
    }));

  it('the day after a holiday is a closing day, which stands in the table again when one comes back', () =>
    go({ start: '/sign-in' }, async (page) => {
      const { id, rule } = await openTable(page, 'after@example.jp');
      await rule.getByRole('checkbox', { name: '土', exact: true }).check();
      const after = page.getByLabel('祝日の次の日');
      await after.selectOption('休み（その日も祝日なら開く）');
      await page.getByRole('radio', { name: '休む', exact: true }).check();
      await next(page);
      await page.getByText('祝日に休むなら、祝日の翌日が祝日のときに開くことはできません。').first().waitFor();
      await page.getByRole('radio', { name: 'いつもどおり開く' }).check();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'お金・予約' }).waitFor();
      await page.goto(`${stage.server.url}/register/${id}/when`);
      expect(await after.inputValue()).toBe('CLOSED_UNLESS_HOLIDAY');
      await page.goto(`${stage.server.url}/register/${id}/check`);
      await page.getByText('休み: 祝日の翌日（祝日のときを除く）').waitFor();
    }));
});

describe('nothing typed is lost', () => {
  it('where the network is cut: the device keeps it, and sends it when the network is back', () =>
    go({ start: '/sign-in', mayLoseNetwork: true }, async (page) => {
      await signIn(page, stage.server, 'train@example.jp');
      await startDraft(page, stage.server);
      await page.getByLabel('場所の名前').fill('でんしゃ食堂');
      await page.getByRole('checkbox', { name: 'こども食堂' }).check();
      await page.context().setOffline(true);
      await next(page);
      await page.getByText('つながっていません。').waitFor();
      expect(await page.getByLabel('場所の名前').inputValue()).toBe('でんしゃ食堂');
      await page.context().setOffline(false);
      await page.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
      await page.getByRole('link', { name: 'なに', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'なに' }).waitFor();
      expect(await page.getByLabel('場所の名前').inputValue()).toBe('でんしゃ食堂');
      expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("ibasho-kept:"))')).toEqual(
        [],
      );
    }));

  it('where the session has ended: signing in again leads back to what was typed', () =>
    go({ start: '/sign-in' }, async (page) => {
      await signIn(page, stage.server, 'late@example.jp');
      await startDraft(page, stage.server);
      await page.getByLabel('場所の名前').fill('よふかし食堂');
      await page.getByRole('checkbox', { name: 'こども食堂' }).check();
      await page.context().clearCookies();
      await next(page);
      await page.getByText('サインインの期限が切れました。').waitFor();
      await page.getByRole('link', { name: 'サインインする' }).click();
      await page.waitForURL(/sign-in/);
      await signIn(page, stage.server, 'late@example.jp');
      await page.getByText('この端末に残っていた入力を戻しました。').waitFor();
      expect(await page.getByLabel('場所の名前').inputValue()).toBe('よふかし食堂');
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
    }));

  it('where two people change one place: the difference is shown and nothing overwritten unseen', async () => {
    const [one, two] = [await signedIn(stage.server, 'one@example.jp'), await signedIn(stage.server, 'two@example.jp')];
    for (const { id } of [one, two]) await stage.server.store.operators.add('dinner', id, new Date());
    await go({ start: '/sign-in' }, async (first) => {
      await enter(first, one);
      await first.goto(`${stage.server.url}/register/dinner/what`);
      await first.getByLabel('どんなところ？').fill('いちばんの人の文');
      await go({ start: '/sign-in' }, async (second) => {
        await enter(second, two);
        await second.goto(`${stage.server.url}/register/dinner/what`);
        await second.getByLabel('どんなところ？').fill('にばんの人の文');
        await next(second);
        await second.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
        await second.goto(`${stage.server.url}/register/dinner/check`);
        await second.getByRole('button', { name: '送る' }).click();
        await second.getByText('公開ページに出ました。').waitFor();
        await second.getByText('変えたこと', { exact: true }).click();
        expect(await second.getByRole('button', { name: '取り消す' }).count()).toBe(2);
      });
      await next(first);
      await first.getByText('ほかの人（またはほかの端末）が、先に変えました').waitFor();
      await first.getByText('にばんの人の文').waitFor();
      expect(await first.getByLabel('どんなところ？').inputValue()).toBe('いちばんの人の文');
      expect((await stage.server.store.places.read('dinner'))?.description).toBe('にばんの人の文');
      await first.getByRole('button', { name: '違いを見ました。' }).click();
      await first.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
    });
  });
});

describe('without JavaScript', () => {
  const off = { javaScriptEnabled: false };

  it('one signs in, registers in steps, is told at the field what to mend, and sends', () =>
    go({ ...off, start: '/sign-in' }, async (page) => {
      await signIn(page, stage.server, 'plain@example.jp');
      await startDraft(page, stage.server);
      const id = new URL(page.url()).pathname.split('/')[2] ?? '';
      await next(page);
      const name = page.getByLabel('場所の名前');
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('どんなところ？').fill('みんなで食べます');
      await name.fill('しろうさぎ食堂');
      await page.getByRole('checkbox', { name: 'こども食堂' }).check();
      await next(page);
      await page.getByRole('heading', { level: 1, name: 'どこ' }).waitFor();
      await page.getByLabel('住所', { exact: true }).fill('東京都文京区春日1-16-21');
      await page.getByRole('button', { name: '住所を地図に出す' }).click();
      await page.getByText('東京都文京区 までは').waitFor();
      await next(page);
      await page.goto(`${stage.server.url}/register/${id}/when`);
      await page.getByLabel('日にちと時間').fill('第2・第4土曜 11:30〜13:30');
      await page.getByRole('button', { name: '読み取って、たしかめる' }).click();
      await page.getByRole('table').first().waitFor();
      await next(page);
      await page.getByLabel('おとな').fill('三百');
      await page.getByLabel('料金のくわしいこと').fill('お皿あらいの人は無料');
      await next(page);
      await page.getByText('数字で書いてください。').waitFor();
      expect(await page.getByLabel('おとな').inputValue()).toBe('三百');
      expect(await page.getByLabel('料金のくわしいこと').inputValue()).toBe('お皿あらいの人は無料');
      await page.getByLabel('おとな').fill('３００円');
      await next(page);
      await page.goto(`${stage.server.url}/register/${id}/check`);
      await page.getByText('おとな 300円').waitFor();
      await page.getByRole('button', { name: '送る' }).click();
      await page.getByText('地域の担当の人がたしかめます。').waitFor();
      expect((await stage.server.store.places.read(id))?.status).toBe('PENDING');
    }));
});
