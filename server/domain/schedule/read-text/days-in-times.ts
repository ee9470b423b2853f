import type { ScheduleText } from '../schedule.ts';
import { CLOCK } from './clock.ts';
import { normaliseText } from './normalise.ts';
import { joined } from './written.ts';

/** One class, not alternatives within one another: a cell of many days must not take longer with each. */
const DAYS = '[平月火水木金土日祝][平月火水木金土日祝曜・、~と及び]*';
const EACH = new RegExp(`\\(?(${DAYS})[): ]*(${CLOCK})(?:から|まで)?[ /・、]*`, 'g');
const WHOLE = new RegExp(`^(?:\\(?${DAYS}[): ]*${CLOCK}(?:から|まで)?[ /・、]*)+$`);
const ALONE = new RegExp(`^${CLOCK}$`);

/** The clock of a column, or those of each of some days; null where it is neither. */
function clocksOf(text: string): string | [days: string, clock: string][] | null {
  if (ALONE.test(text)) return text;
  if (!WHOLE.test(text)) return null;
  return [...text.matchAll(EACH)].map(([, days = '', clock = '']) => [days.replace(/[・、]$/, ''), clock]);
}

/**
 * A column of times that names days, 「平日18:30土日祝17:00」 beside 9:30, is the sentence 「平日 9:30~18:30、土日祝 9:30~17:00」 of
 * the note; other columns stay as they are.
 */
export function withDaysInTimes(written: ScheduleText): ScheduleText {
  const [from, to] = [clocksOf(normaliseText(written.from ?? '')), clocksOf(normaliseText(written.to ?? ''))];
  if (from === null || to === null || (typeof from === 'string' && typeof to === 'string')) return written;
  const days = typeof from === 'string' ? to : from;
  if (typeof days === 'string') return written;
  const clockOf = (side: typeof from, day: string) =>
    typeof side === 'string' ? side : side.find(([own]) => own === day)?.[1];
  const said = days.map(([day]) => [day, clockOf(from, day), clockOf(to, day)] as const);
  if (said.some(([, start, end]) => start === undefined || end === undefined)) return written;
  const note = said.map(([day, start, end]) => `${day} ${start ?? ''}~${end ?? ''}`).join('、');
  return { ...written, from: null, to: null, note: joined(note, written.note) };
}
