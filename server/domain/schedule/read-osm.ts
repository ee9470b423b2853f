import { shiftWeekday } from './calendar-day.ts';
import { parseOsmRules, type OsmRule } from './read-osm-rule.ts';
import { daysOverlap, subtractDays } from './rule-days.ts';
import {
  EVERY_DAY,
  UNKNOWN_SCHEDULE,
  type Closure,
  type DayRule,
  type PublicHolidays,
  type Rule,
  type Schedule,
  type Weekday,
} from './schedule.ts';

/**
 * Reads the OpenStreetMap `opening_hours` syntax: what `writeOsm` writes, and the usual writings of mappers. Never throws;
 * a value that is not understood is UNKNOWN with the value in `unread`. Holidays that the value does not name stay UNKNOWN.
 */
export function readOsm(text: string): Schedule {
  const unread: Schedule = { ...UNKNOWN_SCHEDULE, text, unread: [text] };
  const rules = parseOsmRules(text);
  if (!rules || rules.length === 0) return unread;
  const [only] = rules;
  if (rules.length === 1 && only?.state === 'off' && isEveryDay(only))
    return { ...unread, certainty: 'SUSPENDED', unread: [] };
  const schedule: Schedule = { ...UNKNOWN_SCHEDULE, certainty: 'FIXED', rules: [], closures: [], extraDates: [], text };
  const failed = rules.filter((rule, i) => !applyRule(schedule, rule, runsOf(rules, i)));
  if (failed.length > 0) return { ...unread, unread: failed.map((rule) => rule.text) };
  if (schedule.rules.every((rule) => rule.certainty === 'IRREGULAR')) schedule.certainty = 'IRREGULAR';
  return schedule;
}

const isEveryDay = (rule: OsmRule) =>
  rule.weekdays.length === 0 &&
  !rule.publicHolidays &&
  !rule.schoolHolidays &&
  rule.holidayOffset === null &&
  !hasYearPart(rule);

/** `PH +1 day` of a holiday that another follows: what is said of holidays later holds, and where nothing is, it is not known. */
function runsOf(rules: OsmRule[], at: number): PublicHolidays {
  const named = rules.findLastIndex(({ publicHolidays }) => publicHolidays);
  return named < 0 ? 'LAST_OF_RUN_SURELY' : named > at ? 'LAST_OF_RUN' : 'ALL';
}

const hasYearPart = ({ months, monthDays, seasons, dates, periods }: OsmRule) =>
  months.length + monthDays.length + seasons.length + dates.length + periods.length > 0;

/** False where the rule cannot be said by ours. */
function applyRule(schedule: Schedule, rule: OsmRule, runs: PublicHolidays): boolean {
  const days = rule.holidayOffset === null ? dayRules(rule) : holidayRules(rule, rule.holidayOffset, runs);
  if (!days) return false;
  if (rule.state === 'off') return close(schedule, rule, days);
  if (rule.state === 'unknown' && rule.slots.length === 0 && rule.weekdays.length === 0 && schedule.rules.length > 0) {
    schedule.closures.push(...days.map((day) => ({ ...closureOf(day), certain: false })));
    return true;
  }
  if (rule.dates.length > 0 && schedule.rules.length > 0) return addExtra(schedule, rule, days);
  return addRules(schedule, rule, days);
}

/** The rule's days: one rule for the weekdays of every week, one for each nth and offset. */
function dayRules(rule: OsmRule): DayRule[] | null {
  const years = yearParts(rule);
  if (!years) return null;
  const school = rule.schoolHolidays ? ('ONLY' as const) : null;
  const groups = new Map<string, DayRule>();
  for (const { weekday, nth, offset } of rule.weekdays) {
    const key = `${nth.join()} ${offset}`;
    const group = groups.get(key) ?? { ...EVERY_DAY, weekdays: [], nth, dayOffset: nth.length > 0 ? offset : 0 };
    const shifted = nth.length > 0 ? weekday : shiftWeekday(weekday, offset);
    groups.set(key, { ...group, weekdays: [...group.weekdays, shifted as Weekday].sort() });
  }
  const weekly: DayRule[] = groups.size > 0 ? [...groups.values()] : [{ ...EVERY_DAY }];
  return years.flatMap((year) => weekly.map((days) => ({ ...days, ...year, schoolHolidays: school })));
}

