import { hash } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, {
  type DoneFuncWithErrOrRes,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
  LogController,
} from 'fastify';
import etag from '@fastify/etag';
import type { GraphQLSchema } from 'graphql';
import type { People } from './accounts/people.ts';
import { viewerOf } from './accounts/sessions.ts';
import { voiceOf } from './domain/voice.ts';
import { createApi, createSchema } from './graphql/api.ts';
import { type Context, VISITOR } from './graphql/context.ts';
import type { MunicipalHelpLine } from './help-lines/municipal.ts';
import { calendar } from './http/calendar.ts';
import type { Drain } from './http/drain.ts';
import { explorer } from './http/explorer.ts';
import { exports } from './http/export.ts';
import { health, type Readiness } from './http/health.ts';
import { hostCheck } from './http/host-check.ts';
import { metrics } from './http/metrics.ts';
import { pages, type WebHandler } from './http/pages.ts';
import { photos } from './http/photos.ts';
import { rateLimits, REQUESTS_PER_MINUTE } from './http/rate-limit.ts';
import { sitemap } from './http/sitemap.ts';
import { isSameOrigin, visitOf } from './http/visit.ts';
import { streetTiles, type Streets } from './http/tiles.ts';
import type { PlaceIndex } from './search/place-index.ts';

/** What the product is made of. */
export interface AppParts {
  index: PlaceIndex;
  /** Accounts and what they do; without, the API answers queries alone. */
  people?: People;
  /** Of municipalities; the national ones alone unless said. */
  helpLines?: readonly MunicipalHelpLine[];
  /** Time is an argument; ms since the epoch. */
  now: () => number;
  readiness: () => Readiness;
  /** What links begin with; never the Host of a request. */
  publicUrl: string;
  /** Street tiles of somebody else's; without, the map has the shipped base alone. */
  streets?: Streets;
  /** The built pages; null serves the API alone. */
  web: WebHandler | null;
  /** Of one client to the API; the default is meant for people. */
  requestsPerMinute?: number;
  /** Who may read /metrics; whoever asks by a loopback address unless said. */
  metrics?: 'local' | 'any' | 'off';
  /** How the server leaves; it is closed at once unless said. */
  drain?: Drain;
  /** Proxies whose word about the client's address counts: addresses or ranges. */
  trustedProxies?: string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const BODY_LIMIT = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/** The whole HTTP surface. It never listens: the caller does. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Requests are not logged: where a child looks is nobody's business.
    logController: new LogController({ disableRequestLogging: true }),
    logger: parts.logLevel === 'silent' ? false : { level: parts.logLevel },
    forceCloseConnections: 'idle',
    // A request that arrives on an open connection while the server closes is answered like any other.
    return503OnClosing: false,
    trustProxy: parts.trustedProxies ?? false,
  });
  const schema = createSchema();
  parts.drain?.watch(app);
  app.addHook('onRequest', hostCheck);
  app.addHook('onSend', securityHeaders);
  const { requestsPerMinute = REQUESTS_PER_MINUTE } = parts;
  await rateLimits(app, requestsPerMinute);
  metrics(app, { ...parts, metrics: parts.metrics ?? 'local' });
  const answer = await graphql(app, parts, schema);
  app.route({ ...answer, method: ['POST', 'OPTIONS'] });
  // What is asked by GET may be asked again with what is kept of it (RFC 9110, 13.1.2).
  await app.register(async (kept) => {
    kept.addHook('onSend', asBytes);
    await kept.register(etag, { hashFn: (payload) => hash('sha1', payload, 'base64') });
    kept.route({ ...answer, method: 'GET' });
    await kept.register(health, { readiness: parts.readiness });
    await explorer(kept);
    await kept.register(calendar, parts);
    await kept.register(sitemap, parts);
    await kept.register(exports, { ...parts, requestsPerMinute, schema });
    await kept.register(streetTiles, parts);
    if (parts.people) await kept.register(photos, { ...parts, people: parts.people });
  });
  if (parts.web) await app.register(pages, { ...parts, handler: parts.web });
  return app;
}

/** Where the API answers. */
async function graphql(
  app: FastifyInstance,
  parts: AppParts,
  schema: GraphQLSchema,
): Promise<Omit<RouteOptions, 'method'>> {
  const api = createApi((error) => app.log.error(error), schema);
  await api.start();
  const context = (request: FastifyRequest, reply: FastifyReply) => contextOf(parts, request, reply);
  app.addHook('onClose', () => api.stop());
  return {
    url: '/graphql',
    config: { rateLimit: {} },
    handler: fastifyApolloHandler(api, { context }),
    preHandler: anyOrigin,
  };
}

async function contextOf(parts: AppParts, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const { index, people = null, publicUrl, helpLines = [] } = parts;
  const now = parts.now();
  const voice = voiceOf(request.headers['accept-language']);
  if (people === null) return { ...VISITOR, index, publicUrl, now, voice, helpLines };
  const visit = visitOf(request, reply, publicUrl);
  const sameOrigin = isSameOrigin(request, publicUrl);
  // What a GET answers may be kept by caches on the way: it is a visitor's.
  const known = sameOrigin && request.method === 'POST';
  return {
    index,
    publicUrl,
    now,
    voice,
    helpLines,
    people,
    visit,
    sameOrigin,
    viewer: known ? await viewerOf(people.store, visit, now) : null,
  };
}

/** Anonymous queries may come from any page, without credentials. */
async function anyOrigin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply
    .header('access-control-allow-origin', '*')
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store');
  if (request.method !== 'OPTIONS') return;
  await reply
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'content-type, accept-language, apollo-require-preflight')
    .header('access-control-max-age', '86400')
    .code(204)
    .send();
}

/** A long answer becomes UTF-8 once, not for its length, its hash and the socket each. */
function asBytes(_request: FastifyRequest, _reply: FastifyReply, payload: unknown, done: DoneFuncWithErrOrRes): void {
  done(null, typeof payload === 'string' && payload.length > 512 ? Buffer.from(payload) : payload);
}

function securityHeaders(_request: FastifyRequest, reply: FastifyReply, _payload: unknown, done: () => void): void {
  void reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('permissions-policy', 'geolocation=(self), camera=(), microphone=(), interest-cohort=()')
    .header('cross-origin-opener-policy', 'same-origin');
  done();
}
