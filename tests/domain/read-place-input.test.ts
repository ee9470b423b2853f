import { describe, expect, test } from 'vitest';
import { landOf } from '../../server/accounts/land.ts';
import { cleanLine } from '../../server/domain/clean-text.ts';
import { maybeSame } from '../../server/domain/similar-place.ts';
import type { PlaceInput } from '../../server/domain/place-input.ts';
import { readPlaceInput } from '../../server/domain/read-place-input.ts';
import { answerOnDates } from '../../server/domain/schedule/answer.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import type { WeekdayName } from '../../server/domain/search-when.ts';
import { aTownBook } from '../support/a-gazetteer.ts';
import { aPlace } from '../support/a-place.ts';

const ALL_WEEK: WeekdayName[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const book = aTownBook();
const land = landOf(() => book);
const read = (input: PlaceInput) => readPlaceInput(input, land, null);
const codes = (input: PlaceInput) => read(input).problems.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a name', () => {
  test('keeps emoji and rare kanji, and loses what cannot be seen', () => {
    expect(read({ name: ' 葛󠄀城の\u200bひろば\u202e 👨‍👩‍👧 ' }).facts.name).toBe('葛󠄀城のひろば 👨‍👩‍👧');
    expect(cleanLine('a\u200db\ufeffc\u0000d\te')).toBe('abcd e');
  });
  test('of nothing but unseen letters is no name', () => {
    expect(codes({ name: '\u200b\u200f\u202e' })).toEqual(['REQUIRED place.name']);
  });
  test('of 100 characters is taken, of 101 it is not', () => {
    expect(codes({ name: '𠮷'.repeat(100) })).toEqual([]);
    expect(codes({ name: '𠮷'.repeat(101) })).toEqual(['TOO_LONG place.name']);
  });
});

describe('a point', () => {
  test.each([
    ['in the Pacific', 33, 145],
    ['in Sagami Bay', 35.15, 139.35],
    ['in Pusan', 35.15, 129.06],
    ['in Vladivostok', 43.12, 131.89],
    ['in London', 51.5, -0.1],
    ['swapped', 139.75, 35.7],
    ['nowhere', NaN, 139],
  ])('%s is not in Japan', (_, latitude, longitude) => {
    expect(codes({ location: { latitude, longitude } })).toEqual(['OUTSIDE_JAPAN place.location']);
  });
  test.each([
    ['東京', 35.708, 139.752],
    ['対馬', 34.2, 129.29],
    ['与那国', 24.468, 123.005],
    ['父島', 27.094, 142.192],
    ['礼文', 45.304, 141.047],
    ['青ヶ島', 32.466, 139.764],
    ['お台場', 35.626, 139.775],
    ['利尻', 45.179, 141.24],
  ])('in %s is', (_, latitude, longitude) => {
    expect(codes({ location: { latitude, longitude } })).toEqual([]);
  });
  test('kilometres away from its address is a mistake of one of both', () => {
    const input = { address: { text: '東京都文京区本郷一丁目1-1' }, location: { latitude: 35.65, longitude: 139.756 } };
    expect(read(input).problems).toMatchObject([
      { code: 'INVALID', path: ['place', 'location'], say: 'PIN_FAR', values: { km: 6 } },
    ]);
  });
});

describe('an address', () => {
  test('is found by the gazetteer, with its municipality', () => {
    expect(read({ address: { text: '文京区本郷1-2-3', postalCode: '１１３００３３' } }).facts).toMatchObject({
      address: { text: '文京区本郷1-2-3', postalCode: '113-0033' },
      municipalityCode: '131059',
      location: { precision: 'TOWN' },
    });
  });
  test('a code with a wrong check digit, and one that is of no municipality, are said', () => {
    expect(codes({ municipality: '131050' })).toEqual(['BAD_CHECK_DIGIT place.municipality']);
    expect(codes({ municipality: '139998' })).toEqual(['INVALID place.municipality']);
    expect(codes({ serviceArea: ['131059', '131050'] })).toEqual(['BAD_CHECK_DIGIT place.serviceArea.1']);
  });
});

