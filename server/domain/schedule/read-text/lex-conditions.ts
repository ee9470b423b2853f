import type { LexRule } from './lex-days.ts';

const NEXT_DAY = '(?:翌日|次の日|翌平日|その翌日|翌開館日)';
const WHEN_HOLIDAY =
  '(?:が|の)?(?:祝日|祝祭日|休日|祝)(?:等)?(?:の場合|のとき|の時|と重な(?:る|った)(?:場合|時|とき)?|に(?:あ|当)たる(?:場合|とき|時|日)?|の日|なら)(?:に)?(?:は|、)*';
const CLOSES =
  '(?:が|に|を|は)?(?:振替)?(?:休館日?|休み|お休み|休業日?|休所日?|休園日?|休室日?|休|閉館|定休日?)(?:となります|となる|とします|になります|します)?';

/** What a sentence says of the days before or after it. */
export const CONDITION_RULES: LexRule[] = [
  { pattern: /の?(?:どちらか|いずれか|どれか|うち(?:1|一)回)(?:の日|1日|一日)?/y, read: () => ({ kind: 'either' }) },
  {
    pattern: /(?:祝日|祝祭日|祝)(?:も|を)?含(?:む|みます|め)/y,
    read: () => ({ kind: 'holiday-rule', rule: 'AS_USUAL' }),
  },
  // 日曜日に開催することもあります
  {
    pattern:
      /(?:に|も|で|が)?(?:開催|実施|変更|営業|開館|開所|お?休み|行う|行なう)?(?:と|に)?(?:する|なる)?(?:こと|場合|とき)(?:が|も)(?:あり|ござい|有り)(?:ます)?/y,
    read: () => ({ kind: 'may-be' }),
  },
  { pattern: /(?:祝日|休日)の[月火水木金土日]曜日?/y, read: () => null },
  { pattern: /(?:前後|頃|ごろ|あたり|付近)(?!する|に?な)/y, read: () => ({ kind: 'about' }) },
  // 午前のみ: until when, and what becomes of the hours said elsewhere, is left to the reader
  { pattern: /(?:午前|午後)中?(?:のみ|だけ)/y, read: () => null },
  // 月曜日が祝日の場合は火曜日が休み: which days close then is more than the rules here know
  {
    pattern:
      /[月火水木金土日]曜日?が(?:祝日|祝祭日|休日)(?:等)?(?:の|と|に)?(?:場合|とき|時|重なった|重なる|あたる|当たる)[^。\n)]*/y,
    read: () => null,
  },
  // 20日(土日祝の場合は変更): something else happens then
  {
    pattern:
      /(?:土日・?祝?日?|土・日・?祝?日?|[月火水木金土日]曜日?|第[1-5][月火水木金土日]曜日?|週末)(?:が|の|と|に)?(?:場合|重なった|重なる|あたる|当たる)[^。\n)]*/y,
    read: () => ({ kind: 'usual' }),
  },
  // 園の行事等により利用できない日があります
  {
    pattern:
      /(?:[^。\n、()0-9月火水木金土日祝]{0,20}?)(?:により|によって|ため|等で)、?[^。\n、()0-9]{0,12}?(?:でき(?:ない|ません)|休(?:館|所|園|み)|変更|中止|異なる|変わる)[^。\n()0-9]{0,6}?(?:場合|日|こと|とき)[^。\n()、]*/y,
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
  {
    pattern:
      /(?:(?![はもが])[^。、\n0-9月火水木金土日祝休曜の友]{1,8}(?<!授業|学校|ある|みの|校)の日(?=$|[ 。、)です])|(?:いちご|苺|肉|こども|子ども|子供|みどり|文化|海|山|敬老|体育|スポーツ)の日|(?:県民|都民|府民|道民|市民)の日|(?:開園|開館|創立|開所)記念日)/y,
    read: () => ({ kind: 'label' }),
  },
  { pattern: /(?:夏|冬|春|秋)[季期]?(?:期間)?(?= ?\()/y, read: () => ({ kind: 'filler' }) },
  { pattern: /随時/y, read: () => ({ kind: 'irregular' }) },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:開館|開所|開園|営業|開室|開催)(?:し|して)?、?${NEXT_DAY}${CLOSES}`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY' }),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:その)?${NEXT_DAY}(?:${CLOSES})?(?:に振替)?`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:翌週|次週|前週|前日|別日|変更|振替|振り替え|日程変更|第[1-5一二三四五]|[月火水木金土日]曜)[^。\\n※)]*`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:休館|休み|お休み|休業|休所|休園|中止|開催しません|なし)(?:です|となります|します)?`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'CLOSED' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:開館|開所|開催|営業|実施|開室)(?!し?ま?せん|しない|なし|して)(?:します|しています|あり)?`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'OPEN' }),
  },
  {
    pattern:
      /(?:祝日|祝祭日|休日|祝)(?:も|は)(?:開館|開所|開園|開催|営業|実施|開室|利用可)(?!し?ま?せん|しない|なし|しておりません|していません|いたしません)(?:します|しています|あり|能)?/y,
    read: () => ({ kind: 'holiday-rule', rule: 'OPEN' }),
  },
];
