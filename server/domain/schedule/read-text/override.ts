import { NOON } from './clock.ts';
import { ALL_WEEKS, ALL_WEEKDAYS } from '../schedule.ts';
import { isOfPeople } from './audience.ts';
import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import type { Phrase } from './phrase.ts';
import { partsOf, yearDaysOf } from './year-days.ts';

/** No place has so many; where exceptions of exceptions make more of them, nobody should wait for the reader. */
const MOST_ENTRIES = 40;
/**
 * 「土曜日は7:00~18:00」, 「11月~2月は17:00から」: other hours on some of the days. The entries are split into those
 * days and the rest; `hours` null keeps their hours and takes the pauses out of them. `ends`: a single end (17:00まで)
 * changes that end of the hours. null where the rest cannot be said by rules.
 */
export function overrideHours(
  entries: Entry[],
  scope: Phrase,
  hours: Hours[] | null,
  pauses: Hours[],
  ends: boolean,
): Entry[] | null {
  if (entries.length > MOST_ENTRIES) return null;
  // 「小学生は17時まで(10月から3月)」: no rule says for whom.
  const isSeason = scope.months.length > 0 || scope.season !== null;
  if (isSeason && hours?.some((each) => each.start === null && isOfPeople(each))) return null;
  const result: Entry[] = [];
  for (const entry of entries) {
    const split = splitEntry(entry.phrase, scope);
    if (!split || (split.inside.length > 0 && isEitherEnd(entry.hours, hours))) return null;
    result.push(...split.outside.map((phrase) => ({ ...entry, phrase })));
    result.push(...split.inside.map((phrase) => changedEntry({ ...entry, phrase }, hours, pauses, ends)));
  }
  return result;
}

/** The entries within a part of the year (or some weekdays) and those without; null where rules cannot say it. */
export function splitEntries(entries: Entry[], scope: Phrase): { inside: Entry[]; outside: Entry[] } | null {
  if (entries.length > MOST_ENTRIES) return null;
  const inside: Entry[] = [];
  const outside: Entry[] = [];
  for (const entry of entries) {
    const split = splitEntry(entry.phrase, scope);
    if (!split) return null;
    inside.push(...split.inside.map((phrase) => ({ ...entry, phrase })));
    outside.push(...split.outside.map((phrase) => ({ ...entry, phrase })));
  }
  return { inside, outside };
}

function changedEntry(entry: Entry, hours: Hours[] | null, pauses: Hours[], ends: boolean): Entry {
  if (!hours) return { ...entry, pauses: [...entry.pauses, ...pauses] };
  const [only] = hours;
  const oneEnd =
    hours.length === 1 && only !== undefined && !only.bad && (only.start === null || (ends && only.end === null));
  // 「4月~9月 14時~17時 … 土日は10時から」: the end that was said of these days stays
  if (!oneEnd && entry.changes && entry.hours) return { ...entry, hours: changeEnds(hours, entry.hours), pauses };
  if (!oneEnd) return { ...entry, hours, pauses };
  return entry.hours ? { ...entry, hours: changeEnds(entry.hours, hours) } : { ...entry, hours, changes: true };
}

/** 「12~2月は16:00」 beside 9:00~17:00: whether it begins or ends then is not said. */
export function isEitherEnd(base: Hours[] | null, hours: Hours[] | null): boolean {
  const [only, ...more] = hours ?? [];
  if (!base || !only || more.length > 0 || !isBare(only) || only.label !== null) return false;
  return base.some(
    ({ start, end }) => start !== null && end !== null && start < (only.start ?? 0) && (only.start ?? 0) < end,
  );
}

const isBare = ({ text, start, end }: Hours) => start !== null && end === null && /(?:[0-9]|時|分|半|正午)$/.test(text);

