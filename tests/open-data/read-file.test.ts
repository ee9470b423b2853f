import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../server/open-data/decode.ts';
import { readImportFile } from '../../server/open-data/read-file.ts';

const read = (text: string) => readImportFile(Buffer.from(text));

describe('rows and lines', () => {
  test('a row is at the line where it begins, also after cells with newlines and empty lines', () => {
    const { rows } = read('名称,開催頻度,備考\r\nA,1,"x\ny"\r\n\r\nB,2,\r\n,,\r\nC,3,"say ""hi"""\r\n');
    expect(rows.map(({ line, cells }) => [line, cells.name, cells.remarks])).toEqual([
      [2, 'A', 'x\ny'],
      [5, 'B', undefined],
      [6, undefined, undefined],
      [7, 'C', 'say "hi"'],
    ]);
  });

  test('tabs and full-width spaces around a cell are no content', () => {
    expect(read('名称,開催頻度\n\t\t\tさくら食堂　\t,　\n').rows[0]?.cells).toEqual({ name: 'さくら食堂' });
  });

  test('short and long rows are read as far as the header goes', () => {
    const { rows } = read('名称,開催頻度,備考\nA\nB,1,x,surplus\n');
    expect(rows.map(({ cells }) => cells)).toEqual([{ name: 'A' }, { name: 'B', frequency: '1', remarks: 'x' }]);
  });

  test('the verbatim row keeps columns that mean nothing here', () => {
    expect(read('名称,開催頻度,独自の列\nA,1,z\n').rows[0]?.verbatim).toEqual({
      名称: 'A',
      開催頻度: '1',
      独自の列: 'z',
    });
  });

  test('a title may stand above the header', () => {
    const file = read('令和6年度 こども食堂一覧,,\n名称,開催頻度,備考\nA,1,\n');
    expect([file.layout.name, file.rows.map(({ line }) => line)]).toEqual(['kodomo-shokudo', [3]]);
  });

  test('tab-separated files are read as well', () => {
    expect(read('名称\t開催頻度\nA\t1\n').rows[0]?.cells).toEqual({ name: 'A', frequency: '1' });
  });
});

describe('layouts by the names of their columns', () => {
  test.each([
    ['kodomo-shokudo', '全国地方公共団体コード,ID,都道府県,市区町村名,名称,名称_カナ,住所,開催頻度,参加費_小学生'],
    ['kodomo-shokudo', 'NO,都道府県コード又は市区町村コード,都道府県,市区町村名,名称,開催頻度'],
    ['kodomo-shokudo-extra', 'ID,住所,方書,緯度,経度,開催頻度,開催曜日,開催日'],
    ['kosodate', '全国地方公共団体コード,ID,地方公共団体名,名称,種別,所在地_連結表記,受入年齢'],
    [
      'kosodate',
      '自治体コード,ID,地方公共団体名,名称,種別,所在地_連結標記,メールアドレス,許可等年月日,利用可能日時特記',
    ],
    ['kosodate', '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,種別,住所,方書,一時預かりの有無'],
    ['koriyama', 'Name,Label,Owner,Type,Add1,Add2,Y,X,TEL,AgeS,AgeE,Open,Close'],
    ['public-facilities', '都道府県コード又は市区町村コード,NO,名称,POIコード,住所,方書,利用可能曜日'],
  ])('%s: %s', (name, header) => {
    expect(read(`${header}\n`).layout.name).toBe(name);
  });

  test('spaces, widths and brackets in a header do not matter', () => {
    const { rows } = read('名　称,種別,住所,建物名等（方書）,ＵＲＬ,受入年齢\nA,児童館,X,2F,https://example.jp,\n');
    expect(rows[0]?.cells).toMatchObject({ name: 'A', building: '2F', url: 'https://example.jp' });
  });

  test('what is no known layout is refused with the headers found and the expected ones', () => {
    expect(() => read('a,b,c\n1,2,3\n')).toThrow(UnreadableFileError);
    expect(() => read('a,b,c\n1,2,3\n')).toThrow(/見出し: a、b、c[\s\S]*こども食堂/);
  });

  test('a file with no line is refused', () => {
    expect(() => read('\n\n')).toThrow(UnreadableFileError);
  });
});
