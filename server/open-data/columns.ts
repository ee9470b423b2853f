/**
 * Columns by the names that files give them. Files of one format differ in order, number and spelling of their columns
 * (53, 51 and 28 in 子育て施設一覧), so a column is known by its name alone, never by its position.
 */
export const COLUMNS = {
  code: ['全国地方公共団体コード', '都道府県コード又は市区町村コード', '自治体コード', '市区町村コード', '団体コード'],
  placeCode: ['所在地_全国地方公共団体コード', '所在地_自治体コード'],
  id: ['ID', 'NO', 'No', 'No.', '番号', '通し番号', '施設ID'],
  publisher: ['地方公共団体名', '自治体名'],
  prefecture: ['都道府県', '都道府県名', '所在地_都道府県'],
  city: ['市区町村名', '市区町村', '所在地_市区町村'],
  name: ['名称', '施設名', '施設名称', 'こども食堂名', 'Name'],
  kana: ['名称_カナ', '名称カナ', '名称(カナ)', '名称_フリガナ', '施設名カナ'],
  kind: ['種別', '施設種別', '施設種類', 'Type'],
  poi: ['POIコード'],
  addressLine: ['所在地_連結表記', '住所', '所在地', '施設所在地', 'Add1'],
  town: ['所在地_町字'],
  blockNumber: ['所在地_番地以下'],
  building: ['方書', '建物名等(方書)', '建物名等', 'Add2'],
  postalCode: ['郵便番号'],
  latitude: ['緯度', 'Y'],
  longitude: ['経度', 'X'],
  access: ['アクセス方法'],
  parking: ['駐車場情報'],
  phone: ['電話番号', '電話番号1', 'TEL'],
  phoneNote: ['電話番号1_連絡先備考'],
  phone2: ['電話番号2'],
  phone2Note: ['電話番号2_連絡先備考'],
  extension: ['内線番号'],
  fax: ['FAX番号', 'FAX'],
  email: ['連絡先メールアドレス', 'メールアドレス', 'メールアドレス1'],
  emailNote: ['メールアドレス1_連絡先備考'],
  email2: ['メールアドレス2'],
  email2Note: ['メールアドレス2_連絡先備考'],
  contactNote: ['連絡先備考(その他、SNSなど)', '連絡先備考'],
  contactForm: ['連絡先FormURL'],
  url: ['URL', 'url', 'ホームページ'],
  operator: ['運営団体名', '団体名', '設置者', 'Owner'],
  purpose: ['設置目的'],
  support: ['実施支援の主な区分'],
  description: ['説明'],
  remarks: ['備考'],
  capacity: ['定員', '収容定員', 'Full'],
  ages: ['受入年齢', '対象年齢'],
  ageFrom: ['AgeS'],
  ageUntil: ['AgeE'],
  frequency: ['開催頻度'],
  weekdays: ['開催曜日', '利用可能曜日'],
  days: ['開催日'],
  from: ['開催開始時間', '開始時間', 'Open'],
  to: ['開催終了時間', '終了時間', 'Close'],
  timeNote: [
    '開催日時特記事項',
    '利用可能日時特記事項',
    '利用可能日時特記',
    '利用可能時間特記事項',
    '利用可能曜日特記事項',
  ],
  conditions: ['参加条件'],
  feePreschool: ['参加費_幼児'],
  feePrimary: ['参加費_小学生'],
  feeJuniorHigh: ['参加費_中学生'],
  feeHighSchool: ['参加費_高校生'],
  feeAdult: ['参加費_大人'],
  feeNote: ['参加費特記事項'],
  bookingHow: ['予約方法'],
  bookingNote: ['予約特記事項'],
  pantry: ['フードパントリー実施'],
  takeOut: ['テイクアウト実施'],
  districts: ['学区'],
  dropOffCare: ['一時預かりの有無', '一時預かり', 'Temp'],
  careFeeKind: ['子供預かり料金種別'],
  careFee: ['子供預かり料金'],
  careFeeNote: ['子供預かり料金備考'],
  sickChildCare: ['病児保育の有無'],
  nursingRoom: ['授乳室'],
  diaperChanging: ['おむつ替えコーナー'],
  eating: ['飲食可否'],
  strollers: ['ベビーカー利用'],
  barrierFree: ['バリアフリー情報'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof COLUMNS;

/** Cells of a row by column; a column that the file lacks, or a blank cell, is absent: not stated, never no. */
export type Cells = Partial<Record<Column, string>>;

/** A header for comparing: NFKC, no spaces or quotes, 標記 written 表記, one kind of low line. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s\u3000"'?\uFEFF]+/gu, '')
    .replace(/標記/g, '表記')
    .replace(/[＿‗]/g, '_')
    .toLowerCase();
}

const BY_NAME = new Map<string, Column>(
  (Object.entries(COLUMNS) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [foldHeader(name), column] as const),
  ),
);

/** Which column each position of a header is; null for those that mean nothing here. The first of two equals counts. */
export function mapHeader(header: readonly string[]): (Column | null)[] {
  const seen = new Set<Column>();
  return header.map((name) => {
    const column = BY_NAME.get(foldHeader(name)) ?? null;
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

/** The cells of a row that are not blank. Tabs and spaces around are no content (大田区 pads with forty tabs). */
export function cellsOf(columns: readonly (Column | null)[], values: readonly string[]): Cells {
  const cells: Cells = {};
  columns.forEach((column, index) => {
    const value = values[index]?.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '') ?? '';
    if (column !== null && value !== '') cells[column] = value;
  });
  return cells;
}
