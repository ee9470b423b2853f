import fc from 'fast-check';

/** A schedule simple enough that OSM says it in one line: days, hours, and at most one closing or other hours. */
export interface PlainSchedule {
  days: number[];
  /** Empty: every week. */
  weeks: number[];
  hours: [number, number];
  pause: [number, number] | null;
  closedMonths: number[];
  closedOnHolidays: boolean;
  closedAfterHolidays: boolean;
  /** Hours of one of the days that end earlier. */
  early: { day: number; end: number } | null;
  hedged: boolean;
}

const OSM_DAYS = ['', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LETTERS = ' 月火水木金土日';
const KANJI = '〇一二三四五六七八九';

const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
const subset = (of: number[], maxLength: number, minLength = 0) =>
  fc.subarray(of, { minLength, maxLength }).map(sorted);

/** Hours between 9:00 and 20:00 by half hours, at least two long; a pause at noon only where they go over it. */
export const aPlainSchedule: fc.Arbitrary<PlainSchedule> = fc
  .record({
    days: subset([1, 2, 3, 4, 5, 6, 7], 3, 1),
    weeks: fc.oneof(fc.constant<number[]>([]), subset([1, 2, 3, 4], 2, 1)),
    start: fc.integer({ min: 18, max: 34 }),
    length: fc.integer({ min: 4, max: 12 }),
    extra: fc.constantFrom('pause', 'months', 'holidays', 'after', 'early', 'none', 'none'),
    closed: subset([1, 3, 8, 12], 2, 1),
    hedged: fc.boolean(),
  })
  .map(({ days, weeks, start, length, extra, closed, hedged }) => {
    const hours: [number, number] = [start * 30, Math.min(start + length, 40) * 30];
    const overNoon = hours[0] <= 660 && hours[1] >= 840;
    const last = days.at(-1) ?? 1;
    return {
      days,
      weeks,
      hours,
      pause: extra === 'pause' && overNoon ? [720, 780] : null,
      closedMonths: extra === 'months' ? closed : [],
      closedOnHolidays: extra === 'holidays',
      closedAfterHolidays: extra === 'after',
      early: extra === 'early' && days.length > 1 ? { day: last, end: hours[1] - 60 } : null,
      hedged: hedged && extra === 'none',
    };
  });

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The same schedule as an OSM value, written from its fields alone. */
export function osmOfPlain({
  days,
  weeks,
  hours,
  pause,
  closedMonths,
  closedOnHolidays,
  closedAfterHolidays,
  early,
}: PlainSchedule): string {
  const nth = weeks.length > 0 ? `[${weeks.join()}]` : '';
  const spans = (end: number) =>
    pause
      ? `${clock(hours[0])}-${clock(pause[0])},${clock(pause[1])}-${clock(end)}`
      : `${clock(hours[0])}-${clock(end)}`;
  const parts = days.map((day) => `${OSM_DAYS[day]}${nth} ${spans(day === early?.day ? early.end : hours[1])}`);
  if (closedMonths.length > 0) parts.push(`${closedMonths.map((month) => MONTHS[month]).join()} off`);
  if (closedOnHolidays) parts.push('PH off');
  if (closedAfterHolidays) parts.push('PH +1 day off');
  return parts.join('; ');
}

const full = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function timeIn(style: string, minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const half = hour < 12 ? '午前' : '午後';
  const hour12 = hour > 12 ? hour - 12 : hour;
  const after = minute === 0 ? '' : '半';
  switch (style) {
    case 'wide':
      return full(`${hour}：${String(minute).padStart(2, '0')}`);
    case 'hours':
      return `${hour}時${minute === 0 ? '' : `${minute}分`}`;
    case 'half':
      return hour === 12 ? `12時${after}` : `${half}${hour12}時${after}`;
    default:
      return `${hour}:${String(minute).padStart(2, '0')}`;
  }
}

function daysIn(style: string, days: number[]): string {
  const letters = days.map((day) => LETTERS[day] ?? '');
  if (style === 'full') return letters.map((letter) => `${letter}曜日`).join('・');
  if (style === 'comma') return letters.map((letter) => `${letter}曜`).join('、');
  if (style === 'and') return letters.map((letter) => `${letter}曜日`).join('と');
  return `${letters.join('・')}曜日`;
}

function weeksIn(style: string, weeks: number[]): string {
  if (style === 'kanji') return weeks.map((week) => `第${KANJI[week]}`).join('・');
  if (style === 'short') return `第${weeks.join('・')}`;
  return weeks.map((week) => `第${week}`).join('、');
}

const BREAKS = ['（12:00～13:00は休憩）', '（昼休み12時～13時）', ' ※12時から13時は閉室'];
const CLOSED_MONTHS = ['（Mは休み）', '（Mを除く）', '。Mはお休みです。', ' ※M休み', '、ただしMは開催しません'];
const CLOSED_HOLIDAYS = [
  '（祝日を除く）',
  '（祝日は休み）',
  '、祝日休み',
  ' ※祝祭日はお休み',
  '。祝日の場合は休みです',
];
const CLOSED_AFTER = [
  '（祝日の翌日を除く）',
  '（祝日の翌日は休み）',
  '、祝日の翌日休み',
  ' ※国民の祝日の翌日はお休み',
  '。祝日の次の日は休みです。',
];
const EARLY = ['（DはEまで）', '、DはEまで', ' ※DのみEまで', '。ただしDはEまで'];
const HEDGES = [
  '（変更の場合あり）',
  '（都合により変更することがあります）',
  '（原則）',
  '。日程は変更になる場合があります',
];
const LEADS = ['', '日時：', '開催日：', 'とき ', '【日時】', '●'];

/** The schedule in one of many writings. */
export function phrasingsOf(plan: PlainSchedule): fc.Arbitrary<string> {
  const of = (list: string[]) => fc.constantFrom(...list);
  return fc
    .record({
      time: of(['colon', 'wide', 'hours', 'half']),
      days: of(plan.weeks.length > 0 && plan.days.length > 1 ? ['joined'] : ['full', 'comma', 'and', 'joined']),
      weeks: of(['kanji', 'short', 'comma']),
      every: plan.weeks.length > 0 ? of(['', '毎月']) : of(['', '毎週']),
      joint: of(['～', '-', '〜', 'から']),
      space: of([' ', '\u3000', ' の'.trim()]),
      lead: of(LEADS),
      pause: of(BREAKS),
      months: of(CLOSED_MONTHS),
      holidays: of(CLOSED_HOLIDAYS),
      after: of(CLOSED_AFTER),
      early: of(EARLY),
      hedge: of(HEDGES),
    })
    .map((style) => {
      const days = `${style.every}${plan.weeks.length > 0 ? weeksIn(style.weeks, plan.weeks) : ''}${daysIn(style.days, plan.days)}`;
      const [from, to] = plan.hours.map((minutes) => timeIn(style.time, minutes));
      return [
        `${style.lead}${days}${style.space}${from}${style.joint}${to}`,
        plan.pause ? style.pause : '',
        plan.closedMonths.length > 0
          ? style.months.replace('M', plan.closedMonths.map((m) => `${m}月`).join('・'))
          : '',
        plan.closedOnHolidays ? style.holidays : '',
        plan.closedAfterHolidays ? style.after : '',
        plan.early
          ? style.early.replace('D', `${LETTERS[plan.early.day]}曜日`).replace('E', timeIn(style.time, plan.early.end))
          : '',
        plan.hedged ? style.hedge : '',
      ].join('');
    });
}
