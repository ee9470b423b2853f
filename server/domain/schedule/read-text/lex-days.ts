import { date, DATE_RULES } from './lex-dates.ts';
import { SCHOOL_RULES } from './lex-school.ts';
import type { LexRule } from './lex-rule.ts';
import type { TokenBody } from './token.ts';

const KANJI_DIGITS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const digit = (text: string) => KANJI_DIGITS[text] ?? Number(text);
const WEEKDAYS = '月火水木金土日';
const range = (from: number, to: number) =>
  from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
/** Months from … to, round the turn of the year. */
const monthRange = (from: number, to: number) => (from <= to ? range(from, to) : [...range(from, 12), ...range(1, to)]);

const SEPARATOR = '[・、と/ ]|及び|および|,';
const ORDINAL = '[1-9一二三四五六七八九]';
/** 第2・第4, 第2・4, 第1~3, 第1 第3; a bare digit must not begin a time, a day or a count. */
const NTH = new RegExp(
  `第 ?(${ORDINAL})(?![0-9]|[一-龠](?<![月火水木金土日祝週平毎第又及若並或他以休開閉除各午朝昼夕夜最定営実活予隔])|クール|ターム|コマ|ステージ|(?!の|と|は|も|が|を|に|か|や|で|まで|また|まい|だけ|および|より|なら|くら|ごろ|あた|しか|さえ)[ぁ-んァ-ヶ])(?:週目?(?!間))?` +
    `((?: ?(?:(?:${SEPARATOR}|~|-|から) ?(?:第 ?${ORDINAL}(?!部|回|期)|${ORDINAL}(?![0-9時回部年人名分/]|:(?![0-9]{1,2}[:時])|[月日](?!曜)))|第 ?${ORDINAL}(?!部|回|期))(?:週目?)?)*)(?:まで(?=の[月火水木金土日]))?(?:の(?!み|ぞ)|・(?=[月火水木金土日](?:曜|$|[ \\n()、・])))?`,
  'y',
);

function readNth(match: RegExpExecArray): TokenBody | null {
  const numbers = [digit(match[1] ?? '')];
  for (const part of (match[2] ?? '').matchAll(new RegExp(`(~|-|から)? ?第? ?(${ORDINAL})`, 'g'))) {
    const next = digit(part[2] ?? '');
    const last = numbers.at(-1) ?? next;
    numbers.push(...(part[1] ? range(last + 1, next) : [next]));
  }
  return numbers.every((n) => n <= 5) ? { kind: 'nth', numbers: [...new Set(numbers)].sort() } : null;
}

/** 2・4土曜日, 1、3金曜: digits before a weekday in full writing are the weeks even without 第. */
const BARE_NTH = new RegExp(
  `[1-5](?: ?[・、と/] ?[1-5]){0,4} ?(?=[${WEEKDAYS}]曜)|(?<=^|\\n)[1-5](?:[・、][1-5]){0,3}(?=[火水木金土](?:$|[ \\n()]))`,
  'y',
);
/** 1・3・5週の日曜日 */
const BARE_WEEKS = new RegExp(`([1-5](?: ?[・、と/] ?[1-5]){0,4})週目?の?(?= ?[${WEEKDAYS}])`, 'y');
/** 2週目の水曜, 2回目と4回目の火曜 */
const COUNTED_WEEK =
  /([1-5一二三四五])(?:週|回|番)目((?:[・、と][1-5一二三四五](?:週|回|番)目)*)(?:の(?!み|ぞ))?(?= ?[月火水木金土日])/y;

const weekdaysOf = (letters: string) => [...letters].map((letter) => WEEKDAYS.indexOf(letter) + 1);
/** 11月から is no Monday, 「お茶・水」 no Wednesday. */
const NO_DAY = '(?!(?<=(?<![:0-9])1[0-2])月|(?<=(?:^|[^0-9・、~第])[1-9])月|(?<=茶[・、])水)';
const BEFORE =
  '(?<=^|[ \\n。!※★☆●■◆◎○◇▼▲・、/~\\-():のと又はび毎第週各祝1-5一二三四五最終曜後休]|から|原則|基本|通常|[0-9時分半])';
const AFTER =
  '(?=$|[ \\n・、/~\\-):とはも祝及又(0-9午第休定除]|の(?=[0-9午朝昼夕夜放第毎み])|(?<=(?:[第毎週各隔・、~-]|[第0-9一二三四五終]).)の|から|まで|夕方|夜|昼|朝|開催|営業|実施|活動|運営|開[館所園室放]|オープン|だけ|のみ|限|以外|を(?=除|のぞ|中心|基本|休)|隔|毎|各|=|or|もしくは|または)';

