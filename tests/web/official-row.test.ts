import { describe, expect, it } from 'vitest';
import type { KeptPlace } from '../../web/src/lib/account/my-place.ts';
import { officialRow } from '../../web/src/lib/account/official-row.ts';

const PLACE: KeptPlace = {
  ...{ name: 'ひまわり食堂', kana: 'ヒマワリショクドウ', status: 'PUBLISHED', revision: 1, confirmedAt: null },
  ...{ addressHidden: false, phonesHidden: false, kinds: ['childrens-cafeteria'], activities: ['food-pantry'] },
  ...{ features: ['nursing-room'], capacity: 20, conditions: null, operator: '=ひまわりの会', description: null },
  address: { text: '東京都文京区春日1-16-21', building: '2階', postalCode: '112-0003' },
  municipality: {
    code: '131059',
    name: '文京区',
    romaji: 'Bunkyo-ku',
    prefecture: { name: '東京都', romaji: 'Tokyo' },
  },
  location: { latitude: 35.7081, longitude: 139.7523, precision: 'EXACT' },
  contact: { phones: [{ number: '03-1234-5678', note: '午後' }], emails: [], url: null, fax: null },
  schedule: { source: '第2土曜\n11時から', lines: [], state: { kind: 'CLOSED', text: '' } },
  fee: {
    ...{ freeForChildren: false, preschool: 0, primary: 100, juniorHigh: null, highSchool: null, adult: 300 },
    ...{ note: null, stated: true },
  },
  booking: null,
  ages: null,
};

/** Cells by the names of their columns. */
function cellsOf(place: KeptPlace): Record<string, string> {
  const [head, row] = officialRow(place, 'abc', '児童館', '第2土曜\n11時から')
    .split('\n')
    .map((line) => line.split('\t'));
  expect(row).toHaveLength(head?.length ?? 0);
  return Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index] ?? '']));
}

describe('the row in the official format', () => {
  it('of a こども食堂 has the 49 columns of its format, zero yen told from not stated', () => {
    const cells = cellsOf(PLACE);
    expect(Object.keys(cells)).toHaveLength(49);
    expect(cells).toMatchObject({
      ...{ 全国地方公共団体コード: '131059', ID: 'abc', 市区町村名: '文京区', 住所: '東京都文京区春日1-16-21' },
      ...{ 方書: '2階', 緯度: '35.7081', 電話番号1: '03-1234-5678', 電話番号1_連絡先備考: '午後', 参加費_幼児: '0' },
      ...{
        参加費_小学生: '100',
        参加費_中学生: '',
        参加費_大人: '300',
        フードパントリー実施: '1',
        テイクアウト実施: '',
      },
    });
  });

  it('of anything else has the 53 columns of 子育て施設一覧', () => {
    const cells = cellsOf({ ...PLACE, kinds: ['children-center'] });
    expect(Object.keys(cells)).toHaveLength(53);
    expect(cells).toMatchObject({ 種別: '児童館', 地方公共団体名: '東京都文京区', 授乳室: '有', 収容定員: '20' });
  });

  it('keeps a row on one line, and a cell from being taken for a formula', () => {
    expect(cellsOf(PLACE)).toMatchObject({ 開催日時特記事項: '第2土曜 11時から', 運営団体名: "'=ひまわりの会" });
  });

  it('says nothing of what is hidden', () => {
    const row = officialRow({ ...PLACE, addressHidden: true, phonesHidden: true }, 'abc', '', '');
    for (const secret of ['春日', '2階', '35.7081', '139.7523', '03-1234']) expect(row).not.toContain(secret);
  });
});
