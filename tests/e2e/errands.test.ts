import { describe, expect, it } from 'vitest';
import { DESKTOP, listed } from './errand.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const { go } = stage;

describe('a nine-year-old', () => {
  it('finds dinner tomorrow without an adult, and how to get there', () =>
    go({}, async (page) => {
      await page.getByRole('link', { name: 'ごはんを食べたい' }).click();
      await page.getByRole('button', { name: 'いつ' }).click();
      await page.getByRole('radio', { name: 'あした' }).check();
      await page.getByRole('button', { name: 'だれ' }).click();
      await page.getByRole('checkbox', { name: '9歳', exact: true }).check();
      await page.getByRole('checkbox', { name: '子どもだけで行ける' }).check();
      await page.getByRole('button', { name: '1か所を見る' }).click();
      expect(await listed(page)).toEqual(['ひまわり食堂']);
      expect(new URL(page.url()).search).toBe('?who=9&when=tomorrow&need=eat&alone=1');

      await page.getByRole('link', { name: 'ひまわり食堂' }).click();
      await page.getByRole('heading', { level: 1, name: 'ひまわり食堂' }).waitFor();
      for (const sentence of [
        '子どもだけで行ってもいいです。',
        '子どもは無料です。',
        'おとな: 300円',
        '予約はいりません。',
      ]) {
        await page.getByText(sentence, { exact: true }).waitFor();
      }
      const directions = page.getByRole('link', { name: '行きかたを見る' }).first();
      expect(await directions.getAttribute('href')).toContain('destination=35.709%2C139.753');
      expect(await directions.getAttribute('rel')).toContain('noreferrer');
    }));

  it('sees what is open now and walks in', () =>
    go({ start: '/?when=now' }, async (page) => {
      const places = await listed(page);
      expect(places).toContain('ひまわり食堂');
      expect(places).not.toContain('つきよ食堂');
      const card = page.getByRole('listitem').filter({ hasText: 'ひまわり食堂' });
      await card.getByText('開いています', { exact: false }).waitFor();
      await page.getByRole('link', { name: /申しこみがいるところも見る/ }).click();
      await page.getByRole('link', { name: 'もっと見る' }).click();
      await page.getByRole('link', { name: 'つきよ食堂' }).waitFor();
    }));

  it('is not told that all that needs no booking is open now', () =>
    go({}, async (page) => {
      const heading = page.getByRole('heading', { level: 2, name: /か所/ });
      expect(await heading.innerText()).toMatch(/^申しこまずに行けるところ/);
    }));

  it('reads on the page of a place whether it is open for a nine-year-old', () =>
    go({ start: '/?who=9&need=eat&when=now' }, async (page) => {
      await page.getByRole('link', { name: 'ひまわり食堂' }).click();
      await page.getByText('9歳のとき', { exact: true }).waitFor();
      await page.getByText('開いています', { exact: false }).first().waitFor();
      await page.goto(`${stage.server.url}/places/dinner?who=1`);
      await page.getByText('1歳のとき', { exact: true }).waitFor();
      expect(await page.getByText('開いています', { exact: false }).count()).toBe(0);
    }));

  it('is told which place to ask for its hours', () =>
    go({ start: '/?need=eat&when=today&who=9' }, async (page) => {
      await page.getByRole('link', { name: 'ほかに1か所、時間は聞いてみてね' }).click();
      await page.getByRole('link', { name: '「開いているか聞くところ」をはずす' }).waitFor();
      expect(await listed(page)).toEqual(['ときどき食堂']);
      await page.getByRole('link', { name: 'ときどき食堂' }).click();
      await page.getByText('日にちは、その時々です。行く前に聞いてください。').waitFor();
      await page.getByText('地図のしるしは「このあたり」です。', { exact: false }).waitFor();
    }));
});

describe('a mother with a baby', () => {
  const near = { geolocation: { latitude: 35.70052, longitude: 139.75049 }, permissions: ['geolocation'] };
  const spy = `window.asked = 0;
    const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...all) => { window.asked += 1; ask(...all); };`;

  it('finds what is near, asked for by a tap, and her position stays out of every address', () =>
    go({ ...near, before: spy, start: '/?who=baby' }, async (page) => {
      const sent: string[] = [];
      const addresses: string[] = [];
      page.on('request', (request) => {
        addresses.push(request.url(), request.headers().referer ?? '');
        sent.push(request.postData() ?? '');
      });
      expect(await page.evaluate('window.asked')).toBe(0);
      await page.getByRole('button', { name: '今いるところの近く', exact: true }).click();
      await page.getByRole('button', { name: '「今いるところの近く」をはずす' }).waitFor();
      await page.getByText('100m', { exact: true }).first().waitFor();
      expect((await listed(page))[0]).toBe('ぞうさんひろば');
      expect(sent.some((body) => body.includes('"latitude":35.701,"longitude":139.75'))).toBe(true);
      expect(sent.join()).not.toContain('35.7005');
      expect([...addresses, page.url()].filter((address) => /35\.7|139\.7/.test(address))).toEqual([]);

      await page.getByRole('button', { name: '「今いるところの近く」をはずす' }).click();
      await page.getByText('100m', { exact: true }).first().waitFor({ state: 'detached' });
    }));

  it('is told where the device does not say where she is', () =>
    go({ permissions: [] }, async (page) => {
      await page.getByRole('button', { name: '今いるところの近く', exact: true }).click();
      await page.getByText('今いるところがわかりませんでした。', { exact: false }).waitFor();
    }));

  it('finds a place for the baby and the seven-year-old together', () =>
    go({ start: '/?need=eat' }, async (page) => {
      await page.getByRole('button', { name: 'だれ' }).click();
      await page.getByRole('checkbox', { name: '1歳', exact: true }).check();
      await page.getByRole('checkbox', { name: '7歳', exact: true }).check();
      await page.waitForURL(/who=1&who=7/);
      await page.getByRole('heading', { name: '2か所みつかりました' }).waitFor();
      expect((await listed(page)).sort()).toEqual(['つきよ食堂', 'ときどき食堂'].sort());
    }));
});

