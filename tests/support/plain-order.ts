import type { Place } from '../../server/domain/place.ts';
import { DAY_MS, MINUTE_MS } from '../../server/domain/schedule/calendar-day.ts';
import type { OpenSpan } from '../../server/domain/schedule/schedule.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import type { SearchRequest } from '../../server/domain/search-request.ts';
import { foldText } from '../../server/domain/search-text.ts';
import { factsOf } from '../../server/domain/usual.ts';
import { calendarOf, distanceOf, forgiven, inName, matches, slotFilters } from './plain-search.ts';

type Key = (string | number)[];

/** What matches, in the order that was asked, by plain sort keys. */
export function plainOrder(places: Place[], request: SearchRequest, now: number): Place[] {
  return places
    .filter((place) => matches(place, request, forgiven(request)))
    .map((place) => ({ place, key: [...keyOf(place, request, now), place.id] }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ place }) => place);
}

function compare(a: Key, b: Key): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function keyOf(place: Place, request: SearchRequest, now: number): Key {
  switch (request.orderBy) {
    case 'DISTANCE':
      return [distanceOf(place, request) ?? Infinity];
    case 'RECENTLY_CONFIRMED':
      return [-(place.confirmedAt?.getTime() ?? -Infinity)];
    case 'OPENS_SOONEST':
      return [opensAt(place, request, now)];
    case 'NAME': {
      const late = request.nameMatchesFirst && !inName(place, request.text ?? '') ? 1 : 0;
      return [late, place.kana === null ? 1 : 0, foldText(place.kana ?? ''), place.name];
    }
  }
}

/** 0 where it is open for certain, else the start of its next certain session within four weeks (the end of a day without hours). */
function opensAt(place: Place, request: SearchRequest, now: number): number {
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const sessions = openSpans(place.schedule, minute, minute + 28 * DAY_MS, calendarOf(place)).filter(
    (span) => span.session && span.certain && serves(place, request, span),
  );
  const isOpen = (span: OpenSpan) => span.timeKnown && (span.end === null ? span.start === now : span.start <= now);
  if (sessions.some(isOpen)) return 0;
  const later = sessions.filter((span) => !span.timeKnown || span.start > now);
  return Math.min(Infinity, ...later.map((span) => (span.timeKnown ? span.start : span.start + DAY_MS)));
}

/** Whether one session serves everybody who is asked for. */
export function serves(place: Place, request: SearchRequest, span: OpenSpan): boolean {
  const filters = slotFilters(place, factsOf(place), request, forgiven(request));
  return filters.every((filter) => filter(span.slot) === 'YES');
}
