import { isBareWeekday, namesDays } from './entry.ts';
import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { onlyNarrows, sharesLine, type Group } from './reading.ts';

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

/** 「火~金 9:30~19:00(12月~2月は18:00まで)、土・日 9:30~17:00」: other hours in brackets are of the days before them alone. */
export const ofDaysBefore = (groups: Group[]): Group[] =>
  groups.map((group, i) => {
    const before = groups[i - 1];
    const days = (before?.phrases ?? []).flatMap(({ weekdays }) => weekdays);
    const own =
      before?.scope === null &&
      before.hours.length > 0 &&
      before.phrases.every((one) => isBareWeekday({ ...one, holiday: false }));
    const more = groups
      .slice(i + 1)
      .some(({ phrases, hours, scope }) => phrases.some(namesDays) && hours.length > 0 && !scope);
    if (!group.scope?.bracketed || group.phrases.length > 0 || !own || !more || days.length === 0) return group;
    return { ...group, scope: { ...group.scope, weekdays: days } };
  });
