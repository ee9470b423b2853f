import { describe, expect, test } from 'vitest';
import { readFlyer as read } from '../../server/domain/flyer/read-flyer.ts';
import { describeSchedule, plainText } from '../../server/domain/schedule/write-text.ts';

/** A Friday. */
const NOW = Date.parse('2026-11-27T10:00:00+09:00');
const readFlyer = (text: string) => read(text, NOW);
const lines = (text: string) => {
  const schedule = readFlyer(text).schedule;
  return schedule === null ? null : describeSchedule(schedule.reading, 'ja').map(plainText);
};

const CAFETERIA = `🍛 あおぞらこども食堂 🍛

【日時】第2・第4土曜日 11:30〜13:30
【場所】東京都文京区本郷1-2-3 本郷会館 1階
【対象】小学生
【参加費】こども無料、大人300円
【申込】予約不要
【問い合わせ】03-1234-5678（鈴木） FAX 03-1234-9999
aozora@example.jp
https://aozora.example.jp/`;

const LINE_NOTICE = `こんにちは😊
「ひなたぼっこ広場」です。
◎日時：毎週火・木 10時〜12時
◎ところ：横浜市港北区日吉1丁目5番地
◎対象：0歳〜3歳
◎料金：無料
親子あそびや絵本の読み聞かせをします♪
※予約はいりません`;

describe('the flyer of a cafeteria', () => {
  const flyer = readFlyer(CAFETERIA);

  test('says its name, kind and activities', () => {
    expect(flyer.name?.value).toBe('あおぞらこども食堂');
    expect(flyer.kinds.map(({ code }) => code)).toEqual(['childrens-cafeteria']);
    expect(flyer.activities.map(({ code }) => code)).toContain('meal');
  });

  test('says when, for whom, and what it costs, each with its words', () => {
    expect(flyer.schedule).toMatchObject({
      value: '第2・第4土曜日 11:30~13:30',
      words: '【日時】第2・第4土曜日 11:30〜13:30',
    });
    expect(flyer.schedule?.reading).toMatchObject({ certainty: 'FIXED', unread: [] });
    expect(flyer.ages).toMatchObject({
      words: '【対象】小学生',
      bands: [{ from: { months: 72 }, until: { months: 156 } }],
    });
    expect(flyer.fee).toMatchObject({
      words: '【参加費】こども無料、大人300円',
      fee: { freeForChildren: true, primary: 0, adult: 300 },
    });
    expect(flyer.booking).toMatchObject({ need: 'NONE' });
  });

  test('says where and how to reach it, without its fax among the telephones', () => {
    expect(flyer.address?.value).toBe('東京都文京区本郷1-2-3');
    expect(flyer.phones.map(({ value }) => value)).toEqual(['03-1234-5678']);
    expect(flyer.emails.map(({ value }) => value)).toEqual(['aozora@example.jp']);
    expect(flyer.url?.value).toBe('https://aozora.example.jp/');
  });
});

describe('a notice in a chat', () => {
  const flyer = readFlyer(LINE_NOTICE);

  test('is read as well as a flyer', () => {
    expect(flyer.name?.value).toBe('ひなたぼっこ広場');
    expect(flyer.address?.value).toBe('横浜市港北区日吉1丁目5番地');
    expect(flyer.ages?.bands).toMatchObject([{ from: { months: 0 } }]);
    expect(flyer.fee?.fee).toMatchObject({ freeForChildren: true });
    expect(flyer.activities.map(({ code }) => code)).toEqual(expect.arrayContaining(['parent-child-play', 'reading']));
    expect(lines(LINE_NOTICE)?.join()).toMatch(/火.*木.*10:00/);
  });
});

describe('days', () => {
  test.each([
    ['12月12日（土）、26日（土） 17時〜19時', '2026年12月12日、2026年12月26日 17時~19時'],
    ['11/29(日)11:30〜14:00', '2026年11月29日11:30~14:00'],
    ['1月9日(土) 10時〜12時', '2027年1月9日 10時~12時'],
    ['12月5日・19日 10:00〜12:00', '2026年12月5日、2026年12月19日 10:00~12:00'],
    ['12月5日・19日・26日(土) 10:00〜12:00', '2026年12月5日、2026年12月19日、2026年12月26日 10:00~12:00'],
  ])('%s are the next ones', (text, value) => {
    const { schedule } = readFlyer(`日時：${text}`);
    expect(schedule).toMatchObject({ value, reading: { certainty: 'FIXED', unread: [] } });
  });

  test('whose weekday is of another year are not guessed', () => {
    expect(readFlyer('日時：12月14日（土）、28日（土） 17時〜19時').schedule).toBeNull();
    expect(readFlyer('日時：12/14(土) 17時〜19時').schedule).toBeNull();
  });

  test('of a year end stay as they are', () => {
    const { schedule } = readFlyer('開館時間　午前9時〜午後5時\n休館日　月曜日・祝日・年末年始（12/29〜1/3）');
    expect(schedule?.reading).toMatchObject({ certainty: 'FIXED', unread: [] });
    expect(schedule?.value).toContain('12/29~1/3');
  });
});

test('lines that begin with a picture instead of a label are read', () => {
  const flyer = readFlyer(`つどいの広場 すくすく
🕐 月〜金 10:00〜15:00（祝日・年末年始休み）
📍 練馬区豊玉北6丁目12番1号 2F
👶 0〜3歳のお子さんと保護者
💰 無料・予約不要
☎ 03-3993-1111`);
  expect(flyer).toMatchObject({
    name: { value: 'つどいの広場 すくすく' },
    schedule: { reading: { certainty: 'FIXED' }, words: '🕐 月〜金 10:00〜15:00（祝日・年末年始休み）' },
    ages: { bands: [{ from: { months: 0 } }] },
    booking: { need: 'NONE' },
    address: { value: '練馬区豊玉北6丁目12番1号' },
    phones: [{ value: '03-3993-1111' }],
  });
  expect(flyer.fee?.fee.freeForChildren).toBe(true);
});

describe('what a flyer does not say', () => {
  test('stays empty: nothing is made up', () => {
    expect(readFlyer('みんなで楽しく過ごしましょう。お待ちしています！')).toMatchObject({
      schedule: null,
      ages: null,
      fee: null,
      booking: null,
      address: null,
      phones: [],
      emails: [],
      url: null,
    });
    expect(readFlyer('')).toMatchObject({ name: null, kinds: [], schedule: null });
  });

  test('a label without a bracket, its value on the next line', () => {
    const text = 'つくしの会\n日時\n毎月第3日曜日 14時〜16時\n参加費\n100円\n対象\n中学生';
    expect(readFlyer(text)).toMatchObject({
      name: { value: 'つくしの会' },
      schedule: { value: '毎月第3日曜日 14時~16時' },
      ages: { bands: [{ from: { months: 144 } }] },
      fee: { fee: { note: '100円' } },
    });
  });

  test('days that cannot be read are proposed as they are written, and said to be unread', () => {
    const { schedule } = readFlyer('日時：月に一度くらい、満月の夜');
    expect(schedule === null || schedule.reading.certainty !== 'FIXED').toBe(true);
  });
});

test(
  'a flyer of 5,000 characters of anything is read without an error, and before anybody grows tired',
  { timeout: 30_000 },
  () => {
    for (const piece of ['市', '0', '月曜', '-', '【日時】', '東京都文京区1', '無料 ', '「', 'あ\n']) {
      expect(readFlyer(piece.repeat(Math.floor(5000 / piece.length))).phones).toEqual([]);
    }
  },
);
