import type { KeptPlace } from './my-place.ts';

type Cells = Record<string, string | number | null | undefined>;

/** むすびえ「こども食堂データフォーマット」, new head, 49 columns. */
const CAFETERIA =
  `全国地方公共団体コード,ID,都道府県,市区町村名,名称,名称_カナ,設置目的,実施支援の主な区分,住所,方書,緯度,経度,電話番号1,電話番号1_連絡先備考,電話番号2,電話番号2_連絡先備考,内線番号,FAX番号,URL,メールアドレス1,メールアドレス1_連絡先備考,メールアドレス2,メールアドレス2_連絡先備考,法人番号,運営団体名,開催頻度,開催曜日,開催日,開催開始時間,開催終了時間,開催日時特記事項,参加条件,参加費_幼児,参加費_小学生,参加費_中学生,参加費_高校生,参加費_大人,参加費特記事項,予約方法,予約特記事項,定員,フードパントリー実施,テイクアウト実施,学区,ネットワークの加入,追加情報NO,画像,画像_ライセンス,備考`.split(
    ',',
  );
/** 自治体標準オープンデータセット 05 子育て施設一覧, 53 columns. */
const FACILITY =
  `全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_英字,種別,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,高度の種別,高度の値,アクセス方法,駐車場情報,電話番号,内線番号,FAX番号,連絡先メールアドレス,連絡先FormURL,連絡先備考（その他、SNSなど）,郵便番号,法人番号,団体名,認可等年月日,収容定員,受入年齢,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,一時預かりの有無,子供預かり料金種別,子供預かり料金,子供預かり料金備考,子供預かり開所時間,子供預かり閉所時間,病児保育の有無,授乳室,おむつ替えコーナー,飲食可否,ベビーカー貸出,ベビーカー利用,URL,画像,画像_ライセンス,備考`.split(
    ',',
  );

/**
 * The row of a place in the format that its municipality publishes: names of the columns and cells, by tabs, as a
 * spreadsheet takes them from the clipboard. What is hidden or not stated is left blank.
 */
export function officialRow(place: KeptPlace, id: string, kindLabel: string, hours: string): string {
  const isCafeteria = place.kinds.includes('childrens-cafeteria');
  const cells = isCafeteria ? cafeteriaCells(place, hours) : facilityCells(place, kindLabel, hours);
  const columns = isCafeteria ? CAFETERIA : FACILITY;
  const row = columns.map((column) => cellText({ ...commonCells(place), ID: id, ...cells }[column]));
  return `${columns.join('\t')}\n${row.join('\t')}`;
}

/** A cell of one line, which a spreadsheet does not take for a formula (OWASP, CSV injection). */
function cellText(value: string | number | null | undefined): string {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
}

function commonCells({ name, kana, municipality, contact, capacity, ...place }: KeptPlace): Cells {
  const point = !place.addressHidden && place.location?.precision === 'EXACT' ? place.location : null;
  return {
    ...{ 全国地方公共団体コード: municipality?.code, 名称: name, 名称_カナ: kana, 緯度: point?.latitude },
    ...{ 経度: point?.longitude, URL: contact.url, FAX番号: contact.fax, 定員: capacity, 収容定員: capacity },
  };
}

function cafeteriaCells(place: KeptPlace, hours: string): Cells {
  const { municipality, contact, fee, booking, activities } = place;
  const [first, second] = place.phonesHidden ? [] : contact.phones;
  const address = place.addressHidden ? null : place.address;
  const done = (code: string) => (activities.includes(code) ? 1 : null);
  return {
    ...{ 都道府県: municipality?.prefecture.name, 市区町村名: municipality?.name, 住所: address?.text },
    ...{ 方書: address?.building, 電話番号1: first?.number, 電話番号1_連絡先備考: first?.note },
    ...{ 電話番号2: second?.number, 電話番号2_連絡先備考: second?.note, メールアドレス1: contact.emails[0]?.address },
    ...{ 運営団体名: place.operator, 開催日時特記事項: hours, 参加条件: place.conditions },
    ...{ 参加費_幼児: fee?.preschool, 参加費_小学生: fee?.primary, 参加費_中学生: fee?.juniorHigh },
    ...{ 参加費_高校生: fee?.highSchool, 参加費_大人: fee?.adult, 参加費特記事項: fee?.note },
    ...{ 予約方法: booking?.how, 予約特記事項: booking?.note },
    ...{ フードパントリー実施: done('food-pantry'), テイクアウト実施: done('take-away-meal') },
  };
}

function facilityCells(place: KeptPlace, kindLabel: string, hours: string): Cells {
  const { municipality, contact, features } = place;
  const address = place.addressHidden ? null : place.address;
  const has = (code: string) => (features.includes(code) ? '有' : null);
  return {
    ...{ 地方公共団体名: municipality && municipality.prefecture.name + municipality.name, 種別: kindLabel },
    ...{ 所在地_全国地方公共団体コード: municipality?.code, 所在地_連結表記: address?.text },
    ...{ 所在地_都道府県: municipality?.prefecture.name, 所在地_市区町村: municipality?.name },
    ...{ '建物名等(方書)': address?.building, 郵便番号: address?.postalCode },
    ...{ 電話番号: place.phonesHidden ? null : contact.phones[0]?.number, 団体名: place.operator },
    ...{ 連絡先メールアドレス: contact.emails[0]?.address, 利用可能日時特記事項: hours },
    ...{ 授乳室: has('nursing-room'), おむつ替えコーナー: has('diaper-changing'), 駐車場情報: has('parking') },
    ...{ ベビーカー利用: has('stroller-in'), 飲食可否: features.includes('eating-allowed') ? '可' : null },
  };
}
