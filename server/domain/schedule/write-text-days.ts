import type { Voice } from '../voice.ts';
import { parseLocalDate, civilOf, shiftWeekday } from './calendar-day.ts';
import { ALL_WEEKDAYS, type DayRule, type LocalDate, type MonthDay } from './schedule.ts';
import { EN, EN_ONE, JA, japaneseRange, japaneseShift, list } from './write-text-names.ts';
import { englishHolidays, japaneseHolidays } from './write-text-holidays.ts';

const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const EN_NTH: Record<number, string> = { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 5: '5th', [-1]: 'last' };

/**
 * The days of a rule in words. `holidays`: WITH them (土日祝) or ONLY on them. `some`: on some of them alone, which Japanese
 * says by 「日曜のどこか」 and never by 「毎週」; English leaves it to a note.
 */
export function writeDaysText(
  rule: DayRule,
  voice: Voice,
  holidays: 'WITH' | 'ONLY' | null,
  some: boolean = false,
): string {
  if (voice === 'en') return englishDays(rule, holidays);
  const easy = voice === 'ja-easy';
  if (!some) return japaneseDays(rule, easy, holidays, '毎週');
  return japaneseDays(rule, easy, holidays, '') + (easy ? 'の どれか' : 'のどこか');
}

function japaneseDays(rule: DayRule, easy: boolean, holidays: 'WITH' | 'ONLY' | null, everyWeek: string): string {
  if (rule.dates.length > 0) return rule.dates.map(japaneseDate).join('、');
  const when = [japaneseValidity(rule), japaneseYear(rule), japaneseSchool(rule, easy)].filter((text) => text !== '');
  if (rule.publicHolidays) return [...when, japaneseHolidays(rule, rule.publicHolidays, easy)].join('の');
  if (isOneDay(rule.season) && rule.weekdays.length > 0)
    return `${when.join('の')}（${japaneseWeekdaysOfDate(rule, easy)}）`;
  const days = holidays === 'ONLY' && rule.weekdays.length === 0 ? '祝日' : japaneseWeekdays(rule, easy, everyWeek);
  const offset = japaneseOffset(rule, easy);
  const withHolidays =
    holidays === 'WITH' ? (easy ? '、祝日' : '・祝日') : holidays === 'ONLY' && days !== '祝日' ? 'の祝日' : '';
  if (days === '' && when.length > 0) return when.join('、') + withHolidays;
  return [...when, `${days === '' ? '毎日' : days}${offset}${withHolidays}`].join('の');
}

/** 5月5日（火曜）, 5月5日（火〜日曜のとき） */
function japaneseWeekdaysOfDate(rule: DayRule, easy: boolean): string {
  const [weekday = 1, ...more] = rule.weekdays;
  if (more.length === 0) return `${JA[weekday - 1]}曜${easy ? '日' : ''}`;
  return japaneseWeekdays(rule, easy, '') + (easy ? 'の とき' : 'のとき');
}

/** の翌日（土曜）: with the weekday that it comes to, where that is one. */
function japaneseOffset(rule: DayRule, easy: boolean): string {
  if (rule.dayOffset === 0) return '';
  const weekday = shiftedWeekday(rule);
  const name = weekday === null ? '' : `（${JA[weekday - 1]}曜${easy ? '日' : ''}）`;
  return `${japaneseShift(rule.dayOffset, easy)}${name}`;
}

/** The weekday on which days shifted from one weekday fall; null where they are of none or several. */
function shiftedWeekday({ weekdays, dayOffset }: DayRule): number | null {
  const [weekday] = weekdays;
  return weekday === undefined || weekdays.length > 1 ? null : shiftWeekday(weekday, dayOffset);
}

const isOneDay = (season: DayRule['season']) =>
  season !== null && season.from.month === season.to.month && season.from.day === season.to.day;

