import { civilOf, epochDayOf } from '../calendar-day.ts';
import type { Closure, Rule } from '../schedule.ts';
import type { Entry } from './entry.ts';
import type { Reading } from './reading.ts';
import { rulesOf } from './rules.ts';

/** What becomes of single days of the year that are open whatever else holds; `harmful`: whose hours they have is not said. */
interface OpenDays {
  rules: Rule[];
  closures: Closure[];
  harmful: string[];
}

/** 「5月5日は開館し翌日休み」: with the hours of that part of the year. */
export function openDays(readings: Reading[], entries: Entry[]): OpenDays {
  const opened: OpenDays = { rules: [], closures: [], harmful: [] };
  for (const { phrase, thenClosed, asUsual } of readings.flatMap((reading) => reading.openDays)) {
    const { season } = phrase;
    if (!season) continue;
    const models = entries.filter(
      ({ phrase: { months } }) => months.length === 0 || months.includes(season.from.month),
    );
    if (!asUsual && new Set(models.map(({ hours, pauses }) => JSON.stringify([hours, pauses]))).size > 1)
      opened.harmful.push(phrase.text);
    for (const entry of asUsual ? models.filter((one) => !one.phrase.holiday) : models.slice(0, 1)) {
      const free = asUsual ? {} : { weekdays: [], nth: [] };
      const [rule] = rulesOf({ ...entry, phrase: { ...entry.phrase, ...free, months: [], season } }, 'FIXED');
      if (rule) opened.rules.push({ ...rule, holidays: 'AS_USUAL' });
    }
    if (!thenClosed) continue;
    const { month, day } = civilOf(epochDayOf(2027, season.from.month, season.from.day) + 1);
    const next = { month, day };
    opened.closures.push({ annual: { from: next, to: next } });
  }
  return opened;
}
