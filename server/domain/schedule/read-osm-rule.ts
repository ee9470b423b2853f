import type { AnnualRange, LocalDate, MonthDay, TimeSlot } from './schedule.ts';
import { OSM_MONTHS, OSM_WEEKDAYS } from './write-osm-days.ts';

/** One rule of an `opening_hours` value, as written. */
export interface OsmRule {
  text: string;
  /** Joined by a comma: comes beside the rules before instead of replacing them on its days. */
  adds: boolean;
  months: number[];
  monthDays: MonthDay[];
  seasons: AnnualRange[];
  dates: LocalDate[];
  periods: { from: LocalDate; to: LocalDate }[];
  weekdays: { weekday: number; nth: number[]; offset: number }[];
  publicHolidays: boolean;
  /** PH, or the day after one, stands before the weekdays (both must hold) instead of among them. */
  onlyHolidays: boolean;
  schoolHolidays: boolean;
  /** PH +1 day: days from each holiday. */
  holidayOffset: number | null;
  slots: TimeSlot[];
  state: 'open' | 'off' | 'unknown';
}

const MONTH = `(${OSM_MONTHS.join('|')})`;
const WEEKDAY = `(${OSM_WEEKDAYS.join('|')})`;
const TIME = /(\d{1,2}):(\d{2})/;

/** Cuts rules out of a value; null where a piece is not of the part of the syntax that is read here. */
export function parseOsmRules(text: string): OsmRule[] | null {
  const rules: OsmRule[] = [];
  for (const piece of text.split(';')) {
    let rest = piece.trim();
    let adds = false;
    if (rest === '') continue;
    while (rest !== '') {
      const cursor = new Cursor(rest);
      const rule = parseRule(cursor, adds);
      if (!rule) return null;
      rules.push({ ...rule, text: rest.slice(0, cursor.at).trim() });
      rest = rest.slice(cursor.at).trim();
      if (rest === '') break;
      if (!rest.startsWith(',')) return null;
      rest = rest.slice(1).trim();
      adds = true;
    }
  }
  return rules;
}

/** A place in a text from which patterns are taken. */
class Cursor {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const match = sticky.exec(this.#text);
    if (match) this.at = sticky.lastIndex;
    return match;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }
}

function parseRule(cursor: Cursor, adds: boolean): OsmRule | null {
  const rule: OsmRule = {
    text: '',
    adds,
    months: [],
    monthDays: [],
    seasons: [],
    dates: [],
    periods: [],
    weekdays: [],
    publicHolidays: false,
    onlyHolidays: false,
    schoolHolidays: false,
    holidayOffset: null,
    slots: [],
    state: 'open',
  };
  const start = cursor.at;
  if (cursor.take(/24\/7\s*/)) rule.slots = [{ start: 0, end: 1440 }];
  if (!parseYearPart(rule, cursor) || !parseWeekdays(rule, cursor) || !parseTimes(rule, cursor)) return null;
  parseState(rule, cursor);
  return cursor.at > start ? rule : null;
}

const DATE = new RegExp(`(?:(\\d{4}) )?${MONTH}(?: (\\d{1,2})(?![\\d:]))?(?![a-z])`);

interface OsmDate {
  year: number | null;
  month: number;
  day: number | null;
}

function takeDate(cursor: Cursor): OsmDate | null {
  const match = cursor.take(DATE);
  if (!match) return null;
  return {
    year: match[1] ? Number(match[1]) : null,
    month: OSM_MONTHS.indexOf(match[2] ?? '') + 1,
    day: match[3] ? Number(match[3]) : null,
  };
}

/** Jan,Mar · Apr-Oct · Dec 29-Jan 03 · Jan 15,Feb 15 · 2026 Apr 01-2027 Mar 31 */
function parseYearPart(rule: OsmRule, cursor: Cursor): boolean {
  for (let from = takeDate(cursor); from; from = takeDate(cursor)) {
    let to: OsmDate | null = null;
    if (cursor.take(/-/)) {
      const day = cursor.take(/(\d{1,2})(?!:|\d)/);
      to = day ? { ...from, day: Number(day[1]) } : takeDate(cursor);
      if (!to) return false;
    }
    if (!addDates(rule, from, to)) return false;
    if (!cursor.take(new RegExp(`\\s*,\\s*(?=(?:\\d{4} )?${MONTH})`))) break;
  }
  cursor.take(/\s*:?\s+/);
  return true;
}

