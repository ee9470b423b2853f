import { expect, test } from 'vitest';
import { InputError } from '../../server/domain/errors.ts';
import type { Place } from '../../server/domain/place.ts';
import { searchRequest, type SearchRequest } from '../../server/domain/search-request.ts';
import { createPlaceIndex, type PlaceIndex } from '../../server/search/place-index.ts';
import { plainOrder } from '../support/plain-order.ts';
import { seededRandom } from '../support/random.ts';
import { NOW, somePlaces, someRequests } from './world.ts';

/** Every page of a search, `between` run after each. */
function walk(index: PlaceIndex, request: SearchRequest, first: number, between: () => void = () => {}): string[] {
  const ids: string[] = [];
  for (let after: string | null = null, page = 0; ; page++) {
    const { hits, hasNext, hasPrevious } = index.search(request, { first, after }, NOW + page * 300_000);
    ids.push(...hits.map(({ id }) => id));
    if (hits.length > 0) expect(hasPrevious).toBe(page > 0);
    expect(hasNext).toBe(hits.length === first && hasNext);
    if (!hasNext) return ids;
    after = hits.at(-1)!.cursor;
    between();
  }
}

test('a walk by cursor gives the pages of one list, in every order, while time goes on', () => {
  const places = somePlaces(11, 200);
  const index = createPlaceIndex(places);
  for (const request of someRequests(12, 300)) {
    const expected = plainOrder(places, request, NOW).map(({ id }) => id);
    expect(walk(index, request, 7), JSON.stringify(request)).toEqual(expected);
  }
});

test('a walk gives each unchanged place once, however many others come, change and go meanwhile', () => {
  const random = seededRandom(13);
  for (const request of someRequests(14, 120)) {
    const places = somePlaces(15, 160);
    const index = createPlaceIndex(places);
    const [steady, restless] = [places.slice(0, 100), places.slice(100)];
    const fresh = somePlaces(16, 60).map((place, at) => ({ ...place, id: `new${at}` }));
    const ids = walk(index, request, 5, () => {
      const moved = random.some(restless, 0.1).map((place) => ({ ...place, name: `${random.int(0, 99)}`, kana: null }));
      index.apply({
        upserts: [...moved, ...random.some(fresh, 0.1)],
        removals: random.some(restless, 0.1).map(({ id }) => id),
      });
    });
    const isSteady = (id: string) => steady.some((place) => place.id === id);
    const expected = plainOrder(steady, request, NOW).map(({ id }) => id);
    expect(ids.filter(isSteady), JSON.stringify(request)).toEqual(expected);
  }
});

const SITE = somePlaces(22, 1)[0]!.id;

/** Edits until the index was built anew beside the one that answered. */
const EDITS: [name: string, ids: number, change: (place: Place, at: number) => Place][] = [
  ['of few places', 400, (place) => place],
  [
    'that bring many new places, some of them sites of another',
    1e6,
    (place, at) => (at % 50 ? place : { ...place, partOf: SITE }),
  ],
  ["after which most schedules are nobody's any more", 200, (place, at) => withReason(place, `${at}`)],
];

const withReason = (place: Place, reason: string): Place => ({
  ...place,
  schedule: { ...place.schedule, closures: [{ dates: { from: '2027-01-01', to: '2027-01-01' }, reason }] },
});

