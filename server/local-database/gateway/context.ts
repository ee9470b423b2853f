import { serialize } from 'bson';
import type { Cursors } from './cursors.ts';
import type { Pool } from './pool.ts';
import type { Parameter, Row } from './postgres-messages.ts';
import type { Request } from './request.ts';

/** What every command works with. */
export interface Context {
  pool: Pool;
  cursors: Cursors;
  /** The version of the extension, such as "1.0-0". */
  version: string;
  startedAt: Date;
  connectionId: number;
  /** The peer, such as "127.0.0.1:50312". */
  peer: string;
  /** Aborted when the client has gone. */
  gone: AbortSignal;
}

/** Answers a command with one document. */
export type Command = (request: Request, context: Context) => Promise<Buffer>;

/** Reads end when their client goes; PostgreSQL is asked to stop. */
export const read = (request: Request, context: Context, sql: string, values: Parameter[]): Promise<Row[]> =>
  context.pool.run(sql, values, { timeout: request.maxTimeMS, signal: context.gone });

/** Writes run to their end, whoever still listens. */
export const write = (request: Request, context: Context, sql: string, values: Parameter[]): Promise<Row[]> =>
  context.pool.run(sql, values, { timeout: request.maxTimeMS });

/** The document in a column of the only row. */
export const column = (rows: Row[], index = 0): Buffer => {
  const bytes = rows[0]?.[index];
  if (!bytes) throw new Error('The engine answered with nothing.');
  return bytes;
};

export const isTrue = (rows: Row[], index: number): boolean => rows[0]?.[index]?.[0] === 1;

export const answer = (fields: Record<string, unknown>): Buffer => Buffer.from(serialize({ ...fields, ok: 1 }));
