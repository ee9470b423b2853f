import { date } from './lex-dates.ts';
import type { LexRule } from './lex-rule.ts';
import { FIXED_HOLIDAYS, FIXED_NAMES } from './named-holidays.ts';
import type { TokenBody, WeekdayRule } from './token.ts';

const WEEKDAYS = '月火水木金土日';
const HOLIDAYS = '(?:国民の)?(?:祝日|祝祭日|祝休日|休日|祭日|祝)(?:等|など)?';
/** 「祝日または振替休日」 */
const OR_SUBSTITUTES =
  '(?:(?:・|、|や|と|か|及び|および|または|又は|もしくは|若しくは)(?:国民の休日|振替休日|振替日|休日|祭日)(?:等|など)?)*';
/** 「祝日の場合は」, 「月曜日が祝日と重なるときは」; the weekday is the first group. */
const WHEN_HOLIDAY =
  `(?:(?:(?:[${WEEKDAYS}]・)?(?:第[1-5](?:・[1-5])*)?([${WEEKDAYS}])曜日?|開催日|開館日|当日|その日)が)?(?:が|の)?${HOLIDAYS}${OR_SUBSTITUTES}` +
  '(?:の場合|のとき|の時|の際|と重な(?:る|った)(?:場合|時|とき|際)?|と重なったら|に(?:あ|当)た(?:る|った)(?:場合|とき|時|日)?|にな(?:る|った)(?:場合|とき|時)|の日(?!曜)|だったら|なら)' +
  '(?:に)?(?:でも|も|は|、)*';
const OPENS =
  '(?:やり(?=ます)|開い(?=て)|開[けき](?=て|ます|る)|開く|やって(?=い?ます)|開館|開所|開園|営業|開室|開催|開設|実施|オープン|利用可能?)';
const CLOSES =
  '(?:が|に|を|は|も)?、?(?:振替|代休|代わりに)?(?:お?休館日?|お?休み|休業日?|休所日?|休園日?|休室日?|休日(?=とな|と[すし]|にな)|閉館|閉所|閉園|定休日?|中止|なし|休)(?:となります|となる|とします|になります|します|です)?';
/** 「翌日以降の最も近い平日」, 「その日以後の最初の開館日」, 「翌日等の平日」 */
const NEXT_WORKDAY =
  '(?=[^。、\\n()]{0,6}(?:翌|次|後|以降))(?:その)?(?:翌日|次の日|日|後|直後|以降|以後|最も|一番|近い|直近|最初|次|等|など|に|の|で)+(?:平日|営業日|開館日|開所日|開園日|開室日)';
const NEXT_DAY = `(?:その)?(?:(?:祝日|休日)の(?=翌日|次の日))?(?:${NEXT_WORKDAY}|直後の平日|翌日(?:の?[${WEEKDAYS}]曜日?|\\([${WEEKDAYS}](?:曜日?)?\\))?|次の日|翌々?平日|次の平日|翌営業日|翌開館日|翌?([${WEEKDAYS}])曜日?|翌[${WEEKDAYS}](?=[)、。休]|$))(?!の?(?:第|[0-9]))`;
const OTHER_DAY =
  '(?:直近の|最も近い|前後の|翌週|次週|前週|前の週|次の週|翌々週|前日|別の?日|他の日|変更|振替|振り替え|日程|延期|ずら|調整)';
/** What is said of another day, up to hours that stand apart from it. */
const REST = '(?:(?! (?:午前|午後)?[0-9]{1,2}(?::|時))[^。\\n※)、])*';
const NOT = '(?!し?ま?せん|しない|なし|して(?:い(?!ます)|お(?!ります))|いたし|時間|日時|日)';
/** 「月曜が祝日の場合は月曜日も開館し」 */
const SAME_DAY = `(?:(?:[${WEEKDAYS}]曜日?|当日|その日|祝日)(?:は|も|を|が)?)?`;

/** 「翌日も休館」: the holiday is closed too. */
const ALSO = /日?も、?(?:お?休|閉)/;

