import {
  BOOKING,
  CAUSE,
  CLOCKS,
  DATE,
  EFFECT,
  FACTS,
  HOST,
  ITS_CLOSING,
  LASTING,
  LIMIT,
  MAYBE,
  MOVING,
  NEED,
  OF_USE,
  OF_WHEN,
  PARTS,
  PEOPLE,
  SERVICES,
  TIDYING,
  UNDATED,
  WEEKDAY,
  WISH,
} from './beside-words.ts';
import { INNOCENT } from './prose-words.ts';

/**
 * What a clause beside clear days and hours speaks of. `PEOPLE` and `PART` may hold days and hours of their own, which
 * have to lie within those of the place.
 */
export type About =
  'MOVED' | 'CONTINGENT' | 'HOST' | 'PEOPLE' | 'PART' | 'SERVICE' | 'BOOKING' | 'LIMIT' | 'TIDYING' | 'WISH' | 'THING';

/** Where a sentence, or an item of a list, ends. */
export const SIGNS = /[。!\n※★☆●■◆◎○◇▼▲*]/;

const has = (...words: string[]) => new RegExp(words.map((word) => `(?:${word})`).join('|'));
const IS_WHEN = has(WEEKDAY, DATE, CLOCKS);
const IS_COUNT = /に[0-9一二三四数]+回|[月週年]に[0-9一二三四数]+度/;
const IS_DAY = has(WEEKDAY, DATE);
const IS_CLOCK = has(CLOCKS);

const LEAD = /^(?:[※*・●○■◆ 、]|なお、?|また、?|ただし、?|但し、?|尚、?|注\)?|\([0-9]\))+/;
const OF_PLACE =
  /[開休閉][館所園室校庁業](?!中|の?[0-9])|定休|お?休み|営業(?!所)|全館|当[館園所]|施設全体|年中無休|変更|変わ|開催|除[くき]/;
const OF_WHOLE = /[開休閉]館(?!中|後|の?[0-9])|全館|当[館園所]|施設全体|年中無休|開催|除[くき]|変更|変わ/;
/** Nothing that has an end or a beginning, and nothing without order, is beside the point. */
const NEVER =
  /当面|当分|しばらく|休止|再開|不定期|不定[ 、。]|未定|廃止|移転|(?:いま|でし|い|だっ)た[。が]?$|終了し|[0-9]月(?:から|より)(?!.*申)/;

const DURATION = /^約?[0-9]+(?:時間半?|分間?)/;

const TOPIC = '(?:には|では|は|も|:|…| |あり)(?!な[いく])';
const topic = (words: string) => new RegExp(`^[^はもがを、。: 0-9]{0,12}${words}${OF_USE}${TOPIC}`);
const OF_PEOPLE = topic(`${PEOPLE}(?:(?:や|・|と|及び|または|、)?${PEOPLE}|以上|以下|未満|まで|のみ|だけ|専用)*`);
export const IS_PEOPLE = has(PEOPLE);
const OF_PART = topic(PARTS);
const OF_SERVICE = topic(SERVICES);
/** Open for its own children, in the same house. */
const OF_CLUB = topic('(?:(?:放課後)?児童クラブ|学童(?:クラブ|保育所?)?)');
/** 「毎月第3水曜日 給食試食会」, 「10日は身体測定の日」: what is held then. */
const DAY_OF_PART = new RegExp(
  `^(?:毎[月週]の?、?)?(?:(?:第[1-5](?:[・、]第?[1-5])*|最終)?[月火水木金土日]曜日?|[0-9]{1,2}日)(?:には?|は|:|、| )* ?(?![^。]*(?:整理|点検|曝書|清掃|消毒))(?!\\()(?:${PARTS}(?:の日)?|[^、。()0-9]{2,20}[るうむぶ]日(?=$|です| ?\\())(?: ?\\([^()曜第]*\\))?(?:を|が|も)?(?![^。]*(?:ため|不可|ません|のみ|だけ))[^。、0-9曜休閉]*$`,
);
/** 「事務室が閉まっている時は、貸館利用となります」 */
const IN_ABSENCE = new RegExp(
  `^${SERVICES}(?:が|の)、?(?:閉ま|不在|いない|留守|休み|休憩)[^、。0-9曜]*(?:時|とき|場合|際|間)は`,
);
/** 「12:00~13:00は受け付けていない場合あり」, 「祝日は窓口業務を行いません」 */
const NOT_SERVED =
  /^[0-9:~・、半分時正午前後月火水木金土日曜祝平から -]{1,40}(?:の?間)?は、?(?:(?:窓口|受け?付け?|電話|事務)(?:業務)?|対応)[^。0-9曜]{0,14}(?:な[いし]|ません|お?休み|不在)[^。0-9曜]{0,12}$/;
