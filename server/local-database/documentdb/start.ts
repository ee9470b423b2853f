import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../running.ts';
import { readMark, writeMark } from '../folders.ts';
import { connectPostgres } from '../gateway/postgres-connection.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../gateway/server.ts';
import { installDocumentDB } from './install.ts';
import type { Install } from './layout.ts';
import { type Postgres, POSTGRES_USER, startPostgres } from './postgres.ts';

export interface DocumentDBOptions {
  folder: string;
  cacheDir: string;
  path: string;
  offline: boolean;
  durable: boolean;
  /** 0 = a free one. */
  port: number;
  /** true: wait for the port where it is taken. */
  again: boolean;
  sockets: string;
  log: (line: string) => void;
}

const CONNECTIONS = 24;
const SEARCH_PATH = 'documentdb_api_catalog,documentdb_api,public';
/** How long a command waits for a PostgreSQL that is being restarted. */
const PATIENCE_MS = 20_000;
/** How long the port of before may be held by what is just ending. */
const PORT_PATIENCE_MS = 10_000;

/** Makes the extension in an empty database, or brings it to the version of the files. Returns its version. */
const prepareExtension = async (socket: string, install: Install): Promise<string> => {
  const connection = await connectPostgres(socket, {
    user: POSTGRES_USER,
    database: 'postgres',
    client_min_messages: 'warning',
  });
  try {
    await connection.run('CREATE EXTENSION IF NOT EXISTS documentdb CASCADE', [], 0);
    const rows = await connection.run("SELECT extversion FROM pg_extension WHERE extname = 'documentdb'", [], 0);
    const version = rows[0]?.[0]?.toString('utf8') ?? '';
    if (version !== install.extension) {
      await connection.run('ALTER EXTENSION documentdb_core UPDATE', [], 0);
      await connection.run('ALTER EXTENSION documentdb UPDATE', [], 0);
    }
    return install.extension;
  } finally {
    connection.end();
  }
};

const listen = async (options: GatewayOptions, patience: number): Promise<Gateway> => {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await startGateway(options);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
      if (performance.now() > deadline)
        throw new Error(`Port ${options.port} of the database is taken by another program.`, { cause: error });
      await sleep(100);
    }
  }
};

/** Puts the gateway in front of a PostgreSQL that runs. */
const serve = async (
  options: DocumentDBOptions,
  install: Install,
  postgres: Postgres,
  how: string,
): Promise<Engine> => {
  const version = await prepareExtension(postgres.socket, install);
  writeMark(options.folder, { engine: 'DocumentDB', version, postgres: install.postgres });
  const parameters = { user: POSTGRES_USER, database: 'postgres', search_path: SEARCH_PATH };
  const gateway = await listen(
    {
      port: options.port,
      version,
      postgres: { socket: postgres.socket, parameters, size: CONNECTIONS, patience: PATIENCE_MS },
    },
    options.again ? PORT_PATIENCE_MS : 0,
  );
  return {
    uri: `mongodb://127.0.0.1:${gateway.port}/?directConnection=true`,
    engine: { name: 'DocumentDB', version, how },
    stop: async () => {
      await gateway.close();
      await postgres.stop();
    },
  };
};

/** PostgreSQL with the extension behind our gateway. Throws with what to do where it cannot run here. */
export const startDocumentDB = async (options: DocumentDBOptions): Promise<Engine> => {
  const { folder, sockets, durable, log } = options;
  const install = await installDocumentDB({ ...options, mark: readMark(folder) });
  const how = `Debian のパッケージ、PostgreSQL ${install.postgres}`;
  log(`データベース：DocumentDB ${install.extension}（${how}）`);
  const postgres = await startPostgres({ install, folder, sockets, durable, log });
  try {
    return await serve(options, install, postgres, how);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};
