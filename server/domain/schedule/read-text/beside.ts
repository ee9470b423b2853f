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
  OF_USE,
  OF_WHEN,
  PARTS,
  PEOPLE,
  SERVICES,
  TIDYING,
  WEEKDAY,
  WISH,
} from './beside-words.ts';
import { INNOCENT } from './prose-words.ts';
import type { Token } from './token.ts';

/**
 * What a clause beside clear days and hours speaks of. `PEOPLE` and `PART` may hold days and hours of their own, which
 * have to lie within those of the place.
 */
export type About =
  'MOVED' | 'CONTINGENT' | 'HOST' | 'PEOPLE' | 'PART' | 'SERVICE' | 'BOOKING' | 'LIMIT' | 'TIDYING' | 'WISH' | 'THING';

const has = (...words: string[]) => new RegExp(words.map((word) => `(?:${word})`).join('|'));
const IS_WHEN = has(WEEKDAY, DATE, CLOCKS);
const IS_COUNT = /に[0-9一二三四数]+回/;
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

const TOPIC = '(?:には|では|は|も|:|…| )(?!な[いく])';
const topic = (words: string) => new RegExp(`^[^はもがを、。:0-9]{0,12}${words}${OF_USE}${TOPIC}`);
const OF_PEOPLE = topic(`${PEOPLE}(?:(?:や|・|と|及び|または|、)?${PEOPLE}|以上|以下|未満|まで|のみ|だけ|専用)*`);
const IS_PEOPLE = has(PEOPLE);
const OF_PART = topic(PARTS);
const OF_SERVICE = topic(SERVICES);
const IS_FACT = topic(FACTS);

const IS_MOVED = [
  /祝|休日|振替|その日|当日|当該/,
  /場合|とき|時|際|あた|当た|重な|なら|であれば/,
  /翌|次|直後|近い|直近|最初|振り?替|代わり|繰/,
];
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

/** What a clause is about; null where it may be of the days and hours of the place. */
export function aboutOf(clause: string): About | null {
  const text = clause.replace(LEAD, '').trim();
  const plain = text.replace(INNOCENT, '　');
  if (text === '' || NEVER.test(text) || DURATION.test(text) || IS_COUNT.test(text)) return null;
  if (isMoved(text)) return 'MOVED';
  if (isContingent(plain)) return 'CONTINGENT';
  if (IS_WISH.test(text) && !/[休閉]|変更|のみ|だけ|限[りる]/.test(text)) return 'WISH';
  if (!IS_WHEN.test(plain) && (OF_HOST.test(text) || LIKE_HOST.test(text)) && !/学校/.test(text)) return 'HOST';
  if (isBooking(text)) return 'BOOKING';
  if (!OF_WHOLE.test(text) && !/^.?[開休閉][館所園室]/.test(text)) {
    if (!OF_PLACE.test(text) && OF_PEOPLE.test(text)) return 'PEOPLE';
    if (OF_SERVICE.test(text)) return 'SERVICE';
    if (OF_PART.test(text)) return 'PART';
  }
  if (IS_FACT.test(text) && !OF_PLACE.test(text) && (!IS_DAY.test(text) || /[0-9]円/.test(text))) return 'THING';
  if (/(?:では|じゃ)(?:ありません|ない(?:です)?)$/.test(text) && !IS_WHEN.test(plain)) return 'THING';
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
  return IS_WHEN.test(plain) || SOFT.test(plain) ? null : 'THING';
}

/** 「祝日が水曜にあたるときはその翌日」, and no other closing day of a list before it. */
const isMoved = (text: string): boolean => {
  if (/土日|週末/.test(text)) return false;
  const [first = ''] = text.split(/(?<!場合|とき|時|は|も|し|て)[、・]/);
  return IS_MOVED.every((cue) => cue.test(first)) && text.replace(MOVING_WORDS, '') === '';
};

const isContingent = (clause: string): boolean => {
  // 「夏季は熱中症警戒アラート発令時は中止」
  const text = /熱中症|雪|凍/.test(clause) ? clause.replace(/^[夏冬][季期場]?間?(?:は|には)/, '') : clause;
  return isOfChance(text) && !IS_DAY.test(text);
};

const isOfChance = (text: string): boolean =>
  IS_EFFECT.test(text) &&
  (IS_CAUSE.test(text) || IS_MAYBE.test(text)) &&
  (!IS_CLOCK.test(text) || /時点|警報/.test(text)) &&
  !IS_LASTING.test(text) &&
  !IS_OF_WHEN.test(text) &&
  !/原則|基本|予定/.test(text);

const isBooking = (text: string): boolean =>
  (BOOKS.test(text) || TILL_WHEN.test(text)) && !OF_PLACE.test(text) && !/予約制|要予約|実施/.test(text);
