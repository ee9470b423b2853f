import { describe, expect, test } from 'vitest';
import { distanceMeters, normalBounds, boundsContain } from '../../server/domain/geo.ts';
import type { Place } from '../../server/domain/place.ts';
import { answerAt } from '../../server/domain/schedule/answer.ts';
import { searchRequest, type SearchRequest } from '../../server/domain/search-request.ts';
import { factsOf } from '../../server/domain/usual.ts';
import { cacheUse } from '../../server/search/lru.ts';
import { createPlaceIndex, type PlaceIndex, type SearchHit } from '../../server/search/place-index.ts';
import { seededRandom } from '../support/random.ts';
import { plainOrder } from '../support/plain-order.ts';
import {
  calendarOf,
  distanceOf,
  FACTS,
  forgiven,
  matches,
  pinOf,
  slotFilters,
  verdict,
  walkMs,
} from '../support/plain-search.ts';
import { NOW, somePlaces, someRequests, TOWNS } from './world.ts';

const places = somePlaces(1, 240);
const index = createPlaceIndex(places);
const ALL = { first: 1000, after: null };
const HALF_HOUR_MS = 30 * 60_000;

describe('the index answers as plain predicates do', () => {
  test.each([2, 9])(
    'places, their order, total, unknown hours, what is not stated: 1,000 random requests from %i',
    (seed) => {
      for (const request of someRequests(seed, 1000)) expectAsPlain(index, places, request);
    },
  );

  test('the same filters asked again, elsewhere, minutes later, and after an edit', () => {
    const random = seededRandom(7);
    const [edited, now] = [createPlaceIndex(places), [...places]];
    const hits = () => cacheUse()['count of half an hour']?.hits ?? 0;
    const hitsBefore = hits();
    for (const request of someRequests(8, 400)) {
      if (request.when?.kind !== 'AT') continue;
      const mark = Math.floor(request.when.at / HALF_HOUR_MS) * HALF_HOUR_MS;
      for (let again = 0; again < 6; again++) {
        const when = { ...request.when, at: mark + random.int(0, 30) * 60_000 };
        const near = request.near && { ...request.near, ...random.pick(TOWNS) };
        const hours = random.pick(['KNOWN', 'INCLUDE_MAYBE', 'ONLY_MAYBE'] as const);
        expectAsPlain(edited, now, { ...request, near, when, hours, orderBy: near ? 'DISTANCE' : 'NAME' });
        if (again === 3) edited.apply({ upserts: [], removals: [now.splice(random.int(0, now.length), 1)[0]!.id] });
      }
      if (now.length < 100) edited.apply({ upserts: now.splice(0, Infinity, ...places), removals: [] });
    }
    expect(hits() - hitsBefore).toBeGreaterThan(50);
  });

  test('facets of 250 random requests', () => {
    for (const request of someRequests(3, 250)) {
      const facets = index.search(request, ALL, NOW).facets();
      const found = Object.fromEntries(
        Object.entries(facets).map(([group, counts]) => [
          group,
          new Map(counts.map(({ code, count }) => [code, count])),
        ]),
      );
      expect(found, JSON.stringify(request)).toEqual({
        kinds: plainFacet({ ...request, kinds: [] }, ({ kinds }) => kinds),
        activities: plainFacet({ ...request, activities: [] }, ({ activities }) => activities),
        features: plainFacet({ ...request, features: [] }, ({ features }) => features),
        access: plainFacet({ ...request, access: [] }, (place) => [factsOf(place).access?.value ?? []].flat()),
      });
    }
  });

  test('distances are those over the ground, to a millimetre', () => {
    for (const request of someRequests(4, 300)) {
      for (const { place, distanceMeters: meters } of index.search(request, ALL, NOW).hits) {
        const expected = distanceOf(place, request);
        if (expected === null) expect(meters).toBeNull();
        else expect(meters).toBeCloseTo(expected, 3);
      }
    }
  });

  test('a visit arrives when it is open, leaves when it closes or the way home begins, and is home in time', () => {
    const random = seededRandom(6);
    let [visits, closed] = [0, 0];
    for (let made = 0; made < 400; made++) {
      const town = random.pick(TOWNS);
      const from = NOW + random.int(0, 14) * 86_400_000 - random.int(0, 10) * 1_800_000;
      const visit = { from, homeBy: from + random.int(2, 8) * 3_600_000 };
      const request = searchRequest({ when: { visit }, ages: [{ years: 9 }], hours: 'INCLUDE_MAYBE' }, town, null, NOW);
      for (const hit of index.search(request, ALL, NOW).hits) {
        visits++;
        if (hit.visit!.leaveBy < visit.homeBy - walkMs(hit.place, request)!) closed++;
        checkVisit(hit, request, visit);
      }
    }
    expect([visits > 100, closed > 20]).toEqual([true, true]);
  });

  test('clusters and points add up to the places in the bounds, and with those without a point to the total', () => {
    let zoom = 0;
    for (const request of someRequests(5, 400)) {
      zoom = (zoom + 1.7) % 22;
      const near = request.near ?? { latitude: 35.69, longitude: 139.7 };
      const half = 40 / 2 ** (zoom / 2);
      const bounds = {
        west: near.longitude - half,
        east: near.longitude + half,
        south: Math.max(-90, near.latitude - half),
        north: Math.min(90, near.latitude + half),
      };
      const map = index.map(request, bounds, zoom, NOW);
      const found = places.filter((place) => matches(place, request, forgiven(request)));
      const inside = found.filter(
        (place) => pinOf(place) !== null && boundsContain(normalBounds(bounds), pinOf(place)!),
      );
      const without = found.filter((place) => pinOf(place) === null).length;
      expect(map.clusters.reduce((sum, { count }) => sum + count, 0) + map.points.length).toBe(inside.length);
      expect([map.withoutPointCount, map.totalCount]).toEqual([without, without + inside.length]);
      expect(map.points.map(({ id }) => id).every((id) => inside.some((place) => place.id === id))).toBe(true);
      for (const cluster of map.clusters) {
        expect(boundsContain(cluster.bounds, cluster)).toBe(true);
        expect(inside.filter((place) => boundsContain(cluster.bounds, pinOf(place)!)).length).toBeGreaterThanOrEqual(
          cluster.count,
        );
      }
    }
  });
});

