import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'bson';
import { column, type Command, type Context, isTrue, write } from './context.ts';
import { codeOfState, CommandError, errorMessage, stateOfInteger } from './errors.ts';
import type { Pool } from './pool.ts';
import type { Request } from './request.ts';

interface Outcome {
  code?: number;
  errmsg?: string;
  raw?: Record<string, Outcome>;
}

/** The engine tells of a failed index per shard, numbered by SQLSTATE. */
const failureOf = (bytes: Buffer, namespace: string): CommandError => {
  const outcome = deserialize(bytes) as Outcome;
  const failed = Object.values(outcome.raw ?? {}).find(({ code }) => code !== undefined) ?? outcome;
  const code = failed.code === undefined ? 67 : codeOfState(stateOfInteger(failed.code));
  return new CommandError(code, errorMessage(code, failed.errmsg ?? 'The index could not be created.', namespace));
};

/** The engine's builders step on each other's locks: one at a time. */
const built = new WeakMap<Pool, Promise<unknown>>();

/**
 * Inside the engine a job looks every other second for indexes to build. Running its procedure ourselves takes 20 ms;
 * where the job was faster, the call fails or finds nothing to do, and the state tells.
 */
const build = (pool: Pool): Promise<unknown> => {
  const call = (): Promise<unknown> =>
    pool.run('CALL documentdb_api_internal.build_index_concurrently(1)', []).catch(() => undefined);
  const next = (built.get(pool) ?? Promise.resolve()).then(call);
  built.set(pool, next);
  return next;
};

const waitForBuild = async (request: Request, context: Context, requests: Buffer): Promise<void> => {
  const deadline = request.maxTimeMS > 0 ? performance.now() + request.maxTimeMS : Infinity;
  for (;;) {
    await build(context.pool);
    const sql = 'SELECT retval, ok, complete FROM documentdb_api_internal.check_build_index_status($1)';
    const rows = await write(request, context, sql, [requests]);
    if (!isTrue(rows, 1)) throw failureOf(column(rows), request.namespace);
    if (isTrue(rows, 2)) return;
    if (performance.now() > deadline) throw new CommandError(50, 'operation exceeded time limit');
    await sleep(25);
  }
};

export const createIndexes: Command = async (request, context) => {
  const sql = 'SELECT retval, ok, requests FROM documentdb_api.create_indexes_background($1, $2)';
  const rows = await write(request, context, sql, [request.db, request.document]);
  if (!isTrue(rows, 1)) throw failureOf(column(rows), request.namespace);
  const requests = rows[0]?.[2];
  if (requests && requests.length > 5) await waitForBuild(request, context, Buffer.from(requests));
  const outcome = deserialize(column(rows)) as Outcome;
  return Buffer.from(serialize({ ...outcome.raw?.defaultShard, ok: 1 }));
};

export const dropIndexes: Command = async (request, context) => {
  const rows = await write(request, context, 'CALL documentdb_api.drop_indexes($1, $2, NULL)', [
    request.db,
    request.document,
  ]);
  const outcome = deserialize(column(rows)) as Outcome & { ok: boolean | number };
  if (!outcome.ok) throw failureOf(column(rows), request.namespace);
  return Buffer.from(serialize({ ...outcome, ok: 1 }));
};
