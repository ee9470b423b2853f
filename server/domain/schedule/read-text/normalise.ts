import { readArrows } from './arrows.ts';
import { KANA, readKanaDays } from './kana.ts';
import { readLatin } from './latin.ts';
import { spellDates } from './date-lists.ts';
import { seasonsOfDays } from './seasons-of-days.ts';
import { WORDINGS } from './wordings.ts';

/** <b>, </p>: as pages are pasted. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?: [^<>]{0,200})?>/gi;
/** Letters that nobody sees: the zero-width space of pages, marks of direction, control characters. */
const UNSEEN = /\p{Cf}|[^\P{Cc}\n\t]/gu;
/** ① … ⑳; NFKC would turn ①17:00 into 117:00. */
const CIRCLED = /[\u2460-\u2473]/g;
/** What people type for a wave dash or an en dash. */
const WAVES = /[〜~∼⁓→⇒]/g;
const HYPHENS = /[−–—―‐‑]/g;
/** 土 曜 日, 11 時, 11 : 30, 毎 月: spaces inside a word. */
const SPACED: [RegExp, string][] = [
  [/(?<=^|[ \n])(日|対|備|場|内|定|会|参) (時|象|考|所|容|員|場)(?=[^ぁ-ん])/g, '$1$2 '],
  [/(?<=^|[ \n])(日|曜日)・(?=時間?(?: ?:| ))/g, '$1'],
  // 3月8月を除く
  [/([0-9]{1,2}月)(?=[0-9]{1,2}月(?![0-9]{1,2}日))/g, '$1・'],
  [/([0-9]{1,2}月[0-9]{1,2})(?= ?~ ?(?:翌年の?)?[0-9]{1,2}月[0-9]{1,2}日)/g, '$1日'],
  [/([月火水木金土日]) ?曜 ?日(?! ?曜)/g, '$1曜日'],
  [/(毎|隔) (?=[月週日])/g, '$1'],
  [/平 日/g, '平日'],
  [/第 (?=[1-5一二三四五](?![0-9]))/g, '第'],
  // 平成 30 年
  [/(令和|平成) (?=[0-9元])/g, '$1'],
  [/(?<=(?:令和|平成|20[0-9]{2})[0-9]{0,2}|元) (?=年)/g, ''],
  [/(?<=[0-9時分半]) (?=は(?![じなやる]))/g, ''],
  [/(?<=[曜日祝)]) (?=[とや・] ?[月火水木金土日祝第])/g, ''],
  [/(?<=[曜日祝)][とや・]) (?=[月火水木金土日祝第])/g, ''],
  [/(午) (?=[前後])/g, '$1'],
  [/(?<=[0-9]) (?=時|分|月(?:[はの、)~-]|第| ?[0-9]{1,2} ?(?:日|:))|日(?!曜))/g, ''],
  // 18 時 30~20 時 15 分
  [/(?<=[0-9]時) (?=[0-5][0-9](?: ?分| ?[~-]))/g, ''],
  [/(?<=[0-9]時[0-5][0-9])(?= ?[~-] ?[0-9]{1,2} ?時)/g, '分'],
  [/(?<=[0-9]) ?: (?=[0-5][0-9])/g, ':'],
  // 8月 4日
  [/(?<=[0-9]月) +(?=[0-9]{1,2}日(?![間曜]))/g, ''],
];
/** 1730~1900, 17.30~19.00 */
const DIGITS_ALONE =
  /(?<![0-9:])([01]?[0-9]|2[0-4])[.]?([0-5][05])( ?[~-] ?)([01]?[0-9]|2[0-4])[.]?([0-5][05])(?![0-9年:])/g;
/** 「9:00~17:00 9:00~16:30(11月~2月)」: the hours of the bracket come after the others; hours of a weekday that begin later may come to them */
const HOURS_OF_BRACKET =
  /([0-9]{1,2}:[0-9]{2} ?~ ?[0-9]{1,2}:[0-9]{2})[ 、/]+([0-9]{1,2}:[0-9]{2} ?~ ?[0-9]{1,2}:[0-9]{2}) ?\(([0-9]{1,2}月 ?~ ?[0-9]{1,2}月|[月火水木金土日](?:曜日?)?(?:・[月火水木金土日祝](?:曜|休)?日?)*|(?:[春夏冬]休み|長期休み)(?:期間)?中?)\)/g;
