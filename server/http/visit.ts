import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieName, Visit } from '../accounts/people.ts';

/**
 * The browser behind a request. Its cookies are HttpOnly and SameSite=Lax; over https they are Secure and bound to this
 * very host (`__Host-`), so that no other name below the domain can set them.
 */
export function visitOf(request: FastifyRequest, reply: FastifyReply, publicUrl: string): Visit {
  const secure = publicUrl.startsWith('https:');
  const nameOf = (name: CookieName) => `${secure ? '__Host-' : ''}ibasho-${name}`;
  return {
    cookie: (name) => readCookie(request.headers.cookie, nameOf(name)),
    setCookie(name, value, seconds) {
      const parts = [`${nameOf(name)}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Lax'];
      void reply.header('set-cookie', [...parts, ...(secure ? ['Secure'] : [])].join('; '));
    },
    client: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/**
 * Whether a request comes from a page of the product itself, or from no page at all (a program, which has no cookies that
 * are not its own). By what the browser says of it: Sec-Fetch-Site, else Origin.
 */
export function isSameOrigin({ headers }: Pick<FastifyRequest, 'headers'>, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === publicUrl || URL.parse(origin)?.host === headers.host;
}