function japaneseWeekdays(rule: DayRule, easy: boolean, everyWeek: string): string {
  if (rule.monthDays.length > 0) {
    const days = rule.monthDays.map((day) => (day === -1 ? (easy ? '最後の日' : '末日') : `${day}日`));
    return `${rule.months.length > 0 ? '' : easy ? '毎月 ' : '毎月'}${days.join('・')}`;
  }
  if (rule.weekdays.length === 0 && rule.nth.length === 0) return '';
  const weekdays = rule.weekdays.length === 0 ? ALL_WEEKDAYS : rule.weekdays;
  if (easy && weekdays.length === 7 && rule.nth.length === 0 && !rule.everyWeeks) return '毎日';
  const names = easy ? weekdays.map((day) => `${JA[day - 1]}曜日`).join('・') : japaneseRange(weekdays);
  if (rule.nth.length === 0) {
    const weeks = rule.everyWeeks
      ? `${rule.everyWeeks.interval}週に1回の`
      : easy
        ? everyWeek && `${everyWeek} `
        : weekdays.length === 1
          ? everyWeek
          : '';
    return `${weeks}${names}`;
  }
  const nth = lastAtEnd(rule.nth).map((n) => (n === -1 ? (easy ? '最後' : '最終') : easy ? `${n}回目` : `第${n}`));
  if (easy) return `${rule.months.length > 0 ? '' : '毎月 '}${nth.join('と ')}の${names}`;
  // 「第1火・木曜」 could be every Thursday.
  return `${nth.join('・')}${weekdays.length > 1 ? 'の' : ''}${names}`;
}

const lastAtEnd = (nth: number[]) => [...nth].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);

function japaneseYear({ months, season }: DayRule): string {
  if (season)
    return isOneDay(season)
      ? japaneseMonthDay(season.from)
      : `${japaneseMonthDay(season.from)}〜${japaneseMonthDay(season.to)}`;
  return months.length === 0
    ? ''
    : monthRuns(months)
        .map(([from, to]) => (from === to ? `${from}月` : `${from}月〜${to}月`))
        .join('・');
}

const japaneseMonthDay = ({ month, day }: MonthDay) => `${month}月${day}日`;

function japaneseDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

const partsOf = (date: LocalDate) => civilOf(parseLocalDate(date) ?? 0);

function japaneseValidity({ validFrom, validUntil }: DayRule): string {
  if (validFrom !== null && validFrom === validUntil) return japaneseDate(validFrom);
  const [from, until] = [validFrom && japaneseDate(validFrom), validUntil && japaneseDate(validUntil)];
  if (from && until) return `${from}〜${until.slice(sharedStart(from, until))}`;
  return from ? `${from}から` : until ? `${until}まで` : '';
}

/** How many letters of the second date need not be said again: its year, or year and month. */
function sharedStart(from: string, until: string): number {
  const start = ['月', '年'].map((unit) => until.indexOf(unit) + 1).find((end) => from.startsWith(until.slice(0, end)));
  return start ?? 0;
}

function japaneseSchool({ schoolHolidays }: DayRule, easy: boolean): string {
  if (schoolHolidays === null) return '';
  if (schoolHolidays === 'ONLY') return easy ? '学校が休みのとき' : '学校の休み中';
  return easy ? '学校があるとき' : '学校のある時期';
}

/** Neighbouring months as [first, last]; December and January are neighbours. */
function monthRuns(months: number[]): [number, number][] {
  if (months.length === 12) return [[1, 12]];
  const starts = months.filter((month) => !months.includes(month === 1 ? 12 : month - 1));
  return starts.map((start) => {
    let end = start;
    while (months.includes((end % 12) + 1)) end = (end % 12) + 1;
    return [start, end];
  });
}

