import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { markedText } from '../../../server/domain/schedule/ruby.ts';
import { type DayRule, EVERY_DAY, type Schedule } from '../../../server/domain/schedule/schedule.ts';
import { describeSchedule, plainText } from '../../../server/domain/schedule/write-text.ts';
import { aRule, aSchedule, hours } from './support/schedules.ts';

const told = (schedule: Schedule, voice: 'ja' | 'ja-easy' | 'en') => describeSchedule(schedule, voice).map(plainText);
const saturdays = readSchedule({ text: '第2・第4土曜 11:30〜13:30、祝日休み' });

describe('a schedule in words', () => {
  it('is said in three voices', () => {
    expect(told(saturdays, 'ja')).toEqual(['第2・第4土曜 11:30〜13:30（祝日は休み）']);
    expect(told(saturdays, 'ja-easy')).toEqual(['毎月 2回目と 4回目の土曜日 11:30から 13:30まで（祝日は休み）']);
    expect(told(saturdays, 'en')).toEqual(['2nd and 4th Saturdays 11:30–13:30, closed on national holidays']);
  });

  it('of day and night says that, not from when to when', () => {
    const always = aSchedule([aRule({ slots: [{ start: 0, end: 1440 }] })], { holidays: 'AS_USUAL' });
    expect(told(always, 'ja')).toEqual(['毎日 24時間（祝日も開く）']);
    expect(told(always, 'en')).toEqual(['Every day 24 hours, open on national holidays too']);
  });

  it.each([
    ['土日祝 10:00~17:00', '土・日曜・祝日 10:00〜17:00', 'Saturdays and Sundays and national holidays 10:00–17:00'],
    ['月~金 9:00~17:00', '月〜金曜 9:00〜17:00', 'Mondays to Fridays 9:00–17:00'],
    ['毎月15日 17:00~', '毎月15日 17:00から', '15th of the month from 17:00'],
    [
      '奇数月の第1日曜',
      '1月・3月・5月・7月・9月・11月の第1日曜（時間は未確認）',
      '1st Sunday of the month (Jan, Mar, May, Jul, Sep, Nov), hours not known',
    ],
    ['11月~2月の毎週水曜 10:00~12:00', '11月〜2月の毎週水曜 10:00〜12:00', 'Wednesdays (Nov–Feb) 10:00–12:00'],
  ])('%s', (text, japanese, english) => {
    const schedule = readSchedule({ text });
    expect(told(schedule, 'ja')).toEqual([japanese]);
    expect(told(schedule, 'en')).toEqual([english]);
  });

  it.each([
    ['月1回 日曜 11:00~14:00', '日曜のどこか 11:00〜14:00', '日曜日の どれか 11:00から 14:00まで'],
    [
      '月2回程度 水・木曜 17:00~19:00 祝日休み',
      '水・木曜のどこか 17:00〜19:00（祝日は休み）',
      '水曜日・木曜日の どれか 17:00から 19:00まで（祝日は休み）',
    ],
  ])('of days that are not fixed says 「どこか」 and never every week: %s', (text, japanese, easy) => {
    const schedule = readSchedule({ text });
    expect(told(schedule, 'ja')[0]).toBe(japanese);
    expect(told(schedule, 'ja-easy')[0]).toBe(easy);
  });

  it('of a day that is in doubt says so', () => {
    const doubtful = aRule({ dates: ['2026-12-05'], certainty: 'IRREGULAR', slots: [hours(10, 12)] });
    const schedule = aSchedule([doubtful], { certainty: 'IRREGULAR' });
    expect(told(schedule, 'ja')[0]).toBe('2026年12月5日 10:00〜12:00（未確認、祝日も開く）');
    expect(told(schedule, 'en')[0]).toBe('5 Dec 2026 10:00–12:00, not certain, open on national holidays too');
  });

  const season = { from: { month: 12, day: 5 }, to: { month: 12, day: 5 } };
  it.each<[string, Partial<DayRule>, string, string, string]>([
    [
      'several weekdays of a week have 「の」, or the later ones could be every week, and the last comes last',
      { weekdays: [2, 5], nth: [-1, 1] },
      '第1・最終の火・金曜',
      '毎月 1回目と 最後の火曜日・金曜日',
      '1st and last Tuesdays and Fridays',
    ],
    [
      'days of some months are not of every month',
      { weekdays: [7], nth: [2], months: [1, 3] },
      '1月・3月の第2日曜',
      '1月・3月の2回目の日曜日',
      '2nd Sunday of the month (Jan, Mar)',
    ],
    [
      'a day after another has its weekday',
      { weekdays: [2], nth: [3], dayOffset: 2 },
      '第3火曜の2日後（木曜）',
      '毎月 3回目の火曜日の2日あと（木曜日）',
      '3rd Tuesday of the month, 2 days after (Thursday)',
    ],
    [
      'the next day and the day before have their names',
      { weekdays: [7], nth: [1], dayOffset: -1 },
      '第1日曜の前日（土曜）',
      '毎月 1回目の日曜日の前の日（土曜日）',
      '1st Sunday of the month, the day before (Saturday)',
    ],
    [
      'a day of the year has the weekday that was written with it',
      { weekdays: [6], season },
      '12月5日（土曜）',
      '12月5日（土曜日）',
      'Saturday 5 Dec',
    ],
    [
      'a day of the year that counts on some weekdays alone names them all',
      { weekdays: [2, 3, 4, 5, 6, 7], season },
      '12月5日（火〜日曜のとき）',
      '12月5日（火曜日・水曜日・木曜日・金曜日・土曜日・日曜日の とき）',
      '5 Dec (on Tuesdays to Sundays only)',
    ],
    [
      'all days of the week are every day',
      { weekdays: [1, 2, 3, 4, 5, 6, 7] },
      '月〜日曜',
      '毎日',
      'Mondays to Sundays',
    ],
    [
      'days of the month',
      { monthDays: [1, 22, -1] },
      '毎月1日・22日・末日',
      '毎月 1日・22日・最後の日',
      '1st, 22nd and last day of the month',
    ],
  ])('%s', (_, days, japanese, easy, english) => {
    const schedule = aSchedule([aRule({ ...days, slots: [hours(10, 12)] })], { holidays: 'UNKNOWN' });
    expect(told(schedule, 'ja')).toEqual([`${japanese} 10:00〜12:00`]);
    expect(told(schedule, 'ja-easy')).toEqual([`${easy} 10:00から 12:00まで`]);
    expect(told(schedule, 'en')).toEqual([`${english} 10:00–12:00`]);
  });

  it.each([
    ['2027-01-16', '2027-01-21', '休み: 2027年1月16日〜21日'],
    ['2027-01-30', '2027-02-02', '休み: 2027年1月30日〜2月2日'],
    ['2026-12-30', '2027-01-02', '休み: 2026年12月30日〜2027年1月2日'],
    ['2026-01-30', '2026-11-02', '休み: 2026年1月30日〜11月2日'],
  ])('a closure from %s to %s says year and month once', (from, to, line) => {
    expect(told(aSchedule([aRule()], { closures: [{ dates: { from, to } }] }), 'ja')[1]).toBe(line);
  });

  it('has no marks of readings in it', () => {
    const always = aSchedule([aRule({ slots: [{ start: 0, end: 1440 }] })], { holidays: 'UNKNOWN' });
    expect(told(always, 'ja-easy')).toEqual(['毎日 24時間']);
  });

  it('says closing days, extra days and what may change', () => {
    const schedule = aSchedule([aRule({ weekdays: [3], slots: [hours(10, 12)], certainty: 'USUAL' })], {
      certainty: 'USUAL',
      holidays: 'UNKNOWN',
      closures: [
        { annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } } },
        { days: { ...EVERY_DAY, weekdays: [1] }, movesPastHoliday: true },
        { dates: { from: '2026-12-09', to: '2026-12-09' }, reason: '点検' },
      ],
      extraDates: [{ date: '2026-12-12', slots: [hours(13, 15)], reason: 'まつり' }],
    });
    expect(told(schedule, 'ja')).toEqual([
      '毎週水曜 10:00〜12:00',
      '休み: 12月29日〜1月3日',
      '休み: 毎週月曜（祝日なら開き、次の平日が休み）',
      '休み: 2026年12月9日（点検）',
      '臨時に開く日: 2026年12月12日 13:00〜15:00（まつり）',
      '変わることがあります。行く前に確認してください。',
    ]);
  });

  it.each([
    ['UNKNOWN', '日時はわかりません。'],
    ['SUSPENDED', 'いまは休止しています。'],
  ] as const)('%s says so and nothing else', (certainty, line) => {
    expect(told(aSchedule([aRule({ weekdays: [3] })], { certainty }), 'ja')).toEqual([line]);
  });
});

