import { expect, test } from 'vitest';
import { searchRequest } from '../../server/domain/search-request.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { plainOrder } from '../support/plain-order.ts';
import { seededRandom } from '../support/random.ts';
import { NOW, somePlaces, TOWNS } from './world.ts';

/** Enough for several blocks of 1,024 rows, which stand in a heap. */
const places = somePlaces(51, 6000);
const index = createPlaceIndex(places);

test('of thousands of places the nearest come first, from anywhere, whether many match or few', () => {
  const random = seededRandom(52);
  for (let made = 0; made < 60; made++) {
    const town = random.pick(TOWNS);
    const near = made % 6 === 0 ? { latitude: random.int(-80, 80), longitude: random.int(-180, 180) } : town;
    const filter = random.pick([{}, { kinds: ['library'] }, { kinds: ['library'], features: ['sign-language'] }]);
    const request = searchRequest(filter, near, 'DISTANCE', NOW);
    const { hits } = index.search(request, { first: 40, after: null }, NOW);
    const expected = plainOrder(places, request, NOW).slice(0, 40);
    expect(
      hits.map(({ id }) => id),
      JSON.stringify(request),
    ).toEqual(expected.map(({ id }) => id));
  }
});
