import { DAY_MS, epochDayAt, formatLocalDate, MINUTE_MS, startOfDay, weekdayOf } from './calendar-day.ts';
import { ALL_WEEKDAYS, type CalendarFacts, type LocalDate, type OpenSpan, type Schedule } from './schedule.ts';
import { openSpans } from './spans.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** https://schema.org/OpeningHoursSpecification */
export interface OpeningHours {
  '@type': 'OpeningHoursSpecification';
  dayOfWeek?: string[];
  opens?: string;
  closes?: string;
  validFrom?: LocalDate;
  validThrough?: LocalDate;
}

/** https://schema.org/Event */
export interface DatedEvent {
  '@type': 'Event';
  name: string;
  url: string;
  startDate: string;
  endDate?: string;
  eventStatus: 'https://schema.org/EventScheduled';
  isAccessibleForFree?: boolean;
}

/**
 * The certain sessions of the days that [from, to) touches (ms since the epoch), day by day, days with the same hours of
 * the same weekday put together: a weekly place gets one entry per weekday with its exceptions beside it, a monthly one
 * its dates. Sessions whose end is not known are left out, because the vocabulary reads them as open around the clock.
 */
export function openingHoursSpecification(
  schedule: Schedule,
  from: number,
  to: number,
  facts?: CalendarFacts,
): OpeningHours[] {
  const days = hoursByDay(schedule, from, to, facts);
  const weekly = ALL_WEEKDAYS.map((weekday) => usualHours(days.filter((day) => day.weekday === weekday)));
  const regular = groupWeekdays(weekly);
  const special = days.filter((day) => day.hours !== (weekly[day.weekday - 1] ?? '')).flatMap(specialDay);
  return [...regular, ...special];
}

interface DayHours {
  date: LocalDate;
  weekday: number;
  /** `10:00-12:00,13:00-17:00`; '' closed or not certain. */
  hours: string;
}

function hoursByDay(schedule: Schedule, from: number, to: number, facts?: CalendarFacts): DayHours[] {
  const [first, last] = [epochDayAt(from), epochDayAt(to - 1)];
  const certain = openSpans(schedule, startOfDay(first), startOfDay(last + 1), facts).filter(
    (span) => span.certain && span.timeKnown && span.end !== null,
  );
  const days: DayHours[] = [];
  for (let day = first; day <= last; day++) {
    const own = certain.filter((span) => epochDayAt(span.start) === day);
    const weekday = weekdayOf(day);
    days.push({ date: formatLocalDate(day), weekday, hours: own.map((span) => hoursText(span, day)).join(',') });
  }
  return days;
}

function hoursText({ start, end }: OpenSpan, day: number): string {
  const clock = (instant: number) => {
    const minutes = Math.round((instant - startOfDay(day)) / MINUTE_MS) % 1440;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  return `${clock(start)}-${end !== null && end - startOfDay(day) === DAY_MS ? '23:59' : clock(end ?? start)}`;
}

/** The hours of most of a weekday's days; '' where no hours hold on more than half of them. */
function usualHours(days: DayHours[]): string {
  const counts = new Map<string, number>();
  for (const { hours } of days) counts.set(hours, (counts.get(hours) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > days.length ? best[0] : '';
}

function groupWeekdays(weekly: string[]): OpeningHours[] {
  const distinct = [...new Set(weekly)].filter((hours) => hours !== '');
  return distinct.flatMap((hours) => {
    const dayOfWeek = weekly.flatMap((own, i) => (own === hours ? [`https://schema.org/${DAYS[i]}`] : []));
    return spans(hours).map(([opens, closes]) => ({
      '@type': 'OpeningHoursSpecification' as const,
      dayOfWeek,
      opens,
      closes,
    }));
  });
}

const spans = (hours: string) => hours.split(',').map((part) => part.split('-') as [string, string]);

/** A closed day is 00:00–00:00 by the convention of the search engines. */
function specialDay({ date, hours }: DayHours): OpeningHours[] {
  const day = { '@type': 'OpeningHoursSpecification' as const, validFrom: date, validThrough: date };
  if (hours === '') return [{ ...day, opens: '00:00', closes: '00:00' }];
  return spans(hours).map(([opens, closes]) => ({ ...day, opens, closes }));
}

/** The certain sessions of [from, to) as events with date and hour; a day whose hours are not known has a date alone. */
export function datedEvents(
  place: { name: string; url: string; schedule: Schedule; free?: boolean },
  from: number,
  to: number,
  facts?: CalendarFacts,
): DatedEvent[] {
  return openSpans(place.schedule, from, to, facts)
    .filter((span) => span.certain && span.session && span.start >= from)
    .map((span) => ({
      '@type': 'Event',
      name: span.slot?.label ? `${place.name}（${span.slot.label}）` : place.name,
      url: place.url,
      startDate: span.timeKnown ? zoned(span.start) : formatLocalDate(epochDayAt(span.start)),
      ...(span.timeKnown && span.end !== null ? { endDate: zoned(span.end) } : {}),
      eventStatus: 'https://schema.org/EventScheduled',
      ...(place.free === undefined ? {} : { isAccessibleForFree: place.free }),
    }));
}

/** `2026-11-24T17:30:00+09:00` */
const zoned = (instant: number) => `${new Date(instant + 9 * 60 * MINUTE_MS).toISOString().slice(0, 19)}+09:00`;