/** 「土曜日の開館時間も表に記載のとおりです」 */
const SAID_ELSEWHERE =
  /も、?(?:別?表|[上下左右]記|右|左)(?:に(?:記載|示す|ある))?の?(?:とおり|通り)(?:です|となります)?$/;
const IS_FACT = topic(FACTS);

const OF_HOLIDAY = /祝|休日|振替|その日|当日|当該/;
const WHEN_HOLIDAY = /場合|とき|時|際|あた|当た|重な|なら|であれば/;
const IS_NEXT = /翌|次|直後|近い|直近|最初|振り?替|代わり|繰/;
const MOVING_WORDS = new RegExp(MOVING, 'g');
const IS_CAUSE = has(CAUSE);
const IS_WISH = new RegExp(`^[^。0-9曜]{0,12}${WISH}`);
const IS_EFFECT = has(EFFECT);
const IS_MAYBE = has(MAYBE);
const IS_LASTING = has(LASTING);
const IS_OF_WHEN = has(OF_WHEN);
const OF_HOST = new RegExp(
  `^${HOST}${ITS_CLOSING}(?:等|など)?(?:は|も|に|と|には|、|を)*[^0-9]{0,12}(?:お?休み|閉ま|合わせ|なれ|休[館園所室業]|閉[館園所室]|準じ|同じ|同様|除[くき]|のぞ[くき]|利用でき)?(?:です|ます|となります|とします|ません)?$`,
);
const LIKE_HOST = /^(?:お?休み|休[館園所業]日?|閉[館園所室]日?)(?:は|も|:)[^0-9]*(?:準じ|同じ|合わせ|同様)/;
const IS_LIMIT = has(LIMIT);
const IS_NEED = has(NEED);
const UNITS = /[0-9一二三四](?:日|回|時間|週間?|か月|ヶ月|カ月|枠|コマ|クール)/;
const IS_TIDYING = has(TIDYING);
const BEFORE_END = /(?:[閉退][館園所室]|終了|終わり)(?:時[刻間])?の?[0-9]{1,2}分前(?:まで|に|から|には)/;

/** Words that could speak of when it is held, without a day or a time. */
const SOFT =
  /休|閉|開(?!放的|発|か)|営業|中止|変更|変わ|延期|不定|未定|不規則|終了|廃止|やめ|移転|短縮|延長|臨時|予定|原則|基本|通常|決ま|決め|検討|調整|随時|都度|半日|おおよそ|だいたい|ほぼ|概ね|おおむね|目安|確認|変動|[0-9]日|要望|依頼|日程|日時|いつ(?!でも)|以外|除|当面|しばらく|現在|ほか|他に|[朝昼夕夜]|期間|時期|頃|ごろ|週|曜|毎|隔|旬|ません|のみ|だけ|限|場合|とき|次第|状況|都合|ある日|日(?:は|に|も|が)|再/;

