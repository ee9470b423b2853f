import { LIFE_STAGES, type LifeStage } from '../../age.ts';
import { ALL_WEEKDAYS, EVERY_DAY, type DayRule, type HolidayPolicy, type Rule, type TimeSlot } from '../schedule.ts';
import { isDatedDay } from './dated-days.ts';
import type { Entry } from './entry.ts';
import { shiftAfternoon, type Hours } from './hours.ts';
import type { Phrase } from './phrase.ts';

export function dayRuleOf(phrase: Phrase): DayRule {
  const single = phrase.dates !== null && phrase.dates.from === phrase.dates.to;
  return {
    ...EVERY_DAY,
    weekdays: phrase.weekdays as DayRule['weekdays'],
    nth: phrase.nth,
    monthDays: phrase.monthDays,
    months: [...phrase.months].sort((a, b) => a - b),
    season: phrase.season,
    schoolHolidays: phrase.school,
    dayOffset: phrase.shift,
    dates: single && phrase.dates ? [phrase.dates.from] : [],
    validFrom: !single && phrase.dates ? phrase.dates.from : null,
    validUntil: !single && phrase.dates ? phrase.dates.to : null,
  };
}

/** The rules of an entry: its days, the days that follow them, and holidays where these are opening days. */
export function rulesOf(entry: Entry, certainty: Rule['certainty']): Rule[] {
  const { phrase } = entry;
  const slots = slotsOf(entry);
  const base = { certainty: entry.open ? ('IRREGULAR' as const) : certainty, slots };
  const days = dayRuleOf(phrase);
  const rules: Rule[] = [];
  const onHolidays: HolidayPolicy | null = phrase.holiday || isDatedDay(phrase) ? 'AS_USUAL' : null;
  if (phrase.weekdays.length > 0 || !phrase.holiday) rules.push({ ...days, ...base, holidays: onHolidays });
  if (phrase.holiday) rules.push({ ...days, weekdays: [], nth: [], ...base, holidays: 'ONLY' });
  const offset = offsetOf(phrase);
  if (offset !== null) rules.push({ ...days, ...base, holidays: onHolidays, dayOffset: offset });
  return rules;
}

/** 「祝日は休館(土日にあたる場合は開館)」: on these weekdays holidays are as usual. */
export const openOnHolidays = (rules: Rule[], open: number[]): Rule[] =>
  open.length === 0
    ? rules
    : rules.flatMap((rule) => {
        if (rule.holidays !== null) return [rule];
        const own = rule.weekdays.length > 0 ? rule.weekdays : ALL_WEEKDAYS;
        const parts = [own.filter((day) => !open.includes(day)), own.filter((day) => open.includes(day))];
        return parts.flatMap((weekdays, i) =>
          weekdays.length > 0 ? [{ ...rule, weekdays, holidays: i === 1 ? ('AS_USUAL' as const) : null }] : [],
        );
      });

/** 「月：食堂 月・水：学習支援」, 「第2日曜、第4日曜」: rules of the same hours that differ in weekdays or in weeks alone are one. */
export function mergeRules(rules: Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of rules) {
    const at = merged.findIndex((other) => mergesWith(other, rule));
    const other = merged[at];
    if (other)
      merged[at] = { ...other, weekdays: union(other.weekdays, rule.weekdays), nth: union(other.nth, rule.nth) };
    else merged.push(rule);
  }
  return merged;
}

function mergesWith(a: Rule, b: Rule): boolean {
  const weekdays = same({ ...a, weekdays: [] }, { ...b, weekdays: [] });
  const weeks = a.nth.length > 0 && b.nth.length > 0 && same({ ...a, nth: [] }, { ...b, nth: [] });
  return weeks || (weekdays && a.weekdays.some((day) => b.weekdays.includes(day)));
}

const same = (a: Rule, b: Rule) => JSON.stringify(a) === JSON.stringify(b);
const union = <T extends number>(a: T[], b: T[]) => [...new Set([...a, ...b])].sort((x, y) => x - y);