/** 9:00~17:00 with 「18:00まで」 is 9:00~18:00; with 「10:00から」 10:00~17:00. */
export function changeEnds(base: Hours[], changes: Hours[]): Hours[] {
  const [change] = changes;
  if (!change || base.some((h) => h.bad)) return changes;
  const { start, end } = change;
  if (start === null && end !== null) {
    const kept = base.filter((h) => h.start === null || h.start < end);
    // 「10時~夕方5時、冬場は4時まで」
    if (kept.length === 0 && change.half === null && end < NOON && base.some((h) => (h.start ?? end) > end))
      return changeEnds(base, [{ ...change, end: end + NOON }]);
    return kept.length === 0 ? changes : kept.map((h, i) => (i === kept.length - 1 ? { ...h, end } : h));
  }
  // 「土は正午」: nothing begins at noon that else begins in the morning
  if (end === null && isBare(change) && /正午$/.test(change.text))
    return changeEnds(base, [{ ...change, start: null, end: start }]);
  if (start !== null && end === null) {
    const kept = base.filter((h) => h.end === null || h.end > start);
    // 「7・8月は18:00」 after 9:00~17:00 is until when
    if (kept.length === 0 && isBare(change)) return changeEnds(base, [{ ...change, start: null, end: start }]);
    return kept.length === 0 ? changes : kept.map((h, i) => (i === 0 ? { ...h, start } : h));
  }
  return changes;
}

interface Split {
  inside: Phrase[];
  outside: Phrase[];
}

const SPLITTERS = [splitWeekdays, splitWeeks, splitYear, splitSchool];

function splitEntry(phrase: Phrase, scope: Phrase): Split | null {
  let inside = [phrase];
  const outside: Phrase[] = [];
  for (const splitter of SPLITTERS) {
    const parts = inside.map((part) => splitter(part, scope));
    if (parts.some((part) => part === null)) return null;
    inside = parts.flatMap((part) => part?.inside ?? []);
    outside.push(...parts.flatMap((part) => part?.outside ?? []));
  }
  return { inside, outside };
}

/** 「祝日は」 */
const isHolidays = ({ holiday, weekdays, months, season, nth }: Phrase) =>
  holiday && weekdays.length + months.length + nth.length === 0 && season === null;

function splitWeekdays(phrase: Phrase, scope: Phrase): Split | null {
  if (isHolidays(scope) && !isHolidays(phrase)) return { inside: [], outside: [phrase] };
  if (scope.weekdays.length === 0) return { inside: [phrase], outside: [] };
  if (isHolidays(phrase) && !scope.holiday) return { inside: [], outside: [phrase] };
  if (phrase.monthDays.length > 0 || phrase.dates || phrase.shift !== 0) return null;
  const own = phrase.weekdays.length > 0 ? phrase.weekdays : ALL_WEEKDAYS;
  const within = own.filter((day) => scope.weekdays.includes(day));
  const rest = own.filter((day) => !scope.weekdays.includes(day));
  return {
    inside: within.length > 0 ? [{ ...phrase, weekdays: within }] : [],
    outside: rest.length > 0 ? [{ ...phrase, weekdays: rest }] : [],
  };
}

function splitWeeks(phrase: Phrase, scope: Phrase): Split | null {
  if (scope.nth.length === 0) return { inside: [phrase], outside: [] };
  if (scope.nth.includes(-1) || phrase.nth.includes(-1)) {
    return scope.nth.join() === phrase.nth.join() ? { inside: [phrase], outside: [] } : null;
  }
  const own = phrase.nth.length > 0 ? phrase.nth : ALL_WEEKS;
  const within = own.filter((n) => scope.nth.includes(n));
  const rest = own.filter((n) => !scope.nth.includes(n));
  return {
    inside: within.length > 0 ? [{ ...phrase, nth: within }] : [],
    outside: rest.length > 0 ? [{ ...phrase, nth: rest }] : [],
  };
}

function splitYear(phrase: Phrase, scope: Phrase): Split | null {
  if (scope.months.length === 0 && !scope.season) return { inside: [phrase], outside: [] };
  const [own, asked] = [yearDaysOf(phrase), yearDaysOf(scope)];
  const within = own.map((on, i) => on && asked[i] === true);
  const rest = own.map((on, i) => on && asked[i] !== true);
  const parts = [within, rest].map((days) => (days.some(Boolean) ? partsOf(days) : undefined));
  if (parts.includes(null)) return null;
  const [inside, outside] = parts.map((part) => (part ? [{ ...phrase, ...part }] : []));
  return { inside: inside ?? [], outside: outside ?? [] };
}

function splitSchool(phrase: Phrase, scope: Phrase): Split | null {
  if (scope.school === null) return { inside: [phrase], outside: [] };
  if (phrase.school !== null) {
    return phrase.school === scope.school ? { inside: [phrase], outside: [] } : { inside: [], outside: [phrase] };
  }
  const other = scope.school === 'ONLY' ? 'NEVER' : 'ONLY';
  return { inside: [{ ...phrase, school: scope.school }], outside: [{ ...phrase, school: other }] };
}
