import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultCacheDir } from '../../server/local-database/folders.ts';
import type { LocalDatabase } from '../../server/local-database/running.ts';
import type { LocalDatabaseOptions } from '../../server/local-database/start.ts';
import { dataFolder, keeperOf, ownEngine, processesOf, removeFolder } from './own-engine.ts';

let folder = '';

beforeEach(async () => {
  folder = await dataFolder();
});

afterEach(() => removeFolder(folder));

/** Nobody pulls the plug here, so nothing waits for the disk. */
const engine = (dataDir: string, more: Partial<LocalDatabaseOptions> = {}): Promise<LocalDatabase> =>
  ownEngine(dataDir, { durable: false, ...more });

const insert = async (uri: string, name: string): Promise<void> => {
  const connection = await createConnection(uri, { dbName: 'shared' }).asPromise();
  await connection.collection('names').insertOne({ name });
  await connection.close();
};

const names = async (uri: string): Promise<string[]> => {
  const connection = await createConnection(uri, { dbName: 'shared' }).asPromise();
  const found = await connection.collection<{ name: string }>('names').find().sort({ name: 1 }).toArray();
  await connection.close();
  return found.map(({ name }) => name);
};

it('two starts at once on one DATA_DIR share one engine, and it lives until the last lets go', async () => {
  const [first, second] = await Promise.all([engine(folder), engine(folder)]);
  expect(second.uri).toBe(first.uri);
  await insert(first.uri, 'a');
  await first.stop();
  expect(await names(second.uri)).toEqual(['a']);
  await second.stop();
  expect(processesOf(folder)).toEqual([]);
});

it('engines of two DATA_DIRs run side by side and share nothing, in deep folders too', async () => {
  const deep = join(folder, 'd'.repeat(120), '深い'.repeat(20));
  await mkdir(deep, { recursive: true });
  const [one, other] = await Promise.all([engine(join(folder, 'one')), engine(deep)]);
  await insert(one.uri, 'one');
  await insert(other.uri, 'other');
  expect([await names(one.uri), await names(other.uri)]).toEqual([['one'], ['other']]);
  await Promise.all([one.stop(), other.stop()]);
  expect(processesOf(folder)).toEqual([]);
});

it('data is there again after a stop and a start, and a stop may be followed by a start at once', async () => {
  const first = await engine(folder);
  await insert(first.uri, 'a');
  const stopping = first.stop();
  const second = await engine(folder);
  await stopping;
  expect(await names(second.uri)).toEqual(['a']);
  await second.stop();
  expect(processesOf(folder)).toEqual([]);
});

it('the signals of a whole group of processes do not take the engine from under the product', async () => {
  const database = await engine(folder);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(keeperOf(folder), signal);
  await insert(database.uri, 'a');
  expect(await names(database.uri)).toEqual(['a']);
  await database.stop();
  expect(processesOf(folder)).toEqual([]);
});

it('where no engine can run the start fails with one sentence, and leaves no process', async () => {
  const environment = { cacheDir: join(folder, 'empty'), path: '/nowhere', offline: true };
  await expect(engine(folder, { environment })).rejects.toThrow(/^No database could be started: .*Set MONGODB_URI/);
  expect(processesOf(folder)).toEqual([]);
});

it('a port that is given is used; one that is taken is named', async () => {
  const first = await engine(join(folder, 'one'));
  const port = Number(new URL(first.uri).port);
  const environment = { cacheDir: defaultCacheDir(process.env), path: process.env.PATH ?? '' };
  await expect(engine(join(folder, 'two'), { environment, port })).rejects.toThrow(
    `Port ${port} of the database is taken`,
  );
  await first.stop();
  const second = await engine(join(folder, 'two'), { environment, port });
  expect(new URL(second.uri).port).toBe(String(port));
  await second.stop();
});
