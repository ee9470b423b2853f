import { EMPTY_PHRASE, type Parsed, type Phrase } from './phrase.ts';
import { readDates, readFixedDates, readMonths } from './phrase-dates.ts';
import { readNths, readWeekdays } from './phrase-weekdays.ts';
import type { Token } from './token.ts';

/** Reads the longest naming of days that begins at a token; null where none does. `closing`: in a list of closing days. */
export function parsePhrase(tokens: Token[], start: number, closing = false): Parsed<Phrase> | null {
  const phrase: Phrase = { ...EMPTY_PHRASE };
  let at = start;
  let end = start;
  for (;;) {
    const step = readModifier(phrase, tokens, at) ?? readDays(phrase, tokens, at, closing);
    if (step !== null) {
      at = end = step;
      continue;
    }
    const token = tokens[at];
    // 奇数月の 第2, 毎月 第2: a joint inside the naming, if more of it follows and still fits
    // In a list of closing days 「8月13日~15日 第2日曜」 are two.
    const apart = closing && token?.kind === 'space' && (phrase.season !== null || phrase.dates !== null);
    if (end > start && !apart && isGlue(token) && fits(phrase, tokens[at + 1])) {
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
  phrase.afterHoliday !== null ||
  phrase.fixed !== null;

/** A naming goes from the wide to the narrow: months, then which week, then the weekday. */
function fits(phrase: Phrase, token: Token | undefined): boolean {
  if (!token || hasDays(phrase)) return false;
  if (['weekday', 'month-days', 'after-holiday'].includes(token.kind)) return true;
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
      // 夏休み(7/21~8/31): said with its dates
      if (token.when === 'ONLY' && (tokens[at + 1]?.kind === 'open' || tokens[at + 1]?.kind === 'date')) {
        const next = readFixedDates(phrase, tokens, at + 1);
        if (phrase.season || phrase.dates) return next;
      }
      phrase.school = token.when;
      if (token.months.length > 0) phrase.months = token.months;
      return at + 1;
    case 'count':
      if (phrase.count) return null;
      phrase.count = { per: token.per, from: token.from, to: token.to };
      return at + 1;
    case 'month-of-year':
      return readMonths(phrase, tokens, at);
    case 'date':
      return readDates(phrase, tokens, at);
    default:
      return null;
  }
}

const FIXED = { 'year-end': 'YEAR_END', obon: 'OBON', 'own-break': 'OWN_BREAK', 'golden-week': 'GOLDEN_WEEK' } as const;

/** 年末 and 年始 apart: the two halves of 12/29–1/3. */
const YEAR_ENDS = {
  1: { from: { month: 1, day: 1 }, to: { month: 1, day: 3 } },
  12: { from: { month: 12, day: 29 }, to: { month: 12, day: 31 } },
};

/** Stand behind no other days and no weeks. */
const FIRST = new Set<Token['kind']>([
  ...(['nth', 'month-days', 'holiday', 'around', 'after-holiday'] as const),
  ...(['year-end', 'obon', 'own-break', 'golden-week'] as const),
]);

function readDays(phrase: Phrase, tokens: Token[], at: number, closing: boolean): number | null {
  const token = tokens[at];
  if (!token || (FIRST.has(token.kind) && (hasDays(phrase) || phrase.nth.length > 0))) return null;
  switch (token.kind) {
    case 'nth':
      return readNths(phrase, tokens, at);
    case 'weekday':
      return hasDays(phrase) ? null : readWeekdays(phrase, tokens, at, closing);
    case 'month-days':
      phrase.monthDays = token.days;
      return at + 1;
    case 'holiday':
      phrase.holiday = true;
      return at + 1;
    case 'around':
      phrase.fixed = 'AROUND';
      phrase.season = { from: { month: token.month, day: token.from }, to: { month: token.month, day: token.to } };
      return at + 1;
    case 'after-holiday':
      phrase.afterHoliday = token;
      return at + 1;
    case 'year-end':
    case 'obon':
    case 'own-break':
    case 'golden-week':
      phrase.fixed = FIXED[token.kind];
      if (token.kind === 'year-end' && token.from) phrase.season = YEAR_ENDS[token.from];
      return readFixedDates(phrase, tokens, at + 1);
    case 'shift':
      // 「第2火曜・祝日の翌日」 is the day after the holiday
      if (phrase.holiday || phrase.nth.length === 0 || phrase.weekdays.length !== 1 || phrase.shift !== 0) return null;
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
