import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { defaultCacheDir } from '../../server/local-database/folders.ts';
import type { LocalDatabase } from '../../server/local-database/running.ts';
import { startLocalDatabase } from '../../server/local-database/start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the URI of the run's database; the first to ask has it started. */
    databaseDoor: string;
  }
}

const start = async (dataDir: string): Promise<LocalDatabase> =>
  startLocalDatabase({
    dataDir,
    durable: false,
    log: (line) => process.stderr.write(`${line}\n`),
    environment: { cacheDir: defaultCacheDir(process.env), path: process.env.PATH ?? '' },
  });

/** One engine for the whole run, started only when a test needs it; MONGODB_URI_TEST names another one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ibasho-test-'));
  let database: Promise<LocalDatabase> | undefined;
  const uri = async (): Promise<string> => process.env.MONGODB_URI_TEST ?? (await (database ??= start(dataDir))).uri;

  const door = createServer((_request, response) => {
    uri().then(
      (found) => response.end(found),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.close();
    door.closeAllConnections();
    await (await database?.catch(() => undefined))?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
