import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FAILED, type KeeperOptions, RELEASE, type Report, TAKEN } from './control.ts';
import { databaseFolder, readRunning } from './folders.ts';
import { onLines } from './lines.ts';
import type { LocalDatabase } from './running.ts';

export interface LocalDatabaseEnvironment {
  /** Where unpacked engines are kept, shared by every checkout of this user: defaultCacheDir() of folders.ts. */
  cacheDir: string;
  /** The PATH on which a `mongod` is looked for. */
  path: string;
  /** Nothing may be fetched: what is on PATH or in the cache has to do. */
  offline?: boolean;
}

export interface LocalDatabaseOptions {
  /** DATA_DIR: the engine keeps its files in `database/` below it. */
  dataDir: string;
  log: (line: string) => void;
  environment: LocalDatabaseEnvironment;
  /** The loopback port of the engine; a free one where none is given. */
  port?: number;
  /** false: what was acknowledged may be lost when the machine loses power. For tests only. */
  durable?: boolean;
}

type Ready = Extract<Report, { kind: 'ready' }>;

interface Hold {
  socket: Socket;
  ready: Ready;
}

/** How long a process may have the folder without answering. */
const TAKEN_PATIENCE_MS = 30_000;

/** Takes hold of the keeper that runs, or resolves with undefined where none answers. Rejects with its failure. */
const takeHold = (folder: string, log: LocalDatabaseOptions['log']): Promise<Hold | undefined> =>
  new Promise((resolve, reject) => {
    const running = readRunning(folder);
    if (!running) return resolve(undefined);
    const socket = connect(running.socket);
    socket.on('error', () => resolve(undefined));
    let failure: Error | undefined;
    socket.on('close', () => (failure ? reject(failure) : resolve(undefined)));
    onLines(socket, (line) => {
      const report = JSON.parse(line) as Report;
      if (report.kind === 'log') log(report.line);
      if (report.kind === 'ready') resolve({ socket, ready: report });
      if (report.kind === 'failed') failure = new Error(report.message);
      // Another keeper's socket, where the state was copied along with a folder.
      if (report.kind === 'hello' && report.folder !== folder) socket.destroy();
    });
  });

/** Starts a keeper. Resolves when its process has ended, with its status and what it complained of. */
const spawnKeeper = (options: KeeperOptions): Promise<{ status: number; complaint: string }> =>
  new Promise((resolve) => {
    const keeper = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--use-env-proxy',
        fileURLToPath(new URL('keeper.ts', import.meta.url)),
        JSON.stringify(options),
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let complaint = '';
    keeper.stderr.on('data', (chunk) => (complaint = (complaint + String(chunk)).slice(-2_000)));
    keeper.once('error', (error) => resolve({ status: 1, complaint: error.message }));
    keeper.once('close', (status) => resolve({ status: status ?? 1, complaint }));
    // Neither the process nor its pipe keeps the caller alive.
    keeper.unref();
    (keeper.stderr as unknown as Socket).unref();
  });

/** Takes hold of the engine of a folder, started if it does not run. */
const hold = async (options: KeeperOptions, log: LocalDatabaseOptions['log']): Promise<Hold> => {
  const deadline = performance.now() + TAKEN_PATIENCE_MS;
  for (;;) {
    const held = await takeHold(options.folder, log);
    if (held) return held;
    let ended: { status: number; complaint: string } | undefined;
    void spawnKeeper(options).then((outcome) => (ended = outcome));
    while (!ended) {
      await sleep(20);
      const mine = await takeHold(options.folder, log);
      if (mine) return mine;
    }
    if (ended.status === FAILED) throw new Error(ended.complaint.trim());
    if (ended.status !== TAKEN && ended.status !== 0)
      throw new Error(`The process of the database ended with status ${ended.status}: ${ended.complaint.trim()}`);
    // Another keeper has the folder: it is about to open its socket, or about to end.
    if (performance.now() > deadline)
      throw new Error(
        `Another process (${readRunning(options.folder)?.pid ?? 'unknown'}) uses the database in ${options.folder} and does not answer. End it, or set DATA_DIR to another folder.`,
      );
    await sleep(100);
  }
};

/** Lets go, and waits for the keeper to hang up: it does so at once while others hold it, else with its own end. */
const release = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) return resolve();
    socket.once('close', () => resolve());
    socket.ref();
    if (!socket.destroyed) socket.write(`${RELEASE}\n`);
  });

/** Takes hold again whenever the keeper dies under us, on the same port, so that the URI stays good. */
const keepHold = (first: Hold, options: KeeperOptions, log: LocalDatabaseOptions['log']): LocalDatabase => {
  const port = Number(new URL(first.ready.uri).port);
  let held = first;
  let stopping = false;
  let recovering = Promise.resolve();

  const recover = async (): Promise<void> => {
    while (!stopping) {
      try {
        log('データベース：プロセスが止まったので、もう一度始めます。');
        held = await hold({ ...options, port, again: true }, log);
        watch();
        return;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await sleep(2_000);
      }
    }
  };
  const watch = (): void => {
    // It must not keep a program alive that has finished and forgot to let go.
    held.socket.unref();
    held.socket.once('close', () => {
      if (!stopping) recovering = recover();
    });
  };
  watch();
  return {
    uri: first.ready.uri,
    engine: first.ready.engine,
    stop: async () => {
      stopping = true;
      await recovering;
      await release(held.socket);
    },
  };
};

/**
 * Starts the engine whose data is in dataDir, or attaches to the one that runs there already; many processes may hold
 * it. Rejects with one clear sentence and what to do where no engine can run.
 */
export const startLocalDatabase = async (options: LocalDatabaseOptions): Promise<LocalDatabase> => {
  const keeper: KeeperOptions = {
    folder: databaseFolder(options.dataDir),
    cacheDir: options.environment.cacheDir,
    path: options.environment.path,
    offline: options.environment.offline ?? false,
    durable: options.durable ?? true,
    port: options.port ?? 0,
    again: false,
  };
  return keepHold(await hold(keeper, options.log), keeper, options.log);
};

/** For commands beside a running server: the same, named for what it does there. */
export const attachLocalDatabase = startLocalDatabase;
