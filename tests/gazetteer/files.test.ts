import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { fromBytes, toBytes } from '../../server/gazetteer/kept.ts';
import { locate } from '../../server/gazetteer/locate.ts';
import { listMunicipalities, municipalityByCode, wardsOf } from '../../server/gazetteer/municipalities.ts';
import { mergeParts } from '../../server/gazetteer/merge-parts.ts';
import { readGazetteerFile } from '../../server/open-data/read-gazetteer-file.ts';
import { createPlaceNames } from '../../server/gazetteer/suggest.ts';
import { createTownBook } from '../../server/gazetteer/towns.ts';
import { isMunicipalityCode } from '../../server/domain/municipality-code.ts';
import { latestCsv, TOWNS } from '../support/a-gazetteer.ts';

const REFERENCE = `"都道府県コード","都道府県名","市区町村コード","市区町村名","大字町丁目コード","大字町丁目名","緯度","経度","原典資料コード","大字・字・丁目区分コード"
"13","東京都","13105","文京区","131050001001","本郷一丁目","35.7","139.7","0","3"`;

const N02 = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      properties: { N02_003: '丸ノ内線', N02_005: '本郷三丁目', N02_005g: '1' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [139.759, 35.706],
          [139.76, 35.707],
          [139.761, 35.708],
        ],
      },
    },
    {
      properties: { N02_003: '大江戸線', N02_005: '本郷三丁目', N02_005g: '1' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [139.76, 35.707],
          [139.761, 35.708],
        ],
      },
    },
    {
      properties: { N02_003: '南北線', N02_005: '東大前', N02_005g: '2' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [139.757, 35.717],
          [139.758, 35.718],
        ],
      },
    },
  ],
});

describe('files of the gazetteer', () => {
  test('latest.csv, plain or gzipped, is one part per prefecture', () => {
    const plain = readGazetteerFile(Buffer.from(latestCsv()));
    const zipped = readGazetteerFile(gzipSync(latestCsv()));
    expect(plain.map(({ id, rows }) => [id, rows])).toEqual(zipped.map(({ id, rows }) => [id, rows]));
    expect(plain.find(({ id }) => id === 'towns:13')?.rows).toBe(11);
    expect(plain.reduce((sum, { rows }) => sum + rows, 0)).toBe(TOWNS.length);
  });

  test('位置参照情報 in cp932 replaces the prefectures that it has and leaves the others', () => {
    const parts = mergeParts(
      readGazetteerFile(Buffer.from(latestCsv())),
      readGazetteerFile(iconv.encode(REFERENCE, 'cp932')),
    );
    const book = createTownBook(parts);
    expect(locate({ address: '文京区本郷1' }, book)?.location.latitude).toBe(35.7);
    expect(locate({ address: '文京区小石川3' }, book)?.location.precision).toBe('MUNICIPALITY');
    expect(locate({ address: '郡山市大槻町1' }, book)?.location.precision).toBe('TOWN');
  });

  test('what is neither is refused in words', () => {
    expect(() => readGazetteerFile(Buffer.from('a,b\n1,2\n'))).toThrow(/町丁目のファイルではありません。見出し: a, b/);
    expect(() => readGazetteerFile(Buffer.from('{"features":[]}'))).toThrow(/N02/);
  });

  test('parts survive the way through bytes', () => {
    const parts = mergeParts([], readGazetteerFile(Buffer.from(latestCsv())));
    expect(fromBytes(toBytes(parts)).map((part) => ({ ...part, data: [...part.data] }))).toEqual(
      parts.map((part) => ({ ...part, data: [...part.data] })),
    );
  });
});

describe('names to suggest', () => {
  const names = createPlaceNames(
    mergeParts(readGazetteerFile(Buffer.from(N02)), readGazetteerFile(Buffer.from(latestCsv()))),
  );

  test('a town is one name, whatever its 丁目', () => {
    expect(names.findTowns('本郷', 5).map(({ name, municipality }) => [name, municipality.name])).toEqual([
      ['本郷', '文京区'],
    ]);
  });

  test('a municipality before the town narrows', () => {
    expect(names.findTowns('横浜市港北区本', 5).map(({ municipality }) => municipality.code)).toEqual(['141097']);
    expect(names.findTowns('本町', 5)).toHaveLength(2);
  });

  test('the limit holds, and nothing matches nothing', () => {
    expect(names.findTowns('本', 1)).toHaveLength(1);
    expect(names.findTowns('', 5)).toEqual([]);
    expect(names.findTowns('どこにもない', 5)).toEqual([]);
  });

  test('lines of one station are one station', () => {
    expect(names.findStations('本郷三丁目駅', 5)).toEqual([
      { name: '本郷三丁目', line: '丸ノ内線・大江戸線', latitude: 35.707, longitude: 139.76 },
    ]);
  });
});

describe('municipalities', () => {
  test('every code is right, and every municipality has a point in Japan and kana', () => {
    const all = listMunicipalities();
    expect(all).toHaveLength(1912);
    for (const { code, name, kana, latitude, longitude, prefecture } of all) {
      expect([name, isMunicipalityCode(code), /^[ァ-ヶー]+$/.test(kana), prefecture !== '']).toEqual([
        name,
        true,
        true,
        true,
      ]);
      expect(latitude > 24 && latitude < 46 && longitude > 122 && longitude < 149, name).toBe(true);
    }
  });

  test('wards have their city, in name and number', () => {
    expect(wardsOf('221309').map(({ shortName }) => shortName)).toEqual(['中央区', '浜名区', '天竜区']);
    expect(wardsOf('131059')).toEqual([]);
    expect(municipalityByCode('133051')).toMatchObject({ name: '西多摩郡日の出町', shortName: '日の出町' });
  });
});
