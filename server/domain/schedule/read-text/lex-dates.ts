import { daysInMonth } from '../calendar-day.ts';
import { yearOfEra } from '../../japanese-era.ts';
import { HOLIDAY } from './date-lists.ts';
import type { LexRule } from './lex-rule.ts';
import type { TokenBody } from './token.ts';

/** A date, in every year where none is said; null where there is no such day. */
export function date(year: number | null, month: number, day: number, text = ''): TokenBody | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? 2024, month)) return null;
  return { kind: 'date', year, month, day, ...weekdayIn(text) };
}

/** 「(土)」, 「(水・祝)」 */
function weekdayIn(text: string): { weekday?: number } {
  const letter = /\(([月火水木金土日])/.exec(text)?.[1];
  return letter === undefined ? {} : { weekday: '月火水木金土日'.indexOf(letter) + 1 };
}

/** 上旬 to the 10th, 中旬 to the 20th, 下旬 the rest; null where there is no such month. */
function partOfMonth(month: number, part: string): TokenBody | null {
  if (month < 1 || month > 12) return null;
  const last = daysInMonth(2024, month);
  const [from, to] = part === '中' ? [11, 20] : part === '下' ? [21, last] : [1, 10];
  return { kind: 'around', month, from, to };
}

const IN_BRACKETS = String.raw`\((?:[月火水木金土日](?:曜日?)?(?:[・、/]?${HOLIDAY})?|${HOLIDAY})\)`;
const WEEKDAY = `(?:${IN_BRACKETS})?`;

/** A date as it is written, its weekday behind it; `yearOf` reads what stands for the year. */
const dated = (pattern: string, yearOf: (text: string) => number | null): LexRule => ({
  pattern: new RegExp(pattern + WEEKDAY, 'y'),
  read: (m) => date(yearOf(m[1] ?? ''), Number(m[2]), Number(m[3]), m[0]),
});

/** Dates of a year or of every year, and runs of holidays that have a name. */
export const DATE_RULES: LexRule[] = [
  // 令和8年度の開催日
  {
    pattern:
      /(?:(20\d\d)|(?:令和|R) ?(元|\d{1,2}))年度(?!より|から|に|以降|まで|で)(?:の?(?:開催日|日程|予定|開催予定日?))?[: ]*/y,
    read: (m) => ({ kind: 'fiscal-year', year: m[1] ? Number(m[1]) : yearOfEra('令和', m[2] ?? '') }),
  },
  dated(String.raw`(20\d\d)[年/.-] ?(\d{1,2})[月/.-] ?(\d{1,2})日?`, Number),
  dated(String.raw`(?:令和|R)(元|\d{1,2})(?:[年.] ?| (?=\d{1,2}[月/]))(\d{1,2})[月./] ?(\d{1,2})日?`, (text) =>
    yearOfEra('令和', text),
  ),
  dated(String.raw`(?:平成|H)(\d{1,2})[年.] ?(\d{1,2})[月.] ?(\d{1,2})日?`, (text) => yearOfEra('平成', text)),
  dated(String.raw`()(?:翌年?の?)?(\d{1,2})月(\d{1,2})(?:日|(?=\([月火水木金土日]))`, () => null),
  // 28日(土): of one month, which a date before it names
  {
    pattern: new RegExp(String.raw`(?<![月0-9] ?)(\d{1,2})日?${IN_BRACKETS}`, 'y'),
    read: (m) => ({ kind: 'date', year: null, month: 0, day: Number(m[1]), ...weekdayIn(m[0]) }),
  },
  // 2月末日
  {
    pattern: /(?:翌年?の?)?(\d{1,2})月末日?(?!の|頃|ごろ|[月火水木金土日])/y,
    read: (m) => date(null, Number(m[1]), daysInMonth(2024, Number(m[1]))),
  },
  // 8月13~15日, 8月13・20日
  {
    pattern: /(\d{1,2})月(\d{1,2})(?= ?(?:[~-] ?|(?:[・、]\d{1,2})*[・、])\d{1,2}日(?!曜))/y,
    read: (m) => date(null, Number(m[1]), Number(m[2]), m[0]),
  },
  dated(String.raw`()(?:翌年?の?)?(?<![0-9])(\d{1,2})\/(\d{1,2})(?![0-9:時])`, () => null),
  // 8月中旬の1週間程度
  {
    pattern:
      /(\d{1,2})月(?:の)?([初上中下])旬(?:の?(?:約|およそ)?(?:[0-9一二]週間?|数日間?|[0-9]{1,2}日間))?(?:程度|ほど|くらい|ぐらい|頃|ごろ)?/y,
    read: (m) => partOfMonth(Number(m[1]), m[2] ?? ''),
  },
  {
    pattern: /(?:5月の)?(?:GW|ゴールデン ?ウ[イィ]ーク|大型連休)(?:期間)?(?:中)?|5月の?連休/y,
    read: () => ({ kind: 'golden-week' }),
  },
  { pattern: /[3三]?連休(?:中|明け)?/y, read: () => null },
  {
    pattern: /(?:(20\d\d)|(?:令和|R) ?(元|\d{1,2}))年 ?(\d{1,2})月(?!度|か月|[0-9])/y,
    read: (m) => {
      const month = Number(m[3]);
      if (month < 1 || month > 12) return null;
      return { kind: 'month-of-year', year: m[1] ? Number(m[1]) : yearOfEra('令和', m[2] ?? ''), month };
    },
  },
];
