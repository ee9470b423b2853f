import { NOON } from './clock.ts';
import { ALL_WEEKDAYS } from '../schedule.ts';
import { includesAll, isActivity, isFull } from './combined.ts';
import { isBareWeekday, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { isBesideActivity, type Group } from './reading.ts';

/** 「10:00~14:00(食事12:00~13:00)」: what is held within the hours of the opening opens nothing more. */
export function withoutInner(hours: Hours[]): Hours[] {
  const outer = hours.filter((h) => !isActivity(h));
  const isHeldIn = (h: Hours, other: Hours) =>
    isWithin(h, other) || isWithin(inAfternoon(h), other) || isMealOf(h, other);
  return hours.filter((h) => !isActivity(h) || !outer.some((other) => isHeldIn(h, other)));
}

/** 「午後4時~7時(夕食は5時半から)」 */
const inAfternoon = (h: Hours): Hours =>
  h.half === null && h.start !== null && h.start < NOON ? { ...h, start: h.start + NOON } : h;

/** 「17:00~(食事は18:00~)」 */
const isMealOf = (h: Hours, other: Hours) =>
  /食|[ごご]飯|ごはん|ランチ/.test(h.label ?? '') &&
  h.end === null &&
  other.end === null &&
  (h.start ?? 0) > (other.start ?? 0);

export const isWithin = (h: Hours, other: Hours) =>
  other.start !== null &&
  other.end !== null &&
  (h.start ?? other.start) >= other.start &&
  (h.end ?? other.end) <= other.end &&
  (h.start === null || h.start < other.end);

/** Sessions on some of the days within the hours of all of them (身体測定は第3水曜10時半) open nothing more. */
export const withoutInnerEntries = (entries: Entry[]): Entry[] =>
  entries.filter(
    (entry) =>
      !entries.some(
        (other) =>
          other !== entry && coversDays(other, entry) && (coversHours(other, entry) || tellsNothing(other, entry)),
      ),
  );

const coversDays = ({ phrase, open }: Entry, inner: Entry) =>
  !open &&
  phrase.nth.length + phrase.months.length + phrase.monthDays.length === 0 &&
  phrase.season === null &&
  phrase.school === null &&
  phrase.dates === null &&
  phrase.interval === null &&
  (phrase.holiday || !inner.phrase.holiday) &&
  (inner.phrase.nth.length > 0 || inner.hours === null) &&
  includesAll(phrase.weekdays.length > 0 ? phrase.weekdays : ALL_WEEKDAYS, inner.phrase.weekdays);

/** 「毎週木曜日に身長と体重を測ります」 says nothing of hours. */
const tellsNothing = (other: Entry, inner: Entry) =>
  inner.hours === null && other.hours !== null && !inner.open && isBareWeekday({ ...inner.phrase, every: null });

const coversHours = (other: Entry, inner: Entry) =>
  inner.hours !== null &&
  inner.hours.length > 0 &&
  inner.hours.every((h) => !h.bad && other.hours?.some((one) => isWithin(h, one)));

const [MOST_DAYS, HALF_DAY] = [4, 240];
const THING = /会$|講[習演]|投影|上映|タイム/;
const isThing = (name: string | null) => name !== null && (THING.test(name) || isBesideActivity(name));
/** Words before the hours that may speak of the place itself. */
const CHANGES = /[開閉休短変通夜朝昼夕午前後]|延長|特別|時[間刻]|館$|所$/;
const minutesOf = (hours: Hours[]) =>
  hours.reduce((sum, { start, end }) => sum + (start === null || end === null ? 0 : end - start), 0);

/**
 * 「体重測定は毎月第1月曜10~11時」, a short thing with a name where a place is open for hours (`base`) around it on most days,
 * or on that day in other weeks too. `doubt`: what has the name is not known.
 */
export function heldWithin(
  own: Entry[],
  known: number[],
  base: Hours[] | null,
  { thing }: Group,
): 'thing' | 'doubt' | null {
  if (!base || minutesOf(base) < HALF_DAY) return null;
  const within = own.every(
    ({ phrase, hours }) =>
      !phrase.open &&
      includesAll(known, phrase.weekdays) &&
      (known.length >= MOST_DAYS || phrase.nth.length > 0) &&
      hours?.every((h) => base.some((one) => isWithin(h, one))) === true &&
      2 * minutesOf(hours) <= minutesOf(base),
  );
  if (!within) return null;
  const isNamed = (h: Hours) =>
    isThing(thing ?? h.label) || (h.guessed === true && isFull([h]) && !CHANGES.test(h.label ?? ''));
  if (own.every(({ hours }) => hours?.some(isNamed))) return 'thing';
  return thing !== null && own.every(({ hours }) => isFull(hours)) ? 'doubt' : null;
}

/** 「毎週土曜9~12時 体験は第1土曜のみ」: days that are open already. */
export const isWithinWeekly = (entries: Entry[], { phrase, open }: Entry) =>
  phrase.nth.length > 0 &&
  !open &&
  entries.some((one) => one.hours !== null && isWeekly(one) && includesAll(one.phrase.weekdays, phrase.weekdays));

const isWeekly = ({ phrase }: Entry) => isBareWeekday({ ...phrase, every: null });

/** 「乳幼児は9:30~14:00、小学生は14:00~17:00」 part the whole of the hours among them. */
export const spansAll = (said: Hours[], base: Hours[] | null) =>
  said.length > 1 && said[0]?.start === base?.[0]?.start && said.at(-1)?.end === base?.at(-1)?.end;

/** 「13時~16時」 beside 9:00~12:00: whether these come to them is not said. */
export const isApart = (said: Hours[], columns: Hours[] | null): boolean =>
  isFull(columns) &&
  isFull(said) &&
  !said.some((h) =>
    columns?.some((one) => (h.start ?? 0) < (one.end ?? Infinity) && (h.end ?? Infinity) > (one.start ?? 0)),
  );

/** 「月~木 9:00~15:30 / 第2・4水曜 9:00~13:00」: in some weeks it closes earlier, or opens later. */
export const isShorter = (entries: Entry[], own: Entry[], { hours, thing }: Group): boolean => {
  const [only, ...more] = hours;
  if (
    !only ||
    more.length > 0 ||
    only.label !== null ||
    thing !== null ||
    !own.every(({ phrase }) => phrase.nth.length > 0)
  )
    return false;
  const shortens = ({ start, end }: Hours) =>
    start !== null &&
    end !== null &&
    (start === only.start) !== (end === only.end) &&
    isWithin(only, { ...only, start, end });
  return own.every(({ phrase }) =>
    entries.some(
      (one) =>
        isBareWeekday(one.phrase) &&
        includesAll(one.phrase.weekdays, phrase.weekdays) &&
        one.hours?.length === 1 &&
        one.hours.every(shortens),
    ),
  );
};