const TILL_WHEN = /(?:まで|前)に、?[^、。]{0,16}(?:連絡|電話|知らせ|申し?込|予約|お申|ください)/;
/** 「申込みは11月1日から」, 「前月20日までに予約」 */
const BOOKS = new RegExp(
  `^[^、。0-9曜]{0,14}${BOOKING}|^(?:前|開催|その|毎|各)?[^、。は:]{0,4}(?:${WEEKDAY}|${DATE}|${CLOCKS})[^、。は:]*(?:から|より|まで|以降)[^、。]{0,10}${BOOKING}`,
);

const SIGNS = /[。!\n※★☆●■◆◎○◇▼▲*]/;
const PARTICLE = /[はがもをのにでとや:]$/;
/** A closing day is named here, of which the word of closing stands further on. */
const LISTED = /(?:[曜祝始盆][日期]?|[0-9]日|期間|\))[、・ ]$/;
const PREDICATE =
  /(?:は|も|を|に)?、?(?:お?休み?|休[館業園所室]|閉[館園所室]|除[くき])(?:です|ます|します|となります|とします)?$/;
/** A longer clause is not looked through, nor more of its pieces. */
const [MOST_LETTERS, MOST_CLAUSES] = [160, 6];

/** The clause that begins here and speaks of something else than the days and hours of the place, as one token. */
export function besideAt(input: string, at: number): Token | null {
  if (input[at] === '(') {
    const [text = '', inner = ''] = /^\(([^()]*)\)/.exec(input.slice(at, at + MOST_LETTERS)) ?? [];
    const about = inner === '' ? null : aboutOf(inner);
    return about === null ? null : tokenOf(text, about, input.slice(Math.max(0, at - 6), at));
  }
  const before = input.slice(Math.max(0, at - 3), at);
  const begins = before === '' || SIGNS.test(before.trim().slice(-1)) || /[(]$| \/ $/.test(before);
  if (/[ /]/.test(input[at] ?? '') || (!begins && (!/[、・ ]$/.test(before) || PARTICLE.test(before.slice(0, -1)))))
    return null;
  for (const { text: whole, ends } of clausesAt(input, at)) {
    const text = !begins && LISTED.test(before) ? whole.replace(PREDICATE, '') : whole;
    if (text.length < 3 || (!ends && PARTICLE.test(text)) || !/[ぁ-んァ-ヶー一-龠]/.test(text)) continue;
    const about = aboutOf(text);
    if (about === 'PEOPLE' && !begins && IS_PEOPLE.test(sentenceBefore(input, at))) continue;
    if (about !== null) return tokenOf(text, about, '');
  }
  return null;
}

/** What stands in the sentence so far. */
const sentenceBefore = (input: string, at: number): string =>
  input
    .slice(Math.max(0, at - MOST_LETTERS), at)
    .split(SIGNS)
    .at(-1) ?? '';

const HOLIDAYS_BEFORE = /(?:祝|休|祭)日?(?:等|など)? ?$/;
const WEEKDAY_BEFORE = /[月火水木金土日](?:曜日?)? ?$/;

/** What becomes of the closing day before the bracket; elsewhere a closing day that moves is left out. */
function tokenOf(text: string, about: About, before: string): Token {
  const [, weekday] = /([月火水木金土日])曜/.exec(text) ?? [];
  const ofHolidays = HOLIDAYS_BEFORE.test(before);
  if (about !== 'MOVED' || (ofHolidays ? weekday === undefined : !WEEKDAY_BEFORE.test(before)))
    return { kind: 'aside', about, text };
  const closes = ofHolidays || /[休閉]/.test(text);
  const also = ofHolidays || /日?も、?(?:お?休|閉)/.test(text);
  const rule = { kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY', closes, also, text } as const;
  return ofHolidays ? { ...rule, weekday: '月火水木金土日'.indexOf(weekday ?? '') + 1 } : rule;
}

/** From here to the end of the sentence, or to a sign within it that no days or hours follow; the longest first. */
function clausesAt(input: string, at: number): { text: string; ends: boolean }[] {
  const clauses: { text: string; ends: boolean }[] = [];
  let depth = 0;
  for (let end = at; end <= Math.min(input.length, at + MOST_LETTERS); end++) {
    const sign = input[end];
    if (sign === '(') depth++;
    const ends =
      sign === undefined || SIGNS.test(sign) || (sign === ')' && --depth < 0) || input.slice(end, end + 3) === ' / ';
    const parts =
      depth === 0 &&
      (sign === '、' ||
        sign === '・' ||
        (sign === ' ' && !/[0-9月火水木金土日毎第平午祝年]/.test(input[end + 1] ?? '')));
    if ((ends || parts) && end > at) clauses.unshift({ text: input.slice(at, end), ends });
    if (ends) break;
  }
  return clauses.length > MOST_CLAUSES
    ? clauses.filter((_, i) => i === 0 || i > clauses.length - MOST_CLAUSES)
    : clauses;
}
