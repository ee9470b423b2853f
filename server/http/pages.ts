import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { insideHeaders } from './rate-limit.ts';

/** What `web/build/handler.js` exports: a middleware of Node's own types. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const BUILT = new URL('../../web/build/handler.js', import.meta.url).href;

/** The pages as `vite build web` left them. Throws where they are not built. */
export async function readPages(): Promise<WebHandler> {
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
}

export interface PagesParts {
  handler: WebHandler;
  now: () => number;
  publicUrl: string;
}

/** Everything that is not the API: the pages. They ask the same `/graphql` as anybody, inside the process. */
export function pages(app: FastifyInstance, { handler, now, publicUrl }: PagesParts): Promise<void> {
  const api: PageApi = { now, publicUrl, fetch: (request) => inject(app, request) };
  app.setNotFoundHandler((request, reply) => {
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

async function inject(app: FastifyInstance, request: Request): Promise<Response> {
  const { pathname, search, host } = new URL(request.url);
  const answer = await app.inject({
    method: request.method as 'GET' | 'POST',
    url: pathname + search,
    headers: { ...Object.fromEntries(request.headers), ...insideHeaders, host },
    ...(request.body ? { payload: await request.text() } : {}),
  });
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return new Response(answer.body, { status: answer.statusCode, headers });
}