/** Whether a text says that nothing is held now: for sure, or on some condition (警報発令時は閉鎖します). */
export function suspends(text: string): 'NOW' | 'SOMETIMES' | null {
  const sentences = text.split(SIGNS).filter((sentence) => SUSPENDS.test(sentence));
  if (sentences.length === 0) return null;
  return sentences.every((sentence) => CONDITION.test(sentence)) ? 'SOMETIMES' : 'NOW';
}
const SUSPENDS = /当面|当分|しばらく|無期限|休止|(?:休|閉)[館園所業]中|閉鎖/;
const CONDITION = /場合|とき|[発出][令表没生]?[時中]|時は|際/;

/** Whether a text may name hours of a counter, a telephone or the staff, or such as are for whom needs them. */
export const speaksOfService = (text: string): boolean =>
  IS_CLOCK.test(text) && (IS_SERVICE.test(text) || MAY_WISH.test(text));
const MAY_WISH = has(WISH);
const IS_SERVICE = new RegExp(`${SERVICES}${OF_USE}[ :は…]`);

/** What a clause is about; null where it may be of the days and hours of the place. */
export function aboutOf(clause: string): About | null {
  const text = clause.replace(LEAD, '').trim();
  const plain = text.replace(INNOCENT, '　');
  if (text === '' || NEVER.test(text) || DURATION.test(text) || (IS_COUNT.test(text) && !IS_UNDATED.test(text)))
    return null;
  if (isMoved(text)) return 'MOVED';
  if (isContingent(plain)) return 'CONTINGENT';
  if (
    IS_WISH.test(text) &&
    !/[休閉]|変更|のみ|だけ|(?<!込み?に|予約に|届出に|届け出に|申請に|場合に)限[りる]/.test(text)
  )
    return 'WISH';
  if (!IS_WHEN.test(plain) && (OF_HOST.test(text) || LIKE_HOST.test(text)) && !/学校/.test(text)) return 'HOST';
  if (BOOKS_AND_CLOSES.test(text)) return null;
  if (isBooking(text)) return 'BOOKING';
  if (!OF_WHOLE.test(text) && !/^.?[開休閉][館所園室]/.test(text)) {
    if (OF_CLUB.test(text) && !IS_DAY.test(text)) return 'SERVICE';
    if ((!OF_PLACE.test(text) || /^団体/.test(text)) && OF_PEOPLE.test(text)) return 'PEOPLE';
    if (OF_SERVICE.test(text) || IN_ABSENCE.test(text) || NOT_SERVED.test(text)) return 'SERVICE';
    if (OF_PART.test(text) || DAY_OF_PART.test(text)) return 'PART';
  }
  if (IS_FACT.test(text) && !OF_PLACE.test(text) && (!IS_DAY.test(text) || /[0-9]円/.test(text))) return 'THING';
  if (isDenied(text, plain) || isFree(text) || SAID_ELSEWHERE.test(text)) return 'THING';
  if (BEFORE_END.test(text)) return 'TIDYING';
  if (
    IS_TIDYING.test(text) &&
    /(?:前|から|より|に)/.test(text) &&
    !IS_DAY.test(plain) &&
    /[0-9](?:分|時|:)/.test(text) &&
    !/なる|なり|こと|場合/.test(text)
  )
    return 'TIDYING';
  if (
    IS_LIMIT.test(text) &&
    UNITS.test(text) &&
    !IS_CLOCK.test(text) &&
    !OF_PLACE.test(text) &&
    !has('[月火水木金土日]曜', '祝', '[0-9]月').test(text)
  )
    return 'LIMIT';
  if (IS_NEED.test(text) && !OF_PLACE.test(text) && !/曜|祝|[0-9](?:月|時|:)/.test(text)) return 'LIMIT';
  return IS_WHEN.test(plain) || SOFT.test(plain) ? null : 'THING';
}

