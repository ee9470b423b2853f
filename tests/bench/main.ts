import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCacheDir } from '../../server/local-database/folders.ts';
import type { LocalDatabase } from '../../server/local-database/running.ts';
import { startLocalDatabase } from '../../server/local-database/start.ts';
import type { CacheUse } from '../../server/search/lru.ts';
import { processesOf } from '../local-database/own-engine.ts';
import { startWorker, type Worker } from './control.ts';
import { fillDatabase, fingerprintOf, productUri } from './database-alone.ts';
import { type Bench, HEAD, measureAll, type Measured } from './measure.ts';
import { measurePauses, PAUSES_HEAD } from './pauses.ts';
import { compareAnswers, measurePeers } from './peers.ts';
import { fillPostgis, postgresOf } from './postgis.ts';
import { measureSchedules } from './schedule.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench -- --places 200000`: the product, the database alone, and PostGraphile over PostGIS, with the same seeded
 * places, in one run. Server, load generator, database and peer are processes of their own, their CPU is told apart.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Above it the places come from memory and no peer is asked: filling three stores would take longer than the run. */
const MOST_IN_DATABASE = 300_000;

const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '1024' },
    only: { type: 'string', default: '' },
    peers: { type: 'string', default: 'on' },
    pauses: { type: 'string', default: 'on' },
  },
});
const count = Number(values.places);
const dataDir = path.join(ROOT, '.data', `bench-${count}`);
const inDatabase = count <= MOST_IN_DATABASE;
const say = (line: string) => console.log(line);
const started: { stop(): Promise<unknown> }[] = [];

function keep<T extends { stop(): Promise<unknown> }>(part: T): T {
  started.push(part);
  return part;
}

type Store = 'documents' | 'tables';
/** What a store was filled with. */
const markOf = (store: Store) => path.join(dataDir, `${store}.filled-with`);

async function filled(database: LocalDatabase): Promise<void> {
  const began = performance.now();
  const fingerprint = await fingerprintOf(count);
  const isOther = async (store: Store) => (await readFile(markOf(store), 'utf8').catch(() => '')) !== fingerprint;
  const known = await fillDatabase(database.uri, count, await isOther('documents'));
  await writeFile(markOf('documents'), fingerprint);
  const postgres = values.peers === 'on' ? postgresOf(dataDir) : null;
  if (postgres) {
    await fillPostgis(postgres, count, await isOther('tables'));
    await writeFile(markOf('tables'), fingerprint);
  }
  if (!known) say(`${count} places written to ${postgres ? 'three' : 'two'} stores: ${seconds(began)} s`);
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

interface Use {
  memory: NodeJS.MemoryUsage;
  caches: Record<string, CacheUse>;
}

async function startServer(database: LocalDatabase | null): Promise<Bench> {
  const server = keep(startWorker('server.ts'));
  const databaseUri = database && productUri(database.uri);
  const ready = await server.ask<{
    url: string;
    seconds: number;
    preparedSeconds: number;
    cpuSeconds: number;
    places: number;
    cursor: string | null;
  }>('start', {
    count,
    databaseUri,
  });
  const { memory } = await server.ask<Use>('use');
  say(
    `${ready.places} places, ready after ${ready.seconds.toFixed(1)} s, a week of hours laid out after ${ready.preparedSeconds.toFixed(1)} s, ${ready.cpuSeconds.toFixed(1)} s of CPU${databaseUri === null ? ' (made in memory)' : ''}; ${memoryOf(memory)}`,
  );
  let number = 0;
  return {
    url: ready.url,
    cursor: ready.cursor,
    server,
    load: keep(startWorker('load.ts')),
    database: database ? processesOf(dataDir).map(({ pid }) => pid) : [],
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    // A load takes as many numbers as it needs from where it begins; no two begin within reach of one another.
    numbers: () => (number += 100_003),
  };
}

function memoryOf({ rss, heapUsed, arrayBuffers }: NodeJS.MemoryUsage): string {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return `resident ${megabytes(rss)}, heap ${megabytes(heapUsed)}, buffers ${megabytes(arrayBuffers)}`;
}

async function peers(bench: Bench, database: LocalDatabase, nearest: Measured): Promise<void> {
  const postgres = postgresOf(dataDir);
  const graphile: { url: string; worker: Worker } | null = postgres && {
    worker: keep(startWorker('postgraphile.ts')),
    url: '',
  };
  if (graphile) graphile.url = await graphile.worker.ask<string>('start', postgres);
  say(await compareAnswers(bench, database.uri, graphile && graphile.url));
  // The peers' own connections are there now.
  bench.database = processesOf(dataDir).map(({ pid }) => pid);
  const named = { uri: database.uri, name: database.engine.name };
  const { rows, factors } = await measurePeers(bench, named, graphile, nearest);
  say(`\n${tableOf(HEAD, rows)}\n\nnearest 20 at 32 connections: ${factors.join(', ')}`);
}

function cacheLines(caches: Record<string, CacheUse>): string {
  return Object.entries(caches)
    .filter(([, { hits, misses }]) => hits + misses > 0)
    .map(([name, { hits, misses }]) => `${name} ${((100 * hits) / (hits + misses)).toFixed(1)} % of ${hits + misses}`)
    .join('; ');
}

async function run(): Promise<void> {
  const [cpu] = os.cpus();
  say(
    `${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load before ${os.loadavg()[0]?.toFixed(1)}`,
  );
  say(measureSchedules().join('\n'));
  const environment = { cacheDir: defaultCacheDir(process.env), path: process.env.PATH ?? '' };
  const database = inDatabase
    ? keep(await startLocalDatabase({ dataDir, log: say, environment, durable: false }))
    : null;
  if (database) await filled(database);
  const bench = await startServer(database);
  const { rows, nearest } = await measureAll(bench, values.only);
  say(`\n${tableOf(HEAD, rows)}`);
  const { caches, memory } = await bench.server.ask<Use>('use');
  say(`\ncaches, hits: ${cacheLines(caches)}\nafter the load: ${memoryOf(memory)}`);
  if (database && nearest && values.peers === 'on') await peers(bench, database, nearest);
  if (values.pauses === 'on') say(`\n${tableOf(PAUSES_HEAD, await measurePauses(bench))}`);
  say(`load after ${os.loadavg()[0]?.toFixed(1)}`);
}

async function stop(): Promise<void> {
  for (const part of started.splice(0).reverse()) await part.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(1)));
try {
  await run();
} finally {
  await stop();
}
