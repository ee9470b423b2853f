import type { RequestEvent } from '@sveltejs/kit';

const CARRIED = ['cookie', 'user-agent'];

/** The request with what says who asks: the browser's cookies and name, and the site that it comes from. */
export function asVisitor(event: RequestEvent, request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of CARRIED) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set('origin', event.url.origin);
  return new Request(request, { headers });
}
