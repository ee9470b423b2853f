/** What a heading of a page says that the words after it are about: when it is open, when closed, or something else. */
export interface Head {
  kind: 'when' | 'closed' | 'other';
  word: string;
  body: string;
}

/** What is opened, in front of 開放時間. */
export const ROOM = '(?:園庭|施設|園|ひろば|広場|(?:プレイ)?ルーム|遊戯室|ホール|室内)';
const OPEN = `(?:${ROOM}開放|開館|開所|開園|開室|開設|開放|開店|利用|営業|活動|開催|実施|運営|開庁|保育|相談(?:受付)?)`;
const SPAN = '(?:日時|曜日|日|時間帯?|期間)';
const WHEN = `(?:通常の?|平常)?${OPEN}(?:(?:・|と|及び)${OPEN})*(?:可能)?(?:予定)?${SPAN}(?:(?:・|と|及び|および|、|/)${SPAN})*|日時|日程|時間|曜日|期間|期日|営(?=/)|O(?:PEN|pen)|open`;
const CLOSED =
  '(?:休館|休業|休所|休園|休室|定休|閉館|閉所|閉室|閉園|休場)日|お?休みの?日?|定休|(?:ご?利用|来館)できない日|休(?=[/:])|C(?:LOSED?|losed?)|closed?';
/** Of which a body may tell hours that are not the place's. */
const SERVICE =
  '(?:お?申し?込み?|申込|予約|お?問い?合わ?せ|連絡)(?:方法|先|期間|受付|時間|期限)?|電話(?:番号|相談)?(?:時間)?|TEL|Tel|FAX|駐車場?|P(?=[/:])|(?:貸し?出し?|返却)(?:期間|時間|日|場所)?|延長(?:保育|利用|時間)*|(?:窓口|事務[所室局]|職員)(?:業務|受付|取扱|開[室所庁]|勤務|在勤|対応)*(?:時間|日)?|夜間利用|(?:お?食事|昼食|ランチ|飲食)(?:可能)?(?:時間)?|プログラム|相談(?:受付)?(?:日時|時間|曜日|日)|講師|[1一]日の(?:流れ|生活)';
const PLAIN =
  '(?:ご?利用)?対象(?:者|年齢|児童?|学年)?|(?:ご?利用)?(?:料金?|料)|[一-龠]{1,4}料(?:金|等)?|料(?=/)|使用料(?:・入館料)?等?|参加費|会費|費用|定員|(?:利用|募集)?(?:定員|人数|組数)|募集|アクセス|交通(?:案内|手段)?|住所|所在地|(?:実施|開催)?(?:場所|会場)|主催|運営(?:主体|団体|者)?|実施主体|設置者?|管理者?|担当課?|持ち物|服装|(?:活動|事業|保育|施設)?内容|事業名|利用(?:方法|回数|用途|登録|制限|案内|資格|条件|限度)|登録方法?|設備|施設(?:概要)?|相談(?:員|内容|方法)?(?![0-9月])|面積|構造|規模|沿革|(?:開設|設置|設立|開館|竣工)年月日?|特徴|目的|ホームページ|HP|URL|メール|スタッフ';

/** 休 所 日, 時 間 */
const SPACED =
  /(?<![一-龠0-9]) ?([休開閉時日対定申予利料場電]) {1,3}([一-龠込]) {0,3}([一-龠]?)(?=\s*(?:[:\]】》≫〉/|]|\s|$))/g;

const WORD = new RegExp(
  `^(?:(?<closed>${CLOSED})|(?<when>${WHEN})|(?<other>${SERVICE}|${PLAIN}))(?:等|など|について|のご?案内)?`,
);
const OPENING = /^[【[「『《≪〈<(]\s*(?=[^】\]」』》≫〉>)]{1,12}[】\]」』》≫〉>)])/;
const ENDS = /^\s*[】\]」』》≫〉>)]?\s*(?:[:…/|]+|\s|$|(?=(?:毎週)?[月火水木金土日](?:曜|[・~、])|[0-9]|午前))\s*/;

/** 【休み】祝日: behind the bracket anything is of it. */
const ENDS_IN_BRACKET = /^\s*[】\]」』》≫〉>)]\s*[:…/|]*\s*/;

/** 「休 所 日:」 is 「休所日:」, where what comes of it is a heading. */
export const joinSpaced = (text: string): string =>
  text.replace(SPACED, (all, a: string, b: string, c: string) => {
    const word = a + b + c;
    return WORD.exec(word)?.[0] === word ? (/^ /.test(all) ? ' ' : '') + word : all;
  });

/** 「コミュニティセンターの休館日」 */
const OF_NAME =
  /^[^\s0-9曜祝、。:]{2,14}の(?=(?:休館|開館|開所|休所|休園|利用|定休)(?:[^\s0-9]{1,8}$|日[】\]」』》≫〉>)]))/;

/** The heading that a line begins with, in brackets or before a colon, a space, a slash or nothing; null where none does. */
export function headOf(line: string): Head | null {
  const opening = OPENING.exec(line)?.[0] ?? '';
  const rest = line
    .slice(opening.length)
    .replace(/^(?:\([0-9]+\)|[0-9]{1,2}(?:[.)]|\s))\s*(?=[一-龠])/, '')
    .replace(OF_NAME, '');
  const match = WORD.exec(rest);
  if (!match) return null;
  const after = rest.slice(match[0].length);
  const end = (opening === '' ? null : ENDS_IN_BRACKET.exec(after)) ?? ENDS.exec(after);
  if (!end) return null;
  const kind = match.groups?.closed ? 'closed' : match.groups?.when ? 'when' : 'other';
  const body = after.slice(end[0].length).trim();
  // 「利用料金無料」, 「時間 」: what no sign parts from the heading is one only of days and hours
  return { kind, word: match[0], body };
}

/** Whether a heading of another thing is of one that has days or hours of its own. */
export const isService = (word: string): boolean => new RegExp(`^(?:${SERVICE})`).test(word);
