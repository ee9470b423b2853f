import { expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { searchRequest } from '../../server/domain/search-request.ts';
import { foldText, spellingsOf } from '../../server/domain/search-text.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';
import { seededRandom } from '../support/random.ts';
import { NOW } from './world.ts';

const PLACES: Place[] = [
  aPlace({
    id: 'shibuya',
    name: 'かぞくのアトリエ',
    kana: null,
    municipalityCode: '131130',
    address: { text: '東京都渋谷区代々木1-1', building: null, postalCode: null },
  }),
  aPlace({ id: 'hiroba', name: 'さくらひろば', kana: 'サクラヒロバ', municipalityCode: '131059' }),
  aPlace({
    id: 'hiroba-kita',
    name: 'ヒロバきた',
    kana: 'ひろばきた',
    municipalityCode: '131172',
    address: { text: '東京都北区王子1-1', building: '文京区民センター分館', postalCode: null },
  }),
  aPlace({ id: 'center', name: '子育て支援センター', kana: 'こそだてしえんせんたー', municipalityCode: '131059' }),
  aPlace({
    id: 'hidden',
    name: 'ないしょの家',
    addressHidden: true,
    address: { text: '東京都文京区ひみつ町9-9', building: null, postalCode: null },
  }),
  aPlace({
    id: 'operated',
    name: 'こども食堂ぽかぽか',
    kana: 'こどもしょくどうぽかぽか',
    operator: 'ＮＰＯ法人　さくらんぼ',
    municipalityCode: '131172',
    address: null,
  }),
];
const index = createPlaceIndex(PLACES);

function find(text: string): string[] {
  return index
    .search(searchRequest({ text }, null, null, NOW), { first: 100, after: null }, NOW)
    .hits.map(({ id }) => id);
}

test('texts are compared without width, case, sort of kana, small kana and long-vowel marks', () => {
  expect(foldText('ｾﾝﾀｰ　Ｋｉｄｓ ㈱キャット')).toBe('せんた kids (株)きやつと');
  expect(spellingsOf(foldText('とうきょう'))).toEqual(['とうきよう', 'ときよ']);
  expect(spellingsOf('広場')).toEqual(['広場']);
});

test('ひらがな finds カタカナ and the other way round', () => {
  expect(find('ひろば')).toEqual(['hiroba', 'hiroba-kita']);
  expect(find('ヒロバ')).toEqual(['hiroba', 'hiroba-kita']);
});

test('a long vowel may be written with its mark, with its vowel or not at all', () => {
  for (const word of ['センター', 'せんたあ', 'センタ', 'ｾﾝﾀｰ']) expect(find(word)).toContain('center');
});

test('しぶや and 渋谷 find what is in 渋谷区', () => {
  expect(find('しぶや')).toEqual(['shibuya']);
  expect(find('渋谷')).toEqual(['shibuya']);
  expect(find('シブヤク')).toEqual(['shibuya']);
});

test('a municipality and a word may be glued together, in any order', () => {
  expect(find('文京区ひろば')).toEqual(['hiroba']);
  expect(find('ヒロバ文京区')).toEqual(['hiroba']);
  expect(find('東京都文京区ひろば')).toEqual(['hiroba']);
  expect(find('東京都ひろば')).toEqual(['hiroba', 'hiroba-kita']);
  expect(find('文京区児童館')).toEqual([]);
});

test('a glued word that stands so in a text is found there too', () => {
  expect(find('文京区民センター')).toEqual(['hiroba-kita']);
});

test('a municipality that is named in full narrows the area, wherever its name stands elsewhere', () => {
  expect(find('ひろば 文京区')).toEqual(['hiroba']);
  expect(find('文京区　ヒロバ')).toEqual(['hiroba']);
  expect(find('東京都北区')).toEqual(['operated', 'hiroba-kita']);
});

test('words stand in any order, in name, reading, address and operator', () => {
  expect(find('さくらんぼ 食堂')).toEqual(['operated']);
  expect(find('食堂 npo')).toEqual(['operated']);
  expect(find('王子')).toEqual(['hiroba-kita']);
});

test('what is in the name comes before what is in the address or the operator', () => {
  expect(find('さくら')).toEqual(['hiroba', 'operated']);
});

test('a hidden address is not searched', () => {
  expect(find('ひみつ町')).toEqual([]);
  expect(find('ないしょ')).toEqual(['hidden']);
});

test('a single letter is found too, also after edits', () => {
  const edited = createPlaceIndex(PLACES);
  edited.apply({ upserts: [aPlace({ id: 'late', name: '児童館' })], removals: ['hiroba'] });
  const ids = edited
    .search(searchRequest({ text: '館' }, null, null, NOW), { first: 9, after: null }, NOW)
    .hits.map(({ id }) => id);
  expect(ids).toEqual(['late', 'hiroba-kita']);
});

test('a word is found wherever it stands, also behind its own pairs of letters and far into a long text', () => {
  const random = seededRandom(7);
  const written = (longest: number) =>
    Array.from({ length: random.int(1, longest) }, () => random.pick([...'児童館育'])).join('');
  const places = Array.from({ length: 400 }, (_, at) =>
    aPlace({
      id: `w${at}`,
      name: written(9),
      kana: null,
      operator: random.chance(0.7) ? `${'の'.repeat(random.int(0, 300))}${written(9)}` : null,
      address: null,
    }),
  );
  const many = createPlaceIndex(places);
  for (let asked = 0; asked < 300; asked++) {
    const word = written(6);
    const expected = places
      .filter(({ name, operator }) => name.includes(word) || operator?.includes(word))
      .map(({ id, name }) => ({ id, key: `${name.includes(word) ? 0 : 1}${name}\u0000${id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const { hits, total } = many.search(
      searchRequest({ text: word }, null, null, NOW),
      { first: 100, after: null },
      NOW,
    );
    expect(
      hits.map(({ id }) => id),
      word,
    ).toEqual(expected.slice(0, 100).map(({ id }) => id));
    expect(total).toBe(expected.length);
  }
});

test('suggestions have something of every sort', () => {
  const towns = {
    findTowns: () => [
      { name: '渋谷一丁目', municipality: { prefecture: '東京都', name: '渋谷区' }, latitude: 35.66, longitude: 139.7 },
    ],
    findStations: () => [{ name: '渋谷', line: '山手線', latitude: 35.658, longitude: 139.701 }],
  };
  const named = createPlaceIndex([...PLACES, aPlace({ id: 'x', name: 'しぶやこども館', kana: 'しぶやこどもかん' })], {
    towns,
  });
  const found = named.suggest('しぶや', 8).map(({ type, label, detail }) => [type, label, detail]);
  expect(found).toContainEqual(['MUNICIPALITY', '渋谷区', '東京都']);
  expect(named.suggest('Shibuya', 8).map(({ label, romaji }) => [label, romaji])).toContainEqual([
    '渋谷区',
    'Shibuya-ku',
  ]);
  expect(named.suggest('osaka', 8).map(({ label }) => label)).toEqual(expect.arrayContaining(['大阪府', '大阪市']));
  expect(found).toContainEqual(['STATION', '渋谷駅', '山手線']);
  expect(found).toContainEqual(['TOWN', '渋谷一丁目', '東京都渋谷区']);
  expect(found).toContainEqual(['PLACE', 'しぶやこども館', '東京都文京区']);
  expect(named.suggest('じどうかん', 8).map(({ type, code }) => [type, code])).toContainEqual([
    'KIND',
    'children-center',
  ]);
  expect(named.suggest('しぶや', 2)).toHaveLength(2);
  expect(named.suggest('  ', 8)).toEqual([]);
});
