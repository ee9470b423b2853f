import { describe, expect, test } from 'vitest';
import {
  readClock,
  readCount,
  readDate,
  readKana,
  readList,
  readTimeCell,
  readYesNo,
} from '../../server/open-data/cells.ts';
import { readKind, readPoiKind } from '../../server/open-data/kinds.ts';

test.each([
  ['1952/1/25', '1952-01-25'],
  ['1952-01-25', '1952-01-25'],
  ['18454', '1950-07-10'],
  ['平成30年4月1日', '2018-04-01'],
  ['H30.4.1', '2018-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['２０２４年４月６日', '2024-04-06'],
  ['2023/2/29', null],
  ['27年4月新設', null],
  ['令和３年度より休所', null],
  ['', null],
])('the date %s is %s', (cell, date) => {
  expect(readDate(cell)).toBe(date);
});

test.each([
  ['0.3125', '7:30'],
  ['0.75', '18:00'],
  ['7:30:00', '7:30'],
  ['０７：３０', '07:30'],
  ['午前10時(又は午後5時)', '午前10時(又は午後5時)'],
  ['非公開', '非公開'],
])('the time cell %s is %s', (cell, time) => {
  expect(readTimeCell(cell)).toBe(time);
});

test('plain clock times are minutes, anything more is not', () => {
  expect(readClock('9:30')).toBe(570);
  expect(readClock('午後5時')).toBe(1020);
  expect(readClock('9時半')).toBe(570);
  expect(readClock('午前10時(又は午後5時)')).toBeNull();
  expect(readClock('10:75')).toBeNull();
});

test('a blank is not stated, never no', () => {
  expect([readYesNo(undefined), readYesNo(''), readYesNo('要相談')]).toEqual([null, null, null]);
  expect([readYesNo('有'), readYesNo('1 '), readYesNo('Y')]).toEqual([true, true, true]);
  expect([readYesNo('無'), readYesNo('0'), readYesNo('N')]).toEqual([false, false, false]);
});

test('counts stand alone or with their unit', () => {
  expect([readCount('６０名'), readCount('1,000'), readCount('10〜20'), readCount('若干名')]).toEqual([
    60,
    1000,
    null,
    null,
  ]);
});

test('several values are separated by any of the signs in use', () => {
  expect(readList('笹塚小;中幡小；本町小、西原小\n上原小')).toEqual(['笹塚小', '中幡小', '本町小', '西原小', '上原小']);
});

test('half-width kana are shown in full width', () => {
  expect(readKana('ﾊﾁｵｳｼﾞ ｼﾘﾂ')).toBe('ハチオウジ シリツ');
});

describe('kinds', () => {
  test.each([
    ['認可公立保育所', 'nursery'],
    ['認定公立保育所', 'nursery'],
    ['家庭的保育者', 'nursery'],
    ['東京都認証保育所', 'nursery'],
    ['認可外保育所（非公開）', 'nursery'],
    ['認定こども園（保育所型）', 'certified-childrens-garden'],
    ['幼保連携型認定こども園', 'certified-childrens-garden'],
    ['私立幼稚園', 'kindergarten'],
    ['放課後児童クラブ', 'after-school-club'],
    ['児童館', 'children-center'],
    ['子育て支援センター', 'parent-child-plaza'],
    ['病児・病後児保育', 'sick-child-care'],
    ['こども誰でも通園制度', 'open-nursery'],
    ['地域子育て相談機関', 'consultation-office'],
    ['児童発達支援センター', 'disability-support'],
    ['その他', null],
  ])('%s is %s', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  test('a POI code counts without its trailing letter', () => {
    expect([readPoiKind('1403a'), readPoiKind('1406'), readPoiKind('9999')]).toEqual([
      'children-center',
      'parent-child-plaza',
      null,
    ]);
  });
});
