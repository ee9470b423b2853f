import type { Place } from '../../server/domain/place.ts';
import { searchRequest, type SearchRequest } from '../../server/domain/search-request.ts';
import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';
import { randomPlaces } from '../support/random-places.ts';
import { randomRequest } from '../support/random-requests.ts';
import { seededRandom } from '../support/random.ts';

/** Tuesday afternoon, the day after a holiday. */
export const NOW = Date.parse('2026-11-24T15:00:00+09:00');

/** 札幌 with its wards and the first municipalities of 東京: a designated city, and places close together. */
export const TOWNS = ['01', '13'].flatMap((prefecture) =>
  listMunicipalities()
    .filter(({ code }) => code.startsWith(prefecture))
    .slice(0, 16),
);

export function somePlaces(seed: number, count: number): Place[] {
  return [...randomPlaces({ seed, count, municipalities: TOWNS, now: NOW })];
}

/** Seeded requests about these towns. */
export function* someRequests(seed: number, count: number): Generator<SearchRequest> {
  const random = seededRandom(seed);
  for (let made = 0; made < count; made++) {
    const { filter, near, orderBy } = randomRequest(random, TOWNS, NOW);
    yield searchRequest(filter, near, orderBy, NOW);
  }
}
