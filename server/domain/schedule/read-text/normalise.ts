import { readLatin } from './latin.ts';

/** ① … ⑳; NFKC would turn ①17:00 into 117:00. */
const CIRCLED = /[\u2460-\u2473]/g;
/** What people type for a wave dash or an en dash. */
const WAVES = /[〜~∼⁓→⇒]/g;
const HYPHENS = /[−–—―‐‑]/g;
/** 土 曜 日, 11 時, 11 : 30, 毎 月: spaces inside a word. */
const SPACED: [RegExp, string][] = [
  [/([0-9]{1,2}月[0-9]{1,2})(?= ?~ ?(?:翌年の?)?[0-9]{1,2}月[0-9]{1,2}日)/g, '$1日'],
  [/([月火水木金土日]) ?曜 ?日(?! ?曜)/g, '$1曜日'],
  [/(毎|隔) (?=[月週日])/g, '$1'],
  [/(?<=[曜日祝)]) (?=[とや・] ?[月火水木金土日祝第])/g, ''],
  [/(?<=[曜日祝)][とや・]) (?=[月火水木金土日祝第])/g, ''],
  [/(午) (?=[前後])/g, '$1'],
  [/(?<=[0-9]) (?=時|分|月(?:[はの、)~-]|第| ?[0-9]{1,2} ?日)|日(?!曜))/g, ''],
  [/(?<=[0-9]) ?: (?=[0-5][0-9])/g, ':'],
];
/** 1730~1900, 17.30~19.00 */
const DIGITS_ALONE =
  /(?<![0-9:])([01]?[0-9]|2[0-4])[.]?([0-5][05])( ?[~-] ?)([01]?[0-9]|2[0-4])[.]?([0-5][05])(?![0-9年:])/g;
/** やさしいにほんご: まいしゅう きんようび 5じから */
const KANA: [RegExp, string][] = [
  [/なつやすみ/g, '夏休み'],
  [/ふゆやすみ/g, '冬休み'],
  [/はるやすみ/g, '春休み'],
  [/やすみ(?!あけ)/g, '休み'],
  [/([月火水木金土日])よう(?:び|日)/g, '$1曜日'],
  [/げつよう(?:び|日)/g, '月曜日'],
  [/すいよう(?:び|日)/g, '水曜日'],
  [/もくよう(?:び|日)/g, '木曜日'],
  [/きんよう(?:び|日)/g, '金曜日'],
  [/にちよう(?:び|日)/g, '日曜日'],
  [/どよう(?:び|日)/g, '土曜日'],
  [/かよう(?:び|日)/g, '火曜日'],
  [/まいしゅう/g, '毎週'],
  [/まいつき/g, '毎月'],
  [/まいにち/g, '毎日'],
  [/へいじつ/g, '平日'],
  [/しゅうまつ/g, '週末'],
  [/しゅくじつ/g, '祝日'],
  [/ねんまつ ?・?ねんし/g, '年末年始'],
  [/がっこう(?:の|が)ある(?:ひ|日)/g, '学校のある日'],
  [/がっこう(?:の|が)ない(?:ひ|日)/g, '学校がない日'],
  [/がっこう/g, '学校'],
  [/休[庁場]日|閉庁日/g, '休館日'],
  [/日にち(?= ?[:は])/g, '日程'],
  [/じかん(?= ?[:は])/g, '時間'],
  [/だい ?(?=[1-5](?![0-9]))/g, '第'],
  [/さいごの/g, '最後の'],
  [/ごぜん/g, '午前'],
  [/ごご(?=[ 0-9])/g, '午後'],
  [/あさ(?:の )?(?=[ 0-9])/g, '朝'],
  [/よる(?=[ 0-9])/g, '夜'],
  [/ゆうがた(?=[ 0-9])/g, '夕方'],
  [/お?ひる(?=[ 0-9])/g, '昼'],
  [/(?<=[0-9])がつ/g, '月'],
  [/(?<=月[0-9]{1,2})にち(?!よう)/g, '日'],
  [/(?<=[0-9])じ(?=[ ~、。()・/-]|から|まで|半|はん|に|ごろ|$)/g, '時'],
  [/(?<=[0-9]時)はん/g, '半'],
  [/(?<=[0-9])ふん|(?<=[0-9])ぷん/g, '分'],
];
/** 「9:00~17:00 9:00~16:30(11月~2月)」: the hours of the bracket come after the others */
const HOURS_OF_BRACKET =
  /([0-9]{1,2}:[0-9]{2} ?~ ?[0-9]{1,2}:[0-9]{2})[ 、/]+([0-9]{1,2}:[0-9]{2} ?~ ?[0-9]{1,2}:[0-9]{2}) ?\(([0-9]{1,2}月 ?~ ?[0-9]{1,2}月|[月火水木金土日](?:曜日?)?(?:・[月火水木金土日祝](?:曜|休)?日?)*)\)/g;
