import { type ChildProcess, spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataFolder, keeperOf, ownEngine, postgresOf, processesOf, removeFolder } from './own-engine.ts';

interface Writer {
  process: ChildProcess;
  acknowledged: number[];
  said: string[];
}

let template = '';
let dataDir = '';
let writers: Writer[] = [];

beforeAll(async () => {
  template = await dataFolder();
  await (await ownEngine(template)).stop();
});

afterAll(() => removeFolder(template));

beforeEach(async () => {
  dataDir = await dataFolder();
  await cp(template, dataDir, { recursive: true });
  writers = [];
});

afterEach(async () => {
  for (const writer of writers) writer.process.kill('SIGKILL');
  await vi.waitFor(() => expect(processesOf(dataDir)).toEqual([]), { timeout: 20_000 });
  await removeFolder(dataDir);
});

const startWriter = (first = 0): Writer => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), dataDir, String(first)]);
  const writer: Writer = { process: child, acknowledged: [], said: [] };
  child.stdout.on('data', (chunk) => writer.acknowledged.push(...String(chunk).trim().split('\n').map(Number)));
  child.stderr.on('data', (chunk) => writer.said.push(String(chunk)));
  writers.push(writer);
  return writer;
};

const hasWritten = (writer: Writer, count: number): Promise<void> =>
  vi.waitFor(() => expect(writer.acknowledged.length, writer.said.join('')).toBeGreaterThan(count), {
    timeout: 30_000,
    interval: 20,
  });

const kept = async (): Promise<Set<number>> => {
  const database = await ownEngine(dataDir);
  const connection = await createConnection(database.uri, { dbName: 'crash' }).asPromise();
  const documents = await connection.collection<{ _id: number }>('kept').find().toArray();
  await connection.close();
  await database.stop();
  return new Set(documents.map(({ _id }) => _id));
};

const lost = async (writer: Writer): Promise<number[]> => {
  const found = await kept();
  return writer.acknowledged.filter((number) => !found.has(number));
};

const kill = (pid: number): void => {
  expect(pid).toBeGreaterThan(1);
  process.kill(pid, 'SIGKILL');
};

describe('kill -9 while writing', () => {
  it('of the product: the engine ends by itself, and nothing acknowledged is lost', async () => {
    const writer = startWriter();
    await hasWritten(writer, 100);
    kill(writer.process.pid ?? 0);
    await vi.waitFor(() => expect(processesOf(dataDir)).toEqual([]), { timeout: 10_000 });
    expect(await lost(writer)).toEqual([]);
  });

  it('of PostgreSQL: it is started again, the product goes on, and nothing acknowledged is lost', async () => {
    const writer = startWriter();
    await hasWritten(writer, 100);
    const server = postgresOf(dataDir);
    kill(server);
    const before = writer.acknowledged.length;
    await hasWritten(writer, before + 100);
    expect(postgresOf(dataDir)).not.toBe(server);
    writer.process.kill('SIGKILL');
    expect(await lost(writer)).toEqual([]);
  });

  it('of the gateway: it is started again on the same port, the product goes on, and nothing acknowledged is lost', async () => {
    const writer = startWriter();
    await hasWritten(writer, 100);
    kill(keeperOf(dataDir));
    const before = writer.acknowledged.length;
    await hasWritten(writer, before + 100);
    writer.process.kill('SIGKILL');
    expect(await lost(writer)).toEqual([]);
  });

  it('of all three at once: the next start finds everything acknowledged', async () => {
    const writer = startWriter();
    await hasWritten(writer, 100);
    const pids = [writer.process.pid ?? 0, keeperOf(dataDir), postgresOf(dataDir)];
    for (const pid of pids) kill(pid);
    expect(await lost(writer)).toEqual([]);
  });
});

it('the product that ends in order leaves no process', async () => {
  const writer = startWriter();
  await hasWritten(writer, 10);
  const ended = new Promise((resolve) => writer.process.once('exit', resolve));
  writer.process.kill('SIGTERM');
  await ended;
  expect(processesOf(dataDir)).toEqual([]);
});
