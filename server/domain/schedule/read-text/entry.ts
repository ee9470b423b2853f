import { parseLocalDate, shiftWeekday, weekdayOf } from '../calendar-day.ts';
import type { Hours } from './hours.ts';
import { isBareDay, isSingleDay, onlyNarrows, type Group, type Reading } from './reading.ts';
import type { Phrase } from './phrase.ts';

/** Days and hours that become rules. `hours: null`: not said with the days. */
export interface Entry {
  phrase: Phrase;
  hours: Hours[] | null;
  pauses: Hours[];
  open: boolean;
  /** The hours are one end that changes the usual ones (土曜は17:00まで). */
  changes?: boolean;
}

/** Whether a phrase says of itself which days, or only narrows days that are named elsewhere. */
export const namesDays = (phrase: Phrase): boolean =>
  phrase.weekdays.length > 0 ||
  phrase.monthDays.length > 0 ||
  phrase.dates !== null ||
  isSingleDay(phrase) ||
  phrase.every === 'day' ||
  phrase.holiday;

export const namesWeeks = (phrase: Phrase): boolean => phrase.nth.length > 0 && phrase.weekdays.length === 0;

/** 「土曜日(第2・第4)」, 「第2・第4」 with the weekday in another column: the parts of one naming put together. */
export function mergePhrases(phrases: Phrase[], fallbackWeekdays: number[]): Phrase[] {
  const merged: Phrase[] = [];
  for (const phrase of phrases) {
    const last = merged.at(-1);
    if (last && isWeekdayOfDays(last, phrase)) {
      merged.splice(
        0,
        merged.length,
        ...merged.map((day) => (isBareDay(day) ? { ...day, weekdays: phrase.weekdays } : day)),
      );
      continue;
    }
    if (last && (repeats(last, phrase) || isEachMonth(last, phrase))) continue;
    if (last && completes(last, phrase)) merged[merged.length - 1] = join(last, phrase);
    else merged.push(phrase);
  }
  const weekdays = (phrase: Phrase) =>
    namesWeeks(phrase) && fallbackWeekdays.length > 0 ? { ...phrase, weekdays: fallbackWeekdays } : phrase;
  return carryMonths(merged.map(weekdays));
}

/** 「4/25、6/27(いずれも土)」 */
const isWeekdayOfDays = (last: Phrase, phrase: Phrase): boolean =>
  phrase.bracketed && isOnlyWeekdays(phrase) && phrase.weekdays.length === 1 && isBareDay(last);

/** 「第3土曜日に毎月開催」 */
const isEachMonth = (last: Phrase, phrase: Phrase): boolean =>
  isEvery(phrase) && phrase.every === 'month' && phrase.count === null && last.nth.length + last.monthDays.length > 0;

/** 「第1日曜の翌日(月曜日)」, 「第3土曜(土)」 */
function repeats(last: Phrase, phrase: Phrase): boolean {
  // 「2026年4月25日、6月27日(いずれも土)」
  if (phrase.bracketed && isOnlyWeekdays(phrase) && last.dates && last.dates.from === last.dates.to)
    return phrase.weekdays.length === 1 && weekdayOf(parseLocalDate(last.dates.from) ?? 0) === phrase.weekdays[0];
  // 「12月は第3日曜日(23日)」
  if (phrase.bracketed && last.nth.length > 0 && phrase.monthDays.length === 1) return phrase.weekdays.length === 0;
  // 「第2・第4日曜(第2:食堂 第4:弁当)」
  const within = phrase.nth.length > 0 && phrase.nth.every((n) => last.nth.includes(n)) && last.weekdays.length > 0;
  if (phrase.bracketed && namesWeeks(phrase) && within) return true;
  const [day] = last.weekdays;
  if (
    (!phrase.bracketed && last.shift === 0) ||
    !isOnlyWeekdays(phrase) ||
    day === undefined ||
    last.weekdays.length !== 1 ||
    phrase.weekdays.length !== 1
  )
    return false;
  return shiftWeekday(day, last.shift) === phrase.weekdays[0] && last.nth.length > 0;
}

const isOnlyWeekdays = ({ weekdays, nth, every, months, season }: Phrase) =>
  weekdays.length > 0 && nth.length === 0 && every === null && months.length === 0 && season === null;

