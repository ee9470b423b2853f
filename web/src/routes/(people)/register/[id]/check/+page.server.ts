import { fail, redirect } from '@sveltejs/kit';
import { needsSignIn } from '#lib/account/form/user-errors.ts';
import { SubmitPlace } from '#lib/register/draft-queries.ts';
import { loadDraft } from '#lib/register/load-draft.ts';
import { ask, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadDraft(event, event.params.id);

export const actions: Actions = {
  async default(event) {
    const form = await event.request.formData();
    const { id } = event.params;
    const message = textOf(form, 'message') || null;
    const notDuplicate = textOf(form, 'notDuplicate') !== '';
    const { submitPlace } = await ask(event, SubmitPlace, { input: { id, message, notDuplicate } });
    const { userErrors, duplicates, conflict, review, myPlace } = submitPlace;
    if (myPlace) redirect(303, `/my/${id}?sent=${review ? 'review' : 'live'}`);
    const mustSignIn = needsSignIn(userErrors);
    return fail(422, { message, userErrors, duplicates, conflict: conflict ?? null, mustSignIn });
  },
};