function addDates(rule: OsmRule, from: OsmDate, to: OsmDate | null): boolean {
  if (from.day === null) {
    if (from.year !== null || (to && to.day !== null)) return false;
    rule.months.push(...monthsBetween(from.month, to?.month ?? from.month));
    return true;
  }
  if (to && to.day === null) return false;
  const last = { month: to?.month ?? from.month, day: to?.day ?? from.day };
  const first = { month: from.month, day: from.day };
  if (from.year === null) {
    if (to) rule.seasons.push({ from: first, to: last });
    else rule.monthDays.push(first);
  } else if (to) rule.periods.push({ from: iso(from.year, first), to: iso(to.year ?? from.year, last) });
  else rule.dates.push(iso(from.year, first));
  return true;
}

const iso = (year: number, { month, day }: MonthDay) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function monthsBetween(from: number, to: number): number[] {
  const months = [from];
  for (let month = from; month !== to;) months.push((month = (month % 12) + 1));
  return months;
}

function parseWeekdays(rule: OsmRule, cursor: Cursor): boolean {
  for (;;) {
    const holiday = cursor.take(/PH(?: ([+-]1) day)?/);
    if (holiday?.[1]) rule.holidayOffset = Number(holiday[1]);
    else if (holiday) rule.publicHolidays = true;
    else if (cursor.take(/SH/)) rule.schoolHolidays = true;
    else if (!parseWeekday(rule, cursor)) return rule.weekdays.length === 0 || cursor.done;
    if (cursor.take(new RegExp(`\\s*,\\s*(?=PH|SH|${WEEKDAY})`))) continue;
    // PH Mo-Fr, SH We: both must hold
    if (cursor.take(new RegExp(`\\s+(?=SH|PH|${WEEKDAY})`))) {
      rule.onlyHolidays ||= rule.publicHolidays || rule.holidayOffset !== null;
      continue;
    }
    cursor.take(/\s*:?\s+/);
    return true;
  }
}

function parseWeekday(rule: OsmRule, cursor: Cursor): boolean {
  const match = cursor.take(new RegExp(`${WEEKDAY}(?:\\[([-0-9,]+)\\])?(?:-${WEEKDAY})?(?: ([+-]\\d+) days?)?`));
  if (!match) return false;
  const first = OSM_WEEKDAYS.indexOf(match[1] ?? '') + 1;
  const last = match[3] ? OSM_WEEKDAYS.indexOf(match[3]) + 1 : first;
  const nth = match[2] ? nthList(match[2]) : [];
  if (!nth) return false;
  for (let weekday = first; ; weekday = (weekday % 7) + 1) {
    rule.weekdays.push({ weekday, nth, offset: Number(match[4] ?? 0) });
    if (weekday === last) return true;
  }
}

function nthList(text: string): number[] | null {
  const numbers = text.split(',').flatMap((part) => {
    const match = /^(-?\d)(?:-(\d))?$/.exec(part);
    if (!match) return [NaN];
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    return from < 0 ? [from] : Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i);
  });
  return numbers.every((n) => n === -1 || (n >= 1 && n <= 5)) ? numbers : null;
}

function parseTimes(rule: OsmRule, cursor: Cursor): boolean {
  for (;;) {
    const first = cursor.take(TIME);
    if (!first) return true;
    const start = minutes(first);
    if (cursor.take(/\s*-\s*/)) {
      const second = cursor.take(TIME);
      if (!second) return false;
      const end = minutes(second);
      rule.slots.push({ start, end: end <= start ? end + 1440 : end });
    } else if (cursor.take(/\+/)) rule.slots.push({ start, end: null });
    else return false;
    if (!cursor.take(/\s*,\s*(?=\d{1,2}:)/)) return true;
  }
}

const minutes = (match: RegExpExecArray) => Number(match[1]) * 60 + Number(match[2]);

function parseState(rule: OsmRule, cursor: Cursor): void {
  const state = cursor.take(/\s*(off|closed|open|unknown)/);
  const comment = cursor.take(/\s*"([^"]*)"/);
  if (state?.[1] === 'off' || state?.[1] === 'closed') rule.state = 'off';
  else if (state?.[1] === 'unknown' || (comment && !state && rule.slots.length === 0)) rule.state = 'unknown';
  // An end alone, as the writer says it
  const until = /^～(\d{2}):(\d{2})$/.exec(comment?.[1] ?? '');
  if (until && rule.slots.length === 0) rule.slots = [{ start: null, end: minutes(until) }];
}
