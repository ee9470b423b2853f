import type { LexRule } from './lex-rule.ts';
import type { AfterHoliday, TokenBody } from './token.ts';

const WEEKDAYS = '月火水木金土日';
const AND = '(?:・|、|や|と|及び|および|並びに|ならびに|または|又は|若しくは|もしくは)';
const HOLIDAY = '(?:祝日|祝祭日|祝・?休日|祝・祭日|休日|祭日)';
/** 「国民の祝日」, 「祝日・振替休日」, 「国民の祝日に関する法律に規定する休日」 */
const HOLIDAYS =
  `(?:国民の)?(?:${HOLIDAY}(?:等|など)?(?:に関する法律(?:\\([^()]*\\))?に(?:規定|定め)(?:する|られた|られる)(?:休日|祝日))?` +
  `(?:${AND}(?:国民の休日|振替休日|振替日|休日|祭日))*|祝(?=の?翌日))`;
const NEXT_DAY = '(?:翌日|次の日|あくる日)';
/** 「祝日及びその翌日」 */
const BOTH = `(?:${AND}その|、及びその)${NEXT_DAY}`;
const AFTER = `の?${NEXT_DAY}`;
const BUT = '(?:ただし|但し)?、?';
/** The days among which the day itself is: 「土・日曜日又は祝日」. */
const DAYS = `((?:(?:[${WEEKDAYS}](?:曜(?:日|(?!日))|(?!曜))|祝日|祝祭日|休日|祭日|休館日|祝(?![日祭]))${AND}?){1,9})`;
const SUBJECT = `(?:(?:その|当該|その翌|翌|同|当|${HOLIDAYS}の翌)日(?:が|は|も)?、?)?`;
const IF_SO =
  '(?:の(?:場合|とき|時)|に(?:あ|当)た(?:る|った)(?:場合|とき|時|日)?|と重な(?:る|った)(?:場合|とき|時)|である(?:場合|とき|時)|なら)';
const OPEN_THEN =
  '(?:に?(?:は|も))?、?(?:を)?(?:除く|除きます|のぞく|以外|通常(?:通り)?(?:どおり)?開館|開館|開所|開園|開室|営業|オープン|この限りで(?:は)?(?:ない|ありません)|休館し(?:ない|ません))(?:日)?(?:します|する|とします|とする|です|しています|いたします)?';
const MOVES_THEN =
  '(?:に?(?:は|も))?、?(?:その)?(?:翌々日|翌日|次の日|(?:直後の|次の|翌|以降の|最初の|直近の)+(?:平日|開館日)|その後の[^()。、\\n]{0,8}(?:平日|日))(?:に|が|を|と)?(?:順延|繰り?(?:延べ|下げ)|振替|休館(?:日)?|休み)?(?:と)?(?:なります|なる|します|する|です)?';
const RUN_ENDS = `(?:${HOLIDAY}|連休)(?:が|の)?(?:2日以上)?(?:続く|続いた|連続する|連続した|連続の|重なる)?(?:場合|とき|時)?(?:に?は)?、?(?:その|連休の)?(?:最後|最終|末尾)の?(?:日|${HOLIDAY})?の${NEXT_DAY}(?:のみ|だけ)?(?:が|を)?(?:休館(?:日)?|休み)?(?:と?(?:します|する|なります)|です)?`;
const QUALIFIES = `(?:${SUBJECT}${DAYS}${IF_SO}?(?:${OPEN_THEN}|${MOVES_THEN})|${RUN_ENDS})`;
/** In brackets, or as a clause of its own that begins with ただし. */
const QUALIFIED = `(?: ?\\(${BUT}${QUALIFIES}。?\\)|(?:[、。 \\n]|(?:です|となります)。?){0,3}(?:ただし|但し)、?${QUALIFIES}(?=$|[。、\\n)]))`;
const CLOSING = '(?:お?休み|休館日?|休所日?|休園日?|休業日?|休室日?|閉館|閉所)';
/** 「祝日の翌日も休館となる場合があります」 */
const PERHAPS = `(?:は|も|が|を|に)?、?(?:臨時に)?${CLOSING}(?:と|に)?(?:なる|する|させて(?:いただ|頂)く|の)?(?:こと|場合|日)(?:が|も)?(?:あ(?:り|る)|ござ)[^。\\n()]*`;
/** What may not follow: another day or part of it, a bracket that says more, an opening. */
const NO_MORE =
  `(?!以降|以後|以外|から|まで|前|ごろ|頃|の(?!み)|に(?!も?、?${CLOSING}|は、?${CLOSING})|(?:は|も|が|を)、?(?!${CLOSING}|定休|除|のぞ|含|お?休|年末)|` +
  ' ?\\((?![' +
  WEEKDAYS +
  ']曜日?が(?:祝日|休日)[^)]*開[館所園]\\))[^)]*(?:場合|とき|時は|除|のぞ|以外|開|変|続|曜))';

const CLOSED = `(?:は|も|が)?、?${CLOSING}(?:です|となります|とします|します)?`;
const NAMED = `${HOLIDAYS}(?:(?<both>${BOTH})|${AFTER})`;

const PATTERN = new RegExp(
  `${NAMED}(?:等|など)?(?:(?<says>${QUALIFIED})|(?=${CLOSED}(?<saysOfClosed>${QUALIFIED}))|(?<perhaps>${PERHAPS})|)${NO_MORE}`,
  'y',
);

/** 祝日の翌日, with what is said of it where it is a weekend or a holiday itself. */
export const AFTER_HOLIDAY_RULES: LexRule[] = [
  {
    pattern: PATTERN,
    read: ({ groups }): TokenBody => ({
      kind: 'after-holiday',
      ...qualified(groups?.says ?? groups?.saysOfClosed),
      both: groups?.both !== undefined,
      perhaps: groups?.perhaps !== undefined,
    }),
  },
  // 祝日の翌日は休館(土日を除く): the bracket is told with the day
  { pattern: new RegExp(`(?<=${NEXT_DAY}${CLOSED})${QUALIFIED}`, 'y'), read: () => ({ kind: 'filler' }) },
];

const ENDS_RUN = new RegExp(RUN_ENDS);
const QUALIFIER = new RegExp(`${SUBJECT}${DAYS}${IF_SO}?(?:(?<open>${OPEN_THEN})|${MOVES_THEN})`);

function qualified(says: string | undefined): Pick<AfterHoliday, 'runs' | 'without' | 'moves'> {
  if (says === undefined) return { runs: 'LAST_OF_RUN_SURELY', without: [], moves: [] };
  const found = QUALIFIER.exec(says);
  if (!found || ENDS_RUN.test(says)) return { runs: 'LAST_OF_RUN', without: [], moves: [] };
  const list = found[1] ?? '';
  const named = list.replace(new RegExp(`${HOLIDAY}|休館日|曜日?|祝`, 'g'), '');
  const weekdays = [...WEEKDAYS].flatMap((letter, i) => (named.includes(letter) ? [i + 1] : []));
  const holidays = /祝|休日|祭日/.test(list);
  if (found.groups?.open !== undefined)
    return { runs: holidays ? 'LAST_OF_RUN' : 'LAST_OF_RUN_SURELY', without: weekdays, moves: [] };
  // 休日 may be the weekend too
  const moves = /休日|休館日/.test(list) ? [...new Set([...weekdays, 6, 7])] : weekdays;
  return { runs: 'LAST_OF_RUN_SURELY', without: moves, moves };
}
