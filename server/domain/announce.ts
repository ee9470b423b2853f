import { sameValue } from './same-value.ts';
import type { Closure, ExtraDate, LocalDate, Schedule } from './schedule/schedule.ts';
import { formatLocalDate, parseLocalDate } from './schedule/calendar-day.ts';

/** A closure or an extra date of some days; minutes after midnight. */
export interface Announced {
  kind: 'CLOSED' | 'EXTRA';
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  start: number | null;
  end: number | null;
  reason: string | null;
}

/** A schedule with what was announced. The rules stay as they are. */
export function withAnnounced(schedule: Schedule, announced: Announced): Schedule {
  if (announced.kind === 'CLOSED') return { ...schedule, closures: [...schedule.closures, closureOf(announced)] };
  return { ...schedule, extraDates: [...schedule.extraDates, ...extraDatesOf(announced)] };
}

/** A schedule without what was announced once; as it is where that is not in it any more. */
export function withoutAnnounced(schedule: Schedule, announced: Announced): Schedule {
  if (announced.kind === 'CLOSED')
    return { ...schedule, closures: withoutOne(schedule.closures, closureOf(announced)) };
  const extraDates = extraDatesOf(announced).reduce((left, date) => withoutOne(left, date), schedule.extraDates);
  return { ...schedule, extraDates };
}

function closureOf({ from, to, start, end, reason }: Announced): Closure {
  return {
    dates: { from, to },
    ...(start !== null && end !== null ? { slot: { start, end } } : {}),
    ...(reason === null ? {} : { reason }),
  };
}

function extraDatesOf({ from, to, start, end, reason }: Announced): ExtraDate[] {
  const [first, last] = [parseLocalDate(from) ?? 0, parseLocalDate(to) ?? -1];
  const slots = start === null ? [] : [{ start, end }];
  return Array.from({ length: last - first + 1 }, (_, day) => ({
    date: formatLocalDate(first + day),
    slots,
    ...(reason === null ? {} : { reason }),
  }));
}

function withoutOne<T>(list: readonly T[], gone: T): T[] {
  const at = list.findLastIndex((each) => sameValue(each, gone));
  return list.filter((_, index) => index !== at);
}
