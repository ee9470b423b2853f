import { join } from 'node:path';
import { chooseEngine, type Choice } from './choose.ts';
import type { KeeperOptions } from './control.ts';
import { startDocumentDB } from './documentdb/start.ts';
import { readMark } from './folders.ts';
import { startMongod } from './mongod.ts';
import type { Engine } from './running.ts';

const start = (
  choice: Choice,
  options: KeeperOptions,
  sockets: string,
  log: (line: string) => void,
): Promise<Engine> =>
  choice.kind === 'mongod'
    ? startMongod({ ...options, binary: choice.binary, version: choice.version, how: choice.how, log })
    : startDocumentDB({ ...options, sockets, log });

/** Chooses an engine for the data of a folder and starts it. Throws with what to do where none can run here. */
export const startEngine = async (
  options: KeeperOptions,
  sockets: string,
  log: (line: string) => void,
): Promise<Engine> => {
  const choice = await chooseEngine({
    mark: readMark(options.folder),
    path: options.path,
    offline: options.offline,
    downloadDir: join(options.cacheDir, 'mongod'),
    log,
  });
  return start(choice, options, sockets, log);
};
