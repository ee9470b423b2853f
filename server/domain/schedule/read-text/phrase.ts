import { daysInMonth } from '../calendar-day.ts';
import type { AnnualRange, MonthDay } from '../schedule.ts';
import type { Token } from './token.ts';

/** One naming of days: 「奇数月の第2・第4土曜日」, 「12/29~1/3」, 「祝日」. */
export interface Phrase {
  text: string;
  weekdays: number[];
  /** 平日, 土日: a set that a following nth does not single out. */
  nth: number[];
  monthDays: number[];
  months: number[];
  /** `YYYY-MM-DD`; a day without a year is a season of one day. */
  dates: { from: string; to: string } | null;
  season: AnnualRange | null;
  school: 'ONLY' | 'NEVER' | null;
  every: 'day' | 'week' | 'month' | null;
  /** Every n weeks or months, the first of them not named. */
  interval: { unit: 'week' | 'month'; n: number } | null;
  count: { per: 'week' | 'month' | 'year'; from: number; to: number } | null;
  holiday: boolean;
  fixed: 'YEAR_END' | 'OBON' | 'GOLDEN_WEEK' | 'OWN_BREAK' | null;
  /** 第3もしくは第4: which of them is not determined. */
  open: boolean;
  /** The sign that joins it to what stands before it. */
  after: '・' | '、' | 'と' | '/' | null;
  /** Stands in brackets. */
  bracketed: boolean;
  /** And the first such weekday after each of the days. */
  then: { weekday: number; after: 'day' | 'week' } | null;
  /** Days after the days named: 「第2日曜の翌日」 is 1. */
  shift: number;
  /** Said of the days before は (土曜は第2・第4のみ). */
  predicate: boolean;
}

const EMPTY: Phrase = {
  text: '',
  weekdays: [],
  nth: [],
  monthDays: [],
  months: [],
  dates: null,
  season: null,
  school: null,
  every: null,
  interval: null,
  count: null,
  holiday: false,
  fixed: null,
  open: false,
  after: null,
  bracketed: false,
  then: null,
  shift: 0,
  predicate: false,
};

export const everyDay = (): Phrase => ({ ...EMPTY, every: 'day' });

export interface Parsed<T> {
  value: T;
  next: number;
}

/** Reads the longest naming of days that begins at a token; null where none does. */
export function parsePhrase(tokens: Token[], start: number): Parsed<Phrase> | null {
  const phrase: Phrase = { ...EMPTY };
  let at = start;
  let end = start;
  for (;;) {
    const step = readModifier(phrase, tokens, at) ?? readDays(phrase, tokens, at);
    if (step !== null) {
      at = end = step;
      continue;
    }
    const token = tokens[at];
    // 奇数月の 第2, 毎月 第2: a joint inside the naming, if more of it follows and still fits
    if (end > start && isGlue(token) && fits(phrase, tokens[at + 1])) {
      at++;
      continue;
    }
    break;
  }
  if (end === start) return null;
  phrase.text = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join('');
  return { value: phrase, next: end };
}

const isGlue = (token: Token | undefined) =>
  token?.kind === 'space' || (token?.kind === 'filler' && /^[の:]$/.test(token.text));

const hasDays = (phrase: Phrase) =>
  phrase.weekdays.length > 0 ||
  phrase.monthDays.length > 0 ||
  (phrase.dates !== null && phrase.dates.from === phrase.dates.to) ||
  phrase.holiday ||
  phrase.fixed !== null;

/** A naming goes from the wide to the narrow: months, then which week, then the weekday. */
function fits(phrase: Phrase, token: Token | undefined): boolean {
  if (!token || hasDays(phrase)) return false;
  if (token.kind === 'weekday' || token.kind === 'month-days') return true;
  return token.kind === 'nth' || token.kind === 'every' ? phrase.nth.length === 0 : false;
}