describe('a schedule', () => {
  test('that cannot be read wholly is said, and kept with its words where the writer accepts it', () => {
    const text = { text: '毎週土曜 10時〜12時、満月の夜は別' };
    expect(codes({ schedule: { text } })).toEqual(['UNREADABLE_SCHEDULE place.schedule.text']);
    const accepted = read({ schedule: { text, acceptUnread: true } });
    expect(accepted.problems).toEqual([]);
    expect(accepted.facts.schedule?.text).toBe(text.text);
  });
  test('from a grid says its days, its holidays and its year end', () => {
    const { facts, problems } = read({
      schedule: {
        rules: [{ weekdays: ['SATURDAY'], nth: [2, 4], from: '11:30', to: '13:30' }],
        holidays: 'CLOSED',
        yearlyClosures: [{ from: '12-29', to: '01-03', reason: '年末年始' }],
      },
    });
    expect(problems).toEqual([]);
    expect(facts.schedule).toMatchObject({
      certainty: 'FIXED',
      rules: [{ weekdays: [6], nth: [2, 4], slots: [{ start: 690, end: 810 }] }],
      holidays: 'CLOSED',
      closures: [{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } }, reason: '年末年始' }],
    });
  });
  test.each([
    // 2026-05-03 to 05-06 are holidays, 03-20 is one and a Friday.
    ['CLOSED', 'MAYBE NO NO'],
    ['CLOSED_UNLESS_HOLIDAY', 'YES NO NO'],
    ['CLOSED_UNLESS_DAY_OFF', 'YES NO YES'],
  ] as const)('closes on the day after a holiday: %s', (afterHolidays, answers) => {
    const rules = [{ weekdays: ALL_WEEK, from: '10:00', to: '17:00' }];
    const { facts, problems } = read({ schedule: { rules, holidays: 'AS_USUAL', afterHolidays } });
    expect(problems).toEqual([]);
    const told = ['2026-05-05', '2026-05-07', '2026-03-21'].map((day) => answerOnDates(facts.schedule!, day, day));
    expect(told.join(' ')).toBe(answers);
    expect(codes({ schedule: { rules, holidays: 'CLOSED', afterHolidays } })).toEqual(
      afterHolidays === 'CLOSED_UNLESS_HOLIDAY' ? ['INVALID place.schedule.afterHolidays'] : [],
    );
  });
  test('moves its closing day past a holiday', () => {
    const asked = (rules: { weekdays: WeekdayName[]; from: string; to: string }[]) => {
      const { facts, problems } = read({ schedule: { rules, holidays: 'CLOSING_DAY_MOVES' } });
      expect(problems).toEqual([]);
      const [from, to] = ['2026-11-21', '2026-11-27'].map((date) => Date.parse(`${date}T00:00:00+09:00`));
      return openSpans(facts.schedule!, from!, to!).map(({ start, end }) =>
        [start, end ?? 0].map((time) => new Date(time + 9 * 3_600_000).toISOString().slice(5, 16)).join('/'),
      );
    };
    const [weekdays, weekend] = [ALL_WEEK.slice(1, 5), ALL_WEEK.slice(5)];
    // Monday the 23rd is a holiday.
    expect(asked([{ weekdays: [...weekdays, ...weekend], from: '10:00', to: '17:00' }])).toEqual([
      '11-21T10:00/11-21T17:00',
      '11-22T10:00/11-22T17:00',
      '11-23T10:00/11-23T17:00',
      '11-25T10:00/11-25T17:00',
      '11-26T10:00/11-26T17:00',
    ]);
    const differing = [
      { weekdays, from: '10:00', to: '17:00' },
      { weekdays: weekend, from: '10:00', to: '19:00' },
    ];
    expect(asked(differing)[2]).toBe('11-23T00:00/11-24T00:00');
  });
  test('may end after midnight', () => {
    const rules = [{ weekdays: ['SATURDAY' as const], from: '18:00', to: '02:00' }];
    expect(codes({ schedule: { rules } })).toEqual([]);
    expect(read({ schedule: { rules } }).facts.schedule?.rules[0]?.slots).toEqual([{ start: 1080, end: 1560 }]);
  });
  test.each([
    [
      'two times the wrong way round',
      { rules: [{ weekdays: ['SATURDAY' as const], from: '13:00', to: '11:00' }] },
      'INVALID place.schedule.rules.0.to',
    ],
    ['no weekday', { rules: [{ weekdays: [] }] }, 'REQUIRED place.schedule.rules.0.weekdays'],
    [
      'a sixth Saturday',
      { rules: [{ weekdays: ['SATURDAY' as const], nth: [6] }] },
      'INVALID place.schedule.rules.0.nth',
    ],
    [
      '30 February',
      { rules: [], yearlyClosures: [{ from: '02-30', to: '03-01' }] },
      'INVALID place.schedule.yearlyClosures.0.from',
    ],
    [
      'a closing day that moves where all days are open',
      {
        rules: [{ weekdays: ALL_WEEK, from: '10:00', to: '17:00' }],
        holidays: 'CLOSING_DAY_MOVES' as const,
      },
      'INVALID place.schedule.holidays',
    ],
    [
      'a closing day that moves where one day is open',
      { rules: [{ weekdays: ['SATURDAY' as const] }], holidays: 'CLOSING_DAY_MOVES' as const },
      'INVALID place.schedule.holidays',
    ],
    ['two ways at once', { osm: 'Sa 10:00-12:00', rules: [] }, 'INVALID place.schedule'],
    ['no opening_hours', { osm: 'sometimes' }, 'UNREADABLE_SCHEDULE place.schedule.osm'],
  ])('with %s is refused at its field', (_, schedule, problem) => {
    expect(codes({ schedule })).toContain(problem);
  });
});

