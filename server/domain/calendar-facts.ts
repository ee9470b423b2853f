import type { Place } from './place.ts';
import type { CalendarFacts } from './schedule/schedule.ts';

/** What the answers about a place's hours depend on beside its schedule. Badge, sessions, calendar and JSON-LD take it from here. */
export function calendarFactsOf(place: Place): CalendarFacts {
  return { confirmedAt: place.confirmedAt?.getTime() ?? null };
}
