import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { cacheUse } from '../search/lru.ts';
import type { PlaceIndex } from '../search/place-index.ts';
import type { Readiness } from './health.ts';

export interface MetricsParts {
  index: PlaceIndex;
  readiness: () => Readiness;
  /** `local`: only whoever asks this very machine by a loopback address; `any`: whoever reaches the port. */
  metrics: 'local' | 'any' | 'off';
}

/** Seconds; the goal for a search is in the middle. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * `/metrics` for Prometheus. What was asked and who asked is no part of it: routes stand there by their pattern. Registered
 * before the routes that it measures.
 */
export function metrics(app: FastifyInstance, parts: MetricsParts): void {
  if (parts.metrics === 'off') return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  requestMetrics(app, registry);
  indexMetrics(registry, parts);
  app.get('/metrics', async (request, reply) => {
    if (parts.metrics === 'local' && !isLocal(request)) return reply.code(404).send();
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
  app.addHook('onClose', (_app, done) => {
    registry.clear();
    done();
  });
}

/** A proxy on this machine is a loopback client too; it says so, or asks for another host. */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return LOOPBACK.test(raw.socket.remoteAddress ?? '') && LOOPBACK_HOST.test(headers.host ?? '');
}

function requestMetrics(app: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to the end of its answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  // `onResponse` is not called for what the pages answer: the response itself says when it is over.
  app.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    reply.raw.once('close', () => {
      const labels = {
        method: request.method,
        route: request.routeOptions.url ?? 'pages',
        status: String(reply.raw.statusCode),
      };
      seconds.observe(labels, (performance.now() - began) / 1000);
    });
    done();
  });
}

function indexMetrics(registry: Registry, { index, readiness }: MetricsParts): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('ibasho_places', 'Places in the index.', () => index.size);
  gauge('ibasho_index_rebuilding', '1 while a new index is built beside the one that answers.', () =>
    Number(index.rebuilding),
  );
  gauge('ibasho_ready', '1 where /readyz says yes.', () => Number(readiness().ready));
  gauge('ibasho_feed_stale_seconds', 'Since the database was heard from.', () => readiness().staleMs / 1000);
  const lookups = (name: string, what: 'hits' | 'misses') =>
    new Counter({
      name,
      help: `Lookups that were ${what} in a cache of the search.`,
      labelNames: ['cache'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [cache, use] of Object.entries(cacheUse())) this.inc({ cache }, use[what]);
      },
    });
  lookups('ibasho_cache_hits_total', 'hits');
  lookups('ibasho_cache_misses_total', 'misses');
}
