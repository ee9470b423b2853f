import { namesDays } from './entry.ts';
import type { Phrase } from './phrase.ts';
import { isOfSome, onlyNarrows, type Group, type Reading } from './reading.ts';

/**
 * 「第2土曜 10時~(8月は休み)、第4水曜 13時~」: a part of the year in brackets closes the days that it stands after, where
 * others follow or stand on a line before; after a list of days it closes all of them.
 */
export function ofItsDays({ groups }: Reading, phrase: Phrase, of: Group | null): Phrase[] {
  const days = of?.phrases.filter((one) => namesDays(one) && one.weekdays.length > 0) ?? [];
  if (!of || isOfSome(of) || !onlyNarrows(phrase) || phrase.months.length === 0 || phrase.school !== null)
    return [phrase];
  if (days.length === 0) return [phrase];
  const others = groups.filter((group) => group !== of && group.scope === null && group.phrases.some(namesDays));
  const last = !others.some((group) => groups.indexOf(group) > groups.indexOf(of));
  if (others.length === 0 || (last && others.some(({ clause }) => clause === of.clause))) return [phrase];
  return days.map(({ weekdays, nth }) => ({ ...phrase, weekdays, nth }));
}
