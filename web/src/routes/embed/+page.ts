import { filtersFromUrl } from '#lib/search/filters-url.ts';
import { loadSearch } from '#lib/search/load-search.ts';
import type { PageLoad } from './$types';

/** The same search as the first page's, for the page of a municipality: never around anybody's own position. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const filters = filtersFromUrl(url.searchParams);
  const { voice, renderedAt: now } = await parent();
  return { filters, now, result: await loadSearch({ fetch, voice, filters, now, own: null, view: 'list' }) };
};
