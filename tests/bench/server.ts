import type { AddressInfo } from 'node:net';
import { type ELDHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app.ts';
import { searchRequest } from '../../server/domain/search-request.ts';
import { followStore } from '../../server/search/feed.ts';
import { cacheUse } from '../../server/search/lru.ts';
import { createPlaceIndex, type PlaceIndex } from '../../server/search/place-index.ts';
import { openStore } from '../../server/store/store.ts';
import { answerQuestions } from './control.ts';
import { measureIndex } from './index-alone.ts';
import { NOW, placeBatches } from './places.ts';
import { pageFiftyCursor, requestKinds } from './requests.ts';

/** The product in a process of its own, as server/main.ts puts it together, with one more route: the same bytes from memory. */

let index: PlaceIndex;
let clockOffset = 0;
let revision = 1000;
let delay: ELDHistogram | null = null;
const startedAt = Date.now();
/** Time goes on from the moment of the data. */
const now = () => NOW + (Date.now() - startedAt) + clockOffset;

/** Answers that the same-bytes route sends in turn. */
let bytes: Buffer[] = [];

function sameBytes(app: FastifyInstance): void {
  let turn = 0;
  app.post('/bench/same-bytes', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(bytes[turn++ % bytes.length]),
  );
}

interface Start {
  count: number;
  /** null: the places come from memory, and nothing is followed. */
  databaseUri: string | null;
}

async function start({ count, databaseUri }: Start) {
  const began = performance.now();
  index = createPlaceIndex([]);
  const readiness = databaseUri === null ? await fillAlone(count) : await fillFrom(databaseUri);
  await index.prepare(now(), 'DAY');
  const app = await createApp({
    index,
    now,
    publicUrl: 'https://ibasho.example.jp',
    readiness,
    web: null,
    logLevel: 'error',
    requestsPerMinute: 1e9,
  });
  sameBytes(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage();
  const cpuSeconds = (user + system) / 1e6;
  const { port } = app.server.address() as AddressInfo;
  await index.prepare(now());
  const preparedSeconds = (performance.now() - began) / 1000;
  return {
    url: `http://127.0.0.1:${port}`,
    seconds,
    preparedSeconds,
    cpuSeconds,
    places: index.size,
    cursor: pageFiftyCursor(index),
  };
}

async function fillFrom(uri: string) {
  const store = await openStore(uri);
  const feed = await followStore(index, {
    since: (time) => store.places.changesSince(time),
    databaseTime: () => store.databaseTime(),
  });
  return () => feed.readiness();
}

async function fillAlone(count: number) {
  await index.load(placeBatches(count));
  return () => ({ ready: true, places: index.size, staleMs: 0 });
}

/** Edits, `perSecond` of them one by one, as operators would make them all over the country. */
async function edit({ seconds, perSecond }: { seconds: number; perSecond: number }): Promise<void> {
  const places = index.search(searchRequest({}, null, null, now()), { first: 100, after: null }, now()).hits;
  const copies = places.map(({ place }) => place);
  for (let done = 0; done < seconds * perSecond; done++) {
    const place = copies[done % copies.length]!;
    const changed = { ...place, name: `${place.name.split('・')[0]}・${done}`, revision: ++revision };
    index.apply({ upserts: [changed], removals: [] });
    await wait(1000 / perSecond);
  }
}

/** So many edits in a row that the index is built anew; resolves when that is done. */
async function rebuild(): Promise<number> {
  const began = performance.now();
  while (!index.rebuilding && performance.now() - began < 60_000) await edit({ seconds: 0.1, perSecond: 1000 });
  while (index.rebuilding) await wait(50);
  return performance.now() - began;
}

/** The most CPU that the main thread took between two turns of the event loop, ms: another program's turn is not its time. */
const blocks = { most: 0, timer: setTimeout(() => undefined, 0) };

function watchBlocks(): void {
  clearTimeout(blocks.timer);
  blocks.most = 0;
  let since = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(since);
    blocks.most = Math.max(blocks.most, (user + system) / 1000);
    since = process.threadCpuUsage();
    blocks.timer = setTimeout(turn, 1);
  };
  turn();
}

answerQuestions({
  start,
  edit,
  bytes: (answers: Uint8Array[]) => {
    bytes = answers.map((answer) => Buffer.from(answer));
  },
  index: ({ name, cursor, rounds }: { name: string; cursor: string | null; rounds: number }) => {
    const kind = requestKinds(cursor).find((each) => each.name === name);
    return kind && measureIndex(index, kind, rounds);
  },
  use: () => ({ cpu: process.cpuUsage(), memory: process.memoryUsage(), caches: cacheUse() }),
  watch: () => {
    watchBlocks();
    delay?.disable();
    delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
  },
  watched: () => ({ p99: (delay?.percentile(99) ?? 0) / 1e6, most: (delay?.max ?? 0) / 1e6, cpu: blocks.most }),
  rebuild,
  midnight: () => {
    const [today, day] = [now() + 9 * 3_600_000, 86_400_000];
    clockOffset += day - (today % day) - 500;
  },
  prepare: (days: number) => index.prepare(now() + days * 86_400_000, 'DAY'),
});