/** 夏期(5月~9月):9:00~18:00 */
const NAMED_SEASON =
  /(?<![一-龠])[春夏秋冬][季期]?(?:期間|間|時間)? ?\(([0-9]{1,2}月?(?:[0-9]{1,2}日)?(?: ?(?:[~・、-]|から) ?(?:翌年?の?)?[0-9]{1,2}月?(?:[0-9]{1,2}日)?){0,5}(?<=[月日]))(?:まで)?\)(?:は|[ :]){0,2}(?=(?:午前|午後)?[0-9]{1,2}(?::|時))/g;
/** (月)~(金), (水)・(金) */
const DAYS_IN_BRACKETS = /\([月火水木金土日]\)(?: ?[~・、と-] ?\([月火水木金土日]\))+/g;
/** 「年末(12月29日)から年始(1月3日)まで」 */
const YEAR_END = /年末 ?\(?(12月[0-9]{1,2}日)\)?(?:から|~)年始 ?\(?(1月[0-9]{1,2}日)\)?(?:まで)?/g;
/** 一日と十五日 */
const KANJI_DAYS = /[一二三四五六七八九十]{1,3}日(?:(?:・|、|と)[一二三四五六七八九十]{1,3}日)+(?!間|目|中)/g;
/** 「月曜日 第1・第3 水曜日 第2・第4」: weeks after their weekdays. */
const WEEKS_AFTER =
  /(?<=^|[\n。])(?:[月火水木金土日]曜日?[ :は]? ?第[1-5一二三四五](?:[・、]第?[1-5一二三四五])*(?:[ 、/]+|(?=$|[\n。(]))){2,}/g;
const swapWeeks = (list: string) =>
  list.replace(/([月火水木金土日]曜日?)[ :は]? ?(第[1-5一二三四五](?:[・、]第?[1-5一二三四五])*)/g, '$2$1');
const KANJI_NUMBER =
  /(?<!第)(?!一時(?:保|預|閉|休|中|的|停|帰|利))[一二三四五六七八九十]{1,3}(?=時(?!間)|分|(?<=月.{1,3})日(?!曜)|月(?!曜))/g;
/** 休館日/月曜, 開館時間/9:00~17:00 */
const HEADING =
  /(?<=(?:^|[\n 。、/)】])(?:(?:休館|定休|休業|休園|休所|開館|開所|開園|開設|開催|利用|営業|活動|実施)(?:日時?|時間|曜日)|日時|時間|曜日|会場|場所|対象|定員|参加費|費用|料金)) ?\/ ?/g;
const BRACKETS = /[【】〔〕[\]「」『』<>〈〉《》]/g;

/**
 * One spelling for everything the grammar knows: half-width digits and signs, `~` for ranges, `(1)` for ①, brackets
 * of emphasis as spaces, 「ー」 between numbers or weekdays as a range.
 */
