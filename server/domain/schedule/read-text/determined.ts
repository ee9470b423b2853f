import { ALL_MONTHS, ALL_WEEKDAYS, type Closure } from '../schedule.ts';
import { isActivity } from './combined.ts';
import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import type { Phrase } from './phrase.ts';
import { isBareDay, isOneDay } from './reading.ts';

/**
 * Whether an entry's days are determined, in the light of what is said of how often it is held. A weekday alone is
 * every week unless the frequency (code 4–8, 月2回, 隔週) says that it is only some of them.
 */
function isDetermined({ phrase, open }: Entry, code: number | null, counts: Phrase[]): boolean {
  if (open || phrase.open) return false;
  const all = [...counts, phrase];
  const months = phrase.months.length || MONTHS;
  const mostPerYear = phrase.nth.length > 0 || phrase.monthDays.length > 0 ? months : (WEEKS_HELD * months) / MONTHS;
  if (all.some(({ count }) => count?.per === 'year' && count.to < mostPerYear)) return false;
  if (all.some(({ interval }) => interval?.unit === 'month') && phrase.months.length === 0) return false;
  const named = phrase.nth.length > 0 || phrase.monthDays.length > 0 || phrase.dates !== null || isBareDay(phrase);
  const rare = code === 6 || code === 7 || code === 8;
  if (rare && phrase.months.length === 0 && !phrase.season && !phrase.school && !phrase.dates) return false;
  if (named) return true;
  if (all.some(({ interval }) => interval?.unit === 'week')) return false;
  if (all.some(({ count }) => count?.per === 'month' && !isWeekly(count, phrase))) return false;
  if (phrase.every === 'month') return false;
  const seasonal = code === 7 && (phrase.months.length > 0 || phrase.season !== null);
  return phrase.every === 'week' || phrase.every === 'day' || code === null || code <= 3 || seasonal;
}

/** The entries of which the days are determined; 「12月は20日」 alone is none, beside regular days it takes their place that month. */
export function determinedOf(entries: Entry[], code: number | null, counts: Phrase[]): Entry[] {
  const sure = entries.filter((entry) => isDetermined(entry, code, counts));
  const regular = sure.filter(({ phrase }) => !isDayOfMonth(phrase));
  // 「12月は3日、10日です 9:30~11:00 基本は毎週木曜」: the hours are of all of them or not
  const lack = regular.length < sure.length && regular.every(({ hours }) => hours === null);
  return regular.length === 0 || (lack && sure.some(({ hours }) => hours !== null)) ? [] : sure;
}

const MOST_WEEKS = 4;
const MONTHS = 12;
/** A weekday that is held less often in a year is not held every week. */
const WEEKS_HELD = 44;

/** 「毎週水曜(月4回)」 */
const isWeekly = ({ to }: { to: number }, { every, weekdays }: Phrase) =>
  every === 'week' && weekdays.length > 0 && to >= 4 * weekdays.length;

/** 「12月は20日」: whether that is so every year is not said. */
const isDayOfMonth = ({ months, monthDays }: Phrase) => months.length === 1 && monthDays.length > 0;

/** 「年10回 第3日曜(8月・1月を除く)」: a count that the days named make up says nothing more. */
export function withoutFitting(counts: Phrase[], entries: Entry[], closures: Closure[]): Phrase[] {
  const closed = closures.flatMap(({ days }) =>
    days && days.weekdays.length + days.nth.length + days.monthDays.length === 0 && !days.schoolHolidays
      ? days.months
      : [],
  );
  const dates = entries.filter(({ phrase }) => isOneDay(phrase)).length;
  const perYear =
    dates + entries.reduce((sum, { phrase }) => sum + monthsOf(phrase, closed) * daysPerMonth([phrase]), 0);
  return counts.filter(({ count }) => count?.per !== 'year' || perYear < count.from || perYear > count.to);
}

/** The same of a count within the naming. */
export const withoutCount = (entries: Entry[], closures: Closure[]): Entry[] =>
  entries.map((entry) =>
    entry.phrase.count === null || withoutFitting([entry.phrase], entries, closures).length > 0
      ? entry
      : { ...entry, phrase: { ...entry.phrase, count: null } },
  );

const monthsOf = ({ months, season }: Phrase, closed: number[]) =>
  season
    ? 0
    : ALL_MONTHS.filter((month) => (months.length === 0 || months.includes(month)) && !closed.includes(month)).length;