test.each(EDITS)('after edits %s the index answers as one that is built of the same places', async (_, ids, change) => {
  const random = seededRandom(21);
  const edited = createPlaceIndex(somePlaces(22, 150));
  const kept = new Map(somePlaces(22, 150).map((place) => [place.id, place]));
  const news = somePlaces(23, 9000).map((place, at) => change({ ...place, id: `${random.int(0, ids)}` }, at));
  const steady = new Set([...kept.keys()].slice(0, 50));
  let rebuilt = 0;
  for (let start = 0; start < news.length; start += 100) {
    const upserts = news.slice(start, start + 100);
    // Some places are never touched.
    const removals = random.some([...kept.keys()], 0.05).filter((id) => !steady.has(id));
    const before = edited.rebuilding;
    edited.apply({ upserts, removals });
    if (edited.rebuilding && !before) rebuilt++;
    for (const place of upserts) kept.set(place.id, place);
    for (const id of removals) kept.delete(id);
    // Rebuilds happen between requests: give them their turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  while (edited.rebuilding) await new Promise((resolve) => setImmediate(resolve));
  expect(rebuilt).toBeGreaterThan(0);
  const built = createPlaceIndex(kept.values());
  expect(edited.size).toBe(kept.size);
  for (const id of kept.keys()) expect(edited.place(id)).toEqual(built.place(id));
  expect(edited.partsOf(SITE)).toEqual(built.partsOf(SITE));
  for (const request of someRequests(24, 150)) {
    const [one, other] = [edited, built].map((index) => {
      const page = index.search(request, { first: 20_000, after: null }, NOW);
      const { total, unknownHours, notStated } = page;
      return { ids: page.hits.map(({ id }) => id), total, unknownHours, notStated, facets: page.facets() };
    });
    expect(one, JSON.stringify(request)).toEqual(other);
    expect([...edited.each(request, NOW)].map(({ id }) => id).sort()).toEqual(one!.ids.toSorted());
  }
});

test('what is asked while hours are laid out is answered as it is afterwards', async () => {
  const index = createPlaceIndex(somePlaces(41, 6000));
  const atHour = (hour: number) =>
    searchRequest({ ages: [{ years: 8 }], when: { openAt: new Date(NOW + hour * 3_600_000) } }, null, 'NAME', NOW);
  const ask = (hour: number) => {
    const { hits, total, unknownHours, notStated } = index.search(atHour(hour), { first: 20, after: null }, NOW);
    return { ids: hits.map(({ id }) => id), total, unknownHours, notStated };
  };
  const early: ReturnType<typeof ask>[] = [];
  let laidOut = false;
  const preparing = index.prepare(NOW).then(() => (laidOut = true));
  for (let hour = 0; !laidOut; hour++) {
    if (hour < 150) early.push(ask(hour));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await preparing;
  expect(early.length).toBeGreaterThan(1);
  expect(early.some(({ total }) => total > 20)).toBe(true);
  expect(early.map((_, hour) => ask(hour))).toEqual(early);
});

test('half hours whose room was used for others are answered as by an index that is asked for the first time', () => {
  const places = somePlaces(42, 300);
  const index = createPlaceIndex(places);
  const random = seededRandom(43);
  let fresh = createPlaceIndex(places);
  let found = 0;
  for (let asked = 0; asked < 3000; asked++) {
    if (asked % 300 === 0) fresh = createPlaceIndex(places);
    const openAt = new Date(NOW + random.int(0, 48 * 30) * 1_800_000);
    const request = searchRequest({ ages: [{ years: random.int(0, 18) }], when: { openAt } }, null, 'NAME', NOW);
    const [one, other] = [index, fresh].map((each) => {
      const { hits, total, unknownHours, notStated } = each.search(request, { first: 100, after: null }, NOW);
      return { ids: hits.map(({ id }) => id), total, unknownHours, notStated };
    });
    expect(one, openAt.toISOString()).toEqual(other);
    found += one!.total;
  }
  expect(found).toBeGreaterThan(3000);
});

test('a cursor of another order, or none at all, is refused with what to do', () => {
  const index = createPlaceIndex(somePlaces(31, 30));
  const [request] = [...someRequests(32, 1)];
  const by = (orderBy: SearchRequest['orderBy']) => ({
    ...request!,
    near: null,
    when: null,
    text: null,
    kinds: [],
    orderBy,
  });
  const cursor = index.search(by('NAME'), { first: 1, after: null }, NOW).hits[0]?.cursor ?? '';
  for (const after of [cursor, 'bm9uc2Vuc2U', '***', '']) {
    expect(() => index.search(by('RECENTLY_CONFIRMED'), { first: 1, after }, NOW)).toThrow(InputError);
  }
});