const isLater = (first: string, own: string) => ownClock(first.split('~')[1]) <= ownClock(own.split('~')[0]);
const ownClock = (clock = '') => clock.trim().padStart(5, '0');
/** 「4月~6月は火曜、7月以降は水曜」: up to the next April */
const REST_OF_YEAR =
  /(?<![0-9])([0-9]{1,2})月 ?(?:~|から) ?([0-9]{1,2})月([^月]{1,60}?)(?<![0-9])([0-9]{1,2})月以降(?![^。\n]{0,8}未定)/g;
/** 夏期(5月~9月):9:00~18:00, 春~秋(4月~10月) 9:00~17:00 */
const NAMED_SEASON =
  /(?<![一-龠])[春夏秋冬][季期場]?(?:期間|間|時間)?(?: ?(?:[~・、と]|から) ?[春夏秋冬][季期場]?)?(?:期間|間)? ?\(([0-9]{1,2}月?(?:[0-9]{1,2}日)?(?: ?(?:[~・、-]|から) ?(?:翌年?の?)?[0-9]{1,2}月?(?:[0-9]{1,2}日)?){0,5}(?<=[月日]))(?:まで)?\)(?:は|[ :]){0,2}(?=(?:午前|午後)?[0-9]{1,2}(?::|時))/g;
/** 夏は9時から12時(7月・8月) */
const SEASON_BEHIND =
  /(?<![一-龠])[春夏秋冬][季期場]?(?:の?間)?は、?([^。、\n()]{0,20}(?::[0-9]{2}|時半?)(?:まで|から)?)\(((?:[0-9]{1,2}月?[~・、-]){0,5}[0-9]{1,2}月)\)/g;
/** 6月3日から7月1日, and the weekday on the next line */
const RANGE_OF_DAYS =
  /([0-9]{1,2}月[0-9]{1,2}日(?:\([月火水木金土日](?:曜日?)?\))? ?(?:から|~|-) ?(?:(?:20[0-9]{2}|令和 ?[0-9]+)年)?[0-9]{1,2}月[0-9]{1,2}日(?:\([月火水木金土日](?:曜日?)?\))?(?:まで)?)(?:の|、| ?\n ?| ?\/ )(?=毎週|[月火水木金土日]曜(?!日?(?:定休|休)))/g;
/** 9時~17時半(土曜は正午)まで */
const END_BEHIND =
  /(\((?:[月火水木金土日祝](?:曜(?:日|(?!日)))?[・、]?)+は(?:正午|(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分)?)))\)まで/g;
/** (月)~(金), (水)・(金), (土)(日)(祝) */
const DAYS_IN_BRACKETS = /(?<![0-9]日)\([月火水木金土日]\)(?: ?[~・、と-]? ?\([月火水木金土日祝]\))+/g;
/** 第2(水) */
const DAY_OF_WEEKS = /(第[1-5](?:[・、]第?[1-5])*) ?\(([月火水木金土日])\)/g;
/** 「年末(12月29日)から年始(1月3日)まで」 */
const YEAR_END = /年末 ?\(?(12月[0-9]{1,2}日)\)?(?:から|~)年始 ?\(?(1月[0-9]{1,2}日)\)?(?:まで)?/g;
/** 年末年始(ねんまつねんし), 奇数月(きすうづき): how it is read aloud. */
const RUBY =
  /(?<=[一-龠々])\((?!お?やすみ|の[みぞ]|だけ|まで|から|など|こ?ごろ|くらい|よやく|ほか|また|ただし|いずれ|どちら|ご[ごぜ]|まい|だい|よる|あさ|ゆう|ひる|だいたい|およそ|おおむね|げんそく|きほん|ふてい|ずいじ|ゆうりょう|むりょう)[ぁ-ゖー]{3,}\)/g;
