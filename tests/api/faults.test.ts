import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalDatabase } from '../../server/local-database/running.ts';
import { dataFolder, keeperOf, ownEngine, removeFolder } from '../local-database/own-engine.ts';
import { aPlace } from '../support/a-place.ts';
import { answer } from '../support/execute.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let folder: string;
let engine: LocalDatabase;
let one: TestServer;
let other: TestServer;
beforeAll(async () => {
  folder = await dataFolder();
  engine = await ownEngine(folder, { durable: false });
  one = await startTestServer({ databaseUri: engine.uri, places: [aPlace({ id: 'first', name: 'はじめの場所' })] });
  other = await startTestServer({ databaseUri: engine.uri });
});
afterAll(async () => {
  await one.stop();
  await other.stop();
  await engine.stop();
  await removeFolder(folder);
});

const FIND = 'query Find($text: String) { places(first: 5, filter: { text: $text }) { nodes { id } } }';
async function found(server: TestServer, text: string): Promise<string[]> {
  const data = await answer<{ places: { nodes: { id: string }[] } }>(server.url, FIND, { variables: { text } });
  return data.places.nodes.map(({ id }) => id);
}
const readyStatus = async (server: TestServer) => (await fetch(`${server.url}/readyz`)).status;

/** Asks until the answer is the one wanted; returns after how many ms. Fails after `limit`. */
async function after<T>(limit: number, ask: () => Promise<T>, wanted: T): Promise<number> {
  const start = performance.now();
  for (;;) {
    const got = await ask();
    const took = performance.now() - start;
    if (JSON.stringify(got) === JSON.stringify(wanted)) return took;
    if (took > limit) expect(got).toEqual(wanted);
    await wait(50);
  }
}

describe('two servers on one database', () => {
  test('a server that starts later has what was written before', async () => {
    expect(await found(other, 'はじめの場所')).toEqual(['first']);
  });

  test('what is written through one is found on the other within two seconds', async () => {
    const place = aPlace({ id: 'second', name: 'あたらしい居場所' });
    await one.store.places.savePlaces([{ place, expectedRevision: 0, who: 'test', why: 'test' }]);
    expect(await after(2000, () => found(other, 'あたらしい居場所'), ['second'])).toBeLessThan(2000);
    expect(await after(2000, () => found(one, 'あたらしい居場所'), ['second'])).toBeLessThan(2000);
  });
});

describe('a database that does not answer', () => {
  test('searches go on, readiness says so, and what was written elsewhere is caught up when it is back', async () => {
    expect(await readyStatus(one)).toBe(200);
    process.kill(keeperOf(folder), 'SIGSTOP');
    await after(15_000, () => readyStatus(one), 503);
    expect(await found(one, 'はじめの場所')).toEqual(['first']);
    const place = aPlace({ id: 'third', name: 'もどってきた場所' });
    const write = other.store.places.savePlaces([{ place, expectedRevision: 0, who: 'test', why: 'test' }]);
    await wait(1000);
    process.kill(keeperOf(folder), 'SIGCONT');
    expect(await write).toEqual({ saved: 1, conflicts: [] });
    await after(15_000, () => readyStatus(one), 200);
    await after(5000, () => found(one, 'もどってきた場所'), ['third']);
  }, 60_000);

  test('killed outright: searches go on, and the feed catches up by itself', async () => {
    process.kill(keeperOf(folder), 'SIGKILL');
    expect(await found(one, 'はじめの場所')).toEqual(['first']);
    const place = aPlace({ id: 'fourth', name: 'その後の場所' });
    await after(
      30_000,
      () =>
        other.store.places.savePlaces([{ place, expectedRevision: 0, who: 'test', why: 'test' }]).then(
          ({ saved, conflicts }) => saved + conflicts.length,
          () => 0,
        ),
      1,
    );
    await after(15_000, () => found(one, 'その後の場所'), ['fourth']);
    expect(await readyStatus(one)).toBe(200);
  }, 90_000);
});