/** Whether the named days are as many as the text says: 月2回 and 第2土曜 do not fit. */
export function contradictsCount(entries: Entry[], counts: Phrase[]): boolean {
  const phrases = entries.map(({ phrase }) => phrase);
  return [...counts, ...phrases].some(({ count }, i) => {
    if (!count) return false;
    const own = phrases[i - counts.length];
    return ![phrases, ...(own ? [[own]] : [])].some((list) => fitsCount(list, count));
  });
}

function fitsCount(phrases: Phrase[], { per, from, to }: NonNullable<Phrase['count']>): boolean {
  if (per === 'year') return true;
  // 「第3金曜 夏休みは週1」
  if (per === 'week' && phrases.length > 0 && phrases.every(({ nth }) => nth.length > 0)) return false;
  // 「月1・2回 第2・4金曜、1月は第4のみ」: in each month that has other days
  const days =
    per === 'month'
      ? ALL_MONTHS.map((month) =>
          daysPerMonth(phrases.filter(({ months }) => months.length === 0 || months.includes(month))),
        )
      : [daysPerWeek(phrases)];
  return days.every((n) => n === 0 || (n >= from && n <= to));
}

/** Not a weekday alone, 「土曜」, which may as well be one Saturday of the month. */
export const saysHowOften = ({ phrase }: Entry): boolean =>
  phrase.every !== null || phrase.weekdays.length !== 1 || phrase.nth.length > 0;

const WEEKS_OF_MONTH = 4;

const daysPerMonth = (phrases: Phrase[]) =>
  phrases.reduce(
    (sum, { nth, weekdays, monthDays, every }) =>
      sum + (every === 'week' ? WEEKS_OF_MONTH : nth.length) * weekdays.length + monthDays.length,
    0,
  );

/** Weekdays of every week, whether in one naming or in several that make up the month. */
const daysPerWeek = (phrases: Phrase[]) =>
  ALL_WEEKDAYS.filter((day) => {
    const own = phrases.filter(({ weekdays }) => weekdays.includes(day));
    return own.some(({ nth }) => nth.length === 0) || new Set(own.flatMap(({ nth }) => nth)).size >= MOST_WEEKS;
  }).length;

/** Hours of one day that do not fit one another: 「10:00~14:00 12:00~」, an end alone beside others. */
export const clashingHours = (entries: Entry[]): string[] =>
  entries.flatMap(({ hours }) =>
    (hours ?? []).flatMap((h, i, all) => (all.slice(0, i).some((other) => clash(other, h)) ? [h.text] : [])),
  );

/** 「17:00 19:00」: a time without a sign beside another may as well be the end; 「①11:00②12:00」 and 「11時~ 13時~」 begin. */
const isStart = ({ text, label }: Hours) =>
  /[~-]$|から|より|開|始|スタート|以降/.test(text) || /[0-9部回]/.test(label ?? '');

/** Whether a start alone is so soon before a span that it is that of something else. */
function startsSoonBefore(alone: Hours, span: Hours): boolean {
  const minutes = (span.start ?? 0) - (alone.start ?? 0);
  return alone.end === null && span.end !== null && minutes > 0 && minutes <= SOON;
}
const SOON = 60;

function clash(a: Hours, b: Hours): boolean {
  if (a.bad || b.bad || a.without || b.without) return false;
  if (a.start === null || b.start === null) return true;
  if (a.end === null && b.end === null) return !(isStart(a) && isStart(b));
  // 「月・火 15:00~20:00 土 10:00~15:00 夕食は18:30ごろ」
  if (a.end !== null && b.start > a.end && b.end === null && /[夕昼朝]食|ごはん|ご飯|夕飯/.test(b.label ?? ''))
    return true;
  // 「9:30~ 集合 10:00~12:00」
  if (startsSoonBefore(a, b) || startsSoonBefore(b, a)) return true;
  // 「13時~16時(会場設営は12時から)」
  if ((a.guessed && a.end === null) || (b.guessed && b.end === null)) return true;
  if (
    (a.start === b.start && a.end === b.end) ||
    (a.end !== null && b.end !== null && (isActivity(a) || isActivity(b)))
  )
    return false;
  return a.start < (b.end ?? b.start + 1) && b.start < (a.end ?? a.start + 1);
}