describe('somebody who types', () => {
  it('chooses a town by keyboard and sees only what is there', () =>
    go({}, async (page) => {
      await page.getByRole('combobox').fill('大阪市中央');
      await page
        .getByRole('option', { name: /中央区/ })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/area=271284/);
      expect(await listed(page)).toEqual(['大阪あそびの館']);
    }));

  it('opens a place by its name', () =>
    go({}, async (page) => {
      await page.getByRole('combobox').fill('ぞうさん');
      await page.getByRole('option', { name: /ぞうさんひろば/ }).click();
      await page.getByRole('heading', { level: 1, name: 'ぞうさんひろば' }).waitFor();
    }));

  it('who finds nothing is told so, and what would find something, with how many', () =>
    go({ start: '/?q=ひまわり&kind=nursery' }, async (page) => {
      await page.getByRole('heading', { name: '見つかりませんでした' }).waitFor();
      await page.getByRole('link', { name: '「なに」をはずす 1か所' }).click();
      await page.getByRole('heading', { name: '1か所みつかりました' }).waitFor();
      expect(await listed(page)).toEqual(['ひまわり食堂']);
    }));
});

describe('a worried teenager', () => {
  it('meets the help lines beside a consultation need, numbers to tap', () =>
    go({ start: '/?need=listen' }, async (page) => {
      expect(await page.title()).not.toContain('話');
      await page
        .getByRole('link', { name: /つらいとき、話せる電話/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: '話せるところ' }).waitFor();
      const line = page.getByRole('link', { name: '0120-99-7777に電話する' });
      expect(await line.getAttribute('href')).toBe('tel:0120997777');
    }));

  it('sees a place that hides its address, without pin and without directions', () =>
    go({ start: '/places/shelter' }, async (page) => {
      await page.getByText('住所は公開していません').first().waitFor();
      expect(await page.getByRole('link', { name: '行きかたを見る' }).count()).toBe(0);
      expect(await page.content()).not.toContain('春日');
    }));
});

describe('anybody', () => {
  it('sees where the data of a place comes from and when it was confirmed', () =>
    go({ start: '/places/dinner', viewport: DESKTOP }, async (page) => {
      await page.getByRole('link', { name: '文京区 子ども食堂一覧' }).waitFor();
      for (const text of ['CC BY 4.0', '2026年10月1日', '2026年11月1日']) await page.getByText(text).waitFor();
    }));

  it('is told what is usual for the kind and not stated by the place', () =>
    go({ start: '/places/plaza' }, async (page) => {
      const sentence = page.getByRole('listitem').filter({ hasText: 'おとなといっしょに行きます。' });
      await sentence.getByText('ふつう', { exact: true }).waitFor();
    }));

  it('who follows a dead link reads so in friendly words, with a way back', () =>
    go({ start: '/places/gone' }, async (page) => {
      await page.getByRole('heading', { name: 'このページはありません' }).waitFor();
      await page.getByRole('link', { name: 'さがすページへ' }).click();
      await page.waitForURL(`${stage.server.url}/`);
    }));

  it('takes a filter off by its chip, and goes back by the browser', () =>
    go({ start: '/?need=eat&free=1' }, async (page) => {
      await page.getByRole('link', { name: '「子どもは無料」をはずす' }).click();
      await page.getByRole('heading', { name: '3か所みつかりました' }).waitFor();
      expect(new URL(page.url()).search).toBe('?need=eat');
      await page.goBack();
      await page.getByRole('heading', { name: '1か所みつかりました' }).waitFor();
      expect(new URL(page.url()).search).toBe('?need=eat&free=1');
      expect(await listed(page)).toEqual(['ひまわり食堂']);
    }));

  it('reads on: the list grows by twenty', () =>
    go({ start: '/?kind=nursery' }, async (page) => {
      expect(await listed(page)).toHaveLength(20);
      await page.getByRole('link', { name: 'もっと見る' }).click();
      await page.waitForURL(/n=40/);
      expect(await listed(page)).toHaveLength(24);
    }));

  it('switches to easy Japanese and to English, and is remembered', () =>
    go({}, async (page) => {
      await page.getByLabel('ことば / Language').click();
      await page.getByRole('link', { name: 'やさしいにほんご' }).click();
      await page.getByRole('heading', { level: 1, name: 'こどもと かぞくの いばしょを さがそう' }).waitFor();
      await page.goto(`${stage.server.url}/places/dinner`);
      await page.getByText('こどもだけで いっても いいです。').waitFor();
      expect(await page.locator('h1 ruby rt').innerText()).toBe('ひまわりしょくどう');
      await page.getByLabel('ことば / Language').click();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByText('Children may come without an adult.').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(new URL(page.url()).pathname).toBe('/places/dinner');
    }));
});
