import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from './errors.ts';
import { ConnectionLost, connectPostgres, type PostgresConnection, PostgresError } from './postgres-connection.ts';
import type { Parameter, Row } from './postgres-messages.ts';

export interface RunOptions {
  /** Milliseconds after which PostgreSQL gives up; 0 or absent = none. */
  timeout?: number;
  /** Interrupts the statement: for reads whose client has gone. */
  signal?: AbortSignal;
}

export interface Pool {
  /** Runs one statement on a free connection. Waits while PostgreSQL is being restarted. */
  run(sql: string, values: Parameter[], options?: RunOptions): Promise<Row[]>;
  end(): void;
}

export interface PoolOptions {
  /** The unix socket of PostgreSQL. */
  socket: string;
  parameters: Record<string, string>;
  size: number;
  /** Milliseconds to wait for a PostgreSQL that does not answer. */
  patience: number;
}

interface State {
  options: PoolOptions;
  idle: PostgresConnection[];
  open: number;
  waiting: (() => void)[];
  ended: boolean;
}

/** Nobody listens, or PostgreSQL says that it starts, stops or recovers: worth another try. */
const passes = (error: unknown): boolean =>
  error instanceof ConnectionLost ||
  (error instanceof PostgresError ? error.state.startsWith('57P') : error instanceof Error && 'code' in error);

const connectPatiently = async (state: State): Promise<PostgresConnection> => {
  const deadline = performance.now() + state.options.patience;
  for (;;) {
    if (state.ended) throw new CommandError(91, 'The database is being stopped.');
    try {
      return await connectPostgres(state.options.socket, state.options.parameters);
    } catch (error) {
      if (!passes(error)) throw error;
      if (performance.now() > deadline) throw new CommandError(91, 'The database does not answer.');
    }
    await sleep(100);
  }
};

const acquire = async (state: State): Promise<PostgresConnection> => {
  for (;;) {
    const idle = state.idle.pop();
    if (idle && !idle.closed) return idle;
    if (idle) state.open -= 1;
    else if (state.open < state.options.size) break;
    else await new Promise<void>((resolve) => state.waiting.push(resolve));
  }
  state.open += 1;
  try {
    return await connectPatiently(state);
  } catch (error) {
    state.open -= 1;
    state.waiting.shift()?.();
    throw error;
  }
};

const release = (state: State, connection: PostgresConnection): void => {
  if (connection.closed) state.open -= 1;
  else if (state.ended) connection.end();
  else state.idle.push(connection);
  state.waiting.shift()?.();
};

const runOn = async (
  connection: PostgresConnection,
  sql: string,
  values: Parameter[],
  options: RunOptions,
): Promise<Row[]> => {
  const cancel = (): void => connection.cancel();
  options.signal?.addEventListener('abort', cancel);
  try {
    options.signal?.throwIfAborted();
    return await connection.run(sql, values, options.timeout ?? 0);
  } finally {
    options.signal?.removeEventListener('abort', cancel);
  }
};

/** Connections are opened when needed and shared by all clients: nothing in PostgreSQL is bound to one of them. */
export const createPool = (options: PoolOptions): Pool => {
  const state: State = { options, idle: [], open: 0, waiting: [], ended: false };
  return {
    run: async (sql, values, runOptions = {}) => {
      for (;;) {
        const connection = await acquire(state);
        try {
          return await runOn(connection, sql, values, runOptions);
        } catch (error) {
          // It had closed before anything was sent: nothing has happened, another one will do.
          if (!(error instanceof ConnectionLost) || error.sent) throw error;
        } finally {
          release(state, connection);
        }
      }
    },
    end: () => {
      state.ended = true;
      for (const connection of state.idle.splice(0)) connection.end();
    },
  };
};
