import { error, fail } from '@sveltejs/kit';
import { ReportedPlace } from '#lib/account/link-queries.ts';
import { ClaimPlace } from '#lib/account/my-queries.ts';
import { WhoIsViewer } from '#lib/account/sign-in-queries.ts';
import { ask, signedIn, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  signedIn((await ask(event, WhoIsViewer, {})).viewer, event.url);
  const { place } = await ask(event, ReportedPlace, { id: event.params.id });
  if (!place) error(404, 'There is no such place.');
  return { place };
};

export const actions: Actions = {
  async default(event) {
    const message = textOf(await event.request.formData(), 'message');
    const { claimPlace } = await ask(event, ClaimPlace, { input: { id: event.params.id, message } });
    if (claimPlace.userErrors.length > 0) return fail(422, { message, sent: false, userErrors: claimPlace.userErrors });
    return { message: '', sent: true, userErrors: [] };
  },
};
