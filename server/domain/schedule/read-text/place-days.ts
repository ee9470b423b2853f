import { changeHours } from './change-hours.ts';
import { includesAll, weekdaysOf, type Combined } from './combined.ts';
import { isBareWeekday, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { heldWithin, isShorter, isWithinWeekly } from './inner-hours.ts';
import { changeEnds, isEitherEnd, splitEntries } from './override.ts';
import type { Phrase } from './phrase.ts';
import { withMissingStart } from './place-hours.ts';
import { isOfSome, type Group } from './reading.ts';
import { replacePartOfYear } from './scope.ts';
import { keepPart } from './session-part.ts';

/** What a reading names so far, the weekdays it names in all, and those that were known before. */
export interface Named {
  entries: Entry[];
  all: number[];
  known: number[];
  /** Days that come to the others. */
  added: Entry[];
  /** The hours of the first days that have their own; null: no days, or hours of each that come first. */
  base: Hours[] | null;
  /** It says nothing of what is held, or for whom. */
  plain: boolean;
  /** Its groups, each with its hours, part the known days among them: 「火~木10~19時、金・土・日・祝10~17時」. */
  parts: boolean;
  /** It names all known days again, and for some of them the weeks: 「火曜15~18時、第2木曜16~19時」. */
  restates: boolean;
}

/** Whether a group's days replace the known ones (into `named`), add to them or change some of them. */
export function placeEntries(result: Combined, named: Named, said: Entry[], group: Group): void {
  const { known } = named;
  const own = group.also ? said.map((entry) => withHoursOfAll(entry, named)) : said;
  const days = weekdaysOf(own);
  const says = group.hours.length > 0 || group.pauses.length > 0;
  // 「土日祝 9:00~17:00」 beside 火~日
  const partly = group.hours.length > 0 && days.length > 0 && days.length < known.length;
  const ofSome =
    isOfSome(group) || own.every(({ phrase }) => isBareWeekday({ ...phrase, holiday: phrase.holiday && !partly }));
  const held = heldWithin(own, known, result.hours ?? result.columns, group);
  if (held === 'doubt') result.harmful.push(...own.map(({ phrase }) => phrase.text));
  if (held !== null) return;
  if (named.parts) named.entries.push(...own);
  else if (group.part !== null) placePart(result, named, own, group.part);
  else if ((group.open || (!says && own.every(isAsked))) && !group.also) placeOpen(result, named, own);
  else if (group.open) named.entries.push(...own);
  else if (days.length === 0) placeOtherDays(result, named, own, group);
  else if (group.also && !says && restates([...result.entries, ...named.entries], own)) return;
  else if (group.also && known.length > 0 && own.every(hasWeeks)) named.added.push(...own);
  else if (!says && own.every((entry) => isWithinWeekly(named.entries, entry))) placeNothing(result, own, group);
  else if (inOtherWeeks(result, named, own)) placeOtherWeeks(result, named, own, group);
  else if (!says && group.topic && includesAll(weekdaysOf(named.entries), days) && own.every(isBare)) return;
  else if (named.entries.length === 0 && replacePartOfYear(result, own, group)) return;
  else if (isShorter(named.entries, own, group))
    named.entries = changeHours(result, named.entries, own, group, named.base);
  else if (
    says &&
    ofSome &&
    (isPartOf(named.entries, days, isOfSome(group) && own.some(hasWeeks)) ||
      changesEnd(named.entries, days, group) ||
      isOfWeeksWithout(named.entries, days, group) ||
      isInSchoolHolidays(named.entries, own))
  ) {
    named.entries = changeHours(result, named.entries, own, group, named.base);
  } else if (!includesAll(named.known, days)) placeNewDays(result, named, own, group);
  else if (named.restates && says && !isOfSome(group)) named.entries.push(...own);
  else if (named.entries.length === 0 && ofSome && !isAll(group, days, named)) {
    if (says) result.entries = changeHours(result, result.entries, own, group, named.base);
    else if (named.plain && !group.topic && days.length < known.length)
      result.harmful.push(...own.map(({ phrase }) => phrase.text));
    else if (group.only) result.harmful.push(...own.map(({ phrase }) => phrase.text));
  } else if (includesAll(named.all, named.known)) named.entries.push(...own);
  // 「火・木」 and 「第2火曜」: whether Thursdays go on is not said
  else result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

function placeNothing(result: Combined, own: Entry[], group: Group): void {
  if (group.only && group.activity === null) result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

/** 「土曜日は午前の部のみ」 */
function placePart(result: Combined, named: Named, own: Entry[], part: 'AM' | 'PM'): void {
  const known = named.entries.length > 0 ? named.entries : result.entries;
  const kept = keepPart(known, own, part, named.base ?? result.hours ?? result.columns);
  if (!kept) result.harmful.push(...own.map(({ phrase }) => phrase.text));
  else if (named.entries.length > 0) named.entries = kept;
  else result.entries = kept;
}

/** 「第3土曜は学習会」 where 第1土曜 is known. */
const inOtherWeeks = (result: Combined, named: Named, own: Entry[]) =>
  named.entries.length === 0 &&
  result.entries.length > 0 &&
  result.entries.every(hasWeeks) &&
  own.every(({ phrase }) => hasOtherWeeks(result.entries, phrase));

const hasOtherWeeks = (entries: Entry[], phrase: Phrase) =>
  phrase.nth.length > 0 &&
  phrase.months.length === 0 &&
  entries.some((entry) => includesAll(entry.phrase.weekdays, phrase.weekdays)) &&
  !entries.some((entry) => entry.phrase.nth.some((n) => phrase.nth.includes(n)));

/** Something else is held in the other weeks; otherwise the two texts do not agree. */
function placeOtherWeeks(result: Combined, named: Named, own: Entry[], group: Group): void {
  if (group.activity !== null) named.added.push(...own);
  // 「第4水曜は14時まで」 beside 第1~3水曜: then too, at these hours
  else if (group.topic && group.hours.length > 0)
    named.added.push(...own.map((entry) => ofOtherWeeks(entry, result.entries)));
  else result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

/** The end that is not said is that of the other weeks. */
function ofOtherWeeks(entry: Entry, others: Entry[]): Entry {
  const [only, ...more] = entry.hours ?? [];
  if (!only || more.length > 0 || only.bad || (only.start !== null && only.end !== null)) return entry;
  const base = others[0]?.hours ?? null;
  return base === null ? { ...entry, changes: true } : { ...entry, hours: changeEnds(base, [only]) };
}

/** 「月~金 10時~19時、第3日曜も開館」: at the hours of the others. */
const withHoursOfAll = (entry: Entry, { base }: Named): Entry =>
  entry.hours === null && base !== null ? { ...entry, hours: base } : entry;

/** Holidays and days of the month beside known weekdays: 「祝日は10:00~16:00」. */
function placeOtherDays(result: Combined, named: Named, own: Entry[], group: Group): void {
  const holidays = own.every(({ phrase }) => phrase.holiday) && !group.only;
  const range = rangeOf(own);
  if (range && named.entries.length === 0 && result.entries.length > 0 && result.entries.every(isBareWeekdays))
    result.entries = result.entries.map((entry) => ({
      ...entry,
      hours: own[0]?.hours ?? entry.hours,
      phrase: { ...entry.phrase, dates: range },
    }));
  else if (named.known.length > 0 && (holidays || group.also))
    named.added.push(...own.map((entry) => withMissingStart(entry, result.entries)));
  // 「毎月17日 15時~18時 ※17日が土日の場合は …」
  else if (group.hours.length === 0 && own.every((entry) => isNamed(named.entries, entry))) return;
  else if (named.known.length === 0 || result.weekly === false || own.some(({ phrase }) => phrase.every === 'day'))
    named.entries.push(...own);
  else result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

/** 「2024年8月4日から2025年3月23日まで」 beside Sundays: from when to when. */
function rangeOf([only, ...more]: Entry[]): Phrase['dates'] {
  const dates = only && more.length === 0 ? only.phrase.dates : null;
  return dates && dates.from !== dates.to && only?.phrase.monthDays.length === 0 ? dates : null;
}

const isBareWeekdays = ({ phrase }: Entry) =>
  phrase.weekdays.length > 0 && isBareWeekday({ ...phrase, every: null }) && phrase.dates === null;

const isNamed = (entries: Entry[], { phrase }: Entry) =>
  phrase.monthDays.length > 0 &&
  entries.some((one) => one.hours !== null && includesAll(one.phrase.monthDays, phrase.monthDays));

/** 「水曜は不定期」: Wednesdays are no longer sure. */
function placeOpen(result: Combined, named: Named, own: Entry[]): void {
  for (const { phrase } of own) {
    if (!isBareWeekday(phrase)) continue;
    result.entries = splitEntries(result.entries, phrase)?.outside ?? result.entries;
    named.entries = splitEntries(named.entries, phrase)?.outside ?? named.entries;
  }
  named.added.push(...own);
}

/** 「日曜を除く毎日(土・祝日も利用可能)」 */
const restates = (entries: Entry[], own: Entry[]) =>
  own.every((entry) => isBare(entry) || (entry.phrase.holiday && entry.phrase.weekdays.length === 0)) &&
  includesAll(weekdaysOf(entries), weekdaysOf(own));

const isBare = ({ phrase }: Entry) => isBareWeekday(phrase);

/** 「土日」 and 「土日どちらか」 */
const isAsked = (entry: Entry) => entry.open && isBare(entry) && entry.phrase.weekdays.length > 0;

export const hasWeeks = ({ phrase }: Entry) => phrase.nth.length > 0;

/** 「第2土曜のみ」 where Saturdays are all that is known: these are the days. */
const isAll = (group: Group, days: number[], { known }: Named) =>
  group.only && group.hours.length === 0 && includesAll(days, known);

/** 「火・木 8:30~17:30、木曜は9:30から、火曜は16:30まで」 */
function changesEnd(entries: Entry[], days: number[], { hours, topic }: Group): boolean {
  const [only, ...more] = hours;
  const oneEnd = more.length === 0 && only !== undefined && (only.start === null) !== (only.end === null);
  return topic && oneEnd && entries.some((entry) => includesAll(weekdaysOf([entry]), days) && hasSpans(entry));
}

/** 「第2土曜と第4水曜。水曜は15時~18時」 */
const isOfWeeksWithout = (entries: Entry[], days: number[], { topic }: Group) =>
  topic &&
  entries.length > 1 &&
  entries.some((entry) => hasWeeks(entry) && entry.hours === null && includesAll(days, entry.phrase.weekdays));

const hasSpans = ({ hours }: Entry) => hours?.every(({ start, end }) => start !== null && end !== null) ?? false;

/** 「平日15:00~19:00、長期休暇中:平日13:00~19:00」 */
const isInSchoolHolidays = (entries: Entry[], own: Entry[]) =>
  own.every(({ phrase }) => phrase.school === 'ONLY') &&
  entries.every(({ phrase }) => phrase.school === null) &&
  includesAll(weekdaysOf(entries), weekdaysOf(own));

/** 「木曜は13:00~18:00」 after 「月~土 10:00~18:00」 */
const isPartOf = (entries: Entry[], days: number[], weeks: boolean) =>
  entries.some((entry) => {
    const own = weekdaysOf([entry]);
    return includesAll(own, days) && (own.length > days.length || (weeks && entry.phrase.nth.length === 0));
  });

/**
 * Days that were not known. They take the place of the known ones where these are named again or held on some weeks only;
 * beside days of every week they come to them, where it is said how (第2土曜, 土曜は12時まで, 土曜も).
 */
function placeNewDays(result: Combined, named: Named, own: Entry[], group: Group): void {
  const { known } = named;
  const days = weekdaysOf(own);
  const complete = own.map((entry) =>
    withMissingStart(entry, named.entries.length > 0 ? named.entries : result.entries),
  );
  // 「火~土 10時~18時(日は17時)」: from when or until when
  const others = [...named.entries, ...result.entries];
  const unclear = own.filter(({ hours }) => others.some((entry) => isEitherEnd(entry.hours, hours)));
  result.harmful.push(...unclear.map(({ phrase }) => phrase.text));
  if (known.length === 0 || includesAll(named.all, known)) named.entries.push(...complete);
  else if (comesToKnown(result, known, own, group) && !days.some((day) => known.includes(day)))
    named.added.push(...complete);
  else if (result.weekly === false) named.entries.push(...own);
  else result.harmful.push(...own.map(({ phrase }) => phrase.text));
}

function comesToKnown(result: Combined, known: number[], own: Entry[], group: Group): boolean {
  if (group.also) return true;
  if (result.weekly === false) return false;
  if (own.every(({ phrase }) => phrase.count?.per === 'month')) return true;
  if (own.every((entry) => hasWeeks(entry) || entry.phrase.months.length > 0))
    return result.weekly === true || known.length > 1;
  return group.hours.length > 0 && (group.topic || known.length > 1);
}
