import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, lastLines, startChild } from '../child.ts';
import { connectPostgres, type PostgresConnection } from '../gateway/postgres-connection.ts';
import { endLeftovers } from '../processes.ts';
import { supervise } from '../supervise.ts';
import type { Install } from './layout.ts';
import { postgresFolder } from './layout.ts';
import { must, run } from './run.ts';

/** The superuser inside; who can reach the socket is trusted, and only we can. */
export const POSTGRES_USER = 'ibasho';

export interface PostgresOptions {
  install: Install;
  /** The engine's folder; the data lies in `postgres/` below it. */
  folder: string;
  /** Where its socket lies. */
  sockets: string;
  durable: boolean;
  log: (line: string) => void;
}

export interface Postgres {
  socket: string;
  stop(): Promise<void>;
}

/** A zombie can hold the lock file for seconds where PID 1 reaps slowly. */
const LOCK_PATIENCE_MS = 15_000;
const START_PATIENCE_MS = 60_000;

const settings = ({ sockets, durable }: PostgresOptions): Record<string, string | number> => ({
  listen_addresses: '',
  unix_socket_directories: sockets,
  unix_socket_permissions: '0700',
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  'cron.use_background_workers': 'on',
  // Its jobs run every other second: kept out of the log and of a table that would grow for ever.
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  // The extension connects back to its own server to create collections.
  'documentdb.localhost_connection_string': `host=${sockets} user=${POSTGRES_USER}`,
  // Results that cannot be streamed lie in a file, so that no cursor holds a connection.
  'documentdb.useFileBasedPersistedCursors': 'on',
  'documentdb.defaultCursorExpiryTimeLimitSeconds': 660,
  max_connections: 60,
  max_worker_processes: 12,
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // An expected failure, such as a duplicate key, is the client's business.
  log_min_error_statement: 'fatal',
  ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
});

/** Postgres refuses uid 0. In a user namespace root is another user inside, and the data stays root's outside. */
const USER_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** What goes before a command so that PostgreSQL runs; nothing for an ordinary user. Throws where root has no way. */
export const unprivileged = async (
  install: Install,
  folder: string,
  uid = userInfo().uid,
  ways = [USER_NAMESPACE, NOBODY],
): Promise<string[]> => {
  if (uid !== 0) return [];
  const postgres = join(postgresFolder(install.root, install.postgres), 'bin/postgres');
  for (const way of ways) {
    const [command = '', ...rest] = way;
    if (way === NOBODY) await run('chown', ['-R', '65534:65534', folder]);
    const probe = `test -w "$1" && "$2" --version`;
    if ((await run(command, [...rest, '/bin/sh', '-c', probe, 'sh', folder, postgres])).status === 0) return way;
  }
  throw new Error(
    `PostgreSQL does not run as root, user namespaces are refused here, and the user nobody cannot reach ${folder} and ${install.root}. ` +
      'Start as an ordinary user, or set DATA_DIR and XDG_CACHE_HOME to folders that everybody can enter, such as /var/lib/ibasho and /var/cache/ibasho.',
  );
};

const createCluster = async (options: PostgresOptions, data: string, way: string[]): Promise<void> => {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const initdb = join(postgresFolder(options.install.root, options.install.postgres), 'bin/initdb');
  // Built aside: a half-made cluster must not be taken for one.
  const aside = `${data}.new`;
  rmSync(aside, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  options.log('データベース：空のデータベースを用意しています…');
  const args = [
    '-D',
    aside,
    '-U',
    POSTGRES_USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ];
  const [command = '', ...rest] = [...way, initdb, ...args, ...(options.durable ? [] : ['--no-sync'])];
  await must(command, rest);
  renameSync(aside, data);
};

const serverOf = (data: string): number | undefined => {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
};

const isFull = (said: string): boolean => said.includes('No space left on device');

const explain = (how: string, said: string): Error =>
  new Error(
    isFull(said)
      ? 'PostgreSQL cannot start: the disk is full. Make room and start again.'
      : `PostgreSQL ${how}. It says:\n${said}`,
  );

/** Waits until it takes connections. Returns why not, where it ended before. */
const accepts = async (child: Child, socket: string): Promise<string | undefined> => {
  let ended: string | undefined;
  void child.ended.then((how) => (ended = how));
  const deadline = performance.now() + START_PATIENCE_MS;
  while (ended === undefined && performance.now() < deadline) {
    const connection: PostgresConnection | undefined = await connectPostgres(socket, {
      user: POSTGRES_USER,
      database: 'postgres',
    }).catch(() => undefined);
    connection?.end();
    if (connection) return undefined;
    await sleep(25);
  }
  return ended ?? 'did not become ready within a minute';
};

const launch = async (options: PostgresOptions, data: string, way: string[]): Promise<Child> => {
  const { install, sockets } = options;
  const logFile = join(options.folder, 'postgres.log');
  const postgres = join(postgresFolder(install.root, install.postgres), 'bin/postgres');
  const flags = Object.entries(settings(options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    await endLeftovers(data, serverOf(data));
    // Nobody is left in there, so a lock file would only name a number that somebody else may have by now.
    rmSync(join(data, 'postmaster.pid'), { force: true });
    const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = startChild({
      command: [...way, postgres, '-D', data, ...flags],
      logFile,
      folder: data,
      environment: { PROJ_DATA: join(install.root, 'usr/share/proj') },
    });
    const how = await accepts(child, join(sockets, '.s.PGSQL.5432'));
    if (how === undefined) return child;
    await child.stop();
    const said = lastLines(logFile, from);
    const locked = /lock file|shared memory block .* still in use/.test(said);
    if (!locked || performance.now() > deadline) throw explain(how, said);
    await sleep(500);
  }
};

/** Starts PostgreSQL on the folder's data, made if missing, and again whenever it dies. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const data = join(options.folder, 'postgres');
  mkdirSync(options.folder, { recursive: true });
  const way = await unprivileged(options.install, options.folder);
  if (way === NOBODY) await run('chown', ['65534:65534', options.sockets]);
  await createCluster(options, data, way);
  const server = await supervise('PostgreSQL', () => launch(options, data, way), options.log);
  return { socket: join(options.sockets, '.s.PGSQL.5432'), stop: () => server.stop() };
};
