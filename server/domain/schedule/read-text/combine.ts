import { entriesOf, mergePhrases, namesDays, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { overrideHours } from './override.ts';
import type { Group, Reading } from './parse.ts';
import type { Phrase } from './phrase.ts';

/** The entries that all texts together give, and the pieces that did not fit. */
export interface Combined {
  entries: Entry[];
  harmful: string[];
  /** The frequency says that it is held every week (code 1–3). */
  weekly: boolean;
}

/**
 * Puts a more specific text (a note) over a more general one (the weekday column): what names all the days takes
 * their place, what speaks of some of them changes these alone.
 */
export function applyReading({ entries, harmful, weekly }: Combined, reading: Reading): Combined {
  const result: Combined = { entries, harmful: [...harmful], weekly };
  const known = weekdaysOf(entries);
  const named: Entry[] = [];
  let groupsWithDays = 0;
  for (const group of reading.groups) {
    const own = entriesOf(group, known);
    if (!own) continue;
    groupsWithDays++;
    placeEntries(result, named, own, group, known);
  }
  if (named.length > 0)
    result.entries = named.some((entry) => !entry.open) || entries.length === 0 ? named : [...entries, ...named];
  placeHours(result, reading, groupsWithDays, named);
  for (const group of reading.groups) {
    if (group.phrases.length > 0 && !entriesOf(group, known)) narrow(result, group, known);
  }
  return result;
}

const weekdaysOf = (entries: Entry[]) => {
  const days = entries.flatMap(({ phrase }) => [...phrase.weekdays, ...(phrase.then ? [phrase.then.weekday] : [])]);
  return [...new Set(days)].sort();
};

/** Whether a group's days replace the known ones (into `named`), add to them or change some of them. */
function placeEntries(result: Combined, named: Entry[], own: Entry[], group: Group, known: number[]): void {
  const days = weekdaysOf(own);
  const covered = days.length > 0 && days.every((day) => known.includes(day));
  const says = group.hours.length > 0 || group.pauses.length > 0;
  if (group.open || days.length === 0 || known.length === 0) named.push(...own);
  else if (covered && own.every(({ phrase }) => isBareWeekday(phrase))) {
    if (says) for (const { phrase } of own) applyHours(result, phrase, group);
  } else if (covered && group.topic) {
    if (says) for (const { phrase } of own) applyHours(result, phrase, group);
  } else if (covered && days.length < known.length) {
    // 「火・木」 and 「第2火曜」: whether Thursdays go on is not said
    result.harmful.push(...own.map(({ phrase }) => phrase.text));
  } else if (comesBeside(result, own, group, days, known)) result.entries = [...result.entries, ...own];
  else named.push(...own);
}

/** A weekday without a week says less than days that are known already; it can only change their hours. */
const isBareWeekday = (phrase: Phrase) =>
  phrase.nth.length === 0 && phrase.every === null && phrase.months.length === 0 && !phrase.season && !phrase.holiday;

/** 「土曜も」, or a 第3土曜 beside a weekday that the frequency says is every week. */
function comesBeside(
  { entries, weekly }: Combined,
  own: Entry[],
  group: Group,
  days: number[],
  known: number[],
): boolean {
  if (days.some((day) => known.includes(day)) || entries.length === 0) return false;
  return group.also || (weekly && own.every(({ phrase }) => phrase.nth.length > 0));
}

function applyHours(result: Combined, scope: Phrase, group: Group): void {
  const hours = group.hours.length > 0 ? group.hours : null;
  const changed = overrideHours(result.entries, scope, hours, group.pauses);
  if (changed) result.entries = changed;
  else result.harmful.push(scope.text);
}

/** Hours that stand alone belong to the days that have none of their own. */
function placeHours(result: Combined, reading: Reading, groupsWithDays: number, named: Entry[]): void {
  const alone = reading.groups.filter((group) => group.phrases.length === 0);
  if (alone.length === 0) return;
  const hours = alone.flatMap((group) => group.hours);
  const pauses = alone.flatMap((group) => group.pauses);
  const lacking = named.filter((entry) => entry.hours === null);
  if (groupsWithDays > 0 && hours.length > 0 && lacking.length === 0) {
    if (groupsWithDays > 1) result.harmful.push(...hours.map((h) => h.text));
    else result.entries = result.entries.map((entry) => ({ ...entry, hours: [...(entry.hours ?? []), ...hours] }));
    return;
  }
  const lacks = (entry: Entry) => named.length === 0 || lacking.includes(entry);
  result.entries = result.entries.map((entry) =>
    lacks(entry)
      ? { ...entry, hours: hours.length > 0 ? hours : entry.hours, pauses: [...entry.pauses, ...pauses] }
      : entry,
  );
}

/** 「11月~2月は17:00~」, 「第2・第4」, 「4月~10月」: a group that only narrows days named elsewhere. */
function narrow(result: Combined, group: Group, known: number[]): void {
  const phrases = mergePhrases(group.phrases, known);
  const named = phrases.filter(namesDays);
  if (result.entries.length === 0 || named.length > 0) {
    result.harmful.push(...phrases.map((phrase) => phrase.text));
    return;
  }
  if (group.hours.length > 0 || group.pauses.length > 0) {
    for (const phrase of phrases) applyHours(result, phrase, group);
    return;
  }
  if (group.topic) return;
  const [only] = phrases;
  if (phrases.length > 1 || !only || only.every === 'week') {
    if (phrases.length > 1) result.harmful.push(...phrases.map((phrase) => phrase.text));
    return;
  }
  result.entries = result.entries.map((entry) => ({ ...entry, phrase: restrict(entry.phrase, only) }));
}

const restrict = (phrase: Phrase, scope: Phrase): Phrase => ({
  ...phrase,
  nth: phrase.nth.length > 0 ? phrase.nth : scope.nth,
  months: phrase.months.length > 0 ? phrase.months : scope.months,
  season: phrase.season ?? scope.season,
  school: phrase.school ?? scope.school,
  interval: phrase.interval ?? scope.interval,
});

/** Hours of the columns for entries that have none. */
export function withHours(entries: Entry[], hours: Hours[] | null): Entry[] {
  return entries.map((entry) => (entry.hours === null && hours ? { ...entry, hours } : entry));
}
