import { CLOCK } from './clock.ts';

const DAY = '(?:[月火水木金土日]曜?日?|平日|祝祭?日?|土日祝?日?|毎日|全日)';
const JOINT = '(?: ?[~・、/-] ?|から|と|及び|および|または| )';

/** 「平日」, 「月曜日~金曜日:」, 「4月~10月」: days or a part of the year, whose hours are on the next line. */
const DAYS_ALONE = new RegExp(
  `^(?:毎週|毎月)? ?(?:(?:第[1-5]${JOINT}?)*${DAY}(?:\\([^()]*\\))?(?:${JOINT}(?:第[1-5]${JOINT}?)*${DAY})*(?:まで)?|(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)${JOINT}(?:翌年?)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:まで)?)[:…]*$`,
);
export const isDaysAlone = (line: string): boolean => DAYS_ALONE.test(line);

/** 「【4月~6月】」, 「7月以降」: a part of the year, whose days and hours are on the next line. */
const SEASON_ALONE = new RegExp(
  `^(?:[【[(]?[春夏秋冬][季期]?(?:期?間)?[】\\])]?[: ]?)?[【[(]?([0-9]{1,2}月(?:${JOINT}(?:翌年?)?[0-9]{1,2}月(?:まで)?|以降))[】\\])]?[:…]*$`,
);
export const seasonAlone = (line: string): string | null => SEASON_ALONE.exec(line)?.[1] ?? null;
const DAYS_FIRST = new RegExp(`^(?:毎[週月]|第[1-5]|平日|[月火水木金土日](?:曜|[~・、])).*${CLOCK}`);
export const startsWithDays = (line: string): boolean => DAYS_FIRST.test(line);

const STARTS = new RegExp(`^(?:\\([^()0-9]{1,6}\\) ?)?(?:午前の部|午後の部)?[: ]?${CLOCK} ?(?:~|から|-)`);
export const startsWithHours = (line: string): boolean => STARTS.test(line) && !isOutside(line);

/** 「休み」, 「休館」: the whole of a line, of the days on the line before. */
export const isClosedAlone = (line: string): boolean =>
  /^(?:お?休み|休[館所園室業]日?|閉[館所園室]|定休日?|なし)$/.test(line);

const ENDS = new RegExp(`${CLOCK}(?:まで)?(?: ?\\([^()]*\\))?$`);
export const endsWithHours = (line: string): boolean => ENDS.test(line);

const TIMED = new RegExp(CLOCK);
export const hasClock = (line: string): boolean => TIMED.test(line);