function readModifier(phrase: Phrase, tokens: Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || hasDays(phrase) || phrase.nth.length > 0) return null;
  switch (token.kind) {
    case 'every':
      if (phrase.every) return null;
      phrase.every = token.unit;
      return at + 1;
    case 'biweekly':
      phrase.interval = { unit: 'week', n: 2 };
      return at + 1;
    case 'every-months':
      phrase.interval = { unit: 'month', n: token.months };
      return at + 1;
    case 'months':
      phrase.months = [...new Set([...phrase.months, ...token.months])];
      return at + 1;
    case 'school':
      if (phrase.school) return null;
      phrase.school = token.when;
      if (token.months.length > 0) phrase.months = token.months;
      return at + 1;
    case 'count':
      if (phrase.count) return null;
      phrase.count = { per: token.per, from: token.from, to: token.to };
      return at + 1;
    case 'month-of-year':
      phrase.dates = wholeMonth(token.year, token.month);
      return at + 1;
    case 'date':
      return readDates(phrase, tokens, at);
    default:
      return null;
  }
}

/** 12/29~1/3, 4/1から9/30まで, 2026年8月13日~15日, or a single day. */
function readDates(phrase: Phrase, tokens: Token[], at: number): number | null {
  const from = tokens[at];
  if (from?.kind !== 'date' || phrase.season || phrase.dates) return null;
  const joint = tokens[at + 1];
  const last = tokens[at + 2];
  const ranged = joint?.kind === 'range' || joint?.kind === 'from';
  const to = ranged ? endDate(from, last) : null;
  let next = to ? at + 3 : at + 1;
  if (to && tokens[next]?.kind === 'until') next++;
  if (from.year !== null) {
    phrase.dates = {
      from: iso(from.year, from),
      to: iso(to?.year ?? from.year + (to && before(to, from) ? 1 : 0), to ?? from),
    };
  } else {
    phrase.season = { from: monthDay(from), to: monthDay(to ?? from) };
  }
  return next;
}

const wholeMonth = (year: number, month: number) => ({
  from: iso(year, { month, day: 1 }),
  to: iso(year, { month, day: daysInMonth(year, month) }),
});

interface AnyDate extends MonthDay {
  year: number | null;
}

function endDate(from: AnyDate, token: Token | undefined): AnyDate | null {
  if (token?.kind === 'date') return token;
  const day = token?.kind === 'month-days' ? token.days[0] : token?.kind === 'number' ? token.value : undefined;
  return day !== undefined && day > from.day && day <= 31 ? { year: from.year, month: from.month, day } : null;
}

const monthDay = ({ month, day }: MonthDay): MonthDay => ({ month, day });
const before = (a: MonthDay, b: MonthDay) => a.month < b.month || (a.month === b.month && a.day < b.day);
const iso = (year: number, { month, day }: MonthDay) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const FIXED = { 'year-end': 'YEAR_END', obon: 'OBON', 'own-break': 'OWN_BREAK', 'golden-week': 'GOLDEN_WEEK' } as const;

function readDays(phrase: Phrase, tokens: Token[], at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  switch (token.kind) {
    case 'nth':
      return hasDays(phrase) || phrase.nth.length > 0 ? null : readNths(phrase, tokens, at);
    case 'weekday':
      return hasDays(phrase) ? null : readWeekdays(phrase, tokens, at);
    case 'month-days':
      if (hasDays(phrase) || phrase.nth.length > 0) return null;
      phrase.monthDays = token.days;
      return at + 1;
    case 'holiday':
      if (hasDays(phrase) || phrase.nth.length > 0) return null;
      phrase.holiday = true;
      return at + 1;
    case 'year-end':
    case 'obon':
    case 'own-break':
    case 'golden-week':
      if (hasDays(phrase) || phrase.nth.length > 0) return null;
      phrase.fixed = FIXED[token.kind];
      return readFixedDates(phrase, tokens, at + 1);
    case 'shift':
      if (phrase.nth.length === 0 || phrase.weekdays.length !== 1 || phrase.shift !== 0) return null;
      phrase.shift = token.days;
      return at + 1;
    case 'then':
      if (phrase.weekdays.length !== 1) return null;
      phrase.then = { weekday: token.weekday, after: token.after };
      return at + 1;
    default:
      return null;
  }
}

