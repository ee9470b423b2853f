import { error, redirect } from '@sveltejs/kit';
import { VOICE_COOKIE, isVoice } from '#lib/i18n/voice.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers a voice on this device and goes back. A plain link, so that it works without JavaScript. */
export const GET: RequestHandler = ({ params, request, url, cookies, platform }) => {
  if (!isVoice(params.voice)) error(404, 'There is no such voice.');
  const secure = isEncrypted(request, platform);
  cookies.set(VOICE_COOKIE, params.voice, { path: '/', maxAge: ONE_YEAR, httpOnly: true, sameSite: 'lax', secure });
  redirect(303, ownPath(url.searchParams.get('back')));
};

/** Whether the browser speaks TLS, to us or to a proxy before us: a Secure cookie would be lost on a plain line. */
function isEncrypted(request: Request, platform: App.Platform | undefined): boolean {
  const socket = platform?.req.socket;
  return (socket && 'encrypted' in socket) || request.headers.get('x-forwarded-proto') === 'https';
}
