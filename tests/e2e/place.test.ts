import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { PHONE } from './errand.ts';
import { openStage } from './stage.ts';

/** A Tuesday. */
const NOW = '2026-11-24T15:00:00+09:00';
const SITE = 'https://ibasho.example.jp';
const contact: Place['contact'] = {
  phones: [{ number: '03-0000-0001', note: '平日 10時〜16時' }],
  emails: [],
  url: null,
  fax: null,
};
/** 2nd and 4th Saturdays for certain, Wednesdays perhaps. */
const someDays = aSchedule(
  [
    aRule([6], [{ start: time('11:30'), end: time('13:30') }], { nth: [2, 4] }),
    aRule([3], [{ start: time('17:00'), end: null }], { certainty: 'IRREGULAR' }),
  ],
  { text: '第2・第4土曜 11:30〜13:30、水曜は不定期', certainty: 'USUAL', holidays: 'UNKNOWN' },
);

/** From Monday to Friday, but for holidays and the turn of the year. */
const weekdays = aSchedule([aRule([1, 2, 3, 4, 5], [{ start: time('10:00'), end: time('17:00') }])], {
  holidays: 'CLOSED',
  closures: [{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } }, reason: '年末年始' }],
});

/** Longer than a narrow phone is wide, above its name. */
const LONG_KANA = 'なぞのいばしょみんなのひみつきちほんこまごめ';

const places = [
  aPlace({
    id: 'dinner',
    name: 'ひまわり食堂',
    kana: 'ひまわりしょくどう',
    kinds: ['childrens-cafeteria'],
    activities: ['meal', 'talk'],
    features: ['barrier-free'],
    description:
      'あたたかいごはんを、みんなで作って食べる食堂です。\nアクセス：駅から5分、赤い屋根の家\n持ち物：上ばき',
    schedule: someDays,
    childAlone: true,
    access: 'DROP_IN',
    fee: { ...aPlace().fee, freeForChildren: true, adult: 300 },
    booking: { need: 'RECOMMENDED', deadlineMinutes: 1440, how: '電話' },
    contact,
    address: { text: '東京都文京区本駒込1-2-3', building: 'ひまわりビル2階', postalCode: '1130021' },
    location: { latitude: 35.709, longitude: 139.753, precision: 'EXACT' },
    operator: 'NPO法人ひまわり',
    worksWith: ['talk'],
  }),
  aPlace({
    id: 'mystery',
    name: 'なぞの居場所みんなのひみつきち本駒込',
    kana: LONG_KANA,
    kinds: ['third-place'],
    contact,
  }),
  aPlace({ id: 'talk', name: '子どもの相談室', kinds: ['child-guidance-center'], contact }),
  aPlace({ id: 'closing', name: '本町児童館', kinds: ['childrens-hall'], schedule: weekdays }),
  aPlace({
    id: 'visitor',
    name: 'うちにくる助産師さん',
    kinds: ['newborn-visit'],
    access: 'VISITS',
    serviceArea: ['131059', '011011'],
    contact,
  }),
  aPlace({ id: 'quiet', name: '電話のない家', kinds: ['third-place'], schedule: someDays }),
];

const stage = openStage({ server: { places, now: NOW } });
const { go } = stage;
const calendar = (page: Page) => page.getByRole('table', { name: /カレンダー/ });
/** What runs in the page: the edges of the calendar's days, and what is too low for a child's finger. */
const EDGES = `[...document.querySelectorAll('td a')].map((day) => getComputedStyle(day)).map((style) => style.borderStyle + ' ' + style.borderWidth)`;
const LOW = `[...document.querySelectorAll('main :is(a, button, summary, input)')]
  .filter((each) => each.getClientRects().length > 0)
  .map((each) => [each.textContent.trim(), each.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)`;

