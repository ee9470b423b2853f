import type { SearchDaysQueryVariables } from '../graphql/gen/graphql.ts';
import { addDays, dateInJapan, instantInJapan, instantOf } from '../schedule/jst.ts';
import type { Filters, When } from './filters.ts';
import type { OwnPosition } from './search-variables.ts';
import { homeWindow, isWalkIn, nearOf, placeFilter, whenInput } from './search-variables.ts';

/** Days that the strip shows: two weeks, seven in a row. */
export const STRIP_DAYS = 14;

/**
 * Variables of the view by day. The time that was asked chooses the sessions beneath, by their own day and hours; the
 * strip counts every day, so that another one is a tap away.
 */
export function daysVariables(filters: Filters, now: number, own: OwnPosition | null): SearchDaysQueryVariables {
  const today = dateInJapan(now);
  const access = isWalkIn(filters, own) ? { access: ['DROP_IN' as const] } : {};
  return {
    filter: { ...placeFilter({ ...filters, when: { kind: 'any' } }, now, own), access: undefined, ...access },
    near: nearOf(filters, own),
    firstDay: today,
    lastDay: addDays(today, STRIP_DAYS - 1),
    ...sessionWindow(filters.when, now),
    first: filters.shown,
    after: filters.after,
  };
}

/** From when to when sessions are listed. Any time means from now on; now means what is left of today. */
export function sessionWindow(when: When, now: number): { from: string; to: string } {
  const today = dateInJapan(now);
  if (when.kind === 'home') {
    const { from, to } = homeWindow(when.by, now);
    return { from, to };
  }
  const input = whenInput(when, now);
  if (input?.openDuring) return { from: input.openDuring.from, to: input.openDuring.to };
  if (input?.onDates) {
    return { from: instantOf(input.onDates.from, '00:00'), to: instantOf(input.onDates.to, '24:00') };
  }
  const last = when.kind === 'any' ? addDays(today, STRIP_DAYS - 1) : today;
  return { from: instantInJapan(now), to: instantOf(last, '24:00') };
}

/** Days whose sessions are listed; null where none was chosen. */
export function chosenDays(when: When, now: number): { from: string; to: string } | null {
  if (when.kind === 'any') return null;
  const { from, to } = sessionWindow(when, now);
  return { from: from.slice(0, 10), to: dateInJapan(Date.parse(to) - 1) };
}