export function normaliseText(text: string): string {
  const spelt = text
    .replace(/\r\n?|\\n|<br\s*\/?>/gi, '\n')
    .replace(CIRCLED, (sign) => `(${sign.charCodeAt(0) - 0x245f})`)
    .normalize('NFKC')
    .replace(KANJI_DAYS, (days) => days.replace(/[一二三四五六七八九十]+/g, (digits) => String(numberOf(digits))))
    .replace(KANJI_NUMBER, (digits) => String(numberOf(digits)))
    .replace(/(?<=[月火水木金土日曜祝)]) ?(?:[→⇒]|…+|\.{2,}) ?(?=[0-9午第月火水木金土日])/g, ' ')
    .replace(WAVES, '~')
    .replace(HYPHENS, '-')
    .replace(DIGITS_ALONE, '$1:$2$3$4:$5')
    .replace(/([0-9時分半月火水木金土日曜週])\s*ー\s*(?=[0-9月火水木金土日第])/g, '$1~')
    .replace(/･/g, '・')
    .replace(DAYS_IN_BRACKETS, (days) => days.replace(/[()]/g, ''))
    .replace(/(第[0-9一二三四五])[.．](?=第?[0-9一二三四五](?:[^0-9]|$))/g, '$1・')
    .replace(/[;,，]/g, '、')
    .replace(/(?<=^|\n) ?(?:[0-9]{1,2}|[A-Za-z])[.)](?= ?[^0-9 ])/g, '※')
    .replace(/(?<=^|[ \n])\((毎[月週])\)/g, '$1')
    .replace(
      /[春夏秋冬][季期]?\(([^()]*月)\)((?:と|・|、)[春夏秋冬][季期]?)\(([^()]*月)\)(?=の)/g,
      (_, a: string, joint: string, b: string) => a + joint.charAt(0) + b,
    )
    .replace(NAMED_SEASON, '$1は')
    .replace(/休日\((?:土・?日・?祝日?)\)/g, '土日祝')
    .replace(/\((午前|午後)\) ?(?=[0-9])/g, '$1')
    .replace(/\((?:終日|全日)\) ?(?=[0-9])/g, ' ')
    .replace(WEEKS_AFTER, swapWeeks)
    .replace(HOURS_OF_BRACKET, '$1、$3は$2')
    .replace(YEAR_END, '年末年始($1~$2)')
    .replace(HEADING, ':')
    .replace(/\((?:定休日|休[館園所業]日)\)(?=(?:は|を)?(?:除|のぞ))/g, '')
    .replace(
      /(?<=[月火水木金土日]曜日?|[月火水木金土日])の(?:定休日|休[館園所業]日)(?=(?:は|を)?(?:除|のぞ|以外))/g,
      '',
    )
    .replace(/休[館園所業]日 ?\(([^()]{1,30})\)(?=(?:、[^。\n()0-9]{1,12})?(?:は|を)?(?:除|のぞ|以外))/g, '$1')
    .replace(BRACKETS, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return [...KANA, ...SPACED].reduce(
    (joined, [pattern, word]) => joined.replace(pattern, word),
    readKanaDays(readLatin(spelt)),
  );
}

const KANA_DAY = '(?:げつ|か|すい|もく|きん|ど|にち)';
const KANA_DAYS = new RegExp(`(?<![ぁ-ん])${KANA_DAY}(?: ?[~・、-] ?${KANA_DAY})+(?![ぁ-ん])`, 'g');
const WEEKDAY_OF_KANA: Record<string, string> = {
  げつ: '月',
  か: '火',
  すい: '水',
  もく: '木',
  きん: '金',
  ど: '土',
  にち: '日',
};

/** げつ~きん is 月~金. */
const readKanaDays = (text: string) =>
  text.replace(KANA_DAYS, (days) => days.replace(/[ぁ-ん]+/g, (day) => WEEKDAY_OF_KANA[day] ?? day));

const DIGITS = '〇一二三四五六七八九';

/** 三十 is 30, 十一 is 11. */
function numberOf(kanji: string): number {
  const [tens = '', ones] = kanji.split('十');
  if (ones === undefined) return Number([...kanji].map((digit) => DIGITS.indexOf(digit)).join(''));
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
