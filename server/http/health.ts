import type { FastifyInstance } from 'fastify';

/** Whether this server should get requests, and why not. */
export interface Readiness {
  ready: boolean;
  places: number;
  /** ms since the index last heard from the database. */
  staleMs: number;
  reason?: string;
}

/** `/healthz`: the process lives. `/readyz`: it answers with fresh data. */
export function health(app: FastifyInstance, { readiness }: { readiness: () => Readiness }): Promise<void> {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const state = readiness();
    return reply.code(state.ready ? 200 : 503).send(state);
  });
  return Promise.resolve();
}
