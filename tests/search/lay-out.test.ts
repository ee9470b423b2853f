import { beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../server/domain/schedule/calendar-day.ts';
import type { PlaceFilterInput } from '../../server/domain/search-input.ts';
import { searchRequest } from '../../server/domain/search-request.ts';
import { createPlaceIndex, type SearchPage } from '../../server/search/place-index.ts';
import { NOW, somePlaces } from './world.ts';

const places = somePlaces(61, 2500);
const index = createPlaceIndex(places);
const HOME = { latitude: 35.7, longitude: 139.75 };
const ALL = { first: 10_000, after: null };
const on = (day: number) => new Date(NOW + day * DAY_MS);
const dateOn = (day: number) => on(day).toISOString().slice(0, 10);
const asking = (when: PlaceFilterInput['when']) => searchRequest({ when }, HOME, null, NOW);

beforeAll(() => index.prepare(NOW));

describe('hours of the days ahead are laid out: nobody waits for them', () => {
  test.each([
    ['now', { openAt: on(0) }],
    ['in six days', { openAt: on(6) }],
    ['a stretch of two months', { openDuring: { from: on(1), to: on(60) } }],
    ['days', { onDates: { from: dateOn(3), to: dateOn(60) } }],
    ['a time of each week', { weekly: { weekdays: ['MONDAY' as const], from: '15:00', to: '17:00' } }],
    ['a visit', { visit: { from: on(0), homeBy: on(0.2) } }],
    ['no time at all', null],
  ])('%s', (_, when) => {
    expect(index.layOut(asking(when))).toBeNull();
  });

  test('sessions of two months', () => {
    expect(index.layOut(asking(null), { from: NOW, to: NOW + 60 * DAY_MS })).toBeNull();
  });
});

describe('hours far away are laid out once', () => {
  test.each([
    ['a moment', { openAt: on(200) }],
    ['a stretch', { openDuring: { from: on(300), to: on(301) } }],
    ['days', { onDates: { from: dateOn(400), to: dateOn(401) } }],
    ['a visit', { visit: { from: on(500), homeBy: on(500.2) } }],
  ])('%s', async (_, when) => {
    const request = asking(when);
    const laying = index.layOut(request);
    expect(laying).not.toBeNull();
    await laying;
    expect(index.layOut(request)).toBeNull();
    expect(idsOf(index.search(request, ALL, NOW))).toEqual(idsOf(createPlaceIndex(places).search(request, ALL, NOW)));
  });

  test('sessions', async () => {
    const window = { from: NOW + 600 * DAY_MS, to: NOW + 601 * DAY_MS };
    const laying = index.layOut(asking(null), window);
    expect(laying).not.toBeNull();
    await laying;
    expect(index.layOut(asking(null), window)).toBeNull();
  });

  test('a half hour whose days are there', async () => {
    const request = asking({ openAt: on(40) });
    const laying = index.layOut(request);
    expect(laying).not.toBeNull();
    await laying;
    expect(index.layOut(request)).toBeNull();
  });
});

test('many who ask for times far apart at once all find theirs laid out', async () => {
  const asked = Array.from({ length: 24 }, (_, at) => asking({ openAt: on(1000 + 40 * at) }));
  const found = await Promise.all(
    asked.map(async (request) => {
      await index.layOut(request);
      return [index.layOut(request), idsOf(index.search(request, ALL, NOW))];
    }),
  );
  const fresh = createPlaceIndex(places);
  expect(found).toEqual(asked.map((request) => [null, idsOf(fresh.search(request, ALL, NOW))]));
});

test('places that came since are waited for only where they are many', async () => {
  const edited = createPlaceIndex(places.slice(0, 1000));
  await edited.prepare(NOW);
  edited.apply({ upserts: places.slice(1000, 1010), removals: [] });
  expect(edited.layOut(asking({ openAt: on(1) }))).toBeNull();
  edited.apply({ upserts: places.slice(1010), removals: [] });
  const later = asking({ openDuring: { from: on(1), to: on(2) } });
  await edited.layOut(later);
  expect(idsOf(edited.search(later, ALL, NOW))).toEqual(idsOf(index.search(later, ALL, NOW)));
});

const idsOf = ({ hits }: SearchPage) => hits.map(({ place }) => place.id);
