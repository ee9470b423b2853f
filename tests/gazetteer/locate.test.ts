import { describe, expect, test } from 'vitest';
import { type AddressQuery, locate } from '../../server/gazetteer/locate.ts';
import { aTownBook, NO_TOWNS } from '../support/a-gazetteer.ts';

const book = aTownBook();
const place = (query: AddressQuery): [string, string, string] | null => {
  const found = locate(query, book);
  return found && [found.matched, found.municipalityCode, found.location.precision];
};

describe('an address finds its town', () => {
  test.each<[string, Partial<AddressQuery>, string, string]>([
    ['東京都文京区本郷1-2-3', {}, '東京都文京区本郷1丁目', '131059'],
    ['文京区本郷二丁目2番', {}, '東京都文京区本郷2丁目', '131059'],
    ['東京都文京区本郷２町目', {}, '東京都文京区本郷2丁目', '131059'],
    ['〒113-0033 東京都文京区本郷1', {}, '東京都文京区本郷1丁目', '131059'],
    ['東京都文京区本郷', {}, '東京都文京区本郷', '131059'],
    ['東京都文京区本郷9-1', {}, '東京都文京区本郷', '131059'],
    ['本郷1-2-3 ビル2F', { city: '文京区' }, '東京都文京区本郷1丁目', '131059'],
    ['東京都本郷1-2-3', { code: '131059' }, '東京都文京区本郷1丁目', '131059'],
    ['東京都目黒区目黒区鷹番3-12-3', {}, '東京都目黒区鷹番3丁目', '131105'],
    ['東京都杉並区阿佐ヶ谷北2-5-7', {}, '東京都杉並区阿佐谷北2丁目', '131156'],
    ['板橋区前野2-43-15', {}, '東京都板橋区前野町2丁目', '131199'],
    ['板橋区板橋1-31-8', { city: '板橋区' }, '東京都板橋区板橋1丁目', '131199'],
    ['東京都多摩山王下1-13-13', { city: '多摩市' }, '東京都多摩市山王下1丁目', '132241'],
    ['東京都日の出町大久野1660-1', {}, '東京都西多摩郡日の出町大字大久野', '133051'],
    ['東京都西多摩郡日の出町大字大久野1660', {}, '東京都西多摩郡日の出町大字大久野', '133051'],
    ['郡山市大槻町字宮ノ前78-4', {}, '福島県郡山市大槻町宮ノ前', '072036'],
    ['郡山市大槻町字漆棒1', {}, '福島県郡山市大槻町', '072036'],
    ['宮城県松島町松島町内12', {}, '宮城県宮城郡松島町松島町内', '044016'],
    ['札幌市中央区南1条西2丁目', {}, '北海道札幌市中央区南一条西2丁目', '011011'],
    ['北区北8条西5', { city: '札幌市', code: '011002' }, '北海道札幌市北区北八条西5丁目', '011029'],
    ['横浜市日吉1-1', {}, '神奈川県横浜市港北区日吉1丁目', '141097'],
    ['京都市中京区烏丸通御池上る二条殿町538', {}, '京都府京都市中京区二条殿町', '261041'],
    ['鎌ケ谷市富岡1-1', {}, '千葉県鎌ケ谷市富岡1丁目', '122246'],
    ['浜松市中央区砂山町1', {}, '静岡県浜松市中央区砂山町', '221384'],
  ])('%s', (address, more, matched, code) => {
    expect(place({ address, ...more })).toEqual([matched, code, 'TOWN']);
  });
});

describe('never another municipality', () => {
  test('the municipality in the address stands over a wrong code', () => {
    expect(place({ address: '東京都板橋区板橋1-1', code: '131059' })).toEqual([
      '東京都板橋区板橋1丁目',
      '131199',
      'TOWN',
    ]);
  });

  test('a name of two prefectures is decided by the prefecture, the code, or the town', () => {
    expect(place({ address: '府中市宮西町1' })?.[1]).toBe('132063');
    expect(place({ address: '府中市鵜飼町1' })?.[1]).toBe('342084');
    expect(place({ address: '府中市', prefecture: '広島県' })?.[1]).toBe('342084');
    expect(place({ address: '府中市どこか', code: '340006' })?.[1]).toBe('342084');
    expect(place({ address: '府中市どこか' })).toBeNull();
  });

  test('a town that two wards have says nothing of where', () => {
    expect(place({ address: '横浜市本町1' })).toEqual(['神奈川県横浜市', '141003', 'MUNICIPALITY']);
    expect(place({ address: '横浜市神奈川区本町1' })).toEqual(['神奈川県横浜市神奈川区本町', '141020', 'TOWN']);
  });

  test('an address with no town of the municipality lies at the municipality', () => {
    expect(place({ address: '（個別配送）', city: '杉並区' })).toEqual(['東京都杉並区', '131156', 'MUNICIPALITY']);
  });

  test('nothing known is nowhere', () => {
    expect(place({ address: '' })).toBeNull();
    expect(place({ address: '東京都' })).toBeNull();
    expect(place({ address: 'オンライン' })).toBeNull();
  });
});

test('the middle of the 丁目 is where a town without a number is', () => {
  expect(locate({ address: '文京区本郷' }, book)?.location).toEqual({
    latitude: expect.closeTo(35.707, 6) as number,
    longitude: expect.closeTo(139.757, 6) as number,
    precision: 'TOWN',
  });
});

test('without a gazetteer an address lies at its municipality', () => {
  expect(locate({ address: '東京都文京区本郷1-2-3' }, NO_TOWNS)).toMatchObject({
    municipalityCode: '131059',
    location: { precision: 'MUNICIPALITY' },
  });
});
