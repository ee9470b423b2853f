import type { Filters } from '../search/filters.ts';
import { NO_FILTERS, withFilters } from '../search/filters.ts';
import { filtersFromUrl, filtersToUrl } from '../search/filters-url.ts';
import { isRecord } from './keep.ts';

/** A search by name: a text, or a town, station or area that was chosen. Who it was for is no part of it. */
export interface RecentSearch {
  label: string;
  /** The text or the area alone, as the URL of a search holds it: `?q=…`, `?area=…`, `?at=…`. */
  query: string;
}

const MOST_RECENT = 8;
const LONGEST = 120;

/** The searches in what was kept, entries that are none left out; null where it is no list. */
export function parseRecent(value: unknown): RecentSearch[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .map(parseSearch)
    .filter((search) => search !== null)
    .slice(0, MOST_RECENT);
}

function parseSearch(value: unknown): RecentSearch | null {
  if (!isRecord(value) || typeof value.label !== 'string' || typeof value.query !== 'string') return null;
  // Through the filters and back, so that nothing but a text or an area comes out.
  const query = queryOf(filtersFromUrl(new URLSearchParams(value.query)));
  return query === null || value.label === '' ? null : { label: value.label.slice(0, LONGEST), query };
}

/**
 * The search to remember of filters, or null where nothing was named. A section of the map is nothing named; the
 * visitor's own position is no filter. Whether it may be remembered at all is asked of `asksConsultation`.
 */
export function recentOf(filters: Filters, areaName: string | null): RecentSearch | null {
  const query = queryOf(filters);
  if (query === null) return null;
  const { text, where } = filters;
  const label = text || (where.kind === 'point' ? where.name : areaName);
  return label ? { label: label.slice(0, LONGEST), query } : null;
}

function queryOf({ text, where }: Filters): string | null {
  if (text) return filtersToUrl({ ...NO_FILTERS, text });
  if (where.kind === 'area' || where.kind === 'point') return filtersToUrl({ ...NO_FILTERS, where });
  return null;
}

/** The last search in what was kept, whole; null where there is none. */
export function parseArea(value: unknown): RecentSearch | null {
  if (!isRecord(value) || typeof value.label !== 'string' || typeof value.query !== 'string') return null;
  const query = filtersToUrl(filtersFromUrl(new URLSearchParams(value.query)));
  return value.label === '' || query === '' ? null : { label: value.label.slice(0, LONGEST), query };
}

/** The list with a search in front, once. */
export function withRecent(recent: RecentSearch[], search: RecentSearch): RecentSearch[] {
  return [search, ...withoutRecent(recent, search.query)].slice(0, MOST_RECENT);
}

/** The list without a search. */
export function withoutRecent(recent: RecentSearch[], query: string): RecentSearch[] {
  return recent.filter((search) => search.query !== query);
}

/** Filters with the text and area of a remembered search in place of their own; the rest stays. */
export function filtersAgain(filters: Filters, { query }: RecentSearch): Filters {
  const { text, where } = filtersFromUrl(new URLSearchParams(query));
  return withFilters(filters, { text, where });
}
