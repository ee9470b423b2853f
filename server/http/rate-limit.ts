import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** Requests of one client to the API in a minute; a person who pans a map for a minute makes about 200. */
export const REQUESTS_PER_MINUTE = 600;

/** What the pages of this very process show instead of a client address: they ask for many people. */
const INSIDE = randomUUID();

/** Headers of a request that the pages make inside the process. */
export const insideHeaders = { 'x-ibasho-inside': INSIDE };

/** Bounds what one client may ask; the answer says when to come back. Registered before the routes that it bounds. */
export async function rateLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    allowList: (request) => request.headers['x-ibasho-inside'] === INSIDE,
    errorResponseBuilder: (_request, { after }) => ({
      statusCode: 429,
      errors: [
        {
          message: `Too many requests from this address. Please come back in ${after}.`,
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    }),
  });
}