const isEvery = (phrase: Phrase) =>
  phrase.every !== null && !namesDays(phrase) && phrase.nth.length === 0 && phrase.months.length === 0;

function completes(last: Phrase, phrase: Phrase): boolean {
  const narrows = !namesDays(phrase);
  // 「第2(土)」, 「月2回(第1・第3)水曜」
  if (namesWeeks(last) && isOnlyWeekdays(phrase) && (phrase.bracketed || (last.bracketed && phrase.after === null)))
    return true;
  if (last.bracketed && !phrase.bracketed && (phrase.after !== null || !onlyNarrows(last))) return false;
  // 「火曜日(毎週)」
  if (phrase.bracketed && isEvery(phrase)) return namesDays(last) && last.every === null;
  // 「土曜・長期休暇」 are two things, 「土曜 長期休暇のみ」 is one
  if (phrase.after !== null && (narrows ? !namesWeeks(phrase) : phrase.after !== '、')) return false;
  if (namesWeeks(phrase)) return last.weekdays.length > 0 && last.nth.length === 0 && last.every !== 'week';
  if (narrows) return namesDays(last) && phrase.every === null && last.months.length === 0 && last.season === null;
  // 「5月12日~14日、6月5日(金)」
  if (last.season !== null && phrase.season !== null) return false;
  // 「奇数月、第2土曜」, 「隔週 第1・3金曜」
  return !namesDays(last) && !namesWeeks(last) && (namesDays(phrase) || phrase.nth.length > 0);
}

function join(a: Phrase, b: Phrase): Phrase {
  return {
    text: `${a.text} ${b.text}`,
    weekdays: a.weekdays.length > 0 ? a.weekdays : b.weekdays,
    nth: a.nth.length > 0 ? a.nth : b.nth,
    monthDays: [...a.monthDays, ...b.monthDays],
    months: a.months.length > 0 ? a.months : b.months,
    dates: a.dates ?? b.dates,
    season: a.season ?? b.season,
    school: a.school ?? b.school,
    every: a.every ?? b.every,
    interval: a.interval ?? b.interval,
    count: a.count ?? b.count,
    holiday: a.holiday || b.holiday,
    afterHoliday: a.afterHoliday ?? b.afterHoliday,
    fixed: a.fixed ?? b.fixed,
    open: a.open || b.open,
    unclear: a.unclear || b.unclear,
    after: a.after,
    bracketed: a.bracketed,
    half: a.half ?? b.half,
    then: a.then ?? b.then,
    shift: a.shift || b.shift,
    predicate: a.predicate,
  };
}

/** 「奇数月の第1土曜、第3日曜」: months that are said first hold for the list. */
function carryMonths(phrases: Phrase[]): Phrase[] {
  const first = phrases[0];
  if (!first) return phrases;
  return phrases.map((phrase) =>
    phrase.months.length === 0 && phrase.season === null && phrase.interval === null && phrase.every === null
      ? { ...phrase, months: first.months, interval: phrase.interval ?? first.interval }
      : phrase,
  );
}

/** The entries of a group whose days are all named; null where a phrase only narrows. */
export function entriesOf(group: Group, fallbackWeekdays: number[]): Entry[] | null {
  const phrases = mergePhrases(group.phrases, fallbackWeekdays);
  if (phrases.length === 0 || !phrases.every(namesDays)) return null;
  const hours = group.hours.length > 0 ? group.hours : null;
  return phrases.map((phrase) => ({ phrase, hours, pauses: group.pauses, open: group.open || phrase.open }));
}

/** Weekdays that a reading names, in whatever weeks. */
export function weekdaysIn(reading: Reading | null): number[] {
  const days = (reading?.groups ?? []).flatMap((group) => group.phrases.flatMap((phrase) => phrase.weekdays));
  return [...new Set(days)].sort();
}

/** A weekday without a week says less than days that are known already; it can only change their hours. */
export const isBareWeekday = (phrase: Phrase) =>
  phrase.nth.length === 0 &&
  phrase.every === null &&
  phrase.count === null &&
  phrase.interval === null &&
  phrase.months.length === 0 &&
  !phrase.season &&
  !phrase.holiday;
