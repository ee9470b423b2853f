import { error } from '@sveltejs/kit';
import { browser } from '$app/env';
import { nowShown } from '#lib/device/copies.ts';
import { request } from '#lib/graphql/request.ts';
import { PlaceQuery } from '#lib/places/place-query.ts';
import { addDays, dateInJapan, instantOf, isDate } from '#lib/schedule/jst.ts';
import { monthFrom, monthOf, monthWindow } from '#lib/schedule/month-calendar.ts';
import { isQuietUrl, whoFromUrl } from '#lib/search/filters-url.ts';
import { agesOf } from '#lib/search/search-variables.ts';
import type { PageLoad } from './$types';

const DAYS_SHOWN = 14;

/** The first load in the browser repeats the server's, with the server's clock, so that its answers are reused. */
let isHydrated = false;

export const load: PageLoad = async ({ fetch, params, url, parent }) => {
  const { voice, renderedAt } = await parent();
  const now = browser && isHydrated ? Date.now() : renderedAt;
  const today = dateInJapan(now);
  isHydrated = browser;
  const who = whoFromUrl(url.searchParams);
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const month = monthFrom(url.searchParams.get('month'), today);
  const { from: monthStart, to: monthTo } = monthWindow(month);
  const { place } = await request(fetch, voice, PlaceQuery, {
    id: params.id,
    ...window,
    monthFrom: monthStart,
    monthTo,
    ages: agesOf(who),
  });
  if (!place) error(404, 'There is no such place.');
  const shown = nowShown(now);
  const asked = url.searchParams.get('day');
  const day = isDate(asked) && monthOf(asked) === month ? asked : null;
  const isQuiet = isQuietUrl(url.searchParams);
  return { place, today: dateInJapan(shown), now: shown, who, month, day, isQuiet };
};
