import { isDate } from '../schedule/jst.ts';
import type { Who } from '../search/filters.ts';
import { whoFromUrl, whoToText } from '../search/filters-url.ts';
import { isRecord } from './keep.ts';

/** The ages that a family asks for, and the day on which they said so: no birthday is ever asked. */
export interface RememberedAges {
  who: Who[];
  /** Day in Japan, `2026-11-24`. */
  on: string;
}

/** The ages in what was kept; null where there are none. */
export function parseAges(value: unknown): RememberedAges | null {
  if (!isRecord(value) || typeof value.on !== 'string' || !isDate(value.on) || !Array.isArray(value.who)) return null;
  const texts = value.who.filter((text) => typeof text === 'string');
  const who = whoFromUrl(new URLSearchParams(texts.map((text) => ['who', text])));
  return who.length > 0 ? { who, on: value.on } : null;
}

/** What is kept of ages: as the URL writes them. */
export function agesToKeep({ who, on }: RememberedAges): { who: string[]; on: string } {
  return { who: who.map(whoToText), on };
}

/** From here on an age is counted in years, as people say it. */
const MONTHS_UNTIL_YEARS = 24;
const OLDEST_IN_YEARS = 39;

/**
 * The ages as they are today at least: everybody has grown by the whole months or years since. A school stage holds
 * until the next 1 April (学校教育法施行規則 59条), then nobody knows, and it is left out.
 */
export function agesToday({ who, on }: RememberedAges, today: string): Who[] {
  const months = wholeMonths(on, today);
  return who.map((one) => older(one, months, on, today)).filter((one) => one !== null);
}

function older(who: Who, months: number, on: string, today: string): Who | null {
  if ('stage' in who) return schoolYear(on) === schoolYear(today) ? who : null;
  if ('years' in who) return { years: Math.min(OLDEST_IN_YEARS, who.years + Math.floor(months / 12)) };
  const total = who.months + months;
  return total >= MONTHS_UNTIL_YEARS && months > 0 ? { years: Math.floor(total / 12) } : { months: total };
}

/** Whole months between two days; never negative, however the clock was set. */
function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - Number(toDay < fromDay));
}

const schoolYear = (date: string): number => Number(date.slice(0, 4)) - Number(date.slice(5) < '04-01');
