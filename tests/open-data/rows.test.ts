import { describe, expect, test } from 'vitest';
import type { PlaceFacts } from '../../server/open-data/facts.ts';
import { planImport } from '../../server/open-data/plan.ts';
import { aTownBook, NO_TOWNS } from '../support/a-gazetteer.ts';
import { aCafeteria, aTable } from '../support/a-table.ts';

const OPTIONS = { dataset: 'd', licence: null, asOf: null, now: new Date(0) };
const book = aTownBook();

function read(format: 'cafeterias' | 'facilities', row: Record<string, string>, towns = book) {
  const plan = planImport(aTable(format, [row]).file, [], towns, OPTIONS);
  const [outcome] = plan.outcomes;
  const [change] = plan.changes;
  if (!outcome || !change) throw new Error('No place.');
  return { facts: change.place as PlaceFacts, doubts: outcome.doubts.map(({ code }) => code), place: change.place };
}

const facility = (row: Record<string, string>) =>
  read('facilities', {
    全国地方公共団体コード: '131059',
    地方公共団体名: '東京都文京区',
    名称: 'さくら',
    種別: '認可公立保育所',
    所在地_連結表記: '東京都文京区本郷1-2-3',
    ...row,
  });

describe('where a row is', () => {
  test('a hidden address stays hidden, with its municipality', () => {
    const { facts } = read('cafeterias', aCafeteria({ 住所: '非公開', 緯度: '35.7', 経度: '139.7' }));
    expect([facts.address, facts.addressHidden, facts.location, facts.municipalityCode]).toEqual([
      null,
      true,
      null,
      '131059',
    ]);
  });

  test('coordinates of the file are exact', () => {
    const { facts, doubts } = read('cafeterias', aCafeteria({ 緯度: '35.7061', 経度: '139.7562' }));
    expect([facts.location, doubts]).toEqual([{ latitude: 35.7061, longitude: 139.7562, precision: 'EXACT' }, []]);
  });

  test('a point more than 3 km from its address is a doubt', () => {
    expect(read('cafeterias', aCafeteria({ 緯度: '35.74', 経度: '139.756' })).doubts).toEqual([
      'POINT_FAR_FROM_ADDRESS',
    ]);
    expect(read('cafeterias', aCafeteria({ 緯度: '35.73', 経度: '139.756' })).doubts).toEqual([]);
  });

  test('exchanged coordinates are put right, impossible ones are not used', () => {
    const swapped = read('cafeterias', aCafeteria({ 緯度: '139.7562', 経度: '35.7061' }));
    expect([swapped.facts.location?.latitude, swapped.doubts]).toEqual([35.7061, ['POINT_SWAPPED']]);
    const outside = read('cafeterias', aCafeteria({ 緯度: '48.8', 経度: '2.3' }));
    expect([outside.facts.location?.precision, outside.doubts]).toEqual(['TOWN', ['POINT_OUTSIDE_JAPAN']]);
  });

  test('a code with a wrong check digit is a doubt, and the address decides', () => {
    const { facts, doubts } = read('cafeterias', aCafeteria({ 全国地方公共団体コード: '132196' }));
    expect([facts.municipalityCode, doubts]).toEqual(['131059', ['BAD_CHECK_DIGIT']]);
  });

  test('a code of another municipality than the address is a doubt', () => {
    const { facts, doubts } = read('cafeterias', aCafeteria({ 住所: '東京都板橋区板橋1-1', 市区町村名: '' }));
    expect([facts.municipalityCode, doubts]).toEqual(['131199', ['CODE_DIFFERS_FROM_ADDRESS']]);
  });

  test('a code of the prefecture is resolved by the name of the municipality', () => {
    const row = aCafeteria({ 全国地方公共団体コード: '130001', 住所: '', 市区町村名: '文京区' });
    const { facts } = read('cafeterias', row);
    expect([facts.municipalityCode, facts.address, facts.location?.precision]).toEqual([
      '131059',
      null,
      'MUNICIPALITY',
    ]);
    expect(read('cafeterias', { ...row, 全国地方公共団体コード: '13' }).facts.municipalityCode).toBe('131059');
  });

  test('the municipality column can hold the whole address', () => {
    const { facts } = facility({ 所在地_連結表記: '', 所在地_都道府県: '東京都', 所在地_市区町村: '文京区本郷1-2-3' });
    expect([facts.address?.text, facts.location?.precision]).toEqual(['東京都文京区本郷1-2-3', 'TOWN']);
  });

  test('an address in two columns, the first only the municipality, is one address', () => {
    const { facts } = read('cafeterias', aCafeteria({ 住所: '文京区', 方書: '本郷一丁目31-1' }));
    expect([facts.address, facts.location?.precision]).toEqual([
      { text: '文京区本郷一丁目31-1', building: null, postalCode: null },
      'TOWN',
    ]);
  });

  test('an address without a known town is a doubt, but not where no gazetteer is loaded', () => {
    expect(read('cafeterias', aCafeteria({ 住所: '文京区どこか1' })).doubts).toEqual(['NO_TOWN']);
    expect(read('cafeterias', aCafeteria(), NO_TOWNS)).toMatchObject({
      facts: { location: { precision: 'MUNICIPALITY' } },
      doubts: [],
    });
  });
});

