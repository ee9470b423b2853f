import type { ScheduleText } from '../schedule.ts';
import { normaliseText } from './normalise.ts';

const WEEKDAYS = /^[平月火水木金土日祝曜・、,;~と -]+$/;
/** Of the week of a single day a bare digit may as well be its date. */
const WEEKS = /^[1-5](?: ?[・、,と/ ] ?[1-5])+(?=$|\()/;
const LAST = /(?<=^|[・、,と/ ])(?:最終|最後)(?:の?週)?(?=$|[・、,と/( ])/g;

/**
 * The cell of days where that of weekdays names them: 「1・3」 and 「最終」 are weeks, and 「毎日」 is each of those weekdays, not
 * every day.
 */
export function withDaysSpelt(text: ScheduleText): ScheduleText {
  const weekdays = normaliseText(text.weekdays ?? '');
  if (!WEEKDAYS.test(weekdays)) return text;
  const days = normaliseText(text.days ?? '')
    .replace(/^毎日(?=$|\()/, '')
    .replace(WEEKS, (weeks) => `第${weeks.replace(/,/g, '、')}`);
  const [, only] = /^([月火水木金土日])(?:曜日?)?$/.exec(weekdays) ?? [];
  return { ...text, days: only === undefined ? days : days.replace(LAST, `最終${only}曜`) };
}
