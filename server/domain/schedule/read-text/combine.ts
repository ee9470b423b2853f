import { mergeAudience, pairEnds } from './audience.ts';
import { includesAll, weekdaysOf, type Combined } from './combined.ts';
import { withoutDatedDays } from './dated-days.ts';
import { entriesOf, isBareWeekday, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { withoutInner } from './inner-hours.ts';
import { narrow } from './narrow.ts';
import { placeHours } from './place-hours.ts';
import {
  hoursBefore,
  splitSchool,
  spreadWeekday,
  withBreaks,
  withPeriod,
  withSharedHours,
  withStarts,
} from './shared-hours.ts';
import type { Phrase } from './phrase.ts';
import { isOfSome, type Group, type Reading } from './reading.ts';
import { hasWeeks, placeEntries, type Named } from './place-days.ts';
import { ofItsDays, replaceInScope } from './scope.ts';
import { replaceTopic } from './topic.ts';
import { turn } from './turned.ts';
import { hoursByWeekday, hoursFirst, schoolDays, workdaysOf } from './weekday-hours.ts';

/** A group with the days that it names. */
interface Said {
  group: Group;
  own: Entry[] | null;
}

/**
 * Puts a more specific text (a note) over a more general one (the weekday column): what names all the days takes
 * their place, what speaks of some of them changes these alone, what names others comes to them.
 */
export function applyReading(before: Combined, reading: Reading): Combined {
  const [base, groups] = turn(
    before,
    workdaysOf(weekdaysOf(before.entries), withPeriod(reading.groups))
      .filter(
        (group) =>
          !isPauseAlone(group) && !isWhateverWeekday(before, reading, group) && !isHeldOnSome(before.entries, group),
      )
      .map((group) => ({ ...group, hours: withoutInner(mergeAudience(pairEnds(group.hours))) })),
  );
  const pauses = reading.groups.filter(isPauseAlone).flatMap((group) => group.pauses);
  return applyGroups(
    { ...base, pauses: [...base.pauses, ...pauses] },
    {
      ...reading,
      groups: withStarts(withSharedHours(base, spreadWeekday(withBreaks(splitSchool(byWeekday(base, groups), base))))),
    },
  );
}

/** 「※12時~13時は休憩」: of whatever days. */
const isPauseAlone = ({ phrases, hours, scope, pauses }: Group) =>
  phrases.length + hours.length === 0 && scope === null && pauses.length > 0;

/** 「毎週木曜 16時~、身体測定は第2木曜」: on some of the days that are open every week, and no hours are said. */
const isHeldOnSome = (before: Entry[], { activity, hours, phrases }: Group): boolean =>
  activity !== null &&
  hours.length === 0 &&
  phrases.every(
    ({ nth, weekdays }) =>
      nth.length > 0 &&
      before.some(
        ({ phrase }) =>
          isBareWeekday({ ...phrase, every: null, holiday: false }) && includesAll(phrase.weekdays, weekdays),
      ),
  );

/** 「毎月25日 ※土日でもやります」: days of the month are held though they fall on these. */
function isWhateverWeekday(before: Combined, { groups }: Reading, { also, hours, phrases }: Group): boolean {
  const days = [
    ...before.entries.map(({ phrase }) => phrase),
    ...groups.flatMap((group) => (group.also ? [] : group.phrases)),
  ];
  return (
    also &&
    hours.length === 0 &&
    days.length > 0 &&
    days.every(({ monthDays }) => monthDays.length > 0) &&
    phrases.every((phrase) => phrase.weekdays.length > 0 && isBareWeekday({ ...phrase, holiday: false }))
  );
}

/** Where no days are known yet. */
const byWeekday = (before: Combined, groups: Group[]): Group[] =>
  before.entries.every(({ phrase, hours }) => isBareWeekday(phrase) && hours === null)
    ? schoolDays(hoursByWeekday(hoursFirst(groups)))
    : groups;

function applyGroups(before: Combined, reading: Reading): Combined {
  const result: Combined = { ...before, harmful: [...before.harmful] };
  const known = weekdaysOf(before.entries);
  const undated = withoutDatedDays(
    reading.groups.filter((group) => group.scope === null),
    before.entries.map(({ phrase }) => phrase),
  );
  result.harmful.push(...undated.others);
  const plain = undated.groups;
  const groups = plain
    .filter((group) => !saysOfTopic(group))
    .map((group) => ({ group, own: entriesOf(group, known.length < 7 ? known : []) }));
  const all = weekdaysOf(groups.flatMap(({ own }) => own ?? []));
  const named: Named = {
    entries: [],
    all,
    known,
    added: [],
    base: baseHours(groups),
    plain: isPlain(before.entries, reading),
    restates: restatesAll(before.entries, groups, all),
    parts: !before.entries.some(hasWeeks) && partsAll(known, groups),
  };
  const placed = groups.filter((said) => !isSaidAgain(said, groups));
  for (const { group, own } of placed) if (own) placeEntries(result, named, own, group);
  if (before.entries.length === 0 && (isPartOnly(reading, groups) || isPartOfColumns(before, groups)))
    result.harmful.push(...named.entries.map(({ phrase }) => phrase.text));
  result.harmful.push(...withoutOwnHours(groups, result));
  result.entries = [...baseOf(result, named), ...named.added];
  placeHours(
    result,
    groups.map(({ group }) => group),
    groups.filter(({ own }) => own).length,
    named.entries,
  );
  for (const { group, own } of groups)
    if (group.phrases.length > 0 && !own) narrow(result, group, known, isSeasonAlone(reading));
  for (const group of plain.filter(saysOfTopic)) replaceTopic(result, group);
  for (const group of reading.groups)
    if (group.scope !== null) replaceInScope(result, ofItsDays(result, reading, group));
  return result;
}

function partsAll(known: number[], groups: Said[]): boolean {
  const plain = ({ group, own }: Said) => own !== null && group.hours.length > 0 && !isOfSome(group) && !group.also;
  const timed = groups.filter(({ group }) => group.phrases.length > 0);
  const days = timed.map(({ own }) => weekdaysOf(own ?? []));
  const together = days.flat();
  return (
    timed.length > 1 &&
    timed.length === groups.length &&
    timed.every(plain) &&
    timed.every(({ own }) => own?.every(({ phrase }) => phrase.nth.length === 0 && phrase.months.length === 0)) &&
    new Set(together).size === together.length &&
    includesAll(together, known)
  );
}

/** 「毎週火曜が会館、木曜と金曜は町会で18時~」: whether the hours at the end are of the first days too is not said. */
function withoutOwnHours(groups: Said[], { hours, columns, entries }: Combined): string[] {
  if (hours !== null || columns !== null || entries.length > 0) return [];
  return groups.flatMap(({ group, own }, at) => {
    const next = groups[at + 1];
    const lacks = own !== null && group.hours.length === 0 && !group.open && group.part === null && !group.also;
    const timed = next?.own && next.group.topic && next.group.hours.length > 0 && next.group.clause === group.clause;
    return lacks && timed && groups.slice(0, at).every(({ group: one }) => one.hours.length === 0)
      ? group.phrases.map(({ text }) => text)
      : [];
  });
}

/** 「土曜は午前のみ 月~金 9:00~17:00 土 9:00~12:00」: the hours that follow say it too. */
const isSaidAgain = ({ group, own }: Said, groups: Said[]) =>
  group.part !== null &&
  group.hours.length === 0 &&
  groups.some(
    (other) =>
      other.group !== group &&
      other.group.hours.length > 0 &&
      other.group.hours.every((h) => fitsHalf(h, group.part)) &&
      weekdaysOf(other.own ?? []).join() === weekdaysOf(own ?? []).join(),
  );

const [NOON, EARLY_AFTERNOON] = [720, 780];
const fitsHalf = ({ start, end }: Hours, half: 'AM' | 'PM' | null) =>
  half === 'AM' ? end !== null && end <= EARLY_AFTERNOON : start !== null && start >= NOON;

const restatesAll = (before: Entry[], groups: Said[], all: number[]) =>
  includesAll(all, weekdaysOf(before)) && !before.some(hasWeeks) && groups.some(({ own }) => own?.some(hasWeeks));

/** 「10:00~17:00 月~金、…」 or 「月~金 10:00~17:00、…」 */
function baseHours(groups: Said[]): Entry['hours'] {
  const first = groups.find(({ group }) => group.hours.length > 0);
  return first && !isOfSome(first.group) && !first.group.also ? first.group.hours : null;
}

/** 「6月から翌年3月まで」 is all that the text says. */
function isSeasonAlone(reading: Reading): boolean {
  const [only, ...more] = reading.groups;
  const said = more.length + reading.harmful.length + reading.remarks.length;
  const phrases = only?.phrases ?? [];
  return said === 0 && phrases.length > 0 && phrases.every(({ text }) => /~|-|から/.test(text));
}

/** What is named takes the place of what was known, if it is more than days on which it only may be held. */
function baseOf(result: Combined, named: Named): Entry[] {
  if (named.entries.length === 0) return result.entries;
  const adds = named.entries.every((entry) => entry.open) && result.entries.length > 0;
  if (adds) return [...result.entries, ...named.entries];
  named.entries = named.entries.map((entry) => hoursBefore(result.entries, entry));
  return named.entries;
}

const isPlain = (before: Entry[], reading: Reading) =>
  !reading.labelled && reading.remarks.length === 0 && !before.some(hasWeeks);

/** 「土曜日は第2・第4のみ」 */
const saysOfTopic = (group: Group) => group.phrases.some((phrase) => phrase.predicate);

/** 「日・祝は10時から」 beside columns of 9:00~17:00 and no days: of the others nothing is said. */
const isPartOfColumns = ({ columns }: Combined, groups: Said[]): boolean => {
  const days = groups.filter(({ own }) => own);
  const differs = (h: Hours) => !columns?.some(({ start, end }) => start === h.start && end === h.end);
  const changes = ({ group }: Said) =>
    (group.topic || group.hours.every(({ start }) => start === null)) &&
    group.hours.length > 0 &&
    group.hours.every(differs);
  return columns !== null && days.length > 0 && days.every(changes);
};

/** 毎週土曜, 毎月第2土曜, 年中無休 */
const isEachWeek = ({ every, weekdays }: Phrase) => every === 'day' || (every !== null && weekdays.length > 0);

/**
 * 「9:30~12:00 ※第1・3土曜は15:30まで」 names some days beside hours of others that are not named; and where the hours of the
 * seasons come first (「4/1~9/30 9:15~17:30 … 月曜日」), days after them may as well be the closing days.
 */
function isPartOnly(reading: Reading, groups: Said[]): boolean {
  const days = groups.filter(({ own }) => own);
  if (days.length === 0) return false;
  const first = reading.groups.findIndex((group) => group === days[0]?.group);
  const others = reading.groups.filter((group) => group.hours.length > 0 && !days.some((one) => one.group === group));
  const seasons = others.filter(
    (group) => reading.groups.indexOf(group) < first && (group.scope || group.phrases.length > 0),
  );
  const sole = days.length === 1 && days.every(({ group }) => group.sole && !group.topic);
  const unnamed = !sole && days.every(({ group }) => isOfSome(group)) && others.length > 0;
  return (
    unnamed ||
    (seasons.length > 0 &&
      !sole &&
      days.every(({ group }) => group.hours.length === 0 && !group.phrases.some(isEachWeek)))
  );
}
