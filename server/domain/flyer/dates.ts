import { civilOf, daysInMonth, epochDayAt, epochDayOf, weekdayOf } from '../schedule/calendar-day.ts';

const WEEKDAYS = '月火水木金土日';
const AFTER = '(?:\\s*\\(([月火水木金土日])(?:曜日?)?(?:[・,]?祝日?)?\\))?';
/** 12月14日(土), 12/14(土), and behind either 、28日(土). A range (12/29~1/3) is a season, not two days. */
const DATE = new RegExp(
  `(?<![\\d/年~-])(\\d{1,2})(?:月\\s*(\\d{1,2})日|/(\\d{1,2})(?![\\d/]))${AFTER}(?!\\s*[~-])((?:[、,・と]\\s*\\d{1,2}日?${AFTER.replace('([月', '(?:[月')}(?![\\d:月時/]))*)`,
  'gu',
);
const NEXT = new RegExp(`(\\d{1,2})日?${AFTER}`, 'gu');
/** A flyer of last month may still hang. */
const LATE_DAYS = 31;

/**
 * A text whose days have their year: a flyer says 「12月14日(土)」 and means the next one. The weekday decides the year; where
 * it fits neither this year nor the next, the day stays as it was written, and is not read.
 * @param now ms since the epoch
 */
export function withYears(text: string, now: number): string {
  return text.replace(DATE, (whole, month: string, day: string, slashed: string, weekday: string, more: string) => {
    const days = [[day ?? slashed, weekday], ...[...more.matchAll(NEXT)].map(([, each, name]) => [each, name])];
    const dated = days.map(([each, name]) => dateOf(Number(month), Number(each), name, now));
    return dated.every((each) => each !== null) ? dated.join('、') : whole;
  });
}

/** Whether a day without its year is left: of another year, by its weekday. Read as it stands, its weekday would be taken for a rule. */
export const hasUndated = (text: string): boolean =>
  /(?<!年)(?<!\d)\d{1,2}(?:月\s*\d{1,2}日|\/\d{1,2})\s*\([月火水木金土日]/u.test(text);

function dateOf(month: number, day: number, weekday: string | undefined, now: number): string | null {
  const today = epochDayAt(now);
  const { year } = civilOf(today);
  for (const candidate of [year, year + 1]) {
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(candidate, month)) continue;
    const at = epochDayOf(candidate, month, day);
    const fits = weekday === undefined || WEEKDAYS[weekdayOf(at) - 1] === weekday;
    if (fits && at >= today - LATE_DAYS) return `${candidate}年${month}月${day}日`;
  }
  return null;
}
