import { type NamedFile, readFiles } from '../../server/open-data/read-files.ts';

type Row = Record<string, string>;

const HEADERS = {
  cafeterias:
    '全国地方公共団体コード,ID,都道府県,市区町村名,名称,名称_カナ,設置目的,実施支援の主な区分,住所,方書,緯度,経度,電話番号1,電話番号1_連絡先備考,電話番号2,電話番号2_連絡先備考,内線番号,FAX番号,URL,メールアドレス1,メールアドレス1_連絡先備考,メールアドレス2,メールアドレス2_連絡先備考,法人番号,運営団体名,開催頻度,開催曜日,開催日,開催開始時間,開催終了時間,開催日時特記事項,参加条件,参加費_幼児,参加費_小学生,参加費_中学生,参加費_高校生,参加費_大人,参加費特記事項,予約方法,予約特記事項,定員,フードパントリー実施,テイクアウト実施,学区,ネットワークの加入,追加情報NO,画像,画像_ライセンス,備考',
  extras:
    'ID,住所,方書,緯度,経度,開催頻度,開催曜日,開催日,開催開始時間,開催終了時間,開催日時特記事項,参加条件,参加費_幼児,参加費_小学生,参加費_中学生,参加費_高校生,参加費_大人,参加費特記事項,予約方法,予約特記事項,定員,学区,画像,画像_ライセンス,備考',
  facilities:
    '全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,種別,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,電話番号,受入年齢,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,一時預かりの有無,病児保育の有無,授乳室,URL,備考',
} as const;

/** A file of a public format with these rows, as bytes with a BOM. */
export function csvOf(format: keyof typeof HEADERS, rows: readonly Row[]): Buffer {
  const header = HEADERS[format].split(',');
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => header.map((name) => cell(row[name] ?? '')).join(','));
  return Buffer.from(`\uFEFF${[HEADERS[format], ...lines].join('\r\n')}\r\n`);
}

/** The same, read. */
export function aTable(format: keyof typeof HEADERS, rows: readonly Row[], name = `${format}.csv`): NamedFile {
  const [file] = readFiles([{ name, bytes: csvOf(format, rows) }]);
  if (!file) throw new Error('One file in, one file out.');
  return file;
}

/** A こども食堂 of 文京区 that states only what it must. */
export function aCafeteria(row: Row = {}): Row {
  return {
    全国地方公共団体コード: '131059',
    都道府県: '東京都',
    市区町村名: '文京区',
    名称: 'さくら食堂',
    住所: '東京都文京区本郷1-2-3',
    ...row,
  };
}