function expectAsPlain(asked: PlaceIndex, places: Place[], request: SearchRequest): void {
  const page = asked.search(request, ALL, NOW);
  const expected = plainOrder(places, request, NOW);
  const context = JSON.stringify(request);
  expect(
    page.hits.map(({ id }) => id),
    context,
  ).toEqual(expected.map(({ id }) => id));
  expect(page.total, context).toBe(expected.length);
  expect(page.unknownHours, context).toBe(plainUnknown(places, request));
  expect(page.notStated, context).toEqual(plainNotStated(places, request));
}

function plainUnknown(places: Place[], request: SearchRequest): number {
  if (request.when === null) return 0;
  return places.filter((place) => verdict(place, request, forgiven(request)) === 'MAYBE').length;
}

/** Places that match where one fact may be unsaid, and do not where it may not. */
function plainNotStated(places: Place[], request: SearchRequest): Record<string, number> {
  const counts = FACTS.map((fact) => {
    const others = forgiven(request).filter((each) => each !== fact);
    const only = (place: Place) => matches(place, request, [...others, fact]) && !matches(place, request, others);
    return [fact, places.filter(only).length];
  });
  return Object.fromEntries(counts) as Record<string, number>;
}

function plainFacet(request: SearchRequest, codesOf: (place: Place) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of places.filter((each) => matches(each, request, forgiven(request)))) {
    for (const code of codesOf(place)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function checkVisit(
  { place, visit }: SearchHit,
  request: SearchRequest,
  asked: { from: number; homeBy: number },
): void {
  const { arriveAt, leaveBy, homeAt } = visit!;
  const walk = walkMs(place, request)!;
  expect(Math.abs(arriveAt - asked.from - walk)).toBeLessThanOrEqual(1);
  expect(homeAt - leaveBy).toBe(arriveAt - asked.from);
  expect(homeAt).toBeLessThanOrEqual(asked.homeBy);
  expect(leaveBy - arriveAt).toBeGreaterThanOrEqual(30 * 60_000);
  const filters = slotFilters(place, factsOf(place), request, []);
  const at = (moment: number) => answerAt(place.schedule, moment, calendarOf(place), filters);
  expect(at(leaveBy - 60_000)).not.toBe('NO');
  // It ends before one must go only where it is no longer as sure as on arrival.
  if (leaveBy < asked.homeBy - walk - 1) expect(at(leaveBy)).not.toBe('YES');
}

test('a degree of latitude is 111,195 metres, and across the antimeridian it is near', () => {
  expect(distanceMeters({ latitude: 35, longitude: 139 }, { latitude: 36, longitude: 139 })).toBeCloseTo(111_195.08, 1);
  expect(distanceMeters({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
    111_195.08,
    1,
  );
});
