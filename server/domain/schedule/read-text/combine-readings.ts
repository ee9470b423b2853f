import { applyClosures } from './closures.ts';
import type { ColumnHours } from './columns.ts';
import { applyReading } from './combine.ts';
import { includesAll, isFull, type Combined } from './combined.ts';
import { isBareWeekday, weekdaysIn, type Entry } from './entry.ts';
import { everyDay, type Phrase } from './phrase.ts';
import { isHolidays, onlyNarrows, type Group, type Reading } from './reading.ts';
import { yearDaysOf } from './year-days.ts';

/** Where no text names days, a closing day does: 「4月~9月は9時~18時、月曜休館」. */
export function combine(readings: Reading[], code: number | null, columns: ColumnHours): Combined {
  const start: Combined = {
    entries: [],
    hours: null,
    pauses: [],
    columns: columns.hours,
    harmful: [],
    every: null,
    weekly: code === null ? null : code <= 3,
  };
  const combined = withoutWider(readings).reduce(applyReading, start);
  const named = combined.entries.some((entry) => !entry.open) && !opensInSeason(readings) && !namesActivities(readings);
  if (named && combined.harmful.length === 0) return combined;
  const closed = applyClosures(readings, []).entries;
  const untimed = code === null && columns.hours === null && columns.unread.length === 0 && closesInWeeks(readings);
  const entries = closed.length > 0 ? closed : untimed ? onEveryDay() : alwaysOpen(readings, combined, code);
  if (entries.length === 0) return combined;
  const again = readings.reduce(applyReading, { ...start, entries });
  return again.harmful.length === 0 ? again : combined;
}

/** 月~金 in the column of weekdays, 月・火・木・金 in that of days, and of Wednesdays the note says what is: the second are the days. */
const withoutWider = (readings: Reading[]): Reading[] =>
  readings.filter((reading, i) => {
    const [next, ...rest] = readings.slice(i + 1);
    if (!next || rest.length === 0 || !isBareList(reading) || !isBareList(next)) return true;
    const [days, own] = [weekdaysIn(reading), weekdaysIn(next)];
    const closed = rest.flatMap(({ closures }) => closures.flatMap(({ phrases }) => phrases));
    const told = [...rest.flatMap(weekdaysIn), ...closed.flatMap(({ weekdays }) => weekdays)];
    const missing = days.filter((day) => !own.includes(day));
    return !(includesAll(days, own) && includesAll(told, missing));
  });

const isBareList = ({ groups, closures, harmful }: Reading) =>
  closures.length + harmful.length === 0 &&
  groups.length > 0 &&
  groups.every(({ hours, phrases }) => hours.length === 0 && phrases.length > 0 && phrases.every(isBareWeekday));

/** 「9:00~17:00 休館日 火曜日 7/20~8/31は毎日開館」: the only days that are named are those of a part of the year. */
function opensInSeason(readings: Reading[]): boolean {
  const named = readings.flatMap(({ groups }) => groups).filter(({ phrases }) => phrases.length > 0);
  const ofSeason = ({ scope, hours, phrases }: Group) =>
    scope !== null &&
    scope.school === null &&
    hours.length === 0 &&
    phrases.every(({ every, weekdays }) => every === 'day' && weekdays.length === 0);
  return named.length > 0 && named.every(ofSeason);
}

/** 「9:00~17:00 月曜定休 誕生会は最終金曜」: the only days that are named are those of what is held within the opening. */
function namesActivities(readings: Reading[]): boolean {
  const named = readings.flatMap(({ groups }) => groups).filter(({ phrases }) => phrases.length > 0);
  return (
    named.length > 0 &&
    named.every(
      ({ activity, phrases }) =>
        activity !== null && phrases.every(({ nth, weekdays }) => nth.length * weekdays.length > 0),
    )
  );
}

const onEveryDay = (): Entry[] => [{ phrase: everyDay(), hours: null, pauses: [], open: false }];

/** 「9:00~17:00 休館日 年末年始、偶数月の第3日曜日」: where closing days are listed and hours are known, the others are open. */
function alwaysOpen(readings: Reading[], combined: Combined, code: number | null): Entry[] {
  const led = readings.flatMap((reading) =>
    reading.closures.filter((closure) => closure.led || closesBesides(closure.phrases)),
  );
  const phrases = led.flatMap((closure) => closure.phrases);
  const unsure = readings.some(({ irregular, others, counts }) => irregular || others || counts.length > 0);
  const holidays = phrases.every((phrase) => phrase.holiday && phrase.nth.length + phrase.weekdays.length === 0);
  if (unsure) return [];
  if (isAllYear(readings, combined)) return onEveryDay();
  const groups = readings.flatMap((reading) => reading.groups);
  const daily = code === null && opensOnSundays(groups) && !isShort(groups.slice(0, 1), combined);
  if (phrases.length === 0 && daily) return onEveryDay();
  if (phrases.length === 0 || holidays || phrases.some((phrase) => phrase.open)) return [];
  // 「9:00~21:00(土曜は8:00開館) 休館日 12/30~1/3」
  if (!groups.every(saysOfSome)) return [];
  // 「9:30~11:30 毎月最終木曜、年末年始休み」: a place that is open every day but one is open for longer
  if (
    led.some((closure) => !closure.led && closure.phrases.some(({ nth }) => nth.length > 0)) &&
    isShort(groups, combined)
  )
    return [];
  if ((combined.hours ?? combined.columns) === null && !groups.some(isHoursAlone) && !coversYear(groups)) return [];
  return onEveryDay();
}

