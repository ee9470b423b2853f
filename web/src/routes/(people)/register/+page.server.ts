import { fail, redirect } from '@sveltejs/kit';
import type { PlaceInput } from '#lib/graphql/gen/graphql.ts';
import { WhoIsViewer } from '#lib/account/sign-in-queries.ts';
import { SavePlace } from '#lib/register/draft-queries.ts';
import { ReadFlyer } from '#lib/register/reading-queries.ts';
import { flyerProposals, inputOfProposals } from '#lib/register/flyer.ts';
import { valuesOfForm } from '#lib/register/values.ts';
import { ask, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const LONGEST_FLYER = 5000;

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return { isSignedIn: (await ask(event, WhoIsViewer, {})).viewer !== null };
};

export const actions: Actions = {
  /** Shows what the text of a flyer says; nothing is kept yet. */
  async flyer(event) {
    const flyer = textOf(await event.request.formData(), 'flyer').slice(0, LONGEST_FLYER);
    const { readFlyer } = await ask(event, ReadFlyer, { text: flyer });
    return { flyer, proposals: flyerProposals(readFlyer), userErrors: [] };
  },
  async take(event) {
    return begin(event, inputOfProposals(valuesOfForm(await event.request.formData())));
  },
  empty: (event) => begin(event, {}),
};

/** The draft of a new place, with what is known of it already. */
async function begin(event: RequestEvent, place: PlaceInput) {
  const input = { id: null, revision: 0, version: null, place };
  const { savePlace } = await ask(event, SavePlace, { input });
  if (savePlace.myPlace) redirect(303, `/register/${savePlace.myPlace.id}/what`);
  return fail(422, { flyer: '', proposals: null, userErrors: savePlace.userErrors });
}