describe('a row of こども食堂', () => {
  test('what is blank is not stated', () => {
    const { facts } = read('cafeterias', aCafeteria());
    expect([facts.ages, facts.access, facts.booking, facts.eligibility, facts.childAlone, facts.capacity]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([facts.fee.freeForChildren, facts.schedule.certainty]).toEqual([null, 'UNKNOWN']);
  });

  test('its columns become facts', () => {
    const { facts, doubts } = read(
      'cafeterias',
      aCafeteria({
        名称_カナ: 'ｻｸﾗｼｮｸﾄﾞｳ',
        電話番号1: '０３－１２３４－５６７８；090-1111-2222',
        電話番号1_連絡先備考: '平日',
        URL: 'https://example.jp/a b',
        メールアドレス1: 'a@example.jp',
        開催頻度: '5',
        開催日: '第4土曜日',
        開催開始時間: '0.5',
        開催終了時間: '13:30',
        参加条件: '小学生のみ',
        参加費_小学生: '100',
        参加費_大人: '300 ',
        予約方法: '電話で事前予約',
        定員: '３０名',
        フードパントリー実施: '1 ',
        テイクアウト実施: '1',
        学区: '本郷小；湯島小',
        実施支援の主な区分: '学習支援;フードパントリー',
      }),
    );
    expect(doubts).toEqual([]);
    expect(facts).toMatchObject({
      kana: 'サクラショクドウ',
      kinds: ['childrens-cafeteria'],
      activities: ['meal', 'food-pantry', 'take-away-meal', 'study'],
      access: 'BOOKED',
      capacity: 30,
      schoolDistricts: ['本郷小', '湯島小'],
      contact: {
        phones: [
          { number: '03-1234-5678', note: '平日' },
          { number: '090-1111-2222', note: '平日' },
        ],
        emails: [{ address: 'a@example.jp', note: null }],
        url: 'https://example.jp/a',
      },
      fee: { freeForChildren: false, primary: 100, adult: 300, preschool: null },
      booking: { need: 'REQUIRED', how: '電話で事前予約' },
      ages: [{ stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] }],
    });
    expect(
      facts.schedule.rules.map(({ weekdays, nth, slots }) => [weekdays, nth, slots[0]?.start, slots[0]?.end]),
    ).toEqual([[[6], [4], 720, 810]]);
  });

  test('a place with support but no food in it is a third place as well', () => {
    const kinds = (row: Record<string, string>) => read('cafeterias', aCafeteria(row)).facts.kinds;
    expect(kinds({ 実施支援の主な区分: '生活指導;学習支援' })).toEqual(['childrens-cafeteria', 'third-place']);
    expect(kinds({ 名称: 'みんなの居場所' })).toEqual(['childrens-cafeteria', 'third-place']);
    expect(kinds({ 実施支援の主な区分: '学習支援;フードパントリー' })).toEqual(['childrens-cafeteria']);
  });

  test('an end before its start is a doubt', () => {
    const row = aCafeteria({ 開催曜日: '土', 開催頻度: '3', 開催開始時間: '18:00', 開催終了時間: '17:30' });
    expect(read('cafeterias', row).doubts).toContain('END_BEFORE_START');
  });

  test('a link of another kind than http is not taken', () => {
    expect(read('cafeterias', aCafeteria({ URL: 'javascript:alert(1)' })).facts.contact.url).toBeNull();
  });

  test('the row is kept as it was', () => {
    expect(read('cafeterias', aCafeteria({ 備考: ' x ' })).place.source?.row).toMatchObject({
      名称: 'さくら食堂',
      備考: ' x ',
    });
  });
});

describe('a row of 子育て施設一覧', () => {
  test('its columns become facts', () => {
    const { facts } = facility({
      受入年齢: '産休明け～2歳児',
      一時預かりの有無: '有',
      病児保育の有無: '有',
      授乳室: '有',
      利用可能曜日: '月火水木金',
      開始時間: '7:00',
      終了時間: '19:00',
    });
    expect(facts).toMatchObject({
      kinds: ['nursery', 'sick-child-care'],
      activities: ['drop-off-care'],
      features: ['nursing-room'],
      ages: [{ from: { months: 0, days: 57 }, until: { months: 36, days: 0 } }],
      agesText: '産休明け～2歳児',
    });
    expect(facts.schedule.rules.map(({ weekdays }) => weekdays)).toEqual([[1, 2, 3, 4, 5]]);
  });

  test('「無」 is not an activity, and a blank neither', () => {
    expect([facility({ 一時預かりの有無: '無' }).facts.activities, facility({}).facts.activities]).toEqual([[], []]);
  });

  test('an unknown 種別 is imported with a warning, by its name where that tells', () => {
    const named = facility({ 種別: 'その他', 名称: '花岡児童センター' });
    expect([named.facts.kinds, named.doubts]).toEqual([['children-center'], ['UNKNOWN_KIND']]);
    const unnamed = facility({ 種別: '未知の種別', 名称: 'さくら' });
    expect([unnamed.facts.kinds, unnamed.doubts]).toEqual([['community-resource'], ['UNKNOWN_KIND']]);
    expect(unnamed.place.source?.row['種別']).toBe('未知の種別');
  });

  test('ages that cannot be read are kept as words and are a doubt', () => {
    const { facts, doubts } = facility({ 受入年齢: '要相談' });
    expect([facts.ages, facts.agesText, doubts]).toEqual([null, '要相談', ['UNREAD_AGES']]);
  });
});
