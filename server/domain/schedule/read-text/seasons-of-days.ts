import { CLOCK } from './clock.ts';

const PART =
  '(?:[春夏秋冬][季期]?(?:期間|間|時間)?[:、 ]?)?(?:[0-9]{1,2}月?(?:[0-9]{1,2}日)?(?: ?(?:[~・、-]|から) ?(?:翌年?の?)?)?){1,6}(?<=[月日])(?:まで)?|[春夏秋冬]休み(?:期間)?中?|長期休(?:暇|業|み)(?:期間)?中?|学校休業日|学期中';
const SPAN = new RegExp(
  `(?<joint>(?<=\\)) ?[・、/\\n]? ?)?(?<days>[月火水木金土日](?:曜日?)?|[平祝]日)?(?:は|:| )? ?(?<hours>${CLOCK} ?(?:~|から) ?${CLOCK}(?:まで)?) ?\\((?<part>${PART})\\)`,
  'g',
);

/**
 * 「月曜 9:00~11:30(4月~9月) / 火曜 10:00~12:00(10月~3月)」, 「火~日 9:00~17:00(4月~9月)、9:00~16:00(10月~3月)」: where each part of the
 * year stands behind its hours, it is said before them; else it would be of the hours that follow.
 */
export function seasonsOfDays(text: string): string {
  const spans = [...text.matchAll(SPAN)].map(({ groups }) => groups ?? {});
  const [first] = spans;
  if (spans.length < 2 || !first) return text;
  const apart = spans.every(({ days }) => days !== undefined);
  const chained = spans.every(({ days, joint }, i) => i === 0 || days !== undefined || joint !== undefined);
  if (!apart && !chained) return text;
  return text.replace(SPAN, (...match) => {
    const { joint = '', days = '', hours = '', part = '' } = match.at(-1) as Record<string, string>;
    const lead = joint === '' ? '' : `${joint.trim() || '、'}`;
    return apart ? `${lead}${days}(${part}) ${hours}` : `${lead}${days === '' ? '' : `${days} `}${part}は${hours}`;
  });
}
