import { addDays, weekdayOf } from '../schedule/jst.ts';

/** Spans of days that are announced by one tap. */
export const SPANS = ['today', 'tomorrow', 'week'] as const;
export type Span = (typeof SPANS)[number];

/** First and last day of a span, from today in Japan on; a week ends on Sunday. */
export function daysOf(span: Span, today: string): { from: string; to: string } {
  if (span === 'today') return { from: today, to: today };
  if (span === 'tomorrow') return { from: addDays(today, 1), to: addDays(today, 1) };
  return { from: today, to: addDays(today, (7 - weekdayOf(today)) % 7) };
}
