import { namesDays } from './entry.ts';
import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { onlyNarrows, sharesLine } from './reading.ts';

/**
 * 「火 10:00~15:00 / 土 9:00~12:00(第2・4のみ)」: weeks in brackets behind some days and their hours are of these days alone,
 * where other days stand before; a part of the year too, if these stand on other lines. Whether it was such; changes the days.
 */
export function narrowsLast({ current, reading, runs, tokens }: State, phrase: Phrase, next: number): boolean {
  if (runs.length === 1 || !current || current.hours.length === 0 || current.scope !== null) return false;
  if (!/^(?:のみ|だけ)?の?(?:開.)?\)/.test(textFrom(tokens, next))) return false;
  const others = reading.groups.filter((group) => group !== current && group.phrases.some(namesDays));
  const days = current.phrases;
  const [first] = days;
  if (others.length === 0 || !first || days.some((one) => !namesDays(one) || one.nth.length + one.months.length > 0))
    return false;
  if (phrase.nth.length > 0) {
    const same = phrase.weekdays.length === 0 || days.every((one) => one.weekdays.join() === phrase.weekdays.join());
    if (!same || phrase.months.length > 0) return false;
    for (const one of days) one.nth = phrase.nth;
    return true;
  }
  if (!onlyNarrows(phrase) || phrase.school !== null) return false;
  if (others.some((group) => sharesLine(group, current))) reading.harmful.push(phrase.text);
  for (const one of days) Object.assign(one, { months: phrase.months, season: phrase.season });
  return true;
}

const textFrom = (tokens: State['tokens'], at: number) =>
  tokens
    .slice(at, at + 3)
    .map(({ text }) => text)
    .join('');
