import { error } from '@sveltejs/kit';
import { MyPlaceQuery } from '#lib/account/my-queries.ts';
import { ask, signedIn } from '#lib/server/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = await ask(event, MyPlaceQuery, { id: event.params.id });
  const place = signedIn(viewer, event.url).myPlace?.place;
  if (!place) error(404, 'There is no such place of yours.');
  return { place, id: event.params.id };
};
