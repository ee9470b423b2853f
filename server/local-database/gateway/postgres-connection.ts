import { connect, type Socket } from 'node:net';
import { frames } from './frames.ts';
import {
  bindAndExecute,
  cancelRequest,
  type Parameter,
  parse,
  readFields,
  readRow,
  type Row,
  simpleQuery,
  startup,
} from './postgres-messages.ts';

/** What PostgreSQL answered with an error; `state` is its SQLSTATE. */
export class PostgresError extends Error {
  readonly state: string;
  constructor(state: string, message: string) {
    super(message);
    this.state = state;
  }
}

/** The connection went away while, or before, the statement ran. */
export class ConnectionLost extends Error {
  /** true where the statement had been sent, so that its effect is unknown. */
  readonly sent: boolean;
  constructor(sent: boolean) {
    super('The connection to PostgreSQL was lost.');
    this.sent = sent;
  }
}

export interface PostgresConnection {
  readonly closed: boolean;
  /** Runs one statement; `timeout` in milliseconds, 0 = none. One at a time: the pool sees to that. */
  run(sql: string, values: Parameter[], timeout: number): Promise<Row[]>;
  /** Interrupts the statement that runs now; it ends with SQLSTATE 57014. */
  cancel(): void;
  end(): void;
}

interface Pending {
  /** ReadyForQuery messages still to come before the statement is over. */
  syncs: number;
  rows: Row[];
  error: PostgresError | undefined;
  resolve: (rows: Row[]) => void;
  reject: (error: Error) => void;
}

interface State {
  socket: Socket;
  path: string;
  processId: number;
  secret: Buffer;
  timeout: number;
  /** SQL text → name of the statement that this connection has parsed. */
  prepared: Map<string, string>;
  parsing: { sql: string; name: string } | undefined;
  parsed: number;
  pending: Pending | undefined;
}

const settle = (state: State): void => {
  const pending = state.pending;
  if (!pending) return;
  pending.syncs -= 1;
  if (pending.syncs > 0) return;
  state.pending = undefined;
  if (pending.error) pending.reject(pending.error);
  else pending.resolve(pending.rows);
};

const receive = (state: State, type: string, body: Buffer): void => {
  if (type === 'D') state.pending?.rows.push(readRow(body));
  else if (type === 'Z') settle(state);
  else if (type === '1' && state.parsing) state.prepared.set(state.parsing.sql, state.parsing.name);
  else if (type === 'K') {
    state.processId = body.readInt32BE(0);
    state.secret = Buffer.from(body.subarray(4));
  } else if (type === 'E') {
    const fields = readFields(body);
    const error = new PostgresError(fields.get('C') ?? 'XX000', fields.get('M') ?? 'unknown error');
    if (state.pending) state.pending.error ??= error;
  }
};

const lose = (state: State): void => {
  const pending = state.pending;
  state.pending = undefined;
  // A connection that is refused while PostgreSQL starts or stops says so first (57P03, 57P01).
  pending?.reject(pending.error ?? new ConnectionLost(true));
};

const run = (state: State, sql: string, values: Parameter[], timeout: number): Promise<Row[]> =>
  new Promise((resolve, reject) => {
    if (state.socket.destroyed) return reject(new ConnectionLost(false));
    const out: Buffer[] = [];
    let syncs = 1;
    if (timeout !== state.timeout) {
      out.push(...simpleQuery(`SET statement_timeout = ${timeout}`));
      state.timeout = timeout;
      syncs = 2;
    }
    let name = state.prepared.get(sql);
    if (name === undefined) {
      name = `s${(state.parsed += 1)}`;
      state.parsing = { sql, name };
      out.push(...parse(name, sql, values));
    }
    out.push(...bindAndExecute(name, values));
    state.pending = { syncs, rows: [], error: undefined, resolve, reject };
    state.socket.cork();
    for (const part of out) state.socket.write(part);
    state.socket.uncork();
  });

const handle = (state: State): PostgresConnection => ({
  get closed() {
    return state.socket.destroyed;
  },
  run: (sql, values, timeout) => run(state, sql, values, timeout),
  cancel: () => {
    if (!state.pending) return;
    const other = connect(state.path, () => other.end(cancelRequest(state.processId, state.secret)));
    other.on('error', () => {});
  },
  end: () => {
    state.socket.end(Buffer.from([0x58, 0, 0, 0, 4]));
  },
});

const newState = (path: string): State => ({
  socket: connect(path),
  path,
  processId: 0,
  secret: Buffer.alloc(0),
  timeout: 0,
  prepared: new Map(),
  parsing: undefined,
  parsed: 0,
  pending: undefined,
});

const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Connects to the PostgreSQL that listens on a unix socket and trusts who can reach it.
 * Throws PostgresError where it refuses (57P03 while it starts), the socket's error where nobody listens.
 */
export const connectPostgres = (path: string, parameters: Record<string, string>): Promise<PostgresConnection> =>
  new Promise((resolve, reject) => {
    const state = newState(path);
    const { socket } = state;
    let failure: Error | undefined;
    const opened = (): void => resolve(handle(state));
    state.pending = {
      syncs: 1,
      rows: [],
      error: undefined,
      resolve: opened,
      reject: (error) => reject(failure ?? error),
    };
    socket.on('connect', () => socket.write(startup(parameters)));
    // Of a connection that was never made the reason counts: nobody listens there. A later one is lost, however.
    socket.on('error', (error) => (failure = error));
    socket.on('close', () => lose(state));
    const take = (frame: Buffer): void => receive(state, String.fromCharCode(frame[0] ?? 0), frame.subarray(5));
    socket.on(
      'data',
      frames(5, (head) => head.readInt32BE(1) + 1, MOST, take),
    );
  });