/** 「休館日 第3月曜日」, and no word of hours or of other days: 「図書整理日」 does not say that the others are open. */
function closesInWeeks(readings: Reading[]): boolean {
  const phrases = readings.flatMap(({ closures }) => closures.flatMap((closure) => closure.phrases));
  const text = readings.flatMap(({ tokens }) => tokens.map((token) => token.text)).join('');
  return (
    readings.every(
      ({ groups, irregular, others, counts }) => groups.length + counts.length === 0 && !irregular && !others,
    ) &&
    phrases.some(({ nth, weekdays, months }) => nth.length * weekdays.length > 0 && months.length === 0) &&
    phrases.every(({ nth, weekdays, open }) => (weekdays.length === 0 || nth.length > 0) && !open) &&
    /(?:休[館業所園室]|定休)日/.test(text) &&
    !/[0-9](?::|時)/.test(text)
  );
}

/** 「10:00~20:00(日祝は18:00まで)」: Sunday is among the days with other hours, so none of the others is closed. */
function opensOnSundays([first, ...others]: Group[]): boolean {
  const all = first?.phrases.length === 0 && isHoursAlone(first);
  const days = others.flatMap(({ phrases }) => phrases);
  return (
    all &&
    others.every(({ topic, hours }) => topic && hours.length > 0) &&
    days.every((phrase) => isBareWeekday({ ...phrase, holiday: false })) &&
    days.some(({ weekdays }) => weekdays.includes(SUNDAY))
  );
}

const SUNDAY = 7;
const DAY = 1440;

/** 「通年開放」 or 「5月1日~10月31日」 beside hours in columns, 「24時間利用可能」: nothing is said of days that are not meant. */
function isAllYear(readings: Reading[], { hours, columns }: Combined): boolean {
  const [only, ...more] = readings;
  if (!only || more.length > 0 || only.harmful.length + only.closures.length + only.halves.length > 0) return false;
  if (only.announced || only.suspended || only.hidden || only.holidayRule !== null) return false;
  const words = only.tokens.map(({ text }) => text).join('');
  const [group, ...others] = only.groups;
  const bare = only.groups.every(({ phrases, scope }) => phrases.length === 0 && scope === null);
  const whole = isFull(columns);
  if (whole && bare && /^通年(?:開放|利用|使用|営業|開館|開園)?(?:可能?)?。?$/.test(words)) return true;
  const season =
    group?.phrases.length === 1 && group.phrases.every(isSeason) && others.length + group.hours.length === 0;
  if (whole && season && only.remarks.length === 0) return true;
  const day = hours?.length === 1 && hours[0]?.start === 0 && hours[0].end === DAY;
  return (
    day &&
    bare &&
    /^24時間(?:・|\/|、| )*(?:通年)?(?:ご?利用|使用|営業|開放|開館|オープン)(?:可能?|できます)?(?:です)?。?$/.test(
      words,
    )
  );
}

const isSeason = (phrase: Phrase) => onlyNarrows(phrase) && phrase.school === null && /~|-|から/.test(phrase.text);

const HALF_A_DAY = 300;

function isShort(groups: Group[], { hours, columns }: Combined): boolean {
  const said = [...groups.flatMap((group) => group.hours), ...(hours ?? columns ?? [])];
  const spans = said.map(({ start, end }) => (start === null || end === null ? 0 : end - start));
  return spans.reduce((sum, minutes) => sum + minutes, 0) < HALF_A_DAY;
}

/** 「12月29日~1月3日は休館」, 「第3火曜、年末年始は休館」 beside hours */
const closesBesides = (phrases: Phrase[]) =>
  phrases.every((phrase) => isPartOfYear(phrase) || phrase.nth.length > 0 || isHolidays(phrase)) &&
  !phrases.every(isHolidays);

/** 「12月29日~1月3日」 */
const isPartOfYear = (phrase: Phrase) =>
  phrase.weekdays.length + phrase.nth.length === 0 &&
  (phrase.fixed !== null || phrase.months.length > 0 || phrase.season !== null);

const saysOfSome = ({ phrases, scope, topic }: Group) => phrases.every(onlyNarrows) || scope !== null || topic;

const isHoursAlone = ({ phrases, scope, hours }: Group) =>
  phrases.every(onlyNarrows) && scope === null && isFull(hours);

/** 「3月~11月は9時~17時、12月~2月は9時~16時」 */
function coversYear(groups: Group[]): boolean {
  const scopes = groups.flatMap(({ scope, hours }) => (scope && isFull(hours) ? [scope] : []));
  if (scopes.some(({ school }) => school !== null)) return false;
  const years = scopes.map(yearDaysOf);
  return years[0]?.every((_, day) => years.some((days) => days[day])) ?? false;
}
