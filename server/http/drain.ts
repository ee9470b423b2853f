import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * How a server leaves without a failed request. Once it has begun, it goes on answering, says by `/readyz` that it is
 * going, and ends every connection with the answer to the request that is on it (`connection: close`): whoever asks again
 * finds another server. When nobody has asked for a while, or after `mostMs`, it may be closed.
 */
export interface Drain {
  readonly begun: boolean;
  /** Resolves when the server may be closed. */
  begin(): Promise<void>;
  /** Has the requests of a server counted; registered before its routes. */
  watch(app: FastifyInstance): void;
}

export interface DrainOptions {
  /** However many still ask, it is over after so many ms. */
  mostMs: number;
  /** So many ms without a request are the end of it. */
  quietMs?: number;
}

const STEP_MS = 20;

export function createDrain({ mostMs, quietMs = 500 }: DrainOptions): Drain {
  let begun = false;
  let asked = 0;
  let running = 0;
  return {
    get begun() {
      return begun;
    },
    watch(app) {
      app.addHook('onRequest', (_request, reply, done) => {
        running++;
        asked++;
        reply.raw.once('close', () => running--);
        if (begun) void reply.header('connection', 'close');
        done();
      });
    },
    async begin() {
      begun = true;
      const end = performance.now() + mostMs;
      for (let [quietSince, seen] = [performance.now(), asked]; performance.now() < end;) {
        await wait(STEP_MS);
        if (asked !== seen || running > 0) [quietSince, seen] = [performance.now(), asked];
        if (performance.now() - quietSince >= Math.min(quietMs, mostMs)) return;
      }
    },
  };
}