/** 「とその直後の木曜日」 in days after the weekday named. */
export function offsetOf({ then, weekdays }: Phrase): number | null {
  const [first] = weekdays;
  if (!then || first === undefined) return null;
  return then.after === 'week' ? 7 - first + then.weekday : (then.weekday - first + 7) % 7 || 7;
}

function slotsOf({ hours, pauses }: Entry): TimeSlot[] {
  if (!hours || hours.some((h) => h.bad)) return [];
  const slots = shiftAfternoon(hours).filter((h) => h.start !== null || h.end !== null);
  return mergeSlots(pauses.reduce(cutPause, slots).map(toSlot));
}

/** 休憩 from … to takes its part out of the hours; one without both ends changes nothing. */
function cutPause(list: Hours[], { start, end }: Hours): Hours[] {
  if (start === null || end === null) return list;
  return list.flatMap((h) => {
    if (h.start === null || h.end === null || h.start >= end || h.end <= start) return [h];
    const parts = [
      { ...h, end: start },
      { ...h, start: end },
    ];
    return parts.filter((part) => (part.start ?? 0) < (part.end ?? 0));
  });
}

function toSlot({ start, end, label, without }: Hours): TimeSlot {
  const name = nameOf(label ?? '');
  const shut = shutOut(without ?? '');
  const stages = shut.length > 0 ? LIFE_STAGES.filter((stage) => !shut.includes(stage)) : stagesOf(label);
  return {
    start,
    end,
    ...(name === '' ? {} : { label: name }),
    ...(stages.length > 0 ? { ages: [{ from: null, until: null, stages }] } : {}),
  };
}

/** What can stand as a name: 「小学校の」 without its joint, neither a sign alone nor a single kana that was left over. */
function nameOf(label: string): string {
  const name = label.replace(/[のはがを、:・ ]+$/, '');
  return /^[ぁ-ん]?$/.test(name) || !/[\p{L}\p{N}]/u.test(name) ? '' : name;
}

const STAGES: [RegExp, LifeStage[]][] = [
  [/小学校?低学年/, ['PRIMARY_LOWER']],
  [/小学校?高学年/, ['PRIMARY_UPPER']],
  [/小学(?!校?[低高])|小・?中/, ['PRIMARY_LOWER', 'PRIMARY_UPPER']],
  [/中学|中高/, ['JUNIOR_HIGH']],
  [/高校|中高/, ['HIGH_SCHOOL']],
  [/乳幼児|未就学|就学前/, ['BABY', 'TODDLER', 'PRESCHOOL']],
];
/** The last stage of 「小学生以下」. */
const LAST: [RegExp, LifeStage][] = [
  [/小学生以下/, 'PRIMARY_UPPER'],
  [/中学生以下/, 'JUNIOR_HIGH'],
];

/** For whom hours are not, one after another: 「乳幼児親子・小学生」. */
function shutOut(label: string): LifeStage[] {
  const named = label.split(/[・、と]/).flatMap((part) => {
    const last = LAST.find(([pattern]) => pattern.test(part))?.[1];
    if (last) return LIFE_STAGES.slice(LIFE_STAGES.indexOf('BABY'), LIFE_STAGES.indexOf(last) + 1);
    return stagesOf(part.replace(/親子$/, '').replace(/(?<!乳)幼児/, '乳幼児'));
  });
  return [...new Set(named)];
}

/** Whom a label names, where it names them alone. */
function stagesOf(label: string | null): LifeStage[] {
  if (!label || /以上|以下|保護者|親子|大人/.test(label)) return [];
  return STAGES.flatMap(([pattern, stages]) => (pattern.test(label) ? stages : []));
}

/** The same hours twice are one slot. */
function mergeSlots(slots: TimeSlot[]): TimeSlot[] {
  const seen = new Map<string, TimeSlot>();
  for (const slot of slots) {
    const key = `${slot.start}-${slot.end}-${slot.label ?? ''}`;
    if (!seen.has(key)) seen.set(key, slot);
  }
  return [...seen.values()].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