describe('the calendar of a place', () => {
  it('tells by word and shape which days are sure and which may be, and says nothing of the others', () =>
    go({ start: '/places/dinner' }, async (page) => {
      expect(await calendar(page).getByRole('link').allInnerTexts()).toEqual(['25\n聞く', '28\nある']);
      const borders = await page.evaluate(EDGES);
      expect(borders).toEqual(['dashed 2px', 'solid 2px']);
      expect(await calendar(page).locator('[aria-current="date"]').innerText()).toBe('24');
    }));

  it('shows the hours of a day that is tapped, without a request', () =>
    go({ start: '/places/dinner' }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await calendar(page).getByRole('link', { name: '28' }).click();
      await page.getByRole('status').getByText('11月28日（土）').waitFor();
      await page.getByRole('status').getByText('11:30〜13:30').waitFor();
      expect(asked).toEqual([]);
    }));

  it('turns to the next month and back, for the same people, and back in the browser leads to the list', () =>
    go({ start: '/?who=9&need=eat&hours=also-maybe' }, async (page) => {
      await page.getByRole('link', { name: 'ひまわり食堂' }).click();
      await page.getByRole('link', { name: '次の月' }).click();
      await page.getByRole('heading', { name: '2026年12月' }).waitFor();
      expect(page.url()).toContain('who=9');
      const days = await calendar(page).getByRole('link').allInnerTexts();
      expect(days.filter((day) => day.includes('ある'))).toEqual(['12\nある', '26\nある']);
      await page.getByRole('link', { name: '前の月' }).click();
      await page.getByRole('heading', { name: '2026年11月' }).waitFor();
      expect(await page.getByRole('link', { name: '前の月' }).count()).toBe(0);
      await page.goBack();
      await page.waitForURL(/need=eat/);
    }));

  it('works without JavaScript: months and days are links', () =>
    go({ start: '/places/dinner', javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: '次の月' }).click();
      await calendar(page).getByRole('link', { name: '12' }).click();
      await page.getByRole('status').getByText('11:30〜13:30').waitFor();
    }));

  it('shows the days on which it is closed, and says why', () =>
    go({ start: '/places/closing?month=2027-01', javaScriptEnabled: false }, async (page) => {
      const days = await calendar(page).getByRole('link').allInnerTexts();
      expect(days.filter((day) => day.includes('休み'))).toEqual(['1\n休み', '2\n休み', '3\n休み', '11\n休み']);
      await calendar(page).getByRole('link', { name: '2 休み', exact: true }).click();
      await page.getByRole('status').getByText('年末年始').waitFor();
      await calendar(page).getByRole('link', { name: '11 休み' }).click();
      await page.getByRole('status').getByText('成人の日').waitFor();
    }));

  it('is left out where nothing at all is known, and what is known is said', () =>
    go({ start: '/places/mystery' }, async (page) => {
      await page.getByText('開いている時間は、わかりません。').waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    }));
});

describe('the telephone', () => {
  it('opens a card with what to say, that closes by Escape and gives the focus back', () =>
    go({ start: '/places/mystery?who=9' }, async (page) => {
      const button = page.getByRole('link', { name: '電話で聞く' });
      await button.click();
      const card = page.getByRole('dialog', { name: '電話で聞いてみよう' });
      for (const sentence of ['なぞの居場所', 'あしたは、', 'いくらですか', 'です。', 'ありがとうございました。']) {
        await card.locator('b', { hasText: sentence }).first().waitFor();
      }
      await card.getByText('今日、開いているか聞く').waitFor();
      await card.getByText('行ってもいいか聞く').waitFor();
      expect(await card.locator('b', { hasText: /^9/ }).innerText()).toContain('9');
      expect(await card.getByRole('link', { name: '03-0000-0001に電話する' }).getAttribute('href')).toBe(
        'tel:0300000001',
      );
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'hidden' });
      expect(await page.locator(':focus').innerText()).toContain('電話で聞く');
    }));

  it('asks only what is not known: of this place neither cost nor whether children may come alone', () =>
    go({ start: '/places/dinner' }, async (page) => {
      await page.getByRole('link', { name: '電話で聞く' }).click();
      const card = page.getByRole('dialog');
      await card.getByText('予約する').waitFor();
      expect(await card.locator('b rt').first().innerText()).toBe('ひまわりしょくどう');
      expect(await card.getByText('お金を聞く').count()).toBe(0);
      expect(await card.getByText('子どもだけで行けるか聞く').count()).toBe(0);
    }));

  it('says the sentences in English with how they sound', () =>
    go({ start: '/voice/en?back=/places/dinner' }, async (page) => {
      await page.getByRole('link', { name: 'Call and ask' }).click();
      const card = page.getByRole('dialog');
      await card.getByText('Are you open tomorrow?').waitFor();
      await card.getByText('Ashita wa, aite imasu ka.').waitFor();
      await card.getByText('Moshimoshi. Himawarishokudou desu ka.').waitFor();
    }));

  it('of a place for consultation asks to be listened to, without a name', () =>
    go({ start: '/places/talk' }, async (page) => {
      await page.getByRole('link', { name: '電話で聞く' }).click();
      await page.getByText('話したいと言う').waitFor();
      await page.getByText('名前を言いたくないとき').waitFor();
      expect(await page.getByText('お金を聞く').count()).toBe(0);
    }));

  it('is a part of the page without JavaScript, and can be left again', () =>
    go({ start: '/places/dinner', javaScriptEnabled: false }, async (page) => {
      const number = page.getByRole('link', { name: '03-0000-0001に電話する' });
      expect(await number.isVisible()).toBe(false);
      await page.getByRole('link', { name: '電話で聞く' }).click();
      await number.waitFor();
      await page.getByRole('link', { name: 'とじる' }).click();
      await number.waitFor({ state: 'hidden' });
    }));

  it('is not offered where there is none', () =>
    go({ start: '/places/quiet' }, async (page) => {
      expect(await page.getByRole('link', { name: '電話で聞く' }).count()).toBe(0);
    }));
});

