import { compileSchedule } from './compile.ts';
import { daysOverlap } from './rule-days.ts';
import { CannotSay } from './cannot-say.ts';
import { writeDays } from './write-osm-days.ts';
import {
  EVERY_DAY,
  type Closure,
  type DayRule,
  type HolidayPolicy,
  type Rule,
  type Schedule,
  type TimeSlot,
} from './schedule.ts';

export type WrittenOsm = { osm: string } | { cannot: string };

/**
 * The schedule in the OpenStreetMap `opening_hours` syntax. It says the determined part: what holds outside the
 * rules, and rules of a FIXED or USUAL schedule and closures whose days are not determined, are left out; all rules of an IRREGULAR one
 * are `unknown`. Holidays are named only where the schedule knows what holds on them; a holiday of an AS_USUAL rule is
 * `PH Mo-Fr 10:00-17:00`; after `PH +1 day off` it opens again the holidays that follow one. `cannot` names what the syntax has no words for.
 */
export function writeOsm(schedule: Schedule): WrittenOsm {
  if (schedule.certainty === 'UNKNOWN') return { cannot: 'Nothing is known of the days.' };
  if (schedule.certainty === 'SUSPENDED') return { osm: 'off' };
  const sure = schedule.rules.filter((rule) => schedule.certainty === 'IRREGULAR' || rule.certainty !== 'IRREGULAR');
  try {
    const parts = [...writeRules(sure, schedule), ...writeClosures(schedule, stands), ...writeExtras(schedule)];
    return parts.length === 0 ? { cannot: 'No rule names a day.' } : { osm: joinParts(parts) };
  } catch (error) {
    if (error instanceof CannotSay) return { cannot: error.message };
    throw error;
  }
}

interface Part {
  text: string;
  /** Comes beside what was said of the same days before, instead of taking its place. */
  adds: boolean;
}

const joinParts = (parts: Part[]) =>
  parts.reduce((text, part) => (text === '' ? part.text : `${text}${part.adds ? ', ' : '; '}${part.text}`), '');

function writeRules(rules: Rule[], schedule: Schedule): Part[] {
  const policy = (rule: Rule) => rule.holidays ?? schedule.holidays;
  const unknown = schedule.certainty === 'IRREGULAR';
  const regular = rules.filter((rule) => policy(rule) !== 'ONLY');
  const terms = regular.filter((rule) => rule.schoolHolidays !== 'ONLY');
  const parts = [
    ...ordered(terms).map(({ rule, adds }) => ({ text: writeRule(rule, '', unknown), adds })),
    ...terms
      .filter((rule) => rule.schoolHolidays === 'NEVER')
      .map((rule) => ({ text: writeSchoolOff(rule), adds: false })),
    ...ordered(regular.filter((rule) => rule.schoolHolidays === 'ONLY')).map(({ rule, adds }) => ({
      text: writeRule(rule, '', unknown),
      adds,
    })),
  ];
  return [
    ...parts,
    ...writeClosures(schedule, (closure) => !stands(closure)),
    ...writeHolidays(rules, policy, unknown),
  ];
}

/** Rules in their order, each with whether it shares a day with an earlier one. */
function ordered(rules: Rule[]): { rule: Rule; adds: boolean }[] {
  return rules.map((rule, i) => {
    const earlier = rules.slice(0, i).filter((other) => daysOverlap(other, rule));
    const previous = rules[i - 1];
    if (earlier.length > 0 && previous && writeSlots(previous.slots) === '') {
      throw new CannotSay('A day without hours beside hours on the same day.');
    }
    return { rule, adds: earlier.length > 0 };
  });
}

function writeHolidays(rules: Rule[], policy: (rule: Rule) => HolidayPolicy, unknown: boolean): Part[] {
  const parts: Part[] = [];
  const policies = rules.map(policy);
  if (policies.includes('OPEN_THEN_CLOSED')) throw new CannotSay('Open on a holiday and closed on the day after.');
  const closed = policies.includes('CLOSED');
  const usual = rules.filter((rule) => policy(rule) === 'AS_USUAL' && rule.dates.length === 0);
  if (closed && policies.includes('UNKNOWN')) throw new CannotSay('Holidays known for some rules only.');
  if (closed) parts.push({ text: 'PH off', adds: false });
  const only = rules.filter((rule) => policy(rule) === 'ONLY');
  const covered = (rule: Rule) =>
    only.some((other) => isEveryDay(other) && writeSlots(other.slots) === writeSlots(rule.slots));
  for (const { rule } of ordered([...usual.filter((rule) => !covered(rule)), ...only])) {
    const adds = parts.some((part) => part.text.startsWith('PH') && part.text !== 'PH off');
    parts.push({ text: writeRule(rule, 'PH', unknown), adds });
  }
  return parts;
}

const isEveryDay = (rule: DayRule) => writeDays(rule, '') === '';

function writeRule(rule: Rule, prefix: string, unknown: boolean): string {
  const days = writeDays(rule, prefix);
  const hours = writeSlots(rule.slots);
  const text = [days, hours].filter((part) => part !== '').join(' ');
  if (unknown) return `${text} unknown`.trim();
  return text === '' ? 'Mo-Su' : text;
}

const writeSchoolOff = (rule: Rule) => `${writeDays({ ...rule, schoolHolidays: 'ONLY' }, '')} off`;

/** '' where only the day is known. */
export function writeSlots(slots: TimeSlot[]): string {
  if (slots.some((slot) => slot.start === null)) {
    if (slots.length > 1) throw new CannotSay('An end without a start beside other hours.');
    return `open "～${clock(slots[0]?.end ?? 0)}"`;
  }
  return slots
    .map(({ start, end }) =>
      end !== null && end > (start ?? 0) ? `${clock(start ?? 0)}-${clock(end)}` : `${clock(start ?? 0)}+`,
    )
    .join(',');
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Not the day after a run of holidays: what is said of holidays comes after it. Where only that day is sure, the words are taken literally. */
const stands = ({ days }: Closure) => days?.publicHolidays !== 'LAST_OF_RUN';

function writeClosures(schedule: Schedule, chosen: (closure: Closure) => boolean): Part[] {
  return schedule.closures
    .filter((closure) => isCertain(closure) && chosen(closure))
    .map((closure) => {
      if (closure.movesPastHoliday) throw new CannotSay('A closing day that moves past a holiday.');
      const days = closureDays(closure);
      const hours = closure.slot ? ` ${clock(closure.slot.start)}-${clock(closure.slot.end)}` : '';
      return { text: `${days}${hours} off`.trim(), adds: false };
    });
}

/** Around お盆 it may be closed, on days that nobody has named: no determined part. */
const isCertain = ({ certain }: Closure) => certain !== false;

function closureDays({ dates, annual, days }: Closure): string {
  if (dates) return writeDays({ ...EVERY_DAY, validFrom: dates.from, validUntil: dates.to }, '');
  if (annual) return writeDays({ ...EVERY_DAY, season: annual }, '');
  return days ? writeDays(days, '') : '';
}

function writeExtras(schedule: Schedule): Part[] {
  const { rules } = compileSchedule(schedule);
  return schedule.extraDates.map((extra) => {
    const days: DayRule = { ...EVERY_DAY, dates: [extra.date] };
    const adds = schedule.rules.some((rule) => daysOverlap(rule, days)) && rules.length > 0;
    return { text: `${writeDays(days, '')} ${writeSlots(extra.slots)}`.trim(), adds };
  });
}
