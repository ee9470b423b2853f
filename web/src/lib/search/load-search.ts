import type {
  AreaNameQuery as AreaNames,
  SearchPlacesQuery,
  SuggestQuery as Suggestions,
} from '../graphql/gen/graphql.ts';
import { request } from '../graphql/request.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Filters } from './filters.ts';
import type { View } from './filters-url.ts';
import { withFilters } from './filters.ts';
import type { FoundDays } from './load-days.ts';
import { loadDays } from './load-days.ts';
import type { Loosening } from './loosenings.ts';
import { looseningsOf } from './loosenings.ts';
import { AreaNameQuery, CountQuery, SearchQuery, SuggestQuery } from './search-queries.ts';
import type { OwnPosition } from './search-variables.ts';
import { isWalkIn, nearOf, placeFilter, searchVariables } from './search-variables.ts';

export type FoundPlaces = SearchPlacesQuery['places'];
export type FoundPlace = FoundPlaces['edges'][number];
export type Suggestion = Suggestions['suggest'][number];
export type CountedLoosening = Loosening & { count: number };

export interface SearchResult {
  places: FoundPlaces;
  /** Name of the municipality that the search is limited to. */
  areaName: string | null;
  /** Where only walk-in places are shown: how many more need booking, enrolment or an office. */
  moreAccess: number;
  /** Where nothing was found: what would find something, with how many. */
  loosenings: CountedLoosening[];
  /** Where a text found nothing: what it may mean. */
  meanings: Suggestion[];
  /** In the view by day: what is on. */
  days: FoundDays | null;
}

interface Asking {
  fetch: typeof globalThis.fetch;
  voice: Voice;
  filters: Filters;
  /** Epoch milliseconds. */
  now: number;
  own: OwnPosition | null;
  view: View;
}

/** Everything that the search page shows for filters; one round trip where something is found, two where nothing is. */
export async function loadSearch(asking: Asking): Promise<SearchResult> {
  const { fetch, voice, filters, now, own, view } = asking;
  const isByDay = view === 'days';
  // By day the places are counted only; a cursor there is one of sessions.
  const page = isByDay ? { first: 1, after: null } : {};
  const [found, areaName, anyAccess, days] = await Promise.all([
    request(fetch, voice, SearchQuery, { ...searchVariables(filters, now, own), ...page }),
    loadAreaName(asking),
    isWalkIn(filters, own) ? countPlaces(asking, withFilters(filters, { anyAccess: true })) : 0,
    isByDay ? loadDays(asking) : null,
  ]);
  const { places } = found;
  const isEmpty = places.totalCount === 0;
  return {
    places,
    days,
    areaName,
    moreAccess: Math.max(0, anyAccess - places.totalCount),
    loosenings: isEmpty ? await loadLoosenings(asking) : [],
    meanings:
      isEmpty && filters.text ? (await request(fetch, voice, SuggestQuery, { text: filters.text })).suggest : [],
  };
}

async function countPlaces({ fetch, voice, now, own }: Asking, filters: Filters): Promise<number> {
  const variables = { filter: placeFilter(filters, now, own), near: nearOf(filters, own) };
  return (await request(fetch, voice, CountQuery, variables)).places.totalCount;
}

async function loadLoosenings(asking: Asking): Promise<CountedLoosening[]> {
  const isNear = asking.own !== null || asking.filters.where.kind === 'point';
  const ways = looseningsOf(asking.filters, isNear);
  const counts = await Promise.all(ways.map((entry) => countPlaces(asking, entry.filters)));
  return ways.map((entry, index) => ({ ...entry, count: counts[index] ?? 0 })).filter((entry) => entry.count > 0);
}

async function loadAreaName({ fetch, voice, filters: { where } }: Asking): Promise<string | null> {
  if (where.kind !== 'area' || where.code.length !== 6 || where.code.slice(2, 5) === '000') return null;
  const answer: AreaNames = await request(fetch, voice, AreaNameQuery, { prefecture: where.code.slice(0, 2) });
  const found = answer.vocabulary.municipalities.find(({ code }) => code === where.code);
  return (voice === 'en' ? found?.romaji : found?.name) ?? null;
}