describe('the way there', () => {
  it('is told in minutes and direction once somebody says where they are, and nobody else learns it', () =>
    go(
      {
        start: '/places/dinner',
        geolocation: { latitude: 35.70052, longitude: 139.753 },
        permissions: ['geolocation'],
      },
      async (page) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
        await page.getByRole('button', { name: 'ここから歩いて何分？' }).click();
        await page.getByText('ここから歩いて19分ぐらい').waitFor();
        await page.getByText('北のほう').waitFor();
        expect(sent.filter((text) => /35\.70/.test(text))).toEqual([]);
      },
    ));

  it('has the landmarks, what to bring and other maps', () =>
    go({ start: '/places/dinner' }, async (page) => {
      await page.getByText('駅から5分、赤い屋根の家', { exact: true }).waitFor();
      await page.getByText('上ばき', { exact: true }).waitFor();
      const links = ['OpenStreetMap', 'Appleマップ', '地図アプリ'].map((name) =>
        page.getByRole('link', { name, exact: true }),
      );
      for (const link of links) expect(await link.getAttribute('href')).toMatch(/35\.709(%2C|,)139\.753/);
    }));
});

describe('the name of a place', () => {
  it('has its reading below it, above it in easy Japanese, and in Latin letters in English', async () => {
    await go({ start: '/places/dinner' }, async (page) => {
      await page.getByText('ひまわりしょくどう', { exact: true }).first().waitFor();
    });
    await go({ start: '/voice/ja-easy?back=/places/dinner' }, async (page) => {
      expect(await page.locator('h1 rt').innerText()).toBe('ひまわりしょくどう');
    });
    await go({ start: '/voice/en?back=/places/dinner' }, async (page) => {
      await page.getByText('Himawarishokudou', { exact: true }).waitFor();
    });
  });

  it('and the words of the operator break between phrases only', () =>
    go({ start: '/places/dinner' }, async (page) => {
      const words = page.getByText('あたたかいごはんを、みんなで作って食べる食堂です。');
      const wordBreak = "getComputedStyle(document.querySelector('.description span')).wordBreak";
      expect(await page.evaluate(wordBreak)).toBe('keep-all');
      expect(await words.locator('wbr').count()).toBeGreaterThan(2);
    }));
});

describe('where a place is', () => {
  it('of a service that comes to the house is where it comes to, in the letters of the reader', async () => {
    const towns = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem').allInnerTexts();
    await go({ start: '/places/visitor' }, async (page) => {
      expect(await towns(page, '来てくれる市区町村')).toEqual(['東京都文京区', '北海道札幌市中央区']);
    });
    await go({ start: '/voice/en?back=/places/visitor' }, async (page) => {
      expect(await towns(page, 'Towns they come to')).toEqual(['Bunkyo-ku, Tokyo', 'Chuo-ku (Sapporo-shi), Hokkaido']);
    });
  });

  it('is said in English in Latin letters, beside the address to show to people', async () => {
    await go({ start: '/voice/en?back=/places/dinner' }, async (page) => {
      await page.getByText('Bunkyo-ku, Tokyo', { exact: true }).waitFor();
      await page.getByText('東京都文京区本駒込1-2-3').first().waitFor();
    });
    await go({ start: '/voice/en?back=/%3Fq%3Dbunkyo' }, async (page) => {
      await page.getByRole('combobox').fill('bunkyo');
      await page.getByRole('option', { name: 'Bunkyo-ku 文京区' }).click();
      await page
        .getByRole('button', { name: /Bunkyo-ku/ })
        .or(page.getByRole('link', { name: /Bunkyo-ku/ }))
        .first()
        .waitFor();
      await page.getByText('Bunkyo-ku, Tokyo · 東京都文京区本駒込1-2-3').waitFor();
    });
  });
});

