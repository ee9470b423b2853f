import { fail } from '@sveltejs/kit';
import { daysOf } from '#lib/account/closed-days.ts';
import { MyPlaces } from '#lib/account/my-queries.ts';
import { Announce, ConfirmPlace } from '#lib/account/keeping-mutations.ts';
import { dateInJapan } from '#lib/schedule/jst.ts';
import { ask, signedIn, textOf } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = await ask(event, MyPlaces, {});
  return { viewer: signedIn(viewer, event.url), left: event.url.searchParams.has('left') };
};

export const actions: Actions = {
  async closedToday(event) {
    const id = textOf(await event.request.formData(), 'id');
    const span = daysOf('today', dateInJapan(nowOf(event.platform)));
    const { announce } = await ask(event, Announce, { input: { placeIds: [id], kind: 'CLOSED', ...span } });
    if (announce.userErrors.length > 0) return fail(422, { id, done: null, userErrors: announce.userErrors });
    return { id, done: 'closed' as const, userErrors: [] };
  },
  async confirm(event) {
    const id = textOf(await event.request.formData(), 'id');
    const { confirmPlace } = await ask(event, ConfirmPlace, { input: { id } });
    if (confirmPlace.userErrors.length > 0) return fail(422, { id, done: null, userErrors: confirmPlace.userErrors });
    return { id, done: 'confirmed' as const, userErrors: [] };
  },
};
