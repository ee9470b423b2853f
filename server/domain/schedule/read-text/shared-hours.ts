import { includesAll, type Combined } from './combined.ts';
import { namesDays, namesWeeks, type Entry } from './entry.ts';
import type { Phrase } from './phrase.ts';
import { isFilled, onlyNarrows, type Group } from './reading.ts';
import { WORKDAYS } from './weekday-hours.ts';

/** 「奇数月は第1土曜、偶数月は第1日曜 11時~14時」, 「第4木曜(12月は第2木曜) 17時~」: hours at the end are those of all. */
export function withSharedHours(before: Combined, groups: Group[]): Group[] {
  const last = groups.at(-1);
  const shared = before.entries.length === 0 && before.columns === null && before.hours === null;
  if (!last?.scope || !shared || last.phrases.length === 0 || last.hours.length === 0) return groups;
  if (groups.some((group) => group !== last && (group.hours.length > 0 || group.open))) return groups;
  return groups.map((group) => ({ ...group, hours: last.hours }));
}

const isPeriod = ({ dates, weekdays }: Phrase) => dates !== null && dates.from !== dates.to && weekdays.length === 0;

/** 「毎週木曜 10:00~12:00 期間:2025年5月8日~2026年2月26日」: from when to when the days are. */
export function withPeriod(groups: Group[]): Group[] {
  const period = groups.find(
    ({ phrases, hours, scope }) => phrases.length === 1 && phrases.every(isPeriod) && hours.length === 0 && !scope,
  );
  const others = groups.filter((group) => group !== period);
  const days = others.flatMap(({ phrases }) => phrases);
  const regular = days.every((one) => one.weekdays.length > 0 && one.dates === null && one.season === null);
  if (!period || days.length === 0 || !regular || others.some(({ scope }) => scope)) return groups;
  const dates = period.phrases[0]?.dates ?? null;
  return others.map((group) => ({ ...group, phrases: group.phrases.map((one) => ({ ...one, dates })) }));
}

/** 「3月~10月は9時~17時半、11月~2月は17時まで」: an end alone, in another part of the year, is that of the same opening. */
export function withStarts(groups: Group[]): Group[] {
  const scoped = groups.filter(({ scope, hours, phrases }) => scope && hours.length > 0 && phrases.length === 0);
  const isWhole = ({ hours: [only, ...more] }: Group) => more.length === 0 && only?.start != null && only.end !== null;
  const [first, ...others] = scoped;
  const start = first?.hours[0]?.start;
  if (!first || start == null || !isWhole(first) || groups.some(({ hours }) => hours.length > 1)) return groups;
  const months = scoped.flatMap(({ scope }) => scope?.months ?? []);
  const timed = groups.filter(({ hours }) => hours.length > 0);
  if (others.length === 0 || timed.length > scoped.length || new Set(months).size !== months.length) return groups;
  return groups.map((group) =>
    others.includes(group) && months.length > 0
      ? { ...group, hours: group.hours.map((h) => (h.start === null && h.label === null ? { ...h, start } : h)) }
      : group,
  );
}

/** 「毎週月曜」 again, after 「毎週月曜 10:00~15:00」, leaves its hours and breaks as they are. */
export function hoursBefore(before: Entry[], entry: Entry): Entry {
  const same = before.filter(({ phrase }) => includesAll(phrase.weekdays, entry.phrase.weekdays));
  const said = new Set(same.map(({ hours, pauses }) => JSON.stringify([hours, pauses])));
  return said.size === 1 ? asBefore(entry, same[0]) : entry;
}

/** Days of which no hours are said have those of the days in whose place they stand, and their breaks. */
export const asBefore = (entry: Entry, before: Entry | undefined): Entry =>
  entry.hours === null && before
    ? { ...entry, hours: before.hours, pauses: [...entry.pauses, ...before.pauses] }
    : entry;

/** 「毎週土曜 第1・3:10~12時 第2・4:13~15時」: the weeks are those of the weekday before. */
export function spreadWeekday(groups: Group[]): Group[] {
  const [lead, ...others] = groups.flatMap(({ phrases, scope }) => (scope ? [scope] : phrases));
  const own = groups[0]?.phrases.length === 1 ? (groups[0].hours.length > 0 ? null : lead) : lead;
  if (!own || own.weekdays.length === 0 || own.nth.length > 0 || own.months.length > 0 || own.open) return groups;
  if (others.length < 2 || !others.every((phrase) => namesWeeks(phrase) && phrase.months.length === 0)) return groups;
  return groups
    .map((group) => ({
      ...group,
      phrases: group.phrases.flatMap((phrase) => (phrase === own ? [] : [{ ...phrase, weekdays: own.weekdays }])),
    }))
    .filter(isFilled);
}

/** 「学校のある平日 14時~18時、長期休業日 9時~17時」: the hours of the school holidays say themselves that others do not hold then. */
export function withBreaks(groups: Group[]): Group[] {
  if (!groups.some(isOfBreaks)) return groups;
  return groups.map((group) => {
    const days = group.phrases.filter((one) => one.school !== 'NEVER' || !onlyNarrows(one));
    if (!days.some(({ weekdays }) => weekdays.length > 0)) return group;
    return { ...group, phrases: days.map((one) => (one.school === 'NEVER' ? { ...one, school: null } : one)) };
  });
}

const isOfBreaks = ({ scope, phrases, hours }: Group) =>
  hours.length > 0 &&
  [...(scope ? [scope] : []), ...phrases].some(
    (one) => one.school === 'ONLY' && onlyNarrows(one) && one.months.length === 0,
  );

/** 「土曜・学校休業日 10:00~17:00」: on Saturdays, and on all days of the school holidays; their hours may be those of the columns. */
export function splitSchool(groups: Group[], { columns, entries }: Combined): Group[] {
  const named = [...groups.flatMap(({ phrases }) => phrases), ...entries.map(({ phrase }) => phrase)];
  const workdays = named.some(({ every, weekdays }) => every || weekdays.some((day) => WORKDAYS.includes(day)));
  return groups.flatMap((group) => {
    const school = group.phrases.filter((one) => onlyNarrows(one) && one.school === 'ONLY' && one.after !== null);
    const days = group.phrases.filter((one) => !school.includes(one));
    const [scope, ...more] = school;
    const hours = group.hours.length > 0 || group.topic ? group.hours : (columns ?? []);
    if (!scope || more.length > 0 || group.scope || hours.length === 0 || !days.every(namesDays)) return [group];
    if (days.length === 0) return [group];
    // 「土・日・祝日及び学校休業日 10時~17時」 and no other days: from Monday to Friday in the school holidays
    if (!workdays) return [{ ...group, phrases: [...days, { ...scope, weekdays: WORKDAYS }] }];
    return [
      { ...group, phrases: days },
      { ...group, phrases: [], scope, hours },
    ];
  });
}
