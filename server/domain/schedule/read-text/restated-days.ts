import { isBareWeekday } from './entry.ts';
import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { isHolidays, isSpecial, type Group, type Reading } from './reading.ts';

/** 「土曜、日曜、祝日も開館」: that holidays are as those weekdays are. */
export const restatesHolidays = ({ current }: State, phrases: Phrase[]): boolean =>
  current !== null &&
  isRestated(current) &&
  phrases.some(isHolidays) &&
  phrases.every((phrase) => isHolidays(phrase) || (!isSpecial(phrase) && current.phrases.includes(phrase)));

/**
 * 「休館日 月曜日。土曜、日曜、祝日も開館」: days that are open because they are not among the closing days. Changes the
 * reading.
 */
export function takeRestated(reading: Reading): void {
  for (const group of reading.groups) {
    if (group.also && isEveryDay(group.phrases)) group.phrases = group.phrases.slice(0, 1);
    if (!group.topic)
      group.phrases = group.phrases.filter((phrase, i) => !isInName(phrase, group.phrases.slice(i + 1)));
  }
  if (reading.groups.some((group) => isRestated(group) && group.phrases.some(({ holiday }) => holiday)))
    reading.holidayRule ??= 'AS_USUAL';
  const closed = reading.closures.filter(({ led }) => led).flatMap(({ phrases }) => phrases);
  const shut = closed.flatMap(({ weekdays }) => weekdays);
  const weekends = reading.groups.some((group) => isRestated(group) && WEEKEND.every((day) => names(group, day)));
  if ((reading.holidayRule !== 'AS_USUAL' && !weekends) || closed.length === 0) return;
  if (closed.some(({ holiday }) => holiday)) return;
  const others = reading.groups.filter((group) => !isRestated(group));
  if (others.some(({ phrases }) => phrases.some(({ weekdays }) => weekdays.length > 0))) return;
  reading.groups = reading.groups.filter(
    (group) => !isRestated(group) || group.phrases.some(({ weekdays }) => weekdays.some((day) => shut.includes(day))),
  );
}

const isRestated = ({ also, hours, pauses, phrases, scope, open }: Group): boolean =>
  also && !open && scope === null && hours.length + pauses.length === 0 && phrases.length > 0 && phrases.every(isBare);

const WEEKEND = [6, 7];
const names = ({ phrases }: Group, day: number): boolean => phrases.some(({ weekdays }) => weekdays.includes(day));

/** 「土曜おはなし会 毎月第2・4土曜」: the weekday is in the name of what is held, or in a cell before it. */
const isInName = (phrase: Phrase, phrases: Phrase[]): boolean =>
  isBare(phrase) &&
  isBareWeekday(phrase) &&
  phrase.weekdays.length === 1 &&
  phrases.some(
    ({ weekdays, nth, after }) => nth.length > 0 && after === null && weekdays.join() === phrase.weekdays.join(),
  );

/** 「毎日(土・祝日も)」 */
const isEveryDay = ([first, ...others]: Phrase[]): boolean =>
  first?.every === 'day' && first.weekdays.length === 0 && others.every((one) => one.bracketed && isBare(one));

const isBare = ({ nth, months, season, every, weekdays }: Phrase) =>
  weekdays.length > 0 && nth.length + months.length === 0 && season === null && every === null;
