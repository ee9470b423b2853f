import { isOfPeople, withAudience } from './audience.ts';
import { isActivity, isBesides, isFull, type Combined } from './combined.ts';
import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { changeEnds, isEitherEnd, overrideHours, splitEntries } from './override.ts';
import type { Phrase } from './phrase.ts';
import { isWithin } from './inner-hours.ts';
import { isBesideActivity, isOfSome, type Group } from './reading.ts';

/** 「水・金17:30~19:00」 beside 9:30~17:30: other hours, or more of them, or of another thing, is not said. */
const isApart = (hours: Hours[], base: Hours[] | null) =>
  isFull(base) && (hours.some(isActivity) || hours.every((h) => base?.every((b) => areApart(h, b))));

const areApart = (a: Hours, b: Hours) =>
  (a.start !== null && b.end !== null && a.start >= b.end) || (a.end !== null && b.start !== null && a.end <= b.start);

/** 「第4木曜は弁当配布のみ(17:30~18:30)」: on those days nothing else is held. */
export const isAllThereIs = (h: Hours) => /(?:のみ|だけ)$/.test(h.label ?? '') && isFull([h]) && !isOfPeople(h);

/** 「金曜は高校生のみ20時まで」, 「火曜は学習支援(16:00~17:30)」: hours of some people or of a thing within the usual hours. */
const isOfPart = (hours: Hours[], base: Hours[] | null) =>
  isFull(base) &&
  hours.some((h) => PEOPLE.test(h.label ?? '') || (isActivity(h) && h.start !== null && h.end !== null));

/** 「日祝は17:00まで」: on holidays too, which begin as the other days do. */
function onHolidays(entries: Entry[], phrase: Phrase, said: Hours[]): Entry {
  const base = entries[0]?.hours ?? null;
  const [only] = said;
  const oneEnd = said.length === 1 && (only?.start === null || only?.end === null);
  const own = { phrase: { ...phrase, weekdays: [], nth: [], holiday: true }, pauses: [], open: false };
  return base && oneEnd ? { ...own, hours: changeEnds(base, said) } : { ...own, hours: said, changes: oneEnd };
}

/** 「11:30~14:00(水~日)、17:00~20:00(金・土)」: hours come first, each with its days in brackets. */
const isListOfHours = (entries: Entry[], own: Entry[]) =>
  [...entries, ...own].every(({ phrase, hours }) => phrase.bracketed && hours !== null);

/** The same hours on all days named; null where rules cannot say it. */
function overrideAll(entries: Entry[], own: Entry[], hours: Hours[]): Entry[] | null {
  let list: Entry[] | null = entries;
  for (const { phrase } of own) list = list && overrideHours(list, phrase, hours, [], false);
  return list;
}

const PEOPLE = /小学|中学|中高|高校|幼児|乳児|未就|大人|一般|学生|親子/;

/** Other hours on some of the days, `others` being those of the rest; pieces that do not say so plainly are `harmful` and change nothing. */
export function changeHours(
  result: Combined,
  entries: Entry[],
  own: Entry[],
  group: Group,
  others: Hours[] | null = null,
): Entry[] {
  const hours = group.hours.length > 0 ? group.hours : null;
  const [first] = own.flatMap(({ phrase }) => splitEntries(entries, phrase)?.inside ?? []);
  const base = first?.hours ?? result.columns ?? (group.plus ? others : null);
  if (hours && isBesides(hours, base) && !hours.some((h) => h.guessed)) return entries;
  const extended = hours?.every(isOfPeople) ? withAudience(base ?? [], hours) : null;
  if (extended) return overrideAll(entries, own, extended) ?? entries;
  if (hours && base && isFull(base) && hours.every((h) => isActivity(h) && base.every((b) => areApart(h, b))))
    return overrideAll(entries, own, [...base, ...hours]) ?? entries;
  if (hours && group.plus && isFull(base)) {
    // 「水曜は10時~12時に工作教室も」
    const inner = hours.every((h) => base?.some((b) => isWithin(h, b)));
    if (!inner && !isApart(hours, base)) result.harmful.push(...own.map(({ phrase }) => phrase.text));
    if (inner || !isApart(hours, base)) return entries;
  }
  if (hours?.every(isAllThereIs)) return overrideAll(entries, own, hours) ?? entries;
  if (
    hours &&
    base &&
    hours.every((h) => isBesideActivity(h.label) && h.end !== null && base.some((b) => isWithin(h, b)))
  )
    return entries;
  if (hours && isListOfHours(entries, own) && isApart(hours, base)) return [...entries, ...own];
  // 「月~金 10:00~12:00 / 月・水 13:00~15:00」
  if (
    hours &&
    entries !== result.entries &&
    !isOfSome(group) &&
    isFull(hours) &&
    isApart(hours, base) &&
    !hours.some(isActivity)
  )
    return overrideAll(entries, own, [...(base ?? []), ...hours]) ?? entries;
  if (
    hours &&
    (isOfPart(hours, base) ||
      isEitherEnd(base, hours) ||
      (!isOfSome(group) && !own.every(({ phrase }) => phrase.school === 'ONLY') && isApart(hours, base)))
  ) {
    result.harmful.push(...own.map(({ phrase }) => phrase.text));
    return entries;
  }
  let list = entries;
  for (const { phrase } of own) {
    const said = hours && group.plus && base ? [...base, ...hours] : hours;
    // 「平日、土曜、長期休暇 7:30~19:00、平日は13:00から」
    const breaks = /^平日/.test(phrase.text) ? list.filter((entry) => entry.phrase.school === 'ONLY') : [];
    const others = list.filter((entry) => !breaks.includes(entry));
    const changed = overrideHours(others, phrase, said, group.pauses, isOfSome(group) || isFull(base));
    const next = changed && [...changed, ...breaks];
    if (next) list = phrase.holiday && said ? [...next, onHolidays(entries, phrase, said)] : next;
    else result.harmful.push(phrase.text);
  }
  return list;
}
