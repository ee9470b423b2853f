import { isBareWeekday } from './entry.ts';
import type { Phrase } from './phrase.ts';
import { isFilled, onlyNarrows, type Group } from './reading.ts';

/** 「第1・3火曜と第2土曜 火曜15:30~／土曜14:00~」: weeks first, then the hours of each weekday. */
export function hoursByWeekday(groups: Group[]): Group[] {
  const first = groups.findIndex(({ hours }) => hours.length > 0);
  const lead = groups[first];
  if (!lead || lead.phrases.length < 2) return groups;
  const own = lead.phrases.slice(-1);
  const tails = [{ ...lead, phrases: own }, ...groups.slice(first + 1).filter(({ hours }) => hours.length > 0)];
  const weeks: Group[] = [{ ...lead, phrases: lead.phrases.slice(0, -1), hours: [] }];
  for (const group of groups) if (group.hours.length === 0) weeks.push(group);
  if (!tails.every(isPlain) || !fits(daysOf(weeks), daysOf(tails), weeks)) return groups;
  return weeks.flatMap((group) => tails.map((tail) => onDays(group, tail))).filter(isFilled);
}

/** 「10:00~11:30 月・木／13:30~15:00 火・金」: hours come before their days, and the last days have none after them. */
export function hoursFirst(all: Group[]): Group[] {
  // 「7月21日から8月21日の期間中、以下の日程で」: when all of it is
  const headed = all.findIndex(({ hours, held }) => hours.length > 0 || !held);
  const head = all.slice(0, headed);
  return [...head, ...timedBefore(all.slice(head.length))];
}

function timedBefore(groups: Group[]): Group[] {
  const [lead, ...others] = groups;
  const [last, ...inner] = [...others].reverse();
  const leads = lead?.phrases.length === 0 && lead.scope === null && lead.hours.length > 0 && isSpan(lead);
  if (!leads || !last || inner.length === 0 || last.hours.length > 0) return groups;
  if (!inner.every((group) => group.hours.length > 0 && isSpan(group))) return groups;
  if (others.some(({ phrases, scope, topic, also }) => phrases.length === 0 || scope || topic || also)) return groups;
  if (others.some(({ phrases }) => phrases.some(({ open }) => open))) return groups;
  return others.map((group, i) => ({ ...group, hours: groups[i]?.hours ?? [] }));
}

const isSpan = ({ hours }: Group) => hours.every(({ start, end }) => start !== null && end !== null);

const isPlain = ({ phrases, scope }: Group) =>
  scope === null && phrases.length > 0 && phrases.every((phrase) => isBareWeekday(phrase) && !phrase.open);

const daysOf = (groups: Group[]) => [
  ...new Set(groups.flatMap(({ phrases }) => phrases.flatMap(({ weekdays }) => weekdays))),
];

const fits = (named: number[], timed: number[], weeks: Group[]) =>
  named.length > 1 &&
  named.length === timed.length &&
  named.every((day) => timed.includes(day)) &&
  weeks.every(({ phrases }) => phrases.every(({ weekdays }) => weekdays.length > 0)) &&
  weeks.some(({ phrases }) => phrases.some(({ nth }) => nth.length > 0));

function onDays(group: Group, { phrases, hours, pauses }: Group): Group {
  const days = phrases.flatMap(({ weekdays }) => weekdays);
  const own = group.phrases
    .map((phrase) => ({ ...phrase, weekdays: phrase.weekdays.filter((day) => days.includes(day)) }))
    .filter(({ weekdays }) => weekdays.length > 0);
  return own.length > 0
    ? { ...group, topic: false, phrases: own, hours, pauses }
    : { ...group, phrases: [], scope: null, pauses: [] };
}

/** 平日, from Monday to Friday. */
export const WORKDAYS = [1, 2, 3, 4, 5];

/** 「学校のある日 11:00~17:30、土曜 9:00~17:30」: the days of school are those from Monday to Friday outside the holidays. */
export function schoolDays(groups: Group[]): Group[] {
  const days = daysOf(groups);
  if (days.some((day) => WORKDAYS.includes(day))) return groups;
  return groups.map((group) => {
    const [only, ...more] = group.scope ? [group.scope, ...group.phrases] : group.phrases;
    if (!only || more.length > 0 || group.hours.length === 0 || !isSchoolDay(only)) return group;
    return { ...group, scope: null, topic: false, phrases: [{ ...only, weekdays: WORKDAYS }] };
  });
}

const isSchoolDay = (phrase: Phrase) =>
  phrase.school === 'NEVER' && onlyNarrows(phrase) && /日/.test(phrase.text) && phrase.months.length === 0;

/** 「開館日 火曜~土曜 平日 9時~16時 土曜 9時~12時」: where the days are named (`known`, or before the hours), 平日 are those of them. */
export function workdaysOf(known: number[], groups: Group[]): Group[] {
  const first = groups.findIndex(({ hours, scope, pauses }) => hours.length + pauses.length > 0 || scope !== null);
  const lead = groups.slice(0, first).filter((group) => isPlain(group) && !group.topic && !group.also);
  const joined = leadOf(groups[first]);
  const days = [...known, ...daysOf(lead), ...joined];
  const named = days.filter((day) => WORKDAYS.includes(day));
  if (new Set(named).size < 2 || new Set(named).size === WORKDAYS.length) return groups;
  return groups.map((group, i) => {
    if (i < first) return group;
    const phrases = i === first && joined.length > 0 ? group.phrases.slice(-1) : group.phrases;
    return { ...group, phrases: phrases.map((phrase) => amongDays(phrase, named)) };
  });
}

/** 「火曜日から土曜日 利用時間 平日 9時~16時」: the days that stand before 平日. */
function leadOf(group: Group | undefined): number[] {
  const last = group?.phrases.at(-1);
  if (!group || group.scope || !last || (last.after ?? '/') !== '/' || !isWorkdays(last)) return [];
  const before = group.phrases.slice(0, -1);
  const days = before.flatMap(({ weekdays }) => weekdays);
  return before.every(isBareWeekday) ? days : [];
}

const isWorkdays = ({ text, weekdays }: Phrase) =>
  text.startsWith('平日') && WORKDAYS.every((day) => weekdays.includes(day));

const amongDays = (phrase: Phrase, days: number[]): Phrase =>
  isWorkdays(phrase)
    ? { ...phrase, weekdays: phrase.weekdays.filter((day) => !WORKDAYS.includes(day) || days.includes(day)) }
    : phrase;
