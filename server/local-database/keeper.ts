/**
 * The process that runs the engine of one DATA_DIR. It lives as long as somebody holds it, that is, keeps a connection
 * to its socket open: the product, or a command beside it. The kernel closes that connection however a holder ends, so
 * an engine never outlives those who use it and nothing has to be cleaned up after them. In its own session, so that
 * Ctrl-C in a terminal reaches the product first, which still needs its database to finish.
 */
import { rmSync, writeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { FAILED, type KeeperOptions, RELEASE, type Report, TAKEN } from './control.ts';
import { startEngine } from './engine.ts';
import type { Engine } from './running.ts';
import { explainFailure } from './explain.ts';
import { clearRunning, socketFolder, writeRunning } from './folders.ts';
import { onLines } from './lines.ts';
import { tryLock } from './lock.ts';

/** A keeper that nobody takes hold of has been started by someone who is gone. */
const UNHELD_MS = 10_000;

interface Keeper {
  options: KeeperOptions;
  sockets: string;
  holders: Set<Socket>;
  /** What a newcomer is told: the way so far while the engine starts, then how it stands. */
  story: Report[];
  server: Server;
  engine: Engine | undefined;
  ending: boolean;
}

const tell = (keeper: Keeper, report: Report): void => {
  if (report.kind !== 'log') keeper.story = [report];
  else if (!keeper.engine) keeper.story.push(report);
  for (const holder of keeper.holders) holder.write(`${JSON.stringify(report)}\n`);
};

/** Ends what an unfinished start still runs, such as apt-get: it is in our group of processes, the engine is not. */
const endGroup = (): void => {
  try {
    process.kill(-process.pid, 'SIGTERM');
  } catch {
    // We lead no group: nobody is in it.
  }
};

const end = async (keeper: Keeper, status: number): Promise<void> => {
  if (keeper.ending) return;
  keeper.ending = true;
  keeper.server.close();
  try {
    await keeper.engine?.stop();
  } finally {
    clearRunning(keeper.options.folder);
    rmSync(keeper.sockets, { recursive: true, force: true });
    endGroup();
    // The connections of those who wait for the end close with the process.
    process.exit(status);
  }
};

const letGo = (keeper: Keeper, holder: Socket): void => {
  keeper.holders.delete(holder);
  if (keeper.holders.size === 0) void end(keeper, 0);
  else holder.end();
};

const welcome = (keeper: Keeper, holder: Socket): void => {
  keeper.holders.add(holder);
  holder.on('error', () => {});
  holder.on('close', () => {
    if (keeper.holders.has(holder)) letGo(keeper, holder);
  });
  onLines(holder, (line) => {
    if (line === RELEASE) letGo(keeper, holder);
  });
  holder.write(`${JSON.stringify({ kind: 'hello', folder: keeper.options.folder } satisfies Report)}\n`);
  for (const report of keeper.story) holder.write(`${JSON.stringify(report)}\n`);
};

const openDoor = (keeper: Keeper): Promise<void> =>
  new Promise((resolve, reject) => {
    const path = join(keeper.sockets, 'control');
    // We have the lock: whatever lies there was left by a keeper that was killed.
    rmSync(path, { force: true });
    keeper.server.on('connection', (holder) => welcome(keeper, holder));
    keeper.server.once('error', reject);
    keeper.server.listen(path, () => {
      writeRunning(keeper.options.folder, { pid: process.pid, socket: path });
      resolve();
    });
  });

const run = async (keeper: Keeper): Promise<void> => {
  try {
    const log = (line: string): void => tell(keeper, { kind: 'log', line });
    const engine = await startEngine(keeper.options, keeper.sockets, log);
    keeper.engine = engine;
    tell(keeper, { kind: 'ready', uri: engine.uri, engine: engine.engine });
  } catch (error) {
    const message = explainFailure(error, keeper.options);
    tell(keeper, { kind: 'failed', message });
    // For who started us, in case it has not taken hold yet. Files, so that all is written before the end.
    writeSync(process.stderr.fd, message);
    await end(keeper, FAILED);
  }
};

const main = async (): Promise<void> => {
  const options = JSON.parse(process.argv[2] ?? '') as KeeperOptions;
  if (!tryLock(join(options.folder, 'lock'))) process.exit(TAKEN);
  const keeper: Keeper = {
    options,
    sockets: socketFolder(options.folder),
    holders: new Set(),
    story: [],
    server: createServer(),
    engine: undefined,
    ending: false,
  };
  await openDoor(keeper);
  setTimeout(() => {
    if (keeper.holders.size === 0) void end(keeper, 0);
  }, UNHELD_MS).unref();
  // Whoever stops a whole group of processes means the product too; it lets go when it has finished with us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.stderr.on('error', () => {});
  await run(keeper);
};

try {
  await main();
} catch (error) {
  writeSync(process.stderr.fd, explainFailure(error, JSON.parse(process.argv[2] ?? '{}') as KeeperOptions));
  process.exit(FAILED);
}
