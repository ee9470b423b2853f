import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Streets } from './tiles.ts';
import { insideHeaders } from './rate-limit.ts';

/** What `web/build/handler.js` exports: a middleware of Node's own types. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const BUILT = new URL('../../web/build/handler.js', import.meta.url).href;

/** Headers by which the pages' adapter is told where it is seen from. What a client sends under these names is overwritten. */
const SEEN_AT = { protocol: 'x-ibasho-protocol', host: 'x-ibasho-host' };

/** The pages as `vite build web` left them. Throws where they are not built. */
export async function readPages(): Promise<WebHandler> {
  // The adapter takes these two from the environment alone, once, when it is loaded.
  Object.assign(process.env, { PROTOCOL_HEADER: SEEN_AT.protocol, HOST_HEADER: SEEN_AT.host });
  const built = (await import(BUILT)) as { handler: WebHandler };
  return built.handler;
}

/** What the pages find on the Node request: the API without a network in between. */
export interface PageApi {
  fetch(request: Request): Promise<Response>;
  /** The moment that the pages take for now, ms since the epoch. */
  now(): number;
  /** What links to the outside begin with. */
  publicUrl: string;
  /** What the map has of streets; null for none. */
  streets: { attribution: string; isVector: boolean } | null;
}

export interface PagesParts {
  handler: WebHandler;
  now: () => number;
  publicUrl: string;
  streets?: Streets;
}

/** Everything that is not the API: the pages. They ask the same `/graphql` as anybody, inside the process. */
export function pages(app: FastifyInstance, { handler, now, publicUrl, streets }: PagesParts): Promise<void> {
  const shownStreets = streets ? { attribution: streets.attribution, isVector: streets.isVector } : null;
  app.setNotFoundHandler((request, reply) => {
    const api: PageApi = { now, publicUrl, streets: shownStreets, fetch: (inner) => inject(app, inner, request.ip) };
    const { protocol, host } = seenAt(request, new URL(publicUrl));
    Object.assign(request.raw.headers, { [SEEN_AT.protocol]: protocol.replace(':', ''), [SEEN_AT.host]: host });
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    handler(Object.assign(request.raw, { ibasho: api }), reply.raw, () => {
      reply.raw.statusCode = 404;
      reply.raw.end();
    });
  });
  return Promise.resolve();
}

/**
 * Where the visitor's browser sees us, which a form's Origin is compared with. Behind a proxy that ends TLS, or that
 * asks under another name, it is PUBLIC_URL; else the address that was asked.
 */
function seenAt(request: FastifyRequest, publicUrl: URL): { protocol: string; host: string } {
  const isPublic = request.headers.origin === publicUrl.origin || request.host === publicUrl.host;
  return isPublic ? publicUrl : { protocol: request.protocol, host: request.host };
}

/** Asks the API inside the process, as the visitor at `remoteAddress`: limits per client hold for pages too. */
async function inject(app: FastifyInstance, request: Request, remoteAddress: string): Promise<Response> {
  const { pathname, search, host } = new URL(request.url);
  const answer = await app.inject({
    method: request.method as 'GET' | 'POST',
    url: pathname + search,
    headers: { ...Object.fromEntries(request.headers), ...insideHeaders, host },
    remoteAddress,
    ...(request.body ? { payload: await request.text() } : {}),
  });
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, String(each)] as [string, string]),
  );
  return new Response(answer.body, { status: answer.statusCode, headers });
}