describe('keeping and passing on', () => {
  it('offers the calendar file, which has the same sessions', () =>
    go({ start: '/places/dinner' }, async (page) => {
      const link = page.getByRole('link', { name: 'カレンダーに入れる' });
      const response = await fetch(stage.server.url + ((await link.getAttribute('href')) ?? ''));
      expect(response.headers.get('content-type')).toContain('text/calendar');
      expect(await response.text()).toContain('20261128T113000');
    }));

  it('has the same code for whoever opens it and for whoever comes from the list, for who opens another then too', async () => {
    const code = async (page: Page, id: string) => {
      const svg = page.locator(`svg.qr[data-url="${SITE}/places/${id}"]`);
      return svg.locator('path').getAttribute('d');
    };
    let opened: string | null = null;
    await go({ start: '/places/dinner' }, async (page) => {
      opened = await code(page, 'dinner');
    });
    expect(opened).toMatch(/^M4 4h1v1h-1z/);
    await go({ start: '/?need=eat&hours=also-maybe' }, async (page) => {
      await page.getByRole('link', { name: 'ひまわり食堂' }).click();
      expect(await code(page, 'dinner')).toBe(opened);
      await page.getByRole('link', { name: '子どもの相談室' }).click();
      expect(await code(page, 'talk')).not.toBe(opened);
    });
  });

  it('sends the public address without what was searched', () =>
    go(
      {
        start: '/places/dinner?who=9',
        before: 'navigator.share = async (data) => { window.shared = data; };',
      },
      async (page) => {
        await page.getByRole('button', { name: '友だちや家族に教える' }).click();
        await page.waitForFunction('window.shared');
        expect(await page.evaluate('window.shared')).toEqual({ title: 'ひまわり食堂', url: `${SITE}/places/dinner` });
      },
    ));

  it('copies the address where a device has no sheet for sending', () =>
    go({ start: '/places/dinner?who=9', permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.getByRole('button', { name: 'アドレスをコピー' }).click();
      await page.getByText('コピーしました').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${SITE}/places/dinner`);
    }));

  it('marks the address to be copied by hand where the clipboard is closed to us', () =>
    go(
      {
        start: '/places/dinner',
        before: 'navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));',
      },
      async (page) => {
        await page.getByRole('button', { name: 'アドレスをコピー' }).click();
        await page.waitForFunction(
          'getSelection().toString().includes("/places/dinner") || document.activeElement.tagName === "INPUT"',
        );
      },
    ));

  it('prints on one sheet of A5 in each voice, with its QR code', async () => {
    for (const voice of ['ja', 'ja-easy', 'en']) {
      await go({ start: `/voice/${voice}?back=/places/dinner` }, async (page) => {
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect({ voice, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length }).toEqual({ voice, pages: 1 });
        // A5 in points: 148 × 210 mm.
        const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([420, 595]);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('svg.qr').isVisible()).toBe(true);
        expect(await page.getByText(`${SITE}/places/dinner`).isVisible()).toBe(true);
        expect(await page.getByText('東京都文京区本駒込1-2-3').isVisible()).toBe(true);
      });
    }
  });
});

describe('a place for everybody', () => {
  it.each(['ja', 'ja-easy', 'en'])(
    'in %s no line is wider than a phone of 320 pixels, however long the name',
    (voice) =>
      go({ start: `/voice/${voice}?back=/places/mystery`, viewport: { width: 320, height: 640 } }, async (page) => {
        const wide = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(await wide()).toBe(0);
        await page.locator('a.call').click();
        expect(await wide()).toBe(0);
        await page.goto(
          `${stage.server.url}/?q=${encodeURIComponent('ひみつきち')}&hours=also-maybe&access=any&unstated=1`,
        );
        expect(await page.getByRole('link', { name: /なぞの居場所/ }).count()).toBeGreaterThan(0);
        expect(await wide()).toBe(0);
      }),
  );

  it('in forced colours a sure day has an edge, as a maybe day has', () =>
    go({ start: '/places/dinner', forcedColors: 'active' }, async (page) => {
      const edges = await page.evaluate(EDGES);
      expect(edges).toEqual(['dashed 2px', 'solid 2px']);
    }));

  it('everything to tap is at least 44 pixels high, on the page and on the card', () =>
    go({ start: '/places/dinner', viewport: PHONE }, async (page) => {
      const small = () => page.evaluate(LOW);
      expect(await small()).toEqual([]);
      await page.locator('a.call').click();
      expect(await small()).toEqual([]);
    }));
});
