import { civilOf, daysInMonth, parseLocalDate, weekdayOf } from '../calendar-day.ts';
import type { MonthDay } from '../schedule.ts';
import { isBareWeekday } from './entry.ts';
import type { Phrase } from './phrase.ts';
import { isBareDay, isFilled, isSingleDay, type Group, type Reading } from './reading.ts';

type Days = Pick<Phrase, 'weekdays' | 'nth' | 'months'>;

/** 「9月11日(土)」: a day without the year, of which the weekday says in which years it can be meant. */
export const isDatedDay = (phrase: Pick<Phrase, 'season' | 'weekdays'>): boolean =>
  isSingleDay(phrase) && phrase.weekdays.length === 1;

/** Whether a day is one of those that a rule names: 4/10(土) is a second Saturday. */
export function isOneOf({ weekdays, nth, months }: Days, weekday: number, month: number, day: number): boolean {
  const last = day > daysInMonth(2024, month) - 7;
  const week = nth.length === 0 || nth.includes(Math.ceil(day / 7)) || (last && nth.includes(-1));
  return weekdays.includes(weekday) && week && (months.length === 0 || months.includes(month));
}

const isRegular = ({ nth, every, weekdays }: Phrase) => weekdays.length > 0 && (nth.length > 0 || every === 'week');

/**
 * 「毎月第2土曜 次は4月10日(土)」: a dated day beside regular ones is one of them, or something else that is held then; the
 * latter are `others`.
 */
export function withoutDatedDays(groups: Group[], known: Phrase[]): { groups: Group[]; others: string[] } {
  const regular = [...known, ...groups.flatMap(({ phrases }) => phrases)].filter(isRegular);
  if (regular.length === 0) return { groups: withoutNames(groups), others: [] };
  const isDated = ({ phrases }: Group) =>
    phrases.length > 0 &&
    (phrases.every(isDatedDay) || phrases.every((phrase) => phrase.dates !== null && agrees(phrase, regular)));
  const dated = groups.filter(isDated);
  const left = groups.filter((group) => !dated.includes(group));
  const others = dated.flatMap(({ phrases }) => phrases.filter((phrase) => !agrees(phrase, regular)));
  return {
    groups: others.length === 0 ? withHoursOfDay(left, dated) : left,
    others: others.map(({ text }) => text),
  };
}

/** 「毎月第2土曜はこども食堂の日です。日時 12月12日（土）10:00~13:30」: the only hours there are, told of one of the days. */
function withHoursOfDay(groups: Group[], dated: Group[]): Group[] {
  const told = dated.filter(({ hours }) => hours.length > 0);
  // 「12月12日（土）はクリスマス会 10:00~12:00」
  if (told.some(({ activity, thing }) => activity !== null || thing !== null)) return groups;
  const same = new Set(told.map(({ hours }) => JSON.stringify(hours))).size === 1;
  if (!same || !groups.every(({ hours, phrases }) => hours.length === 0 && phrases.every(isRegular))) return groups;
  const hours = told[0]?.hours ?? [];
  return groups.map((group) => ({ ...group, hours, topic: false }));
}

/** 「水曜日のおはなし会 12月9日(水) 15時」: the weekday is in the name of what is held. */
function withoutNames(groups: Group[]): Group[] {
  const dated = groups.flatMap(({ phrases }) => phrases.filter(isDatedDay).flatMap(({ weekdays }) => weekdays));
  if (dated.length === 0) return groups;
  const isName = (phrase: Phrase) =>
    isBareWeekday(phrase) && phrase.weekdays.length === 1 && dated.includes(phrase.weekdays[0] ?? 0);
  return groups
    .map((group) => ({ ...group, phrases: group.phrases.filter((phrase) => !isName(phrase)) }))
    .filter((group, i) => isFilled(group) || !isFilled(groups[i] ?? group));
}

/** Whether a single day, of a year or of every one, is one of the regular days. */
const agrees = (phrase: Phrase, regular: Phrase[]): boolean => {
  const [weekday, day] = [weekdayOfDate(phrase), phrase.season?.from ?? dayOfYear(phrase)];
  return weekday !== null && day !== null && regular.some((other) => isOneOf(other, weekday, day.month, day.day));
};

const dayOfYear = ({ dates }: Phrase): MonthDay | null => dates && civilOf(parseLocalDate(dates.from) ?? 0);

/** The readings there are; 「土」 in the column of weekdays beside 「2026年9月5日(土)」 in that of days says no more. */
export function withoutWeekdaysOfDates([often, weekdays, days, note]: (Reading | null | undefined)[]): Reading[] {
  const dates = days?.groups.flatMap(({ phrases }) => phrases) ?? [];
  const named = weekdays?.groups.flatMap(({ phrases }) => phrases) ?? [];
  const restated = named.every((phrase) => isBareWeekday(phrase) && phrase.weekdays.length > 0);
  const fits = dates.every(
    (date) => isBareDay(date) || named.some(({ weekdays }) => weekdays.includes(weekdayOfDate(date) ?? 0)),
  );
  const dropped = dates.length > 0 && named.length > 0 && restated && fits;
  return [often, dropped ? null : weekdays, days, note].flatMap((reading) => reading ?? []);
}

/** Of a single day, which weekday it is, if its year or the text says it. */
const weekdayOfDate = (phrase: Phrase): number | null => {
  if (isDatedDay(phrase)) return phrase.weekdays[0] ?? null;
  const { dates } = phrase;
  return dates && dates.from === dates.to ? weekdayOf(parseLocalDate(dates.from) ?? 0) : null;
};
