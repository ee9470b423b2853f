import { error, redirect } from '@sveltejs/kit';
import { VOICE_COOKIE, isVoice } from '#lib/i18n/voice.ts';
import type { RequestHandler } from './$types';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers a voice on this device and goes back. A plain link, so that it works without JavaScript. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
  if (!isVoice(params.voice)) error(404, 'There is no such voice.');
  const secure = url.protocol === 'https:' && url.hostname !== 'localhost' && url.hostname !== '127.0.0.1';
  cookies.set(VOICE_COOKIE, params.voice, { path: '/', maxAge: ONE_YEAR, httpOnly: true, sameSite: 'lax', secure });
  redirect(303, ownPath(url.searchParams.get('back')));
};

/** A path of this site and nothing else: `//host` and `/\host` would lead away. */
function ownPath(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/';
}
