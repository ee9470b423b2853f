import { entriesOf, mergePhrases, namesDays, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { changeEnds, overrideHours, splitEntries } from './override.ts';
import type { Group, Reading } from './reading.ts';
import type { Phrase } from './phrase.ts';

/** The entries that all texts together give, and the pieces that did not fit. */
export interface Combined {
  entries: Entry[];
  /** Hours said without days while no days were known. */
  hours: Hours[] | null;
  pauses: Hours[];
  /** The hours of the time columns. */
  columns: Hours[] | null;
  harmful: string[];
  /** 毎週 or 毎月 said apart from the days. */
  every: Phrase['every'];
  /** The frequency says that it is held every week (code 1–3). */
  weekly: boolean;
}

/**
 * Puts a more specific text (a note) over a more general one (the weekday column): what names all the days takes
 * their place, what speaks of some of them changes these alone.
 */
export function applyReading(before: Combined, reading: Reading): Combined {
  const result: Combined = { ...before, harmful: [...before.harmful] };
  const known = weekdaysOf(before.entries);
  const scoped = reading.groups.filter((group) => group.scope !== null);
  const groups = reading.groups
    .filter((group) => group.scope === null)
    .map((group) => ({ group, own: entriesOf(group, known) }));
  const named: Named = { entries: [], all: weekdaysOf(groups.flatMap(({ own }) => own ?? [])), known };
  for (const { group, own } of groups) if (own) placeEntries(result, named, own, group);
  if (before.entries.length === 0 && isPartOnly(reading, groups))
    result.harmful.push(...named.entries.map(({ phrase }) => phrase.text));
  if (named.entries.length > 0) {
    const adds = named.entries.every((entry) => entry.open) && before.entries.length > 0;
    result.entries = adds ? [...result.entries, ...named.entries] : named.entries;
  }
  placeHours(
    result,
    groups.map(({ group }) => group),
    groups.filter(({ own }) => own).length,
    named.entries,
  );
  for (const { group, own } of groups) if (group.phrases.length > 0 && !own) narrow(result, group, known);
  for (const group of scoped) replaceInScope(result, group);
  return result;
}

/**
 * 「9:30~12:00 ※第1・3土曜は15:30まで」 names some days beside hours of others that are not named; and where the hours of the
 * seasons come first (「4/1~9/30 9:15~17:30 … 月曜日」), days after them may as well be the closing days.
 */
function isPartOnly(reading: Reading, groups: { group: Group; own: Entry[] | null }[]): boolean {
  const days = groups.filter(({ own }) => own);
  if (days.length === 0) return false;
  const first = reading.groups.findIndex((group) => group === days[0]?.group);
  const others = reading.groups.filter((group) => group.hours.length > 0 && !days.some((one) => one.group === group));
  const seasons = others.filter(
    (group) => reading.groups.indexOf(group) < first && (group.scope || group.phrases.length > 0),
  );
  const unnamed =
    days.every(({ group }) => group.topic) && others.length > 0 && days.every(({ group }) => group.hours.length > 0);
  return unnamed || (seasons.length > 0 && days.every(({ group }) => group.hours.length === 0));
}

/** What a reading names so far, the weekdays it names in all, and those that were known before. */
interface Named {
  entries: Entry[];
  all: number[];
  known: number[];
}

const weekdaysOf = (entries: Entry[]) => {
  const days = entries.flatMap(({ phrase }) => [...phrase.weekdays, ...(phrase.then ? [phrase.then.weekday] : [])]);
  return [...new Set(days)].sort();
};

const includesAll = (set: number[], days: number[]) => days.length > 0 && days.every((day) => set.includes(day));

/** Whether a group's days replace the known ones (into `named`), add to them or change some of them. */
function placeEntries(result: Combined, named: Named, own: Entry[], group: Group): void {
  const days = weekdaysOf(own);
  const says = group.hours.length > 0 || group.pauses.length > 0;
  if (group.open || days.length === 0) named.entries.push(...own);
  else if (named.entries.length === 0 && isPartOfYear(result.entries, own)) {
    for (const entry of own) replaceInScope(result, { ...group, phrases: [bare(entry.phrase)], scope: entry.phrase });
  } else if (
    says &&
    isPartOf(named.entries, days, group.topic && own.some(({ phrase }) => phrase.nth.length > 0)) &&
    (group.topic || own.every(({ phrase }) => isBareWeekday(phrase)))
  ) {
    named.entries = changed(result, named.entries, own, group);
  } else if (!includesAll(named.known, days)) placeNewDays(result, named, own, group, days);
  else if (named.entries.length === 0 && (group.topic || own.every(({ phrase }) => isBareWeekday(phrase)))) {
    if (says) result.entries = changed(result, result.entries, own, group);
  } else if (includesAll(named.all, named.known)) named.entries.push(...own);
  // 「火・木」 and 「第2火曜」: whether Thursdays go on is not said
  else result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

/** 「12月のみ第3土曜」 where 第4土曜 is known: in that part of the year alone. */
const isPartOfYear = (entries: Entry[], own: Entry[]) =>
  entries.length > 0 &&
  entries.every(({ phrase }) => phrase.nth.length > 0 && phrase.months.length === 0 && !phrase.season) &&
  own.every(({ phrase }) => phrase.months.length > 0 || phrase.season !== null);

const bare = (phrase: Phrase): Phrase => ({ ...phrase, months: [], season: null, school: null });

/** 「木曜は13:00~18:00」 after 「月~土 10:00~18:00」 */
const isPartOf = (entries: Entry[], days: number[], weeks: boolean) =>
  entries.some(
    ({ phrase }) =>
      includesAll(phrase.weekdays, days) &&
      (phrase.weekdays.length > days.length || (weeks && phrase.nth.length === 0)),
  );

/** 「土曜も」, or a 第3土曜 beside a weekday that the frequency says is every week, comes to the known days. */
function placeNewDays(result: Combined, named: Named, own: Entry[], group: Group, days: number[]): void {
  const apart = named.known.length > 0 && !days.some((day) => named.known.includes(day));
  const adds = group.also || (result.weekly && own.every(({ phrase }) => phrase.nth.length > 0));
  if (apart && adds && named.entries.length === 0) result.entries = [...result.entries, ...own];
  else named.entries.push(...own);
}

/** 「12月は第2金曜日」, 「11月~2月は17:00まで」: in that part of the year other days or hours hold. */
function replaceInScope(result: Combined, group: Group): void {
  const { scope } = group;
  if (!scope) return;
  const own = group.phrases.length > 0 ? entriesOf(group, weekdaysOf(result.entries)) : [];
  if (own === null || (own.length === 0 && result.entries.length === 0)) result.harmful.push(scope.text);
  else if (own.length === 0) applyHours(result, scope, group);
  else {
    const split = splitEntries(result.entries, { ...scope, weekdays: [], nth: [], monthDays: [] });
    if (!split) result.harmful.push(scope.text);
    else if (group.also)
      result.entries = [...result.entries, ...own.flatMap((entry) => inScope(entry, scope, split.inside))];
    else result.entries = [...split.outside, ...own.flatMap((entry) => inScope(entry, scope, split.inside))];
  }
}

/** An entry in a part of the year, with the hours that held there before where it has none of its own. */
function inScope(entry: Entry, scope: Phrase, before: Entry[]): Entry[] {
  const hours = entry.hours ?? before[0]?.hours ?? null;
  const { months, season, school } = scope;
  return [{ ...entry, hours, phrase: { ...entry.phrase, months, season, school } }];
}

/** A weekday without a week says less than days that are known already; it can only change their hours. */
const isBareWeekday = (phrase: Phrase) =>
  phrase.nth.length === 0 && phrase.every === null && phrase.months.length === 0 && !phrase.season && !phrase.holiday;

function changed(result: Combined, entries: Entry[], own: Entry[], group: Group): Entry[] {
  const hours = group.hours.length > 0 ? group.hours : null;
  let list = entries;
  for (const { phrase } of own) {
    const next = overrideHours(list, phrase, hours, group.pauses, group.topic);
    if (next) list = next;
    else result.harmful.push(phrase.text);
  }
  return list;
}

function applyHours(result: Combined, scope: Phrase, group: Group): void {
  const hours = group.hours.length > 0 ? group.hours : null;
  const next = overrideHours(result.entries, scope, hours, group.pauses, true);
  if (next) result.entries = next;
  else result.harmful.push(scope.text);
}

/** Hours that stand alone belong to the days that have none of their own. */
function placeHours(result: Combined, groups: Group[], groupsWithDays: number, named: Entry[]): void {
  const alone = groups.filter((group) => group.phrases.length === 0);
  if (alone.length === 0) return;
  const said = alone.flatMap((group) => group.hours);
  const hours = besides(said, result) ? [] : said;
  if (said.length === 1 && hours.length === 1 && isActivity(said[0]) && isFull(result.hours ?? result.columns)) {
    result.harmful.push(...said.map((h) => h.text));
  }
  const pauses = alone.flatMap((group) => group.pauses);
  const lacking = named.filter((entry) => entry.hours === null);
  if (hours.length > 0 && lacking.length > 0 && lacking.length < named.length) {
    result.harmful.push(...hours.map((h) => h.text));
    return;
  }
  if (groupsWithDays > 0 && hours.length > 0 && lacking.length === 0) {
    if (groupsWithDays > 1) result.harmful.push(...hours.map((h) => h.text));
    else result.entries = result.entries.map((entry) => ({ ...entry, hours: [...(entry.hours ?? []), ...hours] }));
    return;
  }
  if (result.entries.length === 0) {
    if (hours.length > 0) result.hours = hours;
    result.pauses = [...result.pauses, ...pauses];
    return;
  }
  const lacks = (entry: Entry) => named.length === 0 || lacking.includes(entry);
  result.entries = result.entries.map((entry) =>
    lacks(entry)
      ? { ...entry, hours: hours.length > 0 ? hours : entry.hours, pauses: [...entry.pauses, ...pauses] }
      : entry,
  );
}

/** 「11時より学習支援」 beside hours that have both ends says when something in them begins. */
const besides = (said: Hours[], { hours, columns }: Combined) =>
  isFull(hours ?? columns) && said.every((h) => isActivity(h) && h.end === null);

const isActivity = (h: Hours | undefined) =>
  h?.label !== null && h?.label !== undefined && !/[0-9一二三部回前後]/.test(h.label);
const isFull = (hours: Hours[] | null) => hours?.some((h) => h.start !== null && h.end !== null) ?? false;

/** 「11月~2月は17:00~」, 「第2・第4」, 「4月~10月」: a group that only narrows days named elsewhere. */
function narrow(result: Combined, group: Group, known: number[]): void {
  const phrases = mergePhrases(group.phrases, known);
  const named = phrases.filter(namesDays);
  if (result.entries.length === 0 && phrases.every((phrase) => phrase.every !== null)) {
    // 「毎週」, 「毎月」 in the frequency column, before any day is known
    for (const phrase of phrases) result.every = phrase.every;
    return;
  }
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
  if (only && !group.held && (only.months.length > 0 || only.season || only.school)) {
    result.harmful.push(only.text);
    return;
  }
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
  every: phrase.every ?? scope.every,
});

/** Hours of the columns for entries that have none, or only one end of them. */
export function withHours(entries: Entry[], hours: Hours[] | null, pauses: Hours[]): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    hours: entry.changes && entry.hours && hours ? changeEnds(hours, entry.hours) : (entry.hours ?? hours),
    pauses: [...entry.pauses, ...pauses],
  }));
}
