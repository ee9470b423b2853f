import { expect, test } from 'vitest';
import { latinNameOf, latinPrefecture } from '../../server/gazetteer/latin-name.ts';
import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';
import { PREFECTURE_KANA } from '../../server/gazetteer/prefecture-kana.ts';

const latin = (wanted: string) =>
  listMunicipalities()
    .filter(({ name, shortName }) => [name, shortName].includes(wanted))
    .map(latinNameOf);

test.each([
  ['文京区', 'Bunkyo-ku'],
  ['大阪市', 'Osaka-shi'],
  ['四日市市', 'Yokkaichi-shi'],
  ['日の出町', 'Hinode-machi'],
  ['大宜味村', 'Ogimi-son'],
  ['札幌市中央区', 'Chuo-ku (Sapporo-shi)'],
  ['さいたま市大宮区', 'Omiya-ku (Saitama-shi)'],
  ['榛東村', 'Shinto-mura'],
  ['小海町', 'Koumi-machi'],
  ['豊岡市', 'Toyooka-shi'],
  ['勝浦市', 'Katsuura-shi'],
  ['曽於市', 'Soo-shi'],
  ['甲良町', 'Kora-cho'],
  ['瀬戸内市', 'Setouchi-shi'],
  ['南陽市', "Nan'yo-shi"],
])('%s is %s', (name, expected) => {
  expect(latin(name)).toEqual([expected]);
});

test('every municipality has a name of Latin letters alone, with what it is', () => {
  const odd = listMunicipalities()
    .map(latinNameOf)
    .filter((name) => !/^[A-Z][a-z']+-(shi|ku|cho|machi|mura|son)( \([A-Z][a-z]+-shi\))?$/.test(name));
  expect(odd).toEqual([]);
});

test('prefectures are named as maps in English name them', () => {
  const names = PREFECTURE_KANA.map(latinPrefecture);
  expect([names[0], names[12], names[14], names[25], names[26], names[41], names[43]]).toEqual([
    'Hokkaido',
    'Tokyo',
    'Niigata',
    'Kyoto',
    'Osaka',
    'Nagasaki',
    'Oita',
  ]);
  expect(names.filter((name) => !/^[A-Z][a-z]+$/.test(name))).toEqual([]);
});