/** `PH +1 day Mo-Fr`, `Mo,PH +1 day`: the weekdays of the day itself, or others beside it. */
function holidayRules(rule: OsmRule, dayOffset: number, publicHolidays: PublicHolidays): DayRule[] | null {
  const { months, monthDays, seasons, dates, periods, weekdays, onlyHolidays, schoolHolidays } = rule;
  if (monthDays.length + seasons.length + dates.length + periods.length > 0 || schoolHolidays) return null;
  if (dayOffset < 0 && months.length > 0) return null;
  if (onlyHolidays && weekdays.some(({ nth, offset }) => nth.length > 0 || offset !== 0)) return null;
  const others = onlyHolidays || weekdays.length === 0 ? [] : dayRules(rule);
  const own = onlyHolidays ? weekdays.map(({ weekday }) => shiftWeekday(weekday, -dayOffset)) : [];
  const after: DayRule = {
    ...EVERY_DAY,
    weekdays: own.sort(),
    months: [...new Set(months)].sort((a, b) => a - b),
    publicHolidays,
    dayOffset,
  };
  return others && [...others, after];
}

function yearParts(rule: OsmRule): Partial<DayRule>[] | null {
  const { months, monthDays, seasons, dates, periods } = rule;
  const kinds = [months, monthDays, seasons, dates, periods].filter((list) => list.length > 0).length;
  if (kinds > 1) return null;
  if (dates.length > 0) return [{ dates }];
  if (seasons.length > 0) return seasons.map((season) => ({ season }));
  if (periods.length > 0) return periods.map(({ from, to }) => ({ validFrom: from, validUntil: to }));
  if (monthDays.length > 0) return monthDayParts(rule);
  return [{ months: [...new Set(months)].sort((a, b) => a - b) }];
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Jan 15,Feb 15,… is the 15th of the month; a day of one month alone is a season of a day. */
function monthDayParts({ monthDays }: OsmRule): Partial<DayRule>[] {
  const months = [...new Set(monthDays.map(({ month }) => month))].sort((a, b) => a - b);
  const days = [...new Set(monthDays.map(({ day }) => day))].sort((a, b) => a - b);
  const expected = months.flatMap((month) => days.filter((day) => day <= (LENGTHS[month - 1] ?? 31)));
  if (expected.length === monthDays.length && months.length > 1) {
    return [{ months: months.length === 12 ? [] : months, monthDays: days }];
  }
  return monthDays.map((day) => ({ season: { from: day, to: day } }));
}

function close(schedule: Schedule, rule: OsmRule, days: DayRule[]): boolean {
  if (rule.publicHolidays) {
    if (hasYearPart(rule) || rule.slots.length > 0 || rule.onlyHolidays) return false;
    schedule.holidays = 'CLOSED';
    if (rule.weekdays.length === 0 && rule.holidayOffset === null) return true;
  }
  if (rule.schoolHolidays && rule.slots.length === 0 && !hasYearPart(rule))
    return closeInSchoolHolidays(schedule, rule, days);
  const slots = rule.slots.length > 0 ? rule.slots : [undefined];
  for (const slot of slots) {
    if (slot && (slot.start === null || slot.end === null)) return false;
    const hours =
      slot && slot.start !== null && slot.end !== null ? { slot: { start: slot.start, end: slot.end } } : {};
    schedule.closures.push(...days.map((day) => ({ ...closureOf(day), ...hours })));
  }
  return true;
}

/** `SH We off` before `SH We 09:00-17:00`: the rules before it hold in school terms only. */
function closeInSchoolHolidays(schedule: Schedule, rule: OsmRule, days: DayRule[]): boolean {
  const weekdays = days.flatMap((day) => day.weekdays);
  schedule.rules = schedule.rules.map((own) => {
    const covered = rule.weekdays.length === 0 || own.weekdays.every((day) => weekdays.includes(day));
    return covered && own.weekdays.length > 0 !== (rule.weekdays.length === 0)
      ? { ...own, schoolHolidays: 'NEVER' as const }
      : own;
  });
  return true;
}

function closureOf(days: DayRule): Closure {
  const { weekdays, months, monthDays } = days;
  if (weekdays.length + months.length + monthDays.length === 0 && !days.schoolHolidays && !days.publicHolidays) {
    if (days.validFrom && days.validUntil) return { dates: { from: days.validFrom, to: days.validUntil } };
    if (days.season) return { annual: days.season };
    const [date] = days.dates;
    if (date && days.dates.length === 1) return { dates: { from: date, to: date } };
  }
  return { days };
}

/** A date after regular rules is an extra day; without a comma it takes the place of the regular hours on that day. */
function addExtra(schedule: Schedule, rule: OsmRule, days: DayRule[]): boolean {
  for (const date of days.flatMap((day) => day.dates)) {
    const replaced = !rule.adds && schedule.rules.some((own) => daysOverlap(own, { ...EVERY_DAY, dates: [date] }));
    if (replaced) schedule.closures.push({ dates: { from: date, to: date } });
    schedule.extraDates.push({ date, slots: rule.slots });
  }
  return true;
}

function addRules(schedule: Schedule, rule: OsmRule, days: DayRule[]): boolean {
  const certainty = rule.state === 'unknown' ? ('IRREGULAR' as const) : ('FIXED' as const);
  const added: Rule[] = days.map((day) => ({ ...day, certainty, holidays: null, slots: rule.slots }));
  if (rule.publicHolidays) return addHolidayRules(schedule, rule, added);
  if (!rule.adds && !rule.schoolHolidays) {
    for (const day of days) {
      const rest = schedule.rules.map((own) => (daysOverlap(own, day) ? subtractDays(own, day) : [own]));
      if (rest.some((list) => list === null)) return false;
      schedule.rules = rest.flatMap((list) => list ?? []);
    }
  }
  schedule.rules.push(...added);
  return true;
}

/** `Sa,PH 10:00`: also on holidays. `PH Sa 10:00` beside `Sa 10:00`: Saturdays as usual, holiday or not. */
function addHolidayRules(schedule: Schedule, rule: OsmRule, added: Rule[]): boolean {
  const regular = added.filter((own) => own.weekdays.length > 0 && !rule.onlyHolidays);
  schedule.rules.push(...regular.map((own) => ({ ...own, holidays: 'AS_USUAL' as const })));
  if (!rule.onlyHolidays) {
    schedule.rules = schedule.rules.map((own) =>
      sameHours(own, added[0]) && own.holidays === null ? { ...own, holidays: 'AS_USUAL' } : own,
    );
    const [first] = added;
    if (first) schedule.rules.push({ ...first, weekdays: [], nth: [], dayOffset: 0, holidays: 'ONLY' });
    return true;
  }
  for (const own of added) {
    const same = schedule.rules.findIndex(
      (other) => other.holidays === null && sameDays(other, own) && sameHours(other, own),
    );
    if (same < 0) schedule.rules.push({ ...own, holidays: 'ONLY' });
    else
      schedule.rules = schedule.rules.map((other, i) =>
        i === same ? { ...other, holidays: 'AS_USUAL' as const } : other,
      );
  }
  return true;
}

const sameHours = (a: Rule, b: Rule | undefined) =>
  b !== undefined && JSON.stringify(a.slots) === JSON.stringify(b.slots);

const sameDays = (a: DayRule, b: DayRule) =>
  [a, b]
    .map(({ weekdays, nth, months, monthDays, season, publicHolidays, dayOffset }) =>
      JSON.stringify({ weekdays, nth, months, monthDays, season, publicHolidays, dayOffset }),
    )
    .every((text, _, all) => text === all[0]);
