import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, lastLines, startChild } from './child.ts';
import type { Engine } from './running.ts';
import { writeMark } from './folders.ts';
import { endLeftovers } from './processes.ts';
import { supervise } from './supervise.ts';

export interface MongodOptions {
  binary: string;
  version: string;
  how: string;
  folder: string;
  port: number;
  log: (line: string) => void;
}

/** A loopback port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** mongod opens its port when it is ready. Throws with what its log says where it ends before. */
const waitFor = async (child: Child, port: number, logFile: string, from: number): Promise<void> => {
  let how: string | undefined;
  void child.ended.then((word) => (how = word));
  while (!(await listens(port))) {
    if (how !== undefined) throw new Error(`mongod ${how}. It says:\n${lastLines(logFile, from)}`);
    await sleep(50);
  }
};

const lockedBy = (data: string): number | undefined => {
  try {
    return Number.parseInt(readFileSync(join(data, 'mongod.lock'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
};

const launch = async ({ binary, folder }: MongodOptions, port: number): Promise<Child> => {
  const data = join(folder, 'mongod');
  const logFile = join(folder, 'mongod.log');
  await endLeftovers(data, lockedBy(data));
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const place = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const child = startChild({ command: [binary, ...place, '--wiredTigerCacheSizeGB', '0.5'], logFile, folder: data });
  await waitFor(child, port, logFile, from);
  return child;
};

/** Runs a mongod on the folder's own data, and again where it dies. */
export const startMongod = async (options: MongodOptions): Promise<Engine> => {
  const { version, how, folder, log } = options;
  const port = options.port || (await freePort());
  mkdirSync(join(folder, 'mongod'), { recursive: true, mode: 0o700 });
  log(`データベース：mongod ${version}（${how}）`);
  const mongod = await supervise('mongod', () => launch(options, port), log);
  writeMark(folder, { engine: 'mongod', version });
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    engine: { name: 'mongod', version, how },
    stop: () => mongod.stop(),
  };
};
