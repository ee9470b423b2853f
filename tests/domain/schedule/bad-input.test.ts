import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOsm } from '../../../server/domain/schedule/read-osm.ts';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { openSpans } from '../../../server/domain/schedule/spans.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { tokyo } from './support/schedules.ts';

const read = (text: string) => readSchedule({ text });

describe('what cannot be', () => {
  it('a sixth Saturday is no rule and is named', () => {
    const schedule = read('毎月第6土曜 10:00～12:00');
    expect(schedule.certainty).toBe('IRREGULAR');
    expect(schedule.unread.join()).toContain('第6');
  });

  it.each(['18:00～25:00', '18:00～17:30', '午後13時～午後15時', '9:70～10:00'])(
    'hours %s leave the day known and the hours unknown',
    (hours) => {
      const schedule = read(`毎週水曜 ${hours}`);
      expect(schedule.rules.map((rule) => rule.slots)).toEqual([[]]);
      expect(writeOsm(schedule)).toEqual({ osm: 'We' });
      expect(schedule.unread.join()).not.toBe('');
    },
  );

  it('columns whose end is before the start keep the day and name the hours', () => {
    const schedule = readSchedule({ weekdays: '水曜日', days: '毎月第３', from: '18:00', to: '17:30' });
    expect(writeOsm(schedule)).toEqual({ osm: 'We[3]' });
    expect(schedule.unread).toEqual(['18:00~17:30']);
  });

  it('24:00 is the end of the day', () => {
    expect(writeOsm(read('毎週水曜 18:00～24:00'))).toEqual({ osm: 'We 18:00-24:00' });
  });

  it.each(['2月30日', '13月の第1土曜', '2026年2月29日 10:00～12:00', '毎月32日'])('%s makes no certain day', (text) => {
    const schedule = read(text);
    expect(schedule.certainty).toBe('IRREGULAR');
    expect(schedule.unread.join()).not.toBe('');
  });
});

describe('signs that are no words', () => {
  it.each([
    '毎週土曜\u200b 10:00～12:00',
    '\u0000毎週土曜 10:00\u00ad～12:00\u202e',
    '毎週土曜 10:00:00～12:00:00',
    '<b>毎週土曜</b> <span class="time">10:00～12:00</span>',
  ])('neither seen nor spoken, and seconds, are not there: %j', (text) => {
    expect(read(text)).toMatchObject({ certainty: 'FIXED', unread: [] });
    expect(read(text).rules).toEqual(read('毎週土曜 10:00～12:00').rules);
  });

  it('are no name of hours, and a name has no particle behind it', () => {
    expect(read('毎週土曜😀 10:00～12:00 🍛').rules[0]?.slots).toEqual([{ start: 600, end: 720 }]);
    expect(read('毎月第1日曜とその前日 10:00～12:00').rules[0]?.slots).toEqual([{ start: 600, end: 720 }]);
    const club = read('月〜金 小学校の授業日は放課後から20:00まで');
    expect(club.rules.flatMap(({ slots }) => slots.map(({ label }) => label))).not.toContain('小学校の');
  });
});

describe('a text that would make the reader work for long', () => {
  it('has no answer beyond what a place can have: exceptions of exceptions are not multiplied', () => {
    const exceptions = (count: number) => read('毎月第2土曜(8月のみ第3土曜)'.repeat(count));
    expect(exceptions(130).rules.length).toBeLessThan(60);
    expect(exceptions(130).certainty).toBe('IRREGULAR');
    const started = performance.now();
    exceptions(130);
    // It took several seconds.
    expect(performance.now() - started).toBeLessThan(700);
  });
});

const WORDS =
  '第1 第2・4 第三 毎週 毎月 隔週 月曜 火曜日 木 土 日 平日 土日祝 祝日 年末年始 お盆 休み 休館日 を除く は も の と 、 ・ ( ) ~ - から まで 10:00 17時半 午後 3時 正午 8月 12/29 4月~9月 15日 2026年4月1日 または 原則 不定期 変更あり 月2回 年4回 夏休み 開催 お弁当 小学生 。 ※ 25:00 第6 要予約 休止中'.split(
    ' ',
  );

describe('any text', () => {
  it('is read without an exception, and can be evaluated, written and told', () => {
    const words = fc.array(fc.constantFrom(...WORDS, ' '), { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, fc.constantFrom('', '1', '5', '8'), (note, days, frequency) => {
        const schedule = readSchedule({ note, days, frequency });
        openSpans(schedule, tokyo('2026-12-01'), tokyo('2027-02-01'));
        writeOsm(schedule);
        expect(schedule.text === null).toBe(`${note}${days}${frequency}`.trim() === '');
      }),
      { numRuns: 1500, seed: 8 },
    );
  });

  it('of arbitrary characters too, also as OSM', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        openSpans(
          readSchedule({ text, weekdays: text, from: text, to: text }),
          tokyo('2026-12-01'),
          tokyo('2026-12-08'),
        );
        openSpans(readOsm(text), tokyo('2026-12-01'), tokyo('2026-12-08'));
      }),
      { numRuns: 500, seed: 9 },
    );
  });

  it('of great length is kept, and nothing of it believed', () => {
    const text = '毎月第2土曜日 11:00～13:00、'.repeat(400);
    const schedule = read(text);
    expect([schedule.certainty, schedule.rules, schedule.text, schedule.unread]).toEqual(['UNKNOWN', [], text, [text]]);
  });

  it('is kept word for word', () => {
    expect(read('第２・第４土曜　11:30〜13:30').text).toBe('第２・第４土曜　11:30〜13:30');
  });
});

it('a text of more sets of days than any place has is unread behind them, and never sure', () => {
  const schedule = readSchedule({ text: '月曜は10時~12時、火曜は13時~14時、'.repeat(150) });
  expect(schedule.certainty).toBe('IRREGULAR');
});

/** The best of some runs, as others share the machine. */
function milliseconds(text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    readSchedule({ text });
    return performance.now() - start;
  });
  return Math.min(...times);
}

it.each(['1・', '月・', '1月', 'は', '1、', '都合により', '祝日の'])(
  'a text of %s alone takes no more than in proportion to its length',
  (unit) => {
    const [short, long] = [500, 4000].map((letters) => milliseconds(unit.repeat(Math.floor(letters / unit.length))));
    expect(long).toBeLessThan(40 * (short ?? 0) + 50);
  },
);

it.each([
  ['9:00~17:00 休館日 月曜(', '日曜日', 'x'],
  ['9:00~17:00(', '土日', 'は'],
])('a bracket of many weekdays takes no longer with each: %s%s…%s', (before, unit, after) => {
  expect(milliseconds(`${before}${unit.repeat(200)}${after}`)).toBeLessThan(1000);
});