function monthDays(text: string): TokenBody | null {
  const days = [...text.matchAll(/[0-9]+/g)].map(Number);
  return days.every((day) => day >= 1 && day <= 31) ? { kind: 'month-days', days } : null;
}

function monthList(text: string): TokenBody | null {
  const months: number[] = [];
  for (const part of text.matchAll(/(~|-|から)?(?:翌年?の?)? ?([0-9]+)/g)) {
    const month = Number(part[2]);
    if (month < 1 || month > 12) return null;
    const last = months.at(-1);
    months.push(...(part[1] && last !== undefined ? monthRange((last % 12) + 1, month) : [month]));
  }
  return { kind: 'months', months: [...new Set(months)] };
}

/** Years and dates, then months, nth, weekdays: the longer writing first. */
export const DAY_RULES: LexRule[] = [
  ...DATE_RULES,
  // 12月29日から1月3日までの日を除く: no Sundays
  { pattern: /(?<=[0-9]日(?:\([^()]\))?(?:まで)?)の(?:日|期間)(?!曜)/y, read: () => ({ kind: 'filler' }) },
  { pattern: /奇数月(?:の(?!み|ぞ))?/y, read: () => ({ kind: 'months', months: [1, 3, 5, 7, 9, 11] }) },
  { pattern: /偶数月(?:の(?!み|ぞ))?/y, read: () => ({ kind: 'months', months: [2, 4, 6, 8, 10, 12] }) },
  { pattern: /隔月(?:の(?!み|ぞ))?|1[かヶヵケカ箇]月おき(?:に)?/y, read: () => ({ kind: 'every-months', months: 2 }) },
  {
    pattern: /([2-9一二三四五六]|数)[かヶヵケカ箇]月(?:に ?[1一](?:回|度)|ごと|毎|おき)(?:に|の)?(?:程度|ほど)?/y,
    read: (m) => ({ kind: 'every-months', months: m[1] === '数' ? 3 : digit(m[1] ?? '') }),
  },
  {
    pattern: /隔週(?:で|の|に)?|[2二]週間?(?:に ?[1一](?:回|度)|ごと|毎|おき)(?:に|の)?|[1一]週(?:間)?おき(?:に)?/y,
    read: () => ({ kind: 'biweekly' }),
  },
  // 週5日から6日
  {
    pattern: /週に?([1-7])日?(?: ?[~・-] ?|から|、)([1-7])日(?:間|程度|ほど)?/y,
    read: (m) => ({ kind: 'count', per: 'week', from: Number(m[1]), to: Number(m[2]) }),
  },
  {
    pattern:
      /(?:毎|各)?(月|週|年)(?:(?<=年)間)?に?(?:約|延べ|およそ)? ?([0-9]+|[一二三四五六])(?:~([0-9]+))?(?:回|度|(?<=週に?(?:約)? ?[0-9]+)日)(?!目)(?:以上)?(?:程度|ほど|くらい|ぐらい|前後)?(?:の(?!み|ぞ))?/y,
    read: (m) => ({
      kind: 'count',
      per: m[1] === '月' ? 'month' : m[1] === '週' ? 'week' : 'year',
      from: digit(m[2] ?? ''),
      to: digit(m[3] ?? m[2] ?? ''),
    }),
  },
  // 第2土曜、第4日曜の2回開催
  {
    pattern: /(?<=曜日?)の([2-4])回(?:を?(?:開催|実施))?(?=$|[。、\n ()])/y,
    read: (m) => ({ kind: 'count', per: 'month', from: Number(m[1]), to: Number(m[1]) }),
  },
  // 奇数月の土曜日(1回): on one of them
  {
    pattern: /(?<=曜日?) ?\(([1-4])回\)/y,
    read: (m) => ({ kind: 'count', per: 'month', from: Number(m[1]), to: Number(m[1]) }),
  },
  { pattern: /月(?:一|イチ|いち)(?![日月時])/y, read: () => ({ kind: 'count', per: 'month', from: 1, to: 1 }) },
  // 平日毎日, 月~金曜は毎日
  { pattern: /(?<=平日(?:は|の|、)?|曜日?(?:まで)?(?:は|の|、)?)毎日(?!曜)/y, read: () => ({ kind: 'filler' }) },
  {
    pattern: /毎日(?!曜)|毎曜日|全曜日|全日(?=$|[ 、。(])|年中無休|365日|無休/y,
    read: () => ({ kind: 'every', unit: 'day' }),
  },
  {
    pattern: /毎週(?:の(?!み|ぞ))?|各週(?:の(?!み|ぞ))?|週(?=[月火水木金土日])|毎(?=[月火水木金土日]曜)/y,
    read: () => ({ kind: 'every', unit: 'week' }),
  },
  {
    pattern: /週に?([1-7])(?:日間?)?(?=$|[ 、。(]|[月火水木金土日])/y,
    read: (m) => ({ kind: 'count', per: 'week', from: Number(m[1]), to: Number(m[1]) }),
  },
  {
    pattern: /月に?([1-4])(?= ?\()/y,
    read: (m) => ({ kind: 'count', per: 'month', from: Number(m[1]), to: Number(m[1]) }),
  },
  // 「第5水曜日がある月」: such a week is meant itself
  {
    pattern: /(?<=第 ?5[^0-9]{0,6}曜日?)が(?:ある|あれば)(?:日|月|週|時|場合)?(?:のみ|だけ)?/y,
    read: () => ({ kind: 'filler' }),
  },
  { pattern: /(?<![0-9])月の(?=第|最|末)/y, read: () => ({ kind: 'every', unit: 'month' }) },
  { pattern: /毎月(?:の(?!み|ぞ))?|毎(?=第)|各月(?:の(?!み|ぞ))?/y, read: () => ({ kind: 'every', unit: 'month' }) },
  {
    pattern:
      /(?:毎月)?([0-9]{1,2}日(?: ?[・、と/] ?[0-9]{1,2}日){1,30}|[0-9]{1,2}日(?:間)?(?!目|曜|以[内上]|程度|ほど|[0-9]?回)|[0-9]{1,2}(?: ?[・、] ?[0-9]{1,2}){1,30}日(?!曜))/y,
    read: (m) => (m[0].includes('間') ? null : monthDays(m[1] ?? '')),
  },
  {
    pattern: /(?:毎月)?([0-9])のつく日/y,
    read: (m) => ({ kind: 'month-days', days: m[1] === '0' ? [10, 20, 30] : [0, 10, 20].map((n) => n + Number(m[1])) }),
  },
  {
    pattern: /(?:毎月)?(?:(?:月)?末日|(?:月の|(?<=月の?))最終日(?!曜))/y,
    read: () => ({ kind: 'month-days', days: [-1] }),
  },
  // 夏休み最終日: of what else than the month
  { pattern: /最終日(?!曜)/y, read: () => null },
  {
    pattern:
      /((?:[0-9]{1,2}月? ?(?:[・、/と]|~|-|から)(?:翌年?の?)? ?){0,11}[0-9]{1,2}月)(?!(?<!(?:~|-|から) ?[0-9]{1,2}月)に(?!限り)|に(?!限り|開[館園所設催]|営業)|[0-9かヶヵケカ箇])(?:まで|いっぱい|中(?!旬|頃|ごろ|間))?(?:の間)?(?:の(?!み|ぞ))?(?:期間)?/y,
    read: (m) => monthList(m[1] ?? ''),
  },
  { pattern: NTH, read: readNth },
  { pattern: COUNTED_WEEK, read: (m) => readNth(m) },
  {
    pattern: /([1-5](?: ?[・、と] ?[1-5]){1,4})週目?(?:の(?!み|ぞ))?|(?<=\()([1-5](?: ?[・、と] ?[1-5]){1,4})(?=\))/y,
    read: (m) => ({ kind: 'nth', numbers: [...m[0].matchAll(/\d/g)].map(Number) }),
  },
  {
    pattern: /[1-5]週目?(?: ?(?:・|、|と|及び) ?[1-5]週目?)+(?:の(?!み|ぞ))?|[1-5]週目(?=は|も|のみ|だけ|が|:| )/y,
    read: (m) => ({ kind: 'nth', numbers: [...m[0].matchAll(/\d/g)].map(Number) }),
  },
  // 1~3週
  {
    pattern: /(?<=^|[\n 、。/(])([1-5]) ?~ ?([1-5])週目?/y,
    read: (m) => ({ kind: 'nth', numbers: range(Number(m[1]), Number(m[2])) }),
  },
  { pattern: BARE_WEEKS, read: (m) => ({ kind: 'nth', numbers: [...(m[1] ?? '').matchAll(/\d/g)].map(Number) }) },
  { pattern: BARE_NTH, read: (m) => ({ kind: 'nth', numbers: [...m[0].matchAll(/\d/g)].map(Number) }) },
  { pattern: /(?:月の)?最初の(?= ?[月火水木金土日])/y, read: () => ({ kind: 'nth', numbers: [1] }) },
  {
    pattern: /(?:最終週?|最後|ラスト|月末|末)(?:の(?!み|ぞ))?(?= ?[月火水木金土日])/y,
    read: () => ({ kind: 'nth', numbers: [-1] }),
  },
  // 平日の月・火・木
  { pattern: /平日の(?=[月火水木金](?:曜|[・、~と]|の|は| ?[0-9]))/y, read: () => ({ kind: 'filler' }) },
  {
    pattern: /平日(?=.{0,8}(?:休み|休館|以外)(?:$|[。、\n)]))|平日/y,
    read: () => ({ kind: 'weekday', days: [1, 2, 3, 4, 5], group: true }),
  },
  {
    pattern: /(?:土日|土・日|土曜?・?日曜?)(?=祝)|週末/y,
    read: () => ({ kind: 'weekday', days: [6, 7], group: true }),
  },
  {
    pattern:
      /(?:国民の)?(?:祝祭日|祝休日|祝・祭日|祝日|休日|祭日|祝(?=[()・、。 \n:はもをとやに/0-9午のだ~-]|$|および|及び|ならびに|並びに|限|実|営|除|休|開|定|閉|以))(?:等)?/y,
    read: () => ({ kind: 'holiday' }),
  },
  {
    pattern: /([月火水木金土日])曜(?:日(?!曜))?/y,
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  {
    pattern: new RegExp(`${BEFORE}([${WEEKDAYS}]{2,7})(?=祝)`, 'y'),
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  {
    pattern: new RegExp(`${BEFORE}([${WEEKDAYS}]{2,7})(?:曜日?)?(?!曜|時|程|数|々|間|中|頃|常|本|付|祝日?)`, 'y'),
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  // 月・水・金に開く, ひろばは火・水・木。
  {
    pattern: new RegExp(`(?<=[${WEEKDAYS}](?:曜日?)?(?:[・、,~-]|と) ?)([${WEEKDAYS}])(?=[にがでやだ。…])`, 'y'),
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  // 祝日を除く月~土
  {
    pattern: new RegExp(`(?<=[ぁ-ん])([${WEEKDAYS}])(?= ?[~・、-] ?[${WEEKDAYS}]${AFTER})`, 'y'),
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  {
    pattern: new RegExp(`${BEFORE}${NO_DAY}([${WEEKDAYS}])${AFTER}`, 'y'),
    read: (m) => ({ kind: 'weekday', days: weekdaysOf(m[1] ?? ''), group: false }),
  },
  {
    pattern:
      /お?正月(?:休み(?=あり|、|・|$)|期間)?(?!三[がヶヵか箇])|年末・?年始(?:期間|休暇|休業日?(?!\))|等|休み(?= ?[:(]? ?[0-9]))?|年末・年始/y,
    read: () => ({ kind: 'year-end' }),
  },
  { pattern: /(?:お?正月の?)?三[がヶヵか箇]日/y, read: () => ({ kind: 'year-end', from: 1 }) },
  { pattern: /元[日旦]/y, read: () => date(null, 1, 1) },
  { pattern: /大[晦み]そ?[日か](?!曜)/y, read: () => date(null, 12, 31) },
  { pattern: /年始(?:休み|休暇)?/y, read: () => ({ kind: 'year-end', from: 1 }) },
  { pattern: /年末(?!調整)(?:休み|休暇)?/y, read: () => ({ kind: 'year-end', from: 12 }) },
  {
    pattern: /(?:お盆|おぼん|旧盆|盆)(?:の週|の時期|休み(?=期間| ?[:(]? ?[0-9])|休業|期間|時期|前後)?(?:期間)?(?:中)?/y,
    read: () => ({ kind: 'obon' }),
  },
  // 夏季休業8月10日~16日: closing days of its own
  {
    pattern: /(?:夏|冬|春)[季期]?(?:休業|休館)(?:期間|日)?(?= ?[:(]? ?[0-9]{1,2}(?:月[0-9]|\/))/y,
    read: () => ({ kind: 'own-break' }),
  },
  ...SCHOOL_RULES,
];
