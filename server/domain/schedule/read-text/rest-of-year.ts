import { everyDay, type Phrase } from './phrase.ts';
import { onlyNarrows, type Group } from './reading.ts';
import { partsOf, yearDaysOf } from './year-days.ts';

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
