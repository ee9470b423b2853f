import type { ScheduleText } from '../schedule.ts';
import { normaliseText } from './normalise.ts';

const WEEKDAYS = /^[平月火水木金土日祝曜・、,;~と -]+$/;
/** Of the week of a single day a bare digit may as well be its date. */
const WEEKS = /^[1-5](?: ?[・、,と/ ] ?[1-5])+(?=$|\()/;
const SCHOOL =
  /^(?:(?:学校の?)?長期(?:休暇|休業日?|休み)|(?=.{0,8}春)(?=.{0,8}夏)(?=.{0,8}冬)(?:[春夏冬]休み[・、]?){3})(?:期間)?中?の?(?=[月火水木金土日(]|$)/;
const LAST = /(?<=^|[・、,と/ ])(?:最終|最後)(?:の?週)?(?=$|[・、,と/( ])/g;

/** 「長期休業期間(祝日を除く)」 beside 月~金. */
const ofSchool = (rest: string, weekdays: string) =>
  `学校休業日の${/^[月火水木金土日]/.test(rest) ? rest : `${weekdays.replace(/,;/g, '・')}${rest}`}`;

/**
 * The cell of days where that of weekdays names them: 「1・3」 and 「最終」 are weeks, 「毎日」 is each of those weekdays, not
 * every day, and 「長期休業期間」 the school holidays.
 */
export function withDaysSpelt(text: ScheduleText): ScheduleText {
  const weekdays = normaliseText(text.weekdays ?? '');
  if (!WEEKDAYS.test(weekdays)) return text;
  const days = normaliseText(text.days ?? '')
    .replace(/^毎日(?=$|\()/, '')
    .replace(WEEKS, (weeks) => `第${weeks.replace(/,/g, '、')}`);
  const [school] = SCHOOL.exec(days) ?? [];
  if (school !== undefined) return { ...text, weekdays: null, days: ofSchool(days.slice(school.length), weekdays) };
  const [, only] = /^([月火水木金土日])(?:曜日?)?$/.exec(weekdays) ?? [];
  return { ...text, days: only === undefined ? days : days.replace(LAST, `最終${only}曜`) };
}