describe('やさしいにほんご', () => {
  const KANJI = /[一-龠々]/;
  const texts = [
    '第2・第4土曜 11:30〜13:30、祝日休み',
    '土日祝 10:00~17:00 年末年始休み',
    '毎月1日、14日、20日 17:00~',
    '原則第1火曜',
    '毎月最終金曜日',
    '夏休みの平日 10:00～15:00',
    '毎週火曜日の17:00～20:00に開催。お盆と年末年始はお休みします。',
    '第3水曜日、その他不定期開催あり',
    '不定期',
    '現在休止中',
    '月曜休館（祝日の場合は翌日）9:00～17:00',
    '毎月第三火曜日とその直後の木曜日',
    '2026年8月1日 11:00～14:00',
    '毎日 24時間',
    '第1金曜日の翌日 10:00～12:00',
    '月1回 日曜 11:00～14:00',
  ];

  it.each(texts)('has a reading over every kanji of ours: %s', (text) => {
    for (const line of describeSchedule(readSchedule({ text }), 'ja-easy')) {
      for (const segment of line) if (segment.ruby === undefined) expect(segment.text).not.toMatch(KANJI);
    }
  });

  it('reads days of the month as they are spoken', () => {
    const segments = describeSchedule(readSchedule({ text: '毎月1日、14日、20日' }), 'ja-easy').flat();
    expect(segments.filter(({ text }) => /^\d+日$/.test(text))).toEqual([
      { text: '1日', ruby: 'ついたち' },
      { text: '14日', ruby: 'じゅうよっか' },
      { text: '20日', ruby: 'はつか' },
    ]);
  });

  it('guesses no reading over words of the source', () => {
    const schedule = aSchedule([aRule({ weekdays: [3], slots: [{ ...hours(10, 12), label: '開放日' }] })], {
      closures: [{ dates: { from: '2026-12-09', to: '2026-12-09' }, reason: '日光の点検' }],
    });
    const unread = describeSchedule(schedule, 'ja-easy').flatMap((line) => line.filter(({ ruby }) => !ruby));
    expect(unread.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('開放日')]));
    expect(unread.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('日光の点検')]));
    expect(told(schedule, 'ja')[1]).toBe('休み: 2026年12月9日（日光の点検）');
  });

  it('is marked as the interface marks its words, and a mark in words of the source is none', () => {
    const [line = []] = describeSchedule(
      aSchedule([aRule({ weekdays: [3], slots: [{ ...hours(10, 12), label: '{a|b}' }] })]),
      'ja-easy',
    );
    expect(markedText(line)).toBe(
      '{毎週|まいしゅう} {水曜日|すいようび} 10:00から 12:00まで（｛a｜b｝）（{祝日|しゅくじつ}も{開|あ}いています）',
    );
  });
});
