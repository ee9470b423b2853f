import { fail, redirect } from '@sveltejs/kit';
import { AccountQuery, DeleteAccount, RemovePasskey } from '#lib/account/account-queries.ts';
import { SignOut } from '#lib/account/sign-in-queries.ts';
import { ask, signedIn, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = await ask(event, AccountQuery, {});
  return { viewer: signedIn(viewer, event.url) };
};

export const actions: Actions = {
  async signOut(event) {
    const device = textOf(await event.request.formData(), 'device');
    const input = device === '' ? { everywhere: true } : { device };
    const { signOut } = await ask(event, SignOut, { input });
    redirect(303, signOut.viewer ? '/my/account' : '/sign-in');
  },
  async removePasskey(event) {
    const id = textOf(await event.request.formData(), 'passkey');
    const { removePasskey } = await ask(event, RemovePasskey, { id });
    if (removePasskey.userErrors.length > 0) return fail(422, { userErrors: removePasskey.userErrors });
    redirect(303, '/my/account');
  },
  async delete(event) {
    const email = textOf(await event.request.formData(), 'email');
    const { deleteAccount } = await ask(event, DeleteAccount, { email });
    if (!deleteAccount.deleted) return fail(422, { userErrors: deleteAccount.userErrors });
    redirect(303, '/sign-in?deleted');
  },
};
