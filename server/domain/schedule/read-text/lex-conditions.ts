import { HOLIDAY_RULES } from './lex-holidays.ts';
import type { LexRule } from './lex-days.ts';

/** Words without days or hours of which a condition may speak. */
const PLAIN = '[^。、\\n()0-9月火水木金土日祝休曜第毎夏冬春期※]';
const HAPPENS =
  '(?:変更|お?休み|休館|休業|中止|延期|短縮|休止(?!中|して)|閉館|異な|変わ|変動|(?:開催|実施)し(?:ない|ません))';

/** Sentences on what may change, and words that shift, hedge or name the days before them. */
export const CONDITION_RULES: LexRule[] = [
  { pattern: /の?(?:どちらか|いずれか|どれか|うち(?:1|一)回)(?:の日|1日|一日)?/y, read: () => ({ kind: 'either' }) },
  // 日曜日に開催することもあります
  {
    pattern:
      /(?:に|も|で|が)?(?:開催|実施|変更|営業|開館|開所|開放|お?休み|行う|行なう)?(?:と|に)?(?:する|なる)?(?:こと|場合|とき)(?:が|も)?(?:あり|ある|ござい|有り)(?:ます)?/y,
    read: () => ({ kind: 'may-be' }),
  },
  ...HOLIDAY_RULES,
  { pattern: /(?:前後|頃|ごろ|あたり|付近)(?!する|に?な)/y, read: () => ({ kind: 'about' }) },
  // 午前のみ: until when, and what becomes of the hours said elsewhere, is left to the reader
  { pattern: /(?:午前|午後)中?(?:のみ|だけ)/y, read: () => null },
  // 園の行事等により利用できない日があります
  {
    pattern:
      /(?:[^。\n、()0-9月火水木金土日祝]{0,20}?)(?:により|によって|ため|等で)、?[^。\n、()0-9]{0,12}?(?:でき(?:ない|ません)|休(?:館|所|園|み)|変更|中止|異なる|変わる)[^。\n()0-9]{0,6}?(?:場合|日|こと|とき)[^。\n()、]*/y,
    read: () => ({ kind: 'usual' }),
  },
  // 状況によって中止または弁当に変更; 地域の行事があるときは休み
  {
    pattern: new RegExp(
      `(?:${PLAIN}{1,16}?(?:により|によって|次第で|に応じて|の都合で|の関係で)(?:は)?|${PLAIN}{1,16}?(?:場合|とき|時|際)(?:に)?は)、?` +
        `${PLAIN}{0,12}?${HAPPENS}[^。\\n()0-9月火水木金土日]{0,20}`,
      'y',
    ),
    read: () => ({ kind: 'usual' }),
  },
  // 5月5日こどもの日は開館し翌日休み
  {
    pattern:
      /(?:は|も)?(?:開館|開所|開園|開催|営業)(?:し|して)、?翌日(?:が|は|を)?(?:お?休み|休館|休所|休園|振替休館)/y,
    read: () => ({ kind: 'open-then-closed' }),
  },
  {
    pattern: /とその(?:直後|次|翌週)の([月火水木金土日])曜日?/y,
    read: (m) => ({
      kind: 'then',
      weekday: '月火水木金土日'.indexOf(m[1] ?? '') + 1,
      after: m[0].includes('翌週') ? 'week' : 'day',
    }),
  },
  { pattern: /の(?:翌日|次の日)(?!が|以降|から|まで|に振)/y, read: () => ({ kind: 'shift', days: 1 }) },
  { pattern: /の前日(?!まで|に)/y, read: () => ({ kind: 'shift', days: -1 }) },
  {
    pattern:
      /(?:(?![はもが])[^。、\n0-9月火水木金土日祝休曜の友]{1,8}(?<!授業|学校|ある|みの|校)の日(?=$|[ 。、)です])|(?:いちご|苺|肉|こども|子ども|子供|みどり|文化|海|山|敬老|体育|スポーツ)の日|(?:県民|都民|府民|道民|市民)の日|(?:開園|開館|創立|開所)記念日)/y,
    read: () => ({ kind: 'label' }),
  },
  { pattern: /(?:夏|冬|春|秋)[季期]?(?:期間)?(?= ?\()/y, read: () => ({ kind: 'filler' }) },
  { pattern: /随時/y, read: () => ({ kind: 'irregular' }) },
];