/** 「祝日が水曜にあたるときはその翌日」, 「祝日は開館、次の平日を休館」, and no other closing day of a list before it. */
const isMoved = (text: string): boolean => {
  const [first = ''] = text.split(/(?<!場合|とき|時|は|も|し|て)[、・]/);
  return (
    OF_HOLIDAY.test(first) &&
    (WHEN_HOLIDAY.test(first) || (/祝日?[はも]開/.test(first) && /平日/.test(text))) &&
    (IS_NEXT.test(text) || /開[館所園室]$/.test(text)) &&
    !/土日|週末/.test(text) &&
    text.replace(MOVING_WORDS, '') === ''
  );
};

const isContingent = (clause: string): boolean => {
  // 「夏季は熱中症警戒アラート発令時は中止」
  const text = /熱中症|雪|凍/.test(clause) ? clause.replace(/^[夏冬][季期場]?間?(?:は|には)/, '') : clause;
  if (IS_UNDATED.test(text) && !IS_DAY.test(text.replace(IS_UNDATED, '')) && !IS_LASTING.test(text)) return true;
  return (isOfChance(text) || WEATHER_TOLD.test(text) || THAT_DAY.test(text)) && !IS_DAY.test(text);
};

const IS_UNDATED = has(UNDATED);
/** 「判断に迷う天気の場合は9:30頃に決めます」 */
const WEATHER_TOLD = /(?:天[気候]|雨|雪|台風|警報).*(?:場合|とき|際|時は).*(?:決[定め]|判断|知らせ|連絡|確認)/;
/** 「この日は消毒を行います」 */
const THAT_DAY = /^(?:この|その)日は(?!.*[休開閉]).*(?:行います|行なう|行う|します|実施)/;

const isOfChance = (text: string): boolean =>
  IS_EFFECT.test(text) &&
  (IS_CAUSE.test(text) || IS_MAYBE.test(text)) &&
  (!IS_CLOCK.test(text) || /時点|警報/.test(text)) &&
  !IS_LASTING.test(text) &&
  !IS_OF_WHEN.test(text) &&
  !/原則|基本|予定/.test(text);

/** 「児童クラブの開所時間ではありません」, 「17時までいなければならないわけではありません」 */
const isDenied = (text: string, plain: string): boolean =>
  (/(?:では|じゃ)(?:ありません|ない(?:です)?)$/.test(text) && !IS_WHEN.test(plain)) ||
  /ならない(?:訳|わけ)ではありません$/.test(text);

/** 「週1回だけの参加もできます」 */
const isFree = (text: string): boolean =>
  /参加|通所|出入り/.test(text) &&
  /(?:いただけ|でき)(?:ます|る)$|可能|自由|OK|かまいません|構いません/.test(text) &&
  !/曜|平日|土日|祝|[0-9](?:月|日|時|:)|第[1-5]|午/.test(text) &&
  !OF_PLACE.test(text);

/** 「予約受付 毎月1日9:00~、8月12日~15日休み」: the closing days are those of the place. */
const BOOKS_AND_CLOSES =
  /^(?:ご?予約|お?申し?込).*(?:[0-9~)]|から|より|まで|以降)、[^がをも]*(?:祝日?|[0-9][月日]|年始|盆|第[1-5][^、]*)(?:は?、?(?:お?休み|休[館所園室業])|日?$)/;

const isBooking = (text: string): boolean =>
  (BOOKS.test(text) || TILL_WHEN.test(text)) && !OF_PLACE.test(text) && !/予約制|要予約|実施/.test(text);
const TILL_WHEN = /(?:まで|前)に、?[^、。]{0,16}(?:連絡|電話|知らせ|申し?込|予約|お申|ください)/;
/** 「申込みは11月1日から」, 「前月20日までに予約」 */
const BOOKS = new RegExp(
  `^[^、。0-9曜]{0,14}${BOOKING}|^(?:前|開催|その|毎|各)?[^、。は:]{0,4}(?:${WEEKDAY}|${DATE}|${CLOCKS})[^、。は:]*(?:から|より|まで|以降)[^、。]{0,10}${BOOKING}`,
);