test('what one field has wrong takes no other field along', () => {
  const { facts, problems } = read({
    name: 'ひろば',
    capacity: -1,
    kinds: ['nope', 'children-center'],
    fee: { primary: 100 },
  });
  expect(problems.map(({ path }) => path.join('.'))).toEqual(['place.kinds.0', 'place.capacity']);
  expect(facts).toMatchObject({ name: 'ひろば', fee: { primary: 100, freeForChildren: false } });
  expect(facts).not.toHaveProperty('capacity');
});

test.each([
  ['https://example.jp/a', 'https://example.jp/a'],
  ['example.jp', 'https://example.jp/'],
  ['javascript:alert(1)', undefined],
  ['https://user:pass@example.jp', undefined],
  ['data:text/html,x', undefined],
])('a web page %s is kept as %s', (url, kept) => {
  expect(read({ contact: { url } }).facts.contact?.url).toBe(kept);
});

describe('two entries are taken for one place', () => {
  const at = (latitude: number) => ({ latitude, longitude: 139.758, precision: 'EXACT' as const });
  const one = aPlace({ name: 'あおぞら子ども食堂', location: at(35.708) });
  test.each([
    ['the same name next door', { name: 'あおぞら こども食堂', location: at(35.709) }, true],
    ['the same name in another spelling', { name: 'アオゾラこども食堂', location: at(35.7085) }, true],
    ['another name next door', { name: 'ほしぞら学習室', location: at(35.708) }, false],
    ['another cafeteria next door', { name: 'みなみ子ども食堂', location: at(35.708) }, false],
    ['the same name across the town', { name: 'あおぞら子ども食堂', location: at(35.78) }, false],
  ])('%s: %s', (_, facts, same) => {
    expect(maybeSame(one, aPlace(facts))).toBe(same);
  });
});
