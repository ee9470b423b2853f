import type { Phrase } from './phrase.ts';

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const STARTS = LENGTHS.map((_, i) => LENGTHS.slice(0, i).reduce((sum, n) => sum + n, 0));
const DAYS = 366;
/** The month of each day, so that nothing is looked up day by day: a page of exceptions asks this thousands of times. */
const MONTHS = LENGTHS.flatMap((length, i) => Array<number>(length).fill(i + 1));

/** The days of a (leap) year that a phrase's months and season leave, by index from 1 January. */
export type YearDays = boolean[];

export function yearDaysOf({ months, season }: Pick<Phrase, 'months' | 'season'>): YearDays {
  const range = season && [indexOf(season.from), indexOf(season.to)];
  return MONTHS.map(
    (month, index) => (months.length === 0 || months.includes(month)) && (range === null || within(range, index)),
  );
}

function monthDayAt(index: number): { month: number; day: number } {
  const month = MONTHS[index] ?? 1;
  return { month, day: index - (STARTS[month - 1] ?? 0) + 1 };
}

const indexOf = ({ month, day }: { month: number; day: number }) => (STARTS[month - 1] ?? 0) + day - 1;

function within([first = 0, last = 0]: number[], index: number): boolean {
  return first <= last ? index >= first && index <= last : index >= first || index <= last;
}

/** The same days as whole months or as one range; null where they are neither. */
export function partsOf(days: YearDays): Pick<Phrase, 'months' | 'season'> | null {
  if (days.every(Boolean)) return { months: [], season: null };
  const months = LENGTHS.map((length, i) => days.slice(STARTS[i], (STARTS[i] ?? 0) + length));
  if (months.every((month) => month.every(Boolean) || !month.some(Boolean))) {
    return { months: months.flatMap((month, i) => (month[0] ? [i + 1] : [])), season: null };
  }
  const starts = days.flatMap((on, i) => (on && !days[(i + DAYS - 1) % DAYS] ? [i] : []));
  const ends = days.flatMap((on, i) => (on && !days[(i + 1) % DAYS] ? [i] : []));
  const [start, end] = [starts[0], ends[0]];
  if (starts.length !== 1 || start === undefined || end === undefined) return null;
  return { months: [], season: { from: monthDayAt(start), to: monthDayAt(end) } };
}

type PartOfYear = Pick<Phrase, 'months' | 'season'>;

/** 「月曜休館。8月は無休」: the part of the year of the first without those of the others. */
export function outsideOf(part: PartOfYear, others: PartOfYear[]): PartOfYear {
  if (others.length === 0) return part;
  const taken = others.map(yearDaysOf);
  return partsOf(yearDaysOf(part).map((on, i) => on && !taken.some((days) => days[i]))) ?? part;
}