/** 年末年始 (12月28日~1月3日), 年末年始: 12月31日から */
const BREAK_APART =
  /(?<=年末年始|お?盆(?:休み)?|夏[季期]休(?:暇|業|館)) ?: ?(?=[0-9(])|(?<=年末年始|お?盆(?:休み)?|夏[季期]休(?:暇|業|館)) (?=\()/g;
/** 一日と十五日 */
const KANJI_DAYS = /[一二三四五六七八九十]{1,3}日(?:(?:・|、|と)[一二三四五六七八九十]{1,3}日)+(?!間|目|中)/g;
/** 「月曜日 第1・第3 水曜日 第2・第4」: weeks after their weekdays. */
const WEEKS_AFTER =
  /(?<=^|[\n。])(?:[月火水木金土日]曜日?[ :は]? ?第[1-5一二三四五](?:[・、]第?[1-5一二三四五])*(?:[ 、/]+|(?=$|[\n。(]))){2,}/g;
const swapWeeks = (list: string) =>
  list.replace(/([月火水木金土日]曜日?)[ :は]? ?(第[1-5一二三四五](?:[・、]第?[1-5一二三四五])*)/g, '$2$1');
/** 第1・第3を除く土曜, 第2土曜日以外の土曜日 */
const OTHER_WEEKS =
  /(第[1-5](?:[・、と]第?[1-5]){0,4})(?:(?:を|は)?(?:除く|のぞく)|(?:([月火水木金土日])曜日?)?以外の)(?=\2)([月火水木金土日])(?=曜)/g;
const otherWeeks = (weeks: string) =>
  [1, 2, 3, 4, 5]
    .filter((week) => !weeks.includes(String(week)))
    .map((week) => `第${week}`)
    .join('・');
/** 月曜の第1・第3週 */
const WEEKS_OF = /([月火水木金土日]曜日?)の(第[1-5](?:[・、と]第?[1-5]){0,4})週(?=[はがをも、。)\n]|$)/g;
const KANJI_NUMBER =
  /(?<!第)(?!一時(?:保|預|閉|休|中|的|停|帰|利|退|外|駐|避|託|開放を|入退))[一二三四五六七八九十]{1,3}(?=時(?!間)|分|(?<=月.{1,3})日(?!曜)|月(?!曜))/g;
/** 休館日/月曜, 開館時間/9:00~17:00 */
const HEADING =
  /(?<=(?:^|[\n 。、/)】])(?:(?:休館|定休|休業|休園|休所|開館|開所|開園|開設|開催|利用|営業|活動|実施)(?:日時?|時間|曜日)|日時|時間|曜日|会場|場所|対象|定員|参加費|費用|料金)) ?\/ ?/g;
/** 令和8年(2026年), 2026(令和8)年 */
const TWO_ERAS =
  /((?:19|20)[0-9]{2}|(?:平成|令和|[HR]) ?(?:[0-9]{1,2}|元))年? ?\((?:(?:19|20)[0-9]{2}|(?:平成|令和|[HR]) ?(?:[0-9]{1,2}|元))年?\)年?/g;
/** 7日[土] */
const WEEKDAY_IN_BRACKETS = /(?<=[0-9日] ?)[[〔<〈]([月火水木金土日](?:曜日?)?(?:・?祝)?)[\]〕>〉]/g;
const BRACKETS = /[【】〔〕[\]「」『』<>〈〉《》≪≫]/g;

/**
 * One spelling for everything the grammar knows: half-width digits and signs, `~` for ranges, `(1)` for ①, brackets
 * of emphasis as spaces, 「ー」 between numbers or weekdays as a range.
 */
export function normaliseText(text: string): string {
  const spelt = readArrows(
    text
      .replace(/\r\n?|\\n|<br\s*\/?>/gi, '\n')
      .replace(MARKUP, ' ')
      .replace(UNSEEN, '')
      .replace(CIRCLED, (sign) => `(${sign.charCodeAt(0) - 0x245f})`)
      .normalize('NFKC'),
  )
    .replace(KANJI_DAYS, (days) => days.replace(/[一二三四五六七八九十]+/g, (digits) => String(numberOf(digits))))
    .replace(KANJI_NUMBER, (digits) => String(numberOf(digits)))
    .replace(/(?<=[月火水木金土日曜祝)]) ?(?:[→⇒]|…+|\.{2,}) ?(?=[0-9午第月火水木金土日休])/g, ' ')
    .replace(/([AaPp])[・.]([Mm])\.?(?= ?[0-9])/g, '$1$2')
    .replace(/(?<=[月週年]) ?([0-9]) 回/g, '$1回')
    .replace(/保育(?=(?:日|時間)(?:は|:))/g, '利用')
    .replace(/二十四時間/g, '24時間')
    .replace(TWO_ERAS, (_, year: string) => `${year}年`)
    .replace(WAVES, '~')
    .replace(HYPHENS, '-')
    // 10:00:00, as spreadsheets write it
    .replace(/(?<![0-9:]|第[0-9・、]{1,8})([0-9]{1,2}:[0-5][0-9]):00(?![0-9:])/g, '$1')
    .replace(REST_OF_YEAR, (all, first: string, last: string, between: string, next: string) =>
      Number(next) === (Number(last) % 12) + 1
        ? `${first}月~${last}月${between}${next}月~${String(((Number(first) + 10) % 12) + 1)}月`
        : all,
    )
    .replace(DIGITS_ALONE, '$1:$2$3$4:$5')
    .replace(/([0-9時分半月火水木金土日曜週])\s*ー\s*(?=[0-9月火水木金土日第])/g, '$1~')
    .replace(/[･·∙⋅]/g, '・')
    .replace(DAYS_IN_BRACKETS, (days) => days.replace(/\) ?\(/g, '・').replace(/[()]/g, ''))
    .replace(DAY_OF_WEEKS, '$1$2曜')
    .replace(/(第[0-9一二三四五])[.．](?=第?[0-9一二三四五](?:[^0-9]|$))/g, '$1・')
    .replace(/[;,，]/g, '、')
    .replace(/(?<=^|\n) ?(?:[0-9]{1,2}|[A-Za-z])[.)](?= ?[^0-9 ])/g, '※')
    .replace(/(?<=^|[ \n])\((毎[月週])\)/g, '$1')
    .replace(
      /[春夏秋冬][季期]?\(([^()]*月)\)((?:と|・|、)[春夏秋冬][季期]?)\(([^()]*月)\)(?=の)/g,
      (_, a: string, joint: string, b: string) => a + joint.charAt(0) + b,
    )
    .replace(/(?<=日\([月火水木金土日]\)) ?(?=(?:開催|利用|開放)?時間は)/g, '。')
    .replace(RANGE_OF_DAYS, '$1 ')
    .replace(END_BEHIND, '$1まで)')
    .replace(NAMED_SEASON, '$1は')
    .replace(SEASON_BEHIND, '$2は$1')
    .replace(
      /その日(?:後において、?その日に最も近い|の直後の|以後の?(?:最初の|直近の)?)(?:休日|祝日)(?:でない|以外の)日/g,
      '翌平日',
    )
    // 平日も土日祝も同じ時間です
    .replace(
      /平日(?:も|・|、|と) ?(土日祝?日?|土・日・祝日?|休日)(?:も|とも|共)(?:に|、)?(?:(?:同じ|同様|共通)(?:時間)?(?:です|になります)?)?(?=$|[)。、\n ])/g,
      '平日・$1',
    )
    // 当日が祝日の場合を除く
    .replace(
      /(?:(?:当日|その日)が)?(祝日|祝祭日|休日)(?:(?:・|や|、|または|又は|及び)振替休日)?(?:の(?:場合|とき|時|日)|(?:に(?:あ|当)た|と重な)(?:る|った)(?:場合|とき|時|日))(?:は|を)?(?=除|のぞ)/g,
      '$1を',
    )
    .replace(/(祝日の(?:場合|とき)は(?:開館|開所|開園))。 ?(?=(?:その)?翌)/g, '$1し、')
    // 火曜定休、祝日は開けて翌日に休みます: the closing day before it moves
    .replace(
      /(?<=(?:定休|休[館業所園み])日?[、(] ?)祝日(?:の(?:場合|とき))?は(?:開[館所園]|営業|開け)(?:して|し|て)?、?((?:その)?翌(?:平日|日))(?:に|は|を|が)?(?:お?休み(?:です|ます|になります)?|休[館業園所](?:します|です)?|代休)/g,
      '祝日の場合は開館し、$1休館',
    )
    .replace(/休診日/g, '休館日')
    .replace(
      /国民の祝日に関する法律(?:\([^()]*\))?(?:第[0-9]+条)?に規定(?:する|された)(?:国民の)?(?:祝日|休日|日)/g,
      '祝日',
    )
    .replace(/休日\((?:土・?日・?祝日?)\)/g, '土日祝')
    // 午前:9時~12時 午後:13時半~16時, 午後 13:00~16:00
    .replace(
      /(?:\((午前|午後)\) ?:?|(午前|午後) ?:|(午後) (?=1[3-9]|2[0-3])) ?(?=([0-9]{1,2})(?::|時))/g,
      (_, a?: string, b?: string, c?: string, hour?: string) => (Number(hour) > 12 ? ' ' : (a ?? b ?? c ?? '')),
    )
    .replace(/\((?:終日|全日)\) ?(?=[0-9])/g, ' ')
    .replace(WEEKS_AFTER, swapWeeks)
    .replace(OTHER_WEEKS, (_, weeks: string, _same: unknown, day: string) => otherWeeks(weeks) + day)
    .replace(WEEKS_OF, '$2$1')
    .replace(HOURS_OF_BRACKET, (all, first: string, own: string, of: string) =>
      /[0-9]/.test(of) || !isLater(first, own) ? `${first}、${of}は${own}` : all,
    )
    .replace(RUBY, '')
    .replace(/\(※ ?/g, '(')
    .replace(/(?<=[ぁ-ん])~+(?=[!。\n]|$)/g, '')
    .replace(/毎月末(?=[、・ \n。)(]|$)/g, '毎月末日')
    .replace(/祝日法(?:の|に(?:規定する|定める))休日/g, '祝日')
    .replace(BREAK_APART, '')
    .replace(YEAR_END, '年末年始($1~$2)')
    .replace(HEADING, ':')
    .replace(/(?<=(?:^|[\n。]|[0-9時分半] )お?休み) ?\/ ?(?=[月火水木金土日祝毎第年])/g, ':')
    .replace(/\((?:定休日|休[館園所業]日)\)(?=(?:は|を)?(?:除|のぞ))/g, '')
    .replace(
      /(?<=[月火水木金土日]曜日?|[月火水木金土日])の(?:定休日|休[館園所業]日)(?=(?:は|を)?(?:除|のぞ|以外))/g,
      '',
    )
    .replace(
      /(?:休[館園所業]|[閉休]庁)日 ?\(([^()]{1,30})\)(?=(?:、[^。\n()0-9]{1,12})?(?:は|を)?(?:除|のぞ|以外)|は、?(?:お?休|閉|ご?利用でき))/g,
      '$1',
    )
    .replace(/([1-4])回 ?\/ ?月/g, '月$1回')
    .replace(/「[^「」]*」(?=(?:という|との|と)(?:声|意見|要望|希望|話|語|言|笑|喜))/g, '')
    .replace(WEEKDAY_IN_BRACKETS, '($1)')
    .replace(BRACKETS, ' ')
    .replace(/。(?=\))/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return spellDates(
    seasonsOfDays(
      [...KANA, ...SPACED, ...WORDINGS].reduce(
        (joined, [pattern, word]) => joined.replace(pattern, word),
        readKanaDays(readLatin(spelt)),
      ),
    ),
  );
}

const DIGITS = '〇一二三四五六七八九';

/** 三十 is 30, 十一 is 11. */
function numberOf(kanji: string): number {
  const [tens = '', ones] = kanji.split('十');
  if (ones === undefined) return Number([...kanji].map((digit) => DIGITS.indexOf(digit)).join(''));
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
