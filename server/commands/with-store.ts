import path from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { attachLocalDatabase } from '../local-database/start.ts';
import { openStore, type Store } from '../store/store.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

async function openDatabase(config: Config, log: (line: string) => void) {
  if (config.mongodbUri !== null) return { uri: config.mongodbUri, stop: () => Promise.resolve() };
  const { dataDir, cacheDir, path: searchPath } = config;
  return attachLocalDatabase({ dataDir, log, environment: { cacheDir, path: searchPath } });
}

/**
 * Runs a command on the database of the environment: MONGODB_URI, else the engine of DATA_DIR that runs already, else
 * one that is started for the command and ended after it.
 * @param log gets what the database says while it starts
 */
export async function withStore<T>(
  log: (line: string) => void,
  run: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env, ROOT);
  const database = await openDatabase(config, log);
  try {
    const store = await openStore(database.uri);
    try {
      return await run(store, config);
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
}

/** Runs a command's body; a failure is one sentence on standard error and exit status 1. */
export async function runCommand(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
