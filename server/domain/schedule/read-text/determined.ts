import type { Entry } from './entry.ts';
import type { Phrase } from './phrase.ts';

/**
 * Whether an entry's days are determined, in the light of what is said of how often it is held. A weekday alone is
 * every week unless the frequency (code 4–8, 月2回, 隔週) says that it is only some of them.
 */
export function isDetermined({ phrase, open }: Entry, code: number | null, counts: Phrase[]): boolean {
  if (open || phrase.open) return false;
  const all = [...counts, phrase];
  if (all.some(({ count }) => count?.per === 'year') && phrase.months.length === 0) return false;
  if (all.some(({ interval }) => interval?.unit === 'month') && phrase.months.length === 0) return false;
  if (isSingleDay(phrase)) return false;
  const named = phrase.nth.length > 0 || phrase.monthDays.length > 0 || phrase.dates !== null;
  const rare = code === 6 || code === 7 || code === 8;
  if (rare && phrase.months.length === 0 && !phrase.season && !phrase.school && !phrase.dates) return false;
  if (named) return true;
  if (all.some(({ interval }) => interval?.unit === 'week')) return false;
  if (all.some(({ count }) => count?.per === 'month')) return false;
  if (phrase.every === 'month') return false;
  return phrase.every === 'week' || phrase.every === 'day' || code === null || code <= 3;
}

/** A day of the year without the year: whether it is meant for every year is not said. */
const isSingleDay = ({ season }: Phrase) =>
  season !== null && season.from.month === season.to.month && season.from.day === season.to.day;

/** Whether the named days are as many as the text says: 月2回 and 第2土曜 do not fit. */
export function contradictsCount(entries: Entry[], counts: Phrase[]): boolean {
  const all = [...counts, ...entries.map(({ phrase }) => phrase)].flatMap(({ count }) => (count ? [count] : []));
  const sum = (size: (phrase: Phrase) => number) => entries.reduce((total, { phrase }) => total + size(phrase), 0);
  return all.some(({ per, from, to }) => {
    if (per === 'month') {
      const days = sum(({ nth, weekdays, monthDays }) => nth.length * weekdays.length + monthDays.length);
      return days > 0 && (days < from || days > to);
    }
    if (per !== 'week') return false;
    const weekly = new Set(entries.flatMap(({ phrase }) => (phrase.nth.length === 0 ? phrase.weekdays : [])));
    return weekly.size > 0 && (weekly.size < from || weekly.size > to);
  });
}
