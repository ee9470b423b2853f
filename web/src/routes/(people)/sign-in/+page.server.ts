import { fail, redirect } from '@sveltejs/kit';
import { CompleteSignIn, RequestSignIn, SignOut, WhoIsViewer } from '#lib/account/sign-in-queries.ts';
import { ask, textOf } from '#lib/server/ask.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Remembers in this browser where somebody wanted to go: the link in the mail does not say. */
const NEXT_COOKIE = 'after-sign-in';
const NEXT_SECONDS = 15 * 60;
const HOME = '/my';

/** What the address asks for: a mail, the code of a mail that was sent, or the tap on a link. */
export const load: PageServerLoad = async (event) => {
  const { url, setHeaders } = event;
  // The token stands in the address: nothing on the way may keep the page.
  setHeaders({ 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token');
  const next = ownPath(url.searchParams.get('next'), '');
  const { viewer } = await ask(event, WhoIsViewer, {});
  if (viewer && token === null && next) redirect(303, next);
  const { searchParams } = url;
  const isSignedIn = viewer !== null && viewer !== undefined;
  return { token, next, isSent: searchParams.has('sent'), isDeleted: searchParams.has('deleted'), isSignedIn };
};

export const actions: Actions = {
  async mail(event) {
    const form = await event.request.formData();
    const email = textOf(form, 'email');
    const next = ownPath(textOf(form, 'next'), '');
    const { requestSignIn } = await ask(event, RequestSignIn, { email });
    if (requestSignIn.userErrors.length > 0) return fail(422, { email, userErrors: requestSignIn.userErrors });
    remember(event, next);
    redirect(303, `/sign-in?sent${next ? `&next=${encodeURIComponent(next)}` : ''}`);
  },
  async code(event) {
    return complete(event, { code: textOf(await event.request.formData(), 'code') });
  },
  async link(event) {
    return complete(event, { token: textOf(await event.request.formData(), 'token') });
  },
  async out(event) {
    await ask(event, SignOut, { input: null });
    redirect(303, '/sign-in');
  },
};

function remember({ cookies, url }: RequestEvent, next: string) {
  const secure = url.protocol === 'https:';
  if (next) cookies.set(NEXT_COOKIE, next, { path: '/sign-in', maxAge: NEXT_SECONDS, secure });
}

async function complete(event: RequestEvent, input: { code: string } | { token: string }) {
  const { completeSignIn } = await ask(event, CompleteSignIn, { input });
  if (!completeSignIn.viewer) return fail(422, { email: '', userErrors: completeSignIn.userErrors });
  const next = ownPath(event.cookies.get(NEXT_COOKIE), HOME);
  event.cookies.delete(NEXT_COOKIE, { path: '/sign-in', secure: event.url.protocol === 'https:' });
  redirect(303, next);
}
