import { expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { DAY_MS, epochDayAt, formatLocalDate, startOfDay } from '../../server/domain/schedule/calendar-day.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import type { SearchRequest } from '../../server/domain/search-request.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { serves } from '../support/plain-order.ts';
import { calendarOf, distanceOf, forgiven, matches } from '../support/plain-search.ts';
import { NOW, somePlaces, someRequests } from './world.ts';

const places = somePlaces(41, 150);
const index = createPlaceIndex(places);

/** Sessions of the places that pass what is asked of places, that serve everybody asked for. */
function plainSessions(request: SearchRequest, from: number, to: number) {
  const ofPlace = request.when
    ? request
    : { ...request, ages: [], activities: [], needs: [], access: [], booking: null };
  const found = places
    .filter((place) => matches(place, ofPlace, forgiven(ofPlace)))
    .flatMap((place) => {
      const spans = openSpans(place.schedule, from, to, calendarOf(place));
      return spans.map((span) => ({ place, span, far: farness(place, request) }));
    })
    .filter(({ place, span }) => span.session && serves(place, request, span));
  return found.sort((a, b) => a.span.start - b.span.start || compare(a.far, b.far) || compare(a.place.id, b.place.id));
}

const compare = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

function farness(place: Place, request: SearchRequest): number {
  return request.near === null ? 0 : (distanceOf(place, request) ?? Infinity);
}

test('sessions of 250 random requests, by time, page by page', () => {
  for (const request of someRequests(42, 250)) {
    const [from, to] = [NOW + 3_600_000, NOW + 3 * DAY_MS];
    const expected = plainSessions(request, from, to)
      .filter(({ span }) => request.hours === 'INCLUDE_MAYBE' || span.certain === (request.hours === 'KNOWN'))
      .map(({ place, span }) => `${new Date(span.start).toISOString()} ${place.id}`);
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = index.sessions(request, from, to, { first: 9, after }, NOW);
      expect(page.totalCount, JSON.stringify(request)).toBe(expected.length);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null && expected.length > 0);
      found.push(...page.nodes.map(({ place, span }) => `${new Date(span.start).toISOString()} ${place.id}`));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found, JSON.stringify(request)).toEqual(expected);
  }
});

test('sessions are given whole: end, label, certainty as the evaluator gives them', () => {
  const [request] = [...someRequests(42, 1)].map((each) => ({
    ...each,
    when: null,
    text: null,
    within: null,
    kinds: [],
    ages: [],
  }));
  const { nodes } = index.sessions(
    { ...request!, hours: 'INCLUDE_MAYBE' },
    NOW,
    NOW + 7 * DAY_MS,
    { first: 100, after: null },
    NOW,
  );
  expect(nodes.length).toBeGreaterThan(10);
  for (const { place, span } of nodes) {
    const spans = openSpans(place.schedule, span.start, span.start + 1, calendarOf(place));
    expect(spans).toContainEqual(span);
  }
});

test('sessionDays counts the sessions that begin on each day, certain ones and others', () => {
  for (const request of someRequests(43, 150)) {
    const first = epochDayAt(NOW);
    const expected = Array.from({ length: 21 }, (_, day) => {
      const [from, to] = [startOfDay(first + day), startOfDay(first + day + 1)];
      const begun = plainSessions(request, from, to).filter(({ span }) => span.start >= from);
      const count = begun.filter(({ span }) => span.certain).length;
      return { date: formatLocalDate(first + day), count, maybeCount: begun.length - count };
    });
    const days = index.sessionDays(request, formatLocalDate(first), formatLocalDate(first + 20), NOW);
    expect(days, JSON.stringify(request)).toEqual(expected);
  }
});
