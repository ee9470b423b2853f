import { CLOCK } from './clock.ts';

const DATE = '(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}\\/[0-9]{1,2}|[0-9]{1,2}(?=[~・、]))';
const WEEKDAY = '(?:[月火水木金土日](?:曜日?)?|平日|祝日?)';
const PART =
  `(?:[春夏秋冬][季期]?(?:期間|間|時間)?[:、 ]?)?${DATE}(?: ?(?:[~・、-]|から) ?(?:翌年?の?)?${DATE}){0,5}(?:まで)?|[奇偶]数月|第[1-5](?:[・、と]第?[1-5]){0,3}週?|` +
  '[春夏秋冬]休み(?:期間)?中?|長期休(?:暇|業|み)(?:期間)?中?|学校休業日|学期中';
const DAYS = `${WEEKDAY}(?:[・、~と]?${WEEKDAY}){0,6}`;
const HOURS = `${CLOCK} ?(?:~|から) ?${CLOCK}(?:まで)?`;
const SPAN = new RegExp(
  `(?<joint>(?<=\\)) ?[・、/\\n]? ?)?(?<days>[月火水木金土日](?:曜日?)?|[平祝]日)?(?:は|:| )? ?(?<hours>${HOURS}) ?\\((?:(?<part>${PART})|(?<own>${DAYS}))\\)`,
  'g',
);
const MORE_HOURS = new RegExp(HOURS);

/**
 * 「月曜 9:00~11:30(4月~9月) / 火曜 10:00~12:00(10月~3月)」, 「火~日 9:00~17:00(4月~9月)、9:00~16:00(10月~3月)」: where days or parts
 * of the year stand behind their hours, they are said before them; else they would be of the hours that follow.
 */
export function seasonsOfDays(text: string): string {
  const matches = [...text.matchAll(SPAN)];
  const spans = matches.map(({ groups }) => groups ?? {});
  const last = matches.at(-1);
  // 「10時~12時(火)、13時~15時(木)」 are read as they stand
  if (!last || spans.every(({ own }) => own !== undefined)) return text;
  const apart = spans.every(({ days, own }) => days !== undefined && own === undefined);
  const chained = spans.every(({ days, joint }, i) => i === 0 || days !== undefined || joint !== undefined);
  const followed = spans.length > 1 || MORE_HOURS.test(text.slice(last.index + last[0].length));
  if (!followed || (!apart && (!chained || spans.length < 2))) return text;
  return text.replace(SPAN, (...match) => {
    const { joint = '', days = '', hours = '', part, own = '' } = match.at(-1) as Record<string, string>;
    const lead = joint === '' ? '' : joint.trim() || '、';
    const when = part ?? own;
    return apart ? `${lead}${days}(${when}) ${hours}` : `${lead}${days === '' ? '' : `${days} `}${when}は${hours}`;
  });
}
