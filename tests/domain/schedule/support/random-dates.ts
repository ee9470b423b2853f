import fc from 'fast-check';

/** Dates of 2026 on which something is held, and its hours. */
export interface DatedPlan {
  dates: { month: number; day: number }[];
  hours: [number, number];
  /** The year is written. */
  dated: boolean;
}

const YEAR = 2026;
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LETTERS = '日月火水木金土';
const two = (n: number) => String(n).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const letterOf = ({ month, day }: { month: number; day: number }) =>
  LETTERS[new Date(Date.UTC(YEAR, month - 1, day)).getUTCDay()] ?? '';

/** One to three months of one to four days each, or the days from one to another. */
export const aDatedPlan: fc.Arbitrary<DatedPlan> = fc
  .record({
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
    days: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    }),
    start: fc.integer({ min: 18, max: 34 }),
    length: fc.integer({ min: 2, max: 8 }),
    dated: fc.boolean(),
  })
  .map(({ months, days, start, length, dated }) => ({
    dates: [...months]
      .sort((a, b) => a - b)
      .flatMap((month, i) => [...(days[i] ?? [])].sort((a, b) => a - b).map((day) => ({ month, day }))),
    hours: [start * 30, (start + length) * 30] as [number, number],
    dated,
  }));

/** The plan as an OSM value, every date of its own. */
export const osmOfDates = ({ dates, hours }: DatedPlan): string =>
  dates
    .map(({ month, day }) => `${YEAR} ${MONTHS[month] ?? ''} ${two(day)} ${clock(hours[0])}-${clock(hours[1])}`)
    .join('; ');

const WEEKDAYS = ['', '(D)', '（D）', '（D曜日）', 'D曜日', '[D]'];
const HEADINGS = ['M月 ', 'M月：', '【M月】', '■M月 ', '(M月)', 'M月…'];

/** The plan in one of many writings, as the cells of a list or as one text. */
export function writingsOf(plan: DatedPlan): fc.Arbitrary<Record<string, string>> {
  const of = (list: string[]) => fc.constantFrom(...list);
  return fc
    .record({
      form: of(['each', 'carried', 'headed', 'slash']),
      heading: of(HEADINGS),
      weekday: of(WEEKDAYS),
      joint: of(['、', '・', '，', ' ', '　', ' / ']),
      between: of(['、', ' ', '　', '。']),
      year: of(['2026年', '令和8年']),
      lead: of(['', '開催日：', '日時：', '【開催日】', '●']),
      layout: of(['text', 'cells', 'span', 'note']),
      remark: of(['', '要予約', '対象：小学生', '定員20名（先着順）', '雨天中止']),
    })
    .map(({ form, heading, weekday, joint, between, year, lead, layout, remark }): Record<string, string> => {
      // 「6/7土曜日」, 「6月7日 / 14日」 in lists of another sign are not written
      const slash = form === 'slash';
      const sign = slash && joint === ' / ' ? '、' : joint;
      const day = (date: { month: number; day: number }, head: string) =>
        `${head}${date.day}${slash ? '' : '日'}${(slash && weekday === 'D曜日' ? '' : weekday).replace('D', letterOf(date))}`;
      const months = [...new Set(plan.dates.map(({ month }) => month))];
      const list = months
        .map((month) => {
          const days = plan.dates.filter((date) => date.month === month);
          const heads = { each: `${month}月`, carried: '', headed: '', slash: `${month}/` }[form] ?? '';
          const first = { carried: `${month}月`, headed: heading.replace('M', String(month)) }[form] ?? heads;
          return days.map((date, i) => day(date, i === 0 ? first : heads)).join(sign);
        })
        .join(slash ? sign : between);
      const days = `${lead}${plan.dated ? year : ''}${list}`;
      const [from, to] = plan.hours.map((minutes) => clock(minutes).replace(/^0/, ''));
      const span = `${from ?? ''}～${to ?? ''}`;
      switch (layout) {
        case 'cells':
          return { days, from: from ?? '', to: to ?? '', note: remark };
        case 'span':
          return { days: `${days} ${span}`, note: remark };
        case 'note':
          return { days, note: `時間 ${span} ${remark}` };
        default:
          return { text: `${days} ${span}${remark === '' ? '' : ` ※${remark}`}` };
      }
    });
}
