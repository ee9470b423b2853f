import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCacheDir } from '../../server/local-database/folders.ts';
import type { LocalDatabase } from '../../server/local-database/running.ts';
import { type LocalDatabaseOptions, startLocalDatabase } from '../../server/local-database/start.ts';

/** A DATA_DIR of a test's own. */
export const dataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ibasho-own-'));

/** An engine of a test's own, as the product starts it: durable. */
export const ownEngine = (dataDir: string, more: Partial<LocalDatabaseOptions> = {}): Promise<LocalDatabase> =>
  startLocalDatabase({
    dataDir,
    log: () => {},
    environment: { cacheDir: defaultCacheDir(process.env), path: process.env.PATH ?? '' },
    ...more,
  });

/** All processes that have to do with a folder: keeper, PostgreSQL and what it started. */
export const processesOf = (dataDir: string): { pid: number; what: string }[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = all.flatMap((name) => {
    try {
      const what = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      return what === '' ? [] : [{ pid: Number(name), parent, what }];
    } catch {
      return [];
    }
  });
  const named = found.filter(({ what }) => what.includes(dataDir));
  const theirs = found.filter(({ parent, what }) => named.some(({ pid }) => pid === parent) && !what.includes(dataDir));
  return [...named, ...theirs];
};

export const keeperOf = (dataDir: string): number =>
  processesOf(dataDir).find(({ what }) => what.includes('keeper.ts'))?.pid ?? 0;

export const postgresOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'database/postgres/postmaster.pid'), 'utf8'), 10);

export const removeFolder = (dataDir: string): Promise<void> => rm(dataDir, { recursive: true, force: true });
