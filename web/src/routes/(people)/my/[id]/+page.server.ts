import { error, redirect } from '@sveltejs/kit';
import { keepingActions } from '#lib/account/keeping-actions.ts';
import { MyPlaceQuery } from '#lib/account/my-queries.ts';
import { dateInJapan } from '#lib/schedule/jst.ts';
import { ask, signedIn } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { url, params, platform, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = await ask(event, MyPlaceQuery, { id: params.id });
  const { id: viewerId, myPlace: mine } = signedIn(viewer, url);
  if (!mine) error(404, 'There is no such place of yours.');
  // Nothing but the draft of a new place: it is written on, not managed.
  if (!mine.place) redirect(303, `/register/${params.id}/what`);
  const today = dateInJapan(nowOf(platform));
  return { mine, place: mine.place, viewerId, today, sent: url.searchParams.get('sent') };
};

export const actions: Actions = keepingActions;