/** 「月曜が祝日の場合は火曜」: only the day after is a next day. */
function nextDay(
  weekday: string | undefined,
  named: string | undefined,
  closes: boolean,
  also = false,
): TokenBody | null {
  const day = weekday === undefined ? -1 : WEEKDAYS.indexOf(weekday);
  // 「月曜定休(祝日は営業、翌火曜休み)」: the closing day is named before
  const unnamed = closes && weekday === undefined;
  const other = named !== undefined && !unnamed && (day < 0 || WEEKDAYS.indexOf(named) !== (day + 1) % 7);
  if (other) return closes ? null : { kind: 'holiday-rule', rule: 'MOVES', to: WEEKDAYS.indexOf(named) + 1 };
  return { kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY', closes, also };
}

const ofWeekday = (token: TokenBody | null, weekday: string | undefined): TokenBody | null =>
  token?.kind === 'holiday-rule' && weekday !== undefined
    ? { ...token, weekday: WEEKDAYS.indexOf(weekday) + 1 }
    : token;

/** 「土日祝の場合は翌平日」, 「日曜の場合は休み」; null where hours of its own follow. */
function weekdayRule(days: string, rest: string): TokenBody | null {
  if (/[0-9]|時/.test(rest)) return null;
  // 「土日祝の場合は変更することがあります」
  if (/(?:こと|場合|可能性)(?:が|も)?(?:あり|ある|ござ)/.test(rest)) return { kind: 'usual' };
  const letters = days === '週末' ? '土日' : days.replace(/曜日?|[・や/]/g, '');
  const weekdays = [...new Set([...letters].map((letter) => WEEKDAYS.indexOf(letter) + 1).filter((day) => day > 0))];
  return { kind: 'weekday-rule', weekdays, then: consequence(weekdays, rest) };
}

function consequence(weekdays: number[], rest: string): WeekdayRule['then'] {
  const only = (day: number) => weekdays.length === 1 && weekdays[0] === day;
  if (/休み|休館|休業|中止|なし|(?:開催|実施)し(?:ない|ません)|行い?(?:わない|ません)/.test(rest)) return 'CLOSED';
  if (/翌々?(?:平日|営業日|開館日|開所日|月曜)|次の(?:平日|月曜)|^月曜/.test(rest)) return 'NEXT_WORKDAY';
  if (/翌日|次の日/.test(rest) && only(7)) return 'NEXT_WORKDAY';
  if (/前の?(?:平日|金曜|営業日)|^金曜/.test(rest)) return 'LAST_WORKDAY';
  if (/^(?:も、?)?(?:開[館所園室]|営業|通常)(?!.*(?:翌|前|振))/.test(rest)) return 'OPEN';
  return /前日/.test(rest) && only(6) ? 'LAST_WORKDAY' : 'CHANGES';
}

/** What becomes of a day that is a holiday or falls on a weekend. */
export const HOLIDAY_RULES: LexRule[] = [
  // 水曜~日曜、こどもの日 9時~17時
  {
    pattern: new RegExp(
      `(?<=(?:[月火水木金土日](?:曜日?)?|祝日|の日|記念日|誕生日)(?:[、・と]|及び|および))(${FIXED_NAMES})(?=[ 、・)\\n]|は|[0-9午]|$)`,
      'y',
    ),
    read: (m) => date(null, ...(FIXED_HOLIDAYS[m[1] ?? ''] ?? [1, 1])),
  },
  // 祝日(5/3~5/5含む)
  { pattern: /(?<=祝日|祝祭日|祝) ?\([^()]*[0-9][^()]*含(?:む|みます|め)\)/y, read: () => ({ kind: 'remark' }) },
  // 休館は月曜(祝日も休館)・第3金曜
  {
    pattern: new RegExp(
      `(?<=[${WEEKDAYS}](?:曜日?)? ?)\\((?:ただし、?)?${HOLIDAYS}(?:で|であって|の(?:場合|とき|時)|と重なる(?:場合|とき))?も、?${CLOSES}\\)`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'CLOSED', shut: true }),
  },
  // 月曜祝日の場合は開館、火曜休館: not of every Tuesday
  { pattern: /[月火水木金]曜日?祝日の(?:場合|とき|時)(?=は?、?(?:開|営))[^。\n]*/y, read: () => null },
  {
    pattern:
      /(?:祝日|祝祭日|祝)(?:も|を)?含(?:む|みます|め)|(?<=^|[\n。( 、※])(?:祝日|祝祭日)も、?(?:同じ|同様)(?:時間)?(?:です)?/y,
    read: () => ({ kind: 'holiday-rule', rule: 'AS_USUAL' }),
  },
  {
    pattern: new RegExp(
      `${HOLIDAYS}(?:の|と重なる|にあたる|に当たる)(?:[${WEEKDAYS}]曜日?|日|週|(?<=[るた])(?:月|回))(?:は|を|、)*(?:${CLOSES}|除く)`,
      'y',
    ),
    read: (m) => (m[0].includes('週') ? null : { kind: 'holiday-rule', rule: 'CLOSED' }),
  },
  { pattern: /(?:祝日|祝祭日|休日)で(?:は)?ない(?:日の)?/y, read: () => ({ kind: 'holiday-rule', rule: 'CLOSED' }) },
  {
    pattern: /(?:祝日|祝祭日)でも、?(?=毎週|[月火水木金土日]曜)/y,
    read: () => ({ kind: 'holiday-rule', rule: 'AS_USUAL' }),
  },
  // 休館日:水曜、祝日の振替日
  {
    pattern: /(?<=[、・ \n:])(?:祝日の|国民の)?振替(?:休日|日)(?=$|[。、・\n) ])/y,
    read: () => ({ kind: 'remark' }),
  },
  // 火曜日から金曜日の祝日: of some weekdays
  {
    pattern: /[月火水木金土日]曜日?(?:から|~|・|、)[月火水木金土日]曜日?の(?:国民の)?(?:祝日|休日)/y,
    read: () => null,
  },
  { pattern: /(?:振替休日|国民の休日)(?:を|も)?含(?:む|みます|め)/y, read: () => ({ kind: 'remark' }) },
  // 学校行事や祝日と重なる場合は変更します
  {
    pattern:
      /[^。、\n()0-9月火水木金土日祝休曜 ]{1,8}(?:や|・|または|又は|、)(?:祝日|祝祭日)(?:等|など)?(?:と重な|に(?:あた|当た))(?:る|った)(?:場合|とき|時)(?:は|に)?[^。\n()0-9曜]*(?:変更|ずれ|変わ|翌週|延期)[^。\n()0-9]*|(?:祝日|祝祭日)(?:等)?(?:や|・|または|又は|、)[^。\n()0-9曜]{1,8}(?:と重な|に(?:あた|当た))(?:る|った)(?:場合|とき|時)(?:は|に)?[^。\n()0-9曜]*(?:変更|ずれ|変わ|翌週|延期)[^。\n()0-9]*/y,
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  // お寺の行事と重なるときは翌週
  {
    pattern:
      /[^。、\n()0-9月火水木金土日祝休曜 ]{1,14}と重な(?:る|った)(?:場合|とき|時|月|日|年)(?:は|に|には)?、?(?:(?:翌|次|前)[の々]*[週日月]|別|他|第[1-5]|変更|変わ|中止|延期|前後|ずれ|お?休|順延|日程)[^。\n()]*/y,
    read: () => ({ kind: 'usual' }),
  },
  // 祝日や行事でずれることがあります
  {
    pattern:
      /(?:祝日|祝祭日)(?:等)?(?:や|・|、)[^。\n()0-9曜は]{1,8}(?:で|により|によって|の関係で)、?(?:変更|ずれ|変わ|前後)[^。\n()0-9]*/y,
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  { pattern: /(?:祝日|休日)の[月火水木金土日]曜日?/y, read: () => null },
  // 祝日が土曜の場合も休み
  {
    pattern: new RegExp(
      `${HOLIDAYS}が[${WEEKDAYS}]曜日?(?:の場合|のとき|と重な(?:る|った)(?:場合|とき|時)|に(?:あ|当)たる(?:場合|とき|時))も、?(?:お?休み|休館|休所|休園|休業)(?:です|となります|します|とします)?`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'CLOSED' }),
  },
  // 月曜日が祝日の場合は開館し、翌平日休館
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}${SAME_DAY}${OPENS}(?:し|して|で)?、?${NEXT_DAY}(?:は|が|を)?、?${CLOSES}`,
      'y',
    ),
    read: (m) => ofWeekday(nextDay(m[1], m[2], true), m[1]),
  },
  // 休み 月曜日(祝日の場合は開館し、その翌日)
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}${OPENS}(?:し|して)、?${NEXT_DAY}(?=$|[)。、\\n ])`, 'y'),
    read: (m) => ofWeekday(nextDay(m[1], m[2], true), m[1]),
  },
  // 祝日(月曜日のときはその翌日も休館)
  {
    pattern: new RegExp(
      `(?:${HOLIDAYS}が)?([${WEEKDAYS}])曜日?(?:の場合|のとき|の時|(?:にあた|と重な)る(?:場合|とき|時)|なら)(?:は|には|、)*(?:(?:その)?翌日|(?:翌日の?)?([${WEEKDAYS}])曜日?)も、?(?:お?休み|休館|休業|休所|休園|閉館)(?:です|とします|となります|します)?`,
      'y',
    ),
    read: (m) => ofWeekday(nextDay(m[1], m[2], true, true), m[1]),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}${NEXT_DAY}${CLOSES}`, 'y'),
    read: (m) => ofWeekday(nextDay(m[1], m[2], true, ALSO.test(m[0])), m[1]),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}${NEXT_DAY}(?:に|へ)?(?:振替|振り替え|変更|開催|実施)?(?:します|となります)?`,
      'y',
    ),
    read: (m) => nextDay(m[1], m[2], false),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:${OTHER_DAY}|第[1-5一二三四五]|[${WEEKDAYS}]曜)${REST}`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  // 祝日の場合は中止か変更
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:お?休み|中止|休館)(?:か|または|又は|もしくは|や|、|・)(?:日程)?(?:${OTHER_DAY}|翌)${REST}`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  {
    pattern: new RegExp(
      `${HOLIDAYS}(?:は|で|により|の関係で|のため)、?(?:${OTHER_DAY}|翌日|第[1-5][${WEEKDAYS}]曜日?(?:に|へ|$|\\)))${REST}`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:${CLOSES}|${OPENS}(?:は)?(?:し(?:ておりま|ていま|ま|)せん|しない|ありません))`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'CLOSED' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:通常通り|平常通り|いつも通り|休まず|変わらず)?(?:に)?${OPENS}${NOT}(?:します|して(?:い|おり)ます|あり)?`,
      'y',
    ),
    read: (m) => ofWeekday({ kind: 'holiday-rule', rule: 'OPEN' }, m[1]),
  },
  {
    pattern: new RegExp(
      // 「土曜、日曜、祝日も開館」 is said of all three
      `(?<!(?:曜日?|[土日])(?:・|、|と|や|及び|および)?)${HOLIDAYS}(?:でも|も|は)?、?(?:通常通り|平常通り|いつも通り|休まず|変わらず)?(?:に)?${OPENS}${NOT}(?:します|して(?:い|おり)ます|あり)?`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'OPEN' }),
  },
  // what becomes of a holiday was not understood
  { pattern: new RegExp(`${WHEN_HOLIDAY}(?<!祝|日|休)`, 'y'), read: () => null },
  // 20日(土日祝の場合は変更)
  {
    pattern: new RegExp(
      `((?:[${WEEKDAYS}](?:曜日?)?[・や/]?){1,7}|週末)(?:・|や|、)?(?:${HOLIDAYS})?(?:が|の|と|に)?` +
        '(?:場合|重な(?:った|る)(?:場合|時|とき)?|(?:あ|当)た(?:る|った)(?:場合|時|とき)?|なら)(?:に)?(?:は|、)*([^。\\n)、]*)',
      'y',
    ),
    // 変更することがあります: or not
    read: (m) =>
      /変[更わ].*(?:こと|場合|可能性)が?あ/.test(m[2] ?? '') ? { kind: 'usual' } : weekdayRule(m[1] ?? '', m[2] ?? ''),
  },
];
