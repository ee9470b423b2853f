import { readGazetteerFile } from '../../server/open-data/read-gazetteer-file.ts';
import { createTownBook, type TownBook } from '../../server/gazetteer/towns.ts';

const HEADER =
  '"都道府県コード","都道府県名","都道府県名カナ","都道府県名ローマ字","市区町村コード","市区町村名","市区町村名カナ","市区町村名ローマ字","大字町丁目名","大字町丁目名カナ","大字町丁目名ローマ字","小字・通称名","緯度","経度"';

/** prefecture, code, municipality, town, part, latitude, longitude */
type Town = [string, string, string, string, string, number, number];

/** Real names with points made round. */
export const TOWNS: readonly Town[] = [
  ['東京都', '13105', '文京区', '本郷一丁目', '', 35.706, 139.756],
  ['東京都', '13105', '文京区', '本郷二丁目', '', 35.708, 139.758],
  ['東京都', '13105', '文京区', '小石川三丁目', '', 35.714, 139.748],
  ['東京都', '13110', '目黒区', '目黒一丁目', '', 35.634, 139.706],
  ['東京都', '13110', '目黒区', '鷹番三丁目', '', 35.629, 139.683],
  ['東京都', '13115', '杉並区', '阿佐谷北二丁目', '', 35.706, 139.637],
  ['東京都', '13119', '板橋区', '前野町二丁目', '', 35.766, 139.69],
  ['東京都', '13119', '板橋区', '板橋一丁目', '', 35.748, 139.719],
  ['東京都', '13224', '多摩市', '山王下一丁目', '', 35.626, 139.421],
  ['東京都', '13206', '府中市', '宮西町一丁目', '', 35.669, 139.477],
  ['東京都', '13305', '西多摩郡日の出町', '大字大久野', '', 35.75, 139.22],
  ['広島県', '34208', '府中市', '鵜飼町', '', 34.568, 133.237],
  ['福島県', '07203', '郡山市', '大槻町', '', 37.39, 140.32],
  ['福島県', '07203', '郡山市', '大槻町', '宮ノ前', 37.392, 140.316],
  ['宮城県', '04401', '宮城郡松島町', '松島', '町内', 38.373, 141.061],
  ['北海道', '01101', '札幌市中央区', '南一条西二丁目', '', 43.059, 141.355],
  ['北海道', '01102', '札幌市北区', '北八条西五丁目', '', 43.07, 141.347],
  ['神奈川県', '14109', '横浜市港北区', '日吉一丁目', '', 35.557, 139.642],
  ['神奈川県', '14109', '横浜市港北区', '本町', '', 35.55, 139.63],
  ['神奈川県', '14102', '横浜市神奈川区', '本町', '', 35.47, 139.63],
  ['京都府', '26104', '京都市中京区', '二条殿町', '', 35.012, 135.76],
  ['千葉県', '', '鎌ヶ谷市', '富岡一丁目', '', 35.776, 140.001],
  ['静岡県', '', '浜松市中区', '砂山町', '', 34.702, 137.735],
];

/** `latest.csv` of these towns. */
export function latestCsv(towns: readonly Town[] = TOWNS): string {
  const lines = towns.map(([prefecture, code, city, town, part, latitude, longitude]) =>
    [code.slice(0, 2), prefecture, '', '', code, city, '', '', town, '', '', part, latitude, longitude]
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  return [HEADER.replace('"緯度","経度"', '"緯度（代表点）","経度（代表点）"'), ...lines].join('\n');
}

/** A town book of a few towns. */
export function aTownBook(towns: readonly Town[] = TOWNS): TownBook {
  return createTownBook(readGazetteerFile(Buffer.from(latestCsv(towns))));
}

/** No towns at all, as before `npm run gazetteer`. */
export const NO_TOWNS: TownBook = createTownBook([]);
