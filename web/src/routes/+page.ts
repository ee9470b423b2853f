import { browser } from '$app/env';
import { nowShown } from '#lib/device/copies.ts';
import { filtersFromUrl, viewFromUrl } from '#lib/search/filters-url.ts';
import { loadSearch } from '#lib/search/load-search.ts';
import { ownPosition } from '#lib/search/own-position.svelte.ts';
import type { PageLoad } from './$types';

/** The first load in the browser repeats the server's, with the server's clock, so that its answers are reused. */
let isHydrated = false;

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('ibasho:position');
  const filters = filtersFromUrl(url.searchParams);
  const { voice, renderedAt } = await parent();
  const now = browser && isHydrated ? Date.now() : renderedAt;
  isHydrated = browser;
  const own = ownPosition.value;
  const view = viewFromUrl(url.searchParams);
  return {
    filters,
    view,
    now: nowShown(now),
    own,
    result: await loadSearch({ fetch, voice, filters, now, own, view }),
  };
};