/** Of closing days: 「・祝日」, 「12月28日から1月4日」, 「第2/第4日曜日」, 「(祝日の場合は翌日)」. */
const CLOSING_ITEM =
  /^(?:毎[週月]|[月火水木金土日](?:曜|[・、/]|$)|第[1-5一二三四五]|国民の|祝|振替|年末|年始|お?盆|夏[季期]|冬[季期]|[0-9]{1,2}月[0-9]|[0-9]{1,2}月?(?:~|-|から)[0-9]{1,2}月(?:まで)?の(?:第|国民の|祝|休日)|休日の翌|[0-9]{1,2}\/[0-9]|\(|慰霊の日|(?:特別|蔵書|図書|館内)?(?:整理|点検)|その他|土日|上記|臨時|創立|開園記念)/;
/** A sentence of its own: 「毎週土曜は工作教室が開かれる」. */
const SENTENCE = /[がを]|(?<!ま)で|は(?!お?休)|も(?!お?休)|開/;
export function isClosingItem(line: string): boolean {
  const bare = line.replace(/\([^()]*\)/g, '');
  return CLOSING_ITEM.test(line) && !TIMED.test(bare) && !SENTENCE.test(bare);
}

/** Closing or opening days, which no heading of another thing takes away. */
const OF_PLACE =
  /休[館業所園室]|定休|お?休み|閉[館所園室]|開[館所園室設放]|営業(?!所)|臨時|年末年始|祝日|(?:第[1-5一二三四五]|毎[週月]).{0,4}[月火水木金土日]曜|中止|変更/;
const DAYS = /[月火水木金土日]曜|平日|土日|毎[日週月]|[月火水木金土日] ?[~・、] ?[月火水木金土日]/;

/** Whether what stands under the heading of another thing says nothing that could be of the place. */
export const isOfHeading = (body: string, service: boolean): boolean =>
  service ? !/休[館業所園室]日|定休/.test(body) : !(OF_PLACE.test(body) || (DAYS.test(body) && TIMED.test(body)));

/** 学童クラブ, 《夜間利用について》: a thing in the same building, whose days and hours follow. */
const THING =
  /^[【[「『《≪〈<(]?[^。、0-9月火水木金土日曜時]{0,14}(?:学童(?:クラブ|保育)|児童クラブ|留守家庭児童会|プレーパーク|一時(?:預かり|保育)|病(?:後)?児保育|ファミリー・?サポート[^。 ]{0,6}|電話相談|夜間利用|図書室|レストラン|カフェ|売店|プール|体育館|貸室|会議室|駐車場|小学生(?:のみ|だけ)の利用の(?:場合の)?(?:退館)?時間)(?:事業|利用)?(?:について|のご?案内)?[】\]」』》≫〉>)]?$/;
export const isThing = (line: string): boolean => THING.test(line);

/** A room of the place, of which the next line speaks. */
export const isRoom = (line: string): boolean => /^[一-龠ぁ-んァ-ヶー]{1,6}(?:室|ルーム|コーナー|ホール)$/.test(line);

/** A price of a part of the day: 「半日(9:00~12:30) 1,100円」. */
export const isPrice = (line: string): boolean =>
  /[0-9]円|料金を(?:頂|いただ)/.test(line) && !DAYS.test(line) && !OF_PLACE.test(line);

/** 「10:00~ 読み聞かせ」, 「11:15 お帰りの準備」: when something begins within the hours. */
const PROGRAMME = new RegExp(`^${CLOCK} ?[~:]? ?(?![0-9午正~])[^0-9~。]*[ぁ-んァ-ヶ一-龠][^0-9]*$`);
/** 「午前11時と午後1時に体操」 */
const AT_CLOCKS = new RegExp(`^${CLOCK}(?:(?:と|、|・)${CLOCK}){0,3}(?:頃|ごろ)?に(?![はも])[^0-9曜]*$`);
/** 「11:45~12:45 ランチタイム」, 「ふれあい遊び 毎週水曜日 10:30~11:00」, 「6月4日 シャボン玉」 */
const SESSION = new RegExp(
  `^${CLOCK} ?~ ?${CLOCK} ?[:は]? ?(?![ごの午前後正])[^0-9~。月火水木金土日曜第部]*[ぁ-んァ-ヶ一-龠][^0-9曜]*$|` +
    `^[^0-9月火水木金土日曜第毎祝。、:]{1,12}(?:遊び|教室|講座|タイム|クラブ|体操|工作|読み聞かせ|おはなし会|測定|プログラム|マッサージ|リズム|ヨガ)[ :]+(?:毎[週月]|第[1-5]|[月火水木金土日]曜)[^。\\n]*$|` +
    '^[0-9]{1,2}月[0-9]{1,2}日(?:\\([月火水木金土日祝・]+\\))? ?[^0-9~(]{2,20}$|^(?:[0-9]{1,2}月[・、と]?)+の予定$',
);
export const isProgramme = (line: string): boolean =>
  (PROGRAMME.test(line) || AT_CLOCKS.test(line) || (SESSION.test(line) && !/小学|中学|中高|高校/.test(line))) &&
  !/まで|から|終了|閉|休|開[館所園室]|利用|なし/.test(line);

/** 「(園庭) 10:30~12:00」 beside the hours of the house */
export const isOutside = (line: string): boolean => /^\((?:園庭|屋外|庭|外|プール|体育館)\)/.test(line);

/** 「給食試食会」 after 「毎月第3水曜日」 */
const OF_SOME_DAY = new RegExp(`^(?:毎月|第)[^。「『]*[「『][^」』]{2,20}[」』](?:開催|の日)?$`);
export const isNamedDay = (line: string): boolean => OF_SOME_DAY.test(line);
export const isQuoted = (line: string): boolean => /^[「『][^」』]{2,20}[」』]$/.test(line);
