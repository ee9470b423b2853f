import { ALL_WEEKS, ALL_WEEKDAYS } from '../schedule.ts';
import { everyDay, type Phrase } from './phrase.ts';
import { onlyNarrows, type Group, type Reading } from './reading.ts';
import { partsOf, yearDaysOf } from './year-days.ts';

/** 「水曜は13時から、その他の曜日は10時から」: the weekdays that the text has not named; null where it named weeks or none. */
export function restOfWeek({ groups, closures }: Reading, text: string): Phrase | null {
  const named = groups.flatMap(({ phrases }) => phrases);
  const closed = closures.flatMap(({ phrases }) => phrases.filter(({ nth }) => nth.length === 0));
  if (named.length === 0 || named.some(({ nth, weekdays, open }) => nth.length > 0 || weekdays.length === 0 || open))
    return null;
  const taken = [...named, ...closed].flatMap(({ weekdays }) => weekdays);
  const weekdays = ALL_WEEKDAYS.filter((day) => !taken.includes(day));
  return weekdays.length === 0 ? null : { ...everyDay(), every: null, weekdays, text };
}

/** 「第3日曜は開館、その他の日曜は休館」: the weeks of the weekday that the text has not named; null where it named none. */
export function restOfWeeks({ groups, closures }: Reading, days: Phrase): Phrase | null {
  const named = [...groups, ...closures].flatMap(({ phrases }) => phrases);
  const same = named.filter(({ weekdays }) => days.weekdays.some((day) => weekdays.includes(day)));
  const taken = same.flatMap(({ nth }) => nth);
  if (same.some(({ nth, open }) => nth.length === 0 || open) || taken.includes(-1)) return null;
  const nth = ALL_WEEKS.filter((n) => !taken.includes(n));
  return taken.length === 0 || nth.length === 0 || days.nth.length > 0 ? null : { ...days, nth };
}

/** 「7・8月 8:30~18:30 / その他の月 9:00~18:00」: the part of the year that the text has not named; null where it named none. */
export function restOfYear(groups: Group[], text: string): Phrase | null {
  const named = groups
    .flatMap(({ scope, phrases }) => [...(scope ? [scope] : []), ...phrases])
    .filter((phrase) => onlyNarrows(phrase) || phrase.months.length > 0 || phrase.season !== null);
  if (named.length === 0 || named.some(({ school }) => school !== null)) return null;
  const years = named.map(yearDaysOf);
  const rest = (years[0] ?? []).map((_, day) => !years.some((days) => days[day]));
  const parts = rest.some(Boolean) ? partsOf(rest) : null;
  return parts && { ...everyDay(), ...parts, every: null, text };
}
