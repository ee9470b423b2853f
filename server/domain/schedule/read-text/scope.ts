import { includesAll, weekdaysOf, type Combined } from './combined.ts';
import { entriesOf, namesDays, type Entry } from './entry.ts';
import { overrideHours, splitEntries } from './override.ts';
import type { Phrase } from './phrase.ts';
import { isSingleDay, sharesLine, type Group, type Reading } from './reading.ts';
import { asBefore } from './shared-hours.ts';

/** 「12月は第2金曜日」, 「11月~2月は17:00まで」: in that part of the year other days or hours hold. */
export function replaceInScope(result: Combined, group: Group): void {
  const { scope } = group;
  if (!scope) return;
  // 「令和8年11月~令和9年3月 第1水曜、3月は第2水曜」: more than rules say
  if (result.entries.some(({ phrase }) => phrase.dates !== null && phrase.dates.from !== phrase.dates.to)) {
    result.harmful.push(scope.text);
    return;
  }
  const known = weekdaysOf(result.entries);
  const own = isEachWeek(group, known) ? everyWeekOf(group, known) : entriesInScope(group, known);
  if (own === null || (own.length === 0 && result.entries.length === 0)) result.harmful.push(scope.text);
  else if (own.length === 0) applyHours(result, scope, group);
  else replaceDays(result, group, scope, own);
}

/**
 * 「火~土 10時~18時(10月~3月は17時まで)、日祝 10時~16時」: other hours of a part of the year, in brackets behind some days, are of these
 * alone where other days have their own. Behind the last days of a line they may be of all of them.
 */
export function ofItsDays(result: Combined, { groups }: Reading, group: Group): Group {
  const { of, scope } = group;
  const weekdays = of?.phrases.flatMap((phrase) => phrase.weekdays) ?? [];
  if (!of || !scope || scope.school !== null || weekdays.length === 0) return group;
  if (group.phrases.length + scope.weekdays.length > 0) return group;
  const others = groups.filter(
    ({ phrases, hours, ...other }) =>
      phrases !== of.phrases &&
      other.scope === null &&
      other.of === null &&
      hours.length > 0 &&
      phrases.some(namesDays),
  );
  if (others.length === 0) return group;
  const last = groups.findLastIndex(({ phrases }) => others.some((other) => other.phrases === phrases));
  const behindAll = last < groups.indexOf(group) && others.some((other) => sharesLine(other, of));
  if (behindAll || of.phrases.some(({ holiday }) => holiday)) result.harmful.push(scope.text);
  return { ...group, scope: { ...scope, weekdays } };
}

const entriesInScope = (group: Group, known: number[]) =>
  group.phrases.length > 0 ? entriesOf(group, known.length < 7 ? known : []) : [];

/** 「土曜 6月~8月は毎週、それ以外は第2土曜」 */
const isEachWeek = ({ phrases }: Group, known: number[]) =>
  known.length > 0 && known.length < 7 && phrases.length === 1 && phrases.every(isWeekAlone);

const isWeekAlone = ({ every, weekdays, nth, monthDays, count, interval }: Phrase) =>
  every === 'week' && weekdays.length + nth.length + monthDays.length === 0 && count === null && interval === null;

const everyWeekOf = ({ phrases, hours, pauses }: Group, weekdays: number[]): Entry[] =>
  phrases.map((phrase) => ({
    phrase: { ...phrase, weekdays },
    hours: hours.length > 0 ? hours : null,
    pauses,
    open: false,
  }));

