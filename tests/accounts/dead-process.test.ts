import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../server/store/store.ts';
import { aPlace } from '../support/a-place.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/execute.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let database: TestDatabase;
let store: Store;
let folder: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  database = await testDatabase();
  store = await openStore(database.uri);
  folder = await mkdtemp(path.join(tmpdir(), 'ibasho-dead-'));
});
afterAll(async () => {
  await Promise.all(children.map(ended));
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

function start(script: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

/** Resolves when the process has said this. Fails with everything it said where it ends before. */
function says(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(words)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(said)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The product itself, as its own process. */
async function startServer(): Promise<string> {
  const port = await freePort();
  const env = { MONGODB_URI: database.uri, PORT: String(port), HOST: '127.0.0.1', WEB: 'off', DATA_DIR: folder };
  await says(start('server/main.ts', [], env), '/graphql');
  return `http://127.0.0.1:${port}`;
}

const descriptionAt = async (url: string, id: string) =>
  (await ask<{ place: { description: string } }>(url, `{ place(id: "${id}") { description } }`)).data.place.description;

/** A process commits a change, and is killed before the place shows it. */
async function dieBetween(id: string, description: string): Promise<void> {
  const writer = start('tests/accounts/dying-writer.ts', [database.uri, id, description]);
  await says(writer, 'committed');
  await ended(writer);
}

test('what a process committed before it was killed is shown by a server that runs beside it, and by one that starts later', async () => {
  for (const id of ['running', 'starting']) {
    const place = aPlace({ id, description: 'before' });
    await store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
  }
  const running = await startServer();
  expect(await descriptionAt(running, 'running')).toBe('before');
  await dieBetween('running', 'after');
  expect((await store.places.findByIds(['running']))[0]).toMatchObject({ description: 'before', revision: 1 });
  for (let tries = 0; tries < 60 && (await descriptionAt(running, 'running')) !== 'after'; tries++) await wait(500);
  expect(await descriptionAt(running, 'running')).toBe('after');
  await Promise.all(children.map(ended));

  await dieBetween('starting', 'after');
  expect(await descriptionAt(await startServer(), 'starting')).toBe('after');
  for (const id of ['running', 'starting']) {
    expect(await store.places.read(id)).toMatchObject({ description: 'after', revision: 2 });
    expect(await store.places.history(id, 10)).toHaveLength(2);
  }
});

test('the next writer finds what a dead one committed, is told of it, and overwrites nothing', async () => {
  const place = aPlace({ id: 'written', description: 'before' });
  await store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
  await dieBetween('written', 'of the dead');
  const next = { ...place, description: 'of the next' };
  expect(await store.places.save({ place: next, expectedRevision: 1, who: 'next', why: 'test' })).toBeNull();
  expect((await store.places.findByIds(['written']))[0]).toMatchObject({ description: 'of the dead', revision: 2 });
  expect(await store.places.save({ place: next, expectedRevision: 2, who: 'next', why: 'test' })).toMatchObject({
    description: 'of the next',
    revision: 3,
  });
});
