import { isOfPeople, withAudience } from './audience.ts';
import { joinEnds } from './columns.ts';
import { isActivity, isBesides, isFull, type Combined } from './combined.ts';
import { isApart, isWithin, spansAll } from './inner-hours.ts';
import { namesDays, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { changeEnds } from './override.ts';
import { isOfSome, type Group } from './reading.ts';

/** Hours that stand alone belong to the days that have none of their own. */
export function placeHours(result: Combined, groups: Group[], groupsWithDays: number, named: Entry[]): void {
  const alone = groups.filter((group) => group.phrases.length === 0);
  const some = alone.filter(({ hours, pauses }) => hours.length > 0 && pauses.length === 0 && hours.every(isOfPeople));
  // 「9時~21時。小学生は17時まで、中学生は19時まで」
  if (some.length > 0 && alone[0] && !some.includes(alone[0]) && isFull(alone[0].hours)) {
    placeHours(result, without(groups, some), groupsWithDays, named);
    return placeHours(result, some, groupsWithDays, named);
  }
  if (alone.length === 0 || placeAudience(result, alone, named)) return;
  const base = result.hours ?? result.columns ?? commonHours(named.length > 0 ? named : result.entries);
  const said = withPlus(alone, result.entries[0]?.hours ?? base);
  if (isApart(said, result.columns)) result.harmful.push(...said.map((h) => h.text));
  const hours = isBesides(said, base) || isInner(said, base) || isSameStart(said, base) ? [] : said;
  if (
    isFull(base) &&
    (hours.some((h) => isUnclear(h) || (!h.bad && h.end === null)) ||
      (hours.length > 0 && said.every((h) => isActivity(h) && !isApart([h], base)) && !spansAll(said, base)))
  ) {
    result.harmful.push(...said.map((h) => h.text));
  }
  if (hours.length > 0 && groups[0] === alone[0] && lacksAfterTimed(groups))
    result.harmful.push(...said.map((h) => h.text));
  const pauses = alone.flatMap((group) => group.pauses);
  const lacking = named.filter((entry) => entry.hours === null);
  if (hours.length > 0 && groupsWithDays > 0 && lacking.length < Math.max(1, named.length)) {
    placeBeside(
      result,
      hours,
      groupsWithDays,
      named,
      lacking,
      groups.find(({ hours: own }) => own.length > 0) === alone[0],
    );
    result.entries = result.entries.map((entry) => ({ ...entry, pauses: [...entry.pauses, ...pauses] }));
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

const without = (groups: Group[], some: Group[]) => groups.filter((group) => !some.includes(group));

/** 「10:00~12:00 月曜、13:00~15:00 水曜 …」 as it was not taken for a list of hours: whose hours are whose is not clear. */
function lacksAfterTimed(groups: Group[]): boolean {
  const plain = groups.filter((group) => group.phrases.some(namesDays) && !isOfSome(group) && group.scope === null);
  const timed = plain.findIndex((group) => group.hours.length > 0);
  return timed >= 0 && plain.slice(timed + 1).some((group) => group.hours.length === 0);
}

/** The hours that all days have. */
function commonHours(entries: Entry[]): Hours[] | null {
  const [first, ...others] = entries;
  const same = others.every(({ hours }) => JSON.stringify(hours) === JSON.stringify(first?.hours));
  return same ? (first?.hours ?? null) : null;
}

/** 「夕食17時半~18時」 within hours that are known opens nothing more. */
const isInner = (said: Hours[], base: Hours[] | null): boolean =>
  isFull(base) &&
  said.length > 0 &&
  said.every((h) => MEALS.test(h.label ?? '') && base?.some((one) => isWithin(h, one)));

const MEALS = /夕食|朝食|食事|おやつ|学習|宿題|勉強|自習|相談|遊び|体験/;

/** 「小学生は17時まで、中高生は20時まで」 beside hours of all. Whether it was such, and could be said. */
function placeAudience(result: Combined, alone: Group[], named: Entry[]): boolean {
  const some = alone.flatMap((group) => group.hours);
  if (some.length === 0 || !some.every(isOfPeople)) return false;
  const base = result.hours ?? result.columns;
  const list = named.length > 0 || result.entries.length > 0 ? result.entries : null;
  if (list && !isOfAllAlike(list, base, some)) return false;
  const differs = new Set((list ?? []).map(({ hours }) => closing(hours ?? base ?? []))).size > 1;
  const changed = (list ?? []).map((entry) => {
    const hours = entry.hours ?? base ?? [];
    return { ...entry, hours: withAudience(hours, differs ? endsWithin(hours, some) : some) };
  });
  const whole = withAudience(base ?? [], some);
  if (list === null ? whole === null : changed.some(({ hours }) => hours === null)) return false;
  result.entries = changed;
  if (list === null) result.hours = whole;
  return true;
}

const closing = (hours: Hours[]) => Math.max(...hours.map(({ end }) => end ?? 0));

/** 「平日9時~17時、土曜9時~12時。小学生は16時まで」: on Saturdays they may stay as long as all; 「中高生は18時まで」 is beyond both. */
function isOfAllAlike(list: Entry[], base: Hours[] | null, some: Hours[]): boolean {
  const ends = list.map(({ hours }) => closing(hours ?? base ?? []));
  const [first, ...others] = ends;
  return others.every((end) => end === first) || some.every((h) => h.end === null || h.end <= Math.max(...ends));
}

/** Where the days close at different times, the ends that some of them have before their own. */
const endsWithin = (hours: Hours[], some: Hours[]) => some.filter(({ end }) => end === null || end <= closing(hours));

/** 「13時~15時も」 comes to the usual hours. */
function withPlus(alone: Group[], base: Hours[] | null): Hours[] {
  const said = alone.flatMap((group) => group.hours);
  return base && said.length > 0 && alone.every((group) => group.plus) ? [...base, ...said] : said;
}

/** 「11時~」 beside 11:00~13:00 */
const isSameStart = (said: Hours[], base: Hours[] | null) =>
  isFull(base) && said.length > 0 && said.every((h) => h.end === null && !h.bad && h.start === base?.[0]?.start);

/** 「小学生は17時まで」, 「14時まで」: an end without a start beside hours that have both. */
const isUnclear = (h: Hours) => h.start === null && !h.bad;

/** Hours alone where a group of days has hours of its own: 「9時~22時、日曜は9時~17時」, 「水曜 10時~12時 14時~16時」. */
function placeBeside(
  result: Combined,
  hours: Hours[],
  groupsWithDays: number,
  named: Entry[],
  lacking: Entry[],
  first: boolean,
): void {
  const takes = (entry: Entry) => entry.hours === null || entry.changes === true;
  if (named.length === 0 && result.entries.some(takes)) {
    result.entries = result.entries.map((entry) => withBase(entry, hours));
  } else if (first && isFull(hours) && lacking.length > 0) {
    // 「9:00~17:00(土日は16:00まで) 休館日なし」: the hours that come first are of all days without their own
    result.entries = result.entries.map((entry) =>
      lacking.includes(entry) || entry.changes ? withBase(entry, hours) : entry,
    );
  } else if (first || named.length === 0 || lacking.length > 0 || groupsWithDays > 1) {
    result.harmful.push(...hours.map((h) => h.text));
  } else result.entries = result.entries.map((entry) => ({ ...entry, hours: [...(entry.hours ?? []), ...hours] }));
}

const withBase = (entry: Entry, hours: Hours[]): Entry => {
  if (entry.hours === null) return { ...entry, hours };
  return entry.changes ? { ...entry, hours: changeEnds(hours, entry.hours), changes: false } : entry;
};

/** Hours of the columns for entries that have none, or only one end of them. */
export function withHours(entries: Entry[], hours: Hours[] | null, pauses: Hours[]): Entry[] {
  // 「AM9時30分~PM15時」 beside columns that say it rightly
  const isBad = (entry: Entry) => isFull(hours) && entry.hours?.every(({ bad }) => bad) === true;
  return entries.map((entry) => ({
    ...entry,
    hours: isBad(entry)
      ? hours
      : entry.changes && entry.hours && hours
        ? changeEnds(hours, entry.hours)
        : (joinEnds(entry.hours, hours) ?? entry.hours ?? hours),
    pauses: [...entry.pauses, ...pauses],
  }));
}

/** 「第1土曜は15:30まで」 beside 9:30~17:00 begins as the other days do. */
export function withMissingStart(entry: Entry, others: Entry[]): Entry {
  const [only] = entry.hours ?? [];
  if (entry.hours?.length !== 1 || !only || only.bad || only.start !== null) return entry;
  const bases = new Map(others.map(({ hours }) => [JSON.stringify(hours), hours]));
  const [base] = bases.values();
  if (bases.size !== 1 || base === undefined) return entry;
  return base === null ? { ...entry, changes: true } : { ...entry, hours: changeEnds(base, entry.hours) };
}