function replaceDays(result: Combined, group: Group, scope: Phrase, own: Entry[]): void {
  const split = splitEntries(result.entries, { ...scope, weekdays: [], nth: [], monthDays: [] });
  const known = weekdaysOf(result.entries);
  const days = weekdaysOf(own);
  // 「8月は第2火曜」 where Tuesdays and Thursdays are known: whether Thursdays go on is not said
  const partly = known.length > days.length && days.length > 0 && includesAll(known, days);
  const daysOfMonth = (entries: Entry[]) => entries.flatMap(({ phrase }) => phrase.monthDays).length;
  // 「10日、20日、30日(2月は28日)」: whether the others go on is not said
  const someDays = daysOfMonth(own) > 0 && daysOfMonth(own) < daysOfMonth(result.entries);
  // 「第1日曜(1月は第2日曜)と第3水曜」: the bracket speaks of Sundays
  if (split && partly && scope.bracketed && result.entries.every(({ phrase }) => phrase.nth.length > 0)) {
    const others = split.inside.filter(({ phrase }) => !phrase.weekdays.some((day) => days.includes(day)));
    result.entries = [...split.outside, ...others, ...own.flatMap((entry) => inScope(entry, scope, split.inside))];
    return;
  }
  if (!split || (someDays && !group.only) || (partly && !group.only && !group.also)) result.harmful.push(scope.text);
  else if (group.also)
    result.entries = [...result.entries, ...own.flatMap((entry) => inScope(entry, scope, split.inside))];
  else {
    // 「4月~7月の第1土曜 13時~15時(8月は第3土曜)」: at the hours of the rest of the year
    const before = split.inside.length > 0 ? split.inside : split.outside;
    result.entries = [...split.outside, ...own.flatMap((entry) => inScope(entry, scope, before))];
  }
}

/** An entry in a part of the year, with the hours that held there before where it has none of its own. */
function inScope(entry: Entry, scope: Phrase, before: Entry[]): Entry[] {
  const { months, season, school } = scope;
  // 「8月の森あそびは8月24日」
  const part = isSingleDay(entry.phrase) ? { school } : { months, season, school };
  return [{ ...asBefore(entry, before[0]), phrase: { ...entry.phrase, ...part } }];
}

/** Other hours in a part of the year; 「学校のある日14時半~、長期休み8時~」 opens a part that was none before. */
export function applyHours(result: Combined, scope: Phrase, group: Group): void {
  const hours = group.hours.length > 0 ? group.hours : null;
  if (hours && scope.school === 'ONLY' && result.entries.every(({ phrase }) => phrase.school === 'NEVER')) {
    result.entries = [...result.entries, ...result.entries.map((entry) => inSchoolHolidays(entry, scope, hours))];
    return;
  }
  const split = splitEntries(result.entries, scope);
  // 「火~土 3月~10月：13時~18時 11月~2月：13時~17時」
  if (hours && split && result.entries.length > 0 && split.inside.length === 0) {
    const other = result.entries.map((entry) => inOtherPart(entry, scope, hours));
    result.entries = [...result.entries, ...withoutRepeats(other)];
    return;
  }
  const next = overrideHours(result.entries, scope, hours, group.pauses, true);
  if (next) result.entries = next;
  else result.harmful.push(scope.text);
}

const inOtherPart = (entry: Entry, { months, season }: Phrase, hours: Entry['hours']): Entry => ({
  ...entry,
  hours,
  phrase: { ...entry.phrase, months, season },
});

const withoutRepeats = (entries: Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify({ ...entry.phrase, text: '' }), entry])).values(),
];

const inSchoolHolidays = (entry: Entry, { months, school }: Phrase, hours: Entry['hours']): Entry => ({
  ...entry,
  hours,
  phrase: { ...entry.phrase, months, school },
});

/** 「12月のみ第3土曜」 where 第4土曜 is known: in that part of the year alone. Whether it was such. */
export function replacePartOfYear(result: Combined, own: Entry[], group: Group): boolean {
  const applies =
    result.entries.length > 0 &&
    result.entries.every(({ phrase }) => phrase.nth.length > 0) &&
    own.every(({ phrase }) => phrase.months.length > 0 || phrase.season !== null);
  if (!applies) return false;
  for (const entry of own) replaceInScope(result, { ...group, phrases: [bare(entry.phrase)], scope: entry.phrase });
  return true;
}

const bare = (phrase: Phrase): Phrase => ({ ...phrase, months: [], season: null, school: null });
