import { fail, redirect } from '@sveltejs/kit';
import { AttachPhoto, RemovePhoto } from '#lib/register/photo-queries.ts';
import { loadDraft } from '#lib/register/load-draft.ts';
import { ask, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await loadDraft(event, event.params.id)),
  /** Of a photo that was uploaded and stands ready to be attached: the way without JavaScript comes back with it. */
  uploaded: event.url.searchParams.get('photo'),
  hasFailed: event.url.searchParams.has('photoError'),
});

export const actions: Actions = {
  async attach(event) {
    const form = await event.request.formData();
    const { id } = event.params;
    const input = { id, photo: textOf(form, 'photoId'), alt: textOf(form, 'alt') || null };
    const { attachPhoto } = await ask(event, AttachPhoto, { input });
    if (attachPhoto.userErrors.length > 0) return fail(422, { userErrors: attachPhoto.userErrors });
    redirect(303, `/register/${id}/photo`);
  },
  async remove(event) {
    const form = await event.request.formData();
    const input = { id: event.params.id, photo: textOf(form, 'photoId') };
    const { removePhoto } = await ask(event, RemovePhoto, { input });
    if (removePhoto.userErrors.length > 0) return fail(422, { userErrors: removePhoto.userErrors });
    redirect(303, `/register/${event.params.id}/photo`);
  },
};
