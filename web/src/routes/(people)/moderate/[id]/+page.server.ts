import { error } from '@sveltejs/kit';
import { ModeratedPlaceQuery } from '#lib/moderate/moderate-queries.ts';
import { placeActions } from '#lib/moderate/place-actions.ts';
import { addDays, dateInJapan, instantOf } from '#lib/schedule/jst.ts';
import { ask, signedIn } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS_SHOWN = 62;

export const load: PageServerLoad = async (event) => {
  const { url, setHeaders, platform, params } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const today = dateInJapan(nowOf(platform));
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const { viewer } = await ask(event, ModeratedPlaceQuery, { id: params.id, ...window });
  const moderated = signedIn(viewer, url).moderation?.place;
  if (!moderated) error(404, 'There is no such place in the area.');
  return { moderated, today };
};

export const actions: Actions = placeActions;