function englishDays(rule: DayRule, holidays: 'WITH' | 'ONLY' | null): string {
  if (rule.dates.length > 0) return rule.dates.map(englishDate).join(', ');
  if (rule.publicHolidays) {
    const year = [englishValidity(rule), englishYear(rule), englishSchool(rule)].filter((text) => text !== '');
    return [englishHolidays(rule, rule.publicHolidays), ...(year.length > 0 ? [`(${year.join(', ')})`] : [])].join(' ');
  }
  const days = holidays === 'ONLY' && rule.weekdays.length === 0 ? 'National holidays' : englishWeekdays(rule);
  const [weekday, ...more] = rule.weekdays;
  if (isOneDay(rule.season) && weekday)
    return more.length === 0
      ? `${EN_ONE[weekday - 1]} ${englishYear(rule)}`
      : `${englishYear(rule)} (on ${englishWeekdays(rule)} only)`;
  const offset = englishOffset(rule);
  const extra =
    holidays === 'WITH'
      ? ' and national holidays'
      : holidays === 'ONLY' && days !== 'National holidays'
        ? ' that are national holidays'
        : '';
  const when = [englishValidity(rule), englishYear(rule), englishSchool(rule)].filter((text) => text !== '').join(', ');
  if (days === '' && when !== '') return `${when}${extra}`;
  return `${days === '' ? 'Every day' : days}${offset}${extra}${when === '' ? '' : ` (${when})`}`;
}

function englishOffset(rule: DayRule): string {
  if (rule.dayOffset === 0) return '';
  const days = Math.abs(rule.dayOffset);
  const weekday = shiftedWeekday(rule);
  const name = weekday === null ? '' : ` (${EN_ONE[weekday - 1]})`;
  return `, ${days === 1 ? 'the day' : `${days} days`} ${rule.dayOffset > 0 ? 'after' : 'before'}${name}`;
}

function englishWeekdays(rule: DayRule): string {
  if (rule.monthDays.length > 0) {
    return `${list(rule.monthDays.map((day) => (day === -1 ? 'last day' : ordinal(day))))} of the month`.replace(
      /^l/,
      'L',
    );
  }
  if (rule.weekdays.length === 0 && rule.nth.length === 0) return '';
  const weekdays = rule.weekdays.length === 0 ? ALL_WEEKDAYS : rule.weekdays;
  const [first, last] = [weekdays[0] ?? 1, weekdays.at(-1) ?? 1];
  const range = weekdays.length > 2 && last - first === weekdays.length - 1;
  const names = (words: string[]) =>
    range ? `${words[first - 1]} to ${words[last - 1]}` : list(weekdays.map((day) => words[day - 1] ?? ''));
  if (rule.everyWeeks) return `Every ${rule.everyWeeks.interval} weeks on ${names(EN_ONE)}`;
  if (rule.nth.length === 0) return names(EN);
  const nth = list(lastAtEnd(rule.nth).map((n) => EN_NTH[n] ?? `${n}`));
  return `${nth.charAt(0).toUpperCase()}${nth.slice(1)} ${names(rule.nth.length > 1 ? EN : EN_ONE)} of the month`.replace(
    /s? of the month$/,
    rule.nth.length > 1 ? 's' : ' of the month',
  );
}

const ordinal = (day: number) => `${day}${day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;

function englishYear({ months, season }: DayRule): string {
  if (season) {
    const [from, to] = [englishMonthDay(season.from), englishMonthDay(season.to)];
    return from === to ? from : `${from} – ${to}`;
  }
  return monthRuns(months)
    .map(([from, to]) => (from === to ? EN_MONTHS[from - 1] : `${EN_MONTHS[from - 1]}–${EN_MONTHS[to - 1]}`))
    .join(', ');
}

const englishMonthDay = ({ month, day }: MonthDay) => `${day} ${EN_MONTHS[month - 1]}`;
const englishDate = (date: LocalDate) => `${englishMonthDay(partsOf(date))} ${partsOf(date).year}`;

function englishValidity({ validFrom, validUntil }: DayRule): string {
  if (validFrom !== null && validFrom === validUntil) return englishDate(validFrom);
  const [from, until] = [validFrom && englishDate(validFrom), validUntil && englishDate(validUntil)];
  if (from && until) return `${from} – ${until}`;
  return from ? `from ${from}` : until ? `until ${until}` : '';
}

const englishSchool = ({ schoolHolidays }: DayRule) =>
  schoolHolidays === null ? '' : schoolHolidays === 'ONLY' ? 'in school holidays' : 'in school terms';