/** 第3もしくは第4 is one naming of which only one is meant. */
function readNths(phrase: Phrase, tokens: Token[], at: number): number {
  const first = tokens[at];
  if (first?.kind !== 'nth') return at;
  phrase.nth = first.numbers;
  let next = at + 1;
  while (tokens[next]?.kind === 'or') {
    const other = tokens[next + 1];
    const numbers = other?.kind === 'nth' ? other.numbers : null;
    if (!numbers) break;
    phrase.nth = [...new Set([...phrase.nth, ...numbers])].sort();
    phrase.open = true;
    next += 2;
  }
  return next;
}

/** 月~金, 月・水・金曜日, 火木, 土日祝; a weekday after 「または」 leaves open which of them. */
function readWeekdays(phrase: Phrase, tokens: Token[], at: number): number {
  let next = at;
  let joint: Token | null = null;
  for (;;) {
    const token = tokens[next];
    if (
      token?.kind === 'holiday' &&
      joint?.kind !== 'range' &&
      phrase.weekdays.length > 0 &&
      joinsHoliday(joint, phrase)
    ) {
      phrase.holiday = true;
      next++;
      break;
    }
    if (token?.kind !== 'weekday') break;
    if (joint?.kind === 'range' || joint?.kind === 'from') {
      phrase.weekdays.push(...weekdayRange(phrase.weekdays.at(-1) ?? 1, token.days[0] ?? 1));
      phrase.weekdays.push(...token.days.slice(1));
    } else phrase.weekdays = [...phrase.weekdays, ...token.days];
    if (joint?.kind === 'or') phrase.open = true;
    // 第2土曜、日曜: whether the second is meant in the same week only is not said
    if (phrase.nth.length > 0 && joint?.kind === 'separator' && joint.sign !== '・' && joint.sign !== '/')
      phrase.open = true;
    next++;
    if (tokens[next]?.kind === 'until') next++;
    joint = tokens[next] ?? null;
    const after = skipSpace(tokens, next + 1);
    const target = tokens[after];
    const separate = phrase.nth.length > 0 && joint?.kind === 'separator' && target?.kind === 'weekday' && target.group;
    if (separate || !isWeekdayJoint(joint, target)) return finishWeekdays(phrase, next);
    next = joint?.kind === 'weekday' || joint?.kind === 'holiday' ? next : after;
  }
  return finishWeekdays(phrase, next);
}

function finishWeekdays(phrase: Phrase, next: number): number {
  phrase.weekdays = [...new Set(phrase.weekdays)].sort();
  return next;
}

const skipSpace = (tokens: Token[], at: number) => (tokens[at]?.kind === 'space' ? at + 1 : at);

/** 「土日祝」 and 「土・日・祝日」 name days; 「月~金、祝日は休み」 begins another clause. */
const joinsHoliday = (joint: Token | null, phrase: Phrase) =>
  joint?.kind === 'holiday' || (joint?.kind === 'separator' && joint.sign !== '、' && phrase.weekdays.length > 0);

function isWeekdayJoint(joint: Token | null, after: Token | undefined): boolean {
  if (joint?.kind === 'weekday' || joint?.kind === 'holiday') return true;
  if (after?.kind !== 'weekday' && after?.kind !== 'holiday') return false;
  if (joint?.kind === 'range' || joint?.kind === 'from' || joint?.kind === 'or') return after.kind === 'weekday';
  if (after.kind === 'holiday') return joint?.kind === 'separator' && joint.sign !== '、';
  return joint?.kind === 'separator' || joint?.kind === 'space';
}

function weekdayRange(from: number, to: number): number[] {
  const days: number[] = [];
  for (let day = (from % 7) + 1; ; day = (day % 7) + 1) {
    days.push(day);
    if (day === to || days.length > 7) return days;
  }
}

/** 年末年始(12/28~1/4) and 年末年始12/28~1/4 say themselves when. */
function readFixedDates(phrase: Phrase, tokens: Token[], at: number): number {
  const glue = tokens[at];
  if ((glue?.kind === 'space' || glue?.text === ':') && tokens[at + 1]?.kind === 'date')
    return readDates(phrase, tokens, at + 1) ?? at;
  const bracket = tokens[at]?.kind === 'open';
  const start = bracket ? at + 1 : at;
  const next = readDates(phrase, tokens, start);
  if (next === null) return at;
  if (!bracket) return next;
  if (tokens[next]?.kind === 'close') return next + 1;
  phrase.season = phrase.dates = null;
  return at;
}
