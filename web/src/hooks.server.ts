import type { Handle, HandleFetch } from '@sveltejs/kit/hooks';
import { compressed } from '#lib/server/compress.ts';
import { asVisitor } from '#lib/server/as-visitor.ts';
import { startLater } from '#lib/server/start-later.ts';
import { structuredData } from '#lib/server/structured-data.ts';
import { LANG_OF_VOICE, VOICE_COOKIE, chooseVoice } from '#lib/i18n/voice.ts';

/** The one page that may stand in a page of somebody else. */
const EMBEDDED = '/embed';

function mayBeFramed(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
}

/** Chooses the voice, marks the document with it, and sets the headers that keep a visitor's page to themselves. */
export const handle: Handle = async ({ event, resolve }) => {
  const voice = chooseVoice(event.cookies.get(VOICE_COOKIE), event.request.headers.get('accept-language'));
  event.locals.voice = voice;
  event.locals.newCookies = [];
  const data = structuredData(event);
  const response = await resolve(event, {
    transformPageChunk: async ({ html }) => {
      const head = html.includes('%ibasho.data%') ? await data : '';
      return startLater(html)
        .replace('%ibasho.lang%', LANG_OF_VOICE[voice])
        .replace('%ibasho.voice%', voice)
        .replace('%ibasho.data%', () => head);
    },
  });
  for (const cookie of event.locals.newCookies) response.headers.append('set-cookie', cookie);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('permissions-policy', 'geolocation=(self), camera=(), microphone=()');
  if (event.route.id === EMBEDDED) mayBeFramed(response.headers);
  response.headers.append('vary', 'cookie, accept-language');
  return compressed(event.request, response);
};

/**
 * Sends our own `/graphql` to the API, as the visitor: in process where the API server serves these pages, else (vite
 * dev, preview) to API_ORIGIN. Everything else goes the ordinary way.
 */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || url.pathname !== '/graphql') return fetch(request);
  const asked = asVisitor(event, request);
  const inProcess = event.platform?.req.ibasho;
  const api = new URL('/graphql', process.env.API_ORIGIN ?? 'http://127.0.0.1:3000');
  const response = await (inProcess ? inProcess.fetch(asked) : globalThis.fetch(new Request(api, asked)));
  event.locals.newCookies.push(...response.headers.getSetCookie());
  return response;
};
