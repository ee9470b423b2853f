import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { type ChangeSource, type Feed, followStore } from '../../server/search/feed.ts';
import { createPlaceIndex, type PlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';

/** A database of another machine: its own clock, three minutes ahead, and a switch. */
function aDatabase(initial: Place[] = []) {
  const rows = new Map(initial.map((place) => [place.id, place]));
  const time = () => new Date(Date.now() + 180_000);
  const state = { away: false, asked: [] as (Date | null)[] };
  const source: ChangeSource = {
    async *since(moment) {
      state.asked.push(moment);
      await wait(1);
      if (state.away) throw new Error('connection refused');
      yield [...rows.values()].filter(({ updatedAt }) => moment === null || updatedAt >= moment);
    },
    databaseTime: () => (state.away ? Promise.reject(new Error('connection refused')) : Promise.resolve(time())),
  };
  const write = (place: Place) => rows.set(place.id, { ...place, updatedAt: time() });
  return { source, state, write };
}

let feed: Feed | null = null;
afterEach(() => feed?.stop());

async function follow(index: PlaceIndex, source: ChangeSource, overlapMs = 15_000): Promise<Feed> {
  feed = await followStore(index, source, { pollMs: 5, overlapMs, staleAfterMs: 60 });
  return feed;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn++) await wait(5);
  expect(condition()).toBe(true);
}

test('at its start the index holds what is published, and nothing else', async () => {
  const index = createPlaceIndex([]);
  const { source } = aDatabase([
    aPlace({ id: 'a' }),
    aPlace({ id: 'b', status: 'PENDING' }),
    aPlace({ id: 'c', status: 'ARCHIVED' }),
  ]);
  await follow(index, source);
  expect([index.size, index.place('a')?.id, index.place('b')]).toEqual([1, 'a', null]);
});

test('a write of another server is found, a change replaces it, and a suspension takes it away', async () => {
  const index = createPlaceIndex([]);
  const { source, write } = aDatabase();
  await follow(index, source);
  write(aPlace({ id: 'a', name: 'はじめ' }));
  await until(() => index.place('a')?.name === 'はじめ');
  write(aPlace({ id: 'a', name: 'つぎ', revision: 2 }));
  await until(() => index.place('a')?.name === 'つぎ');
  write(aPlace({ id: 'a', status: 'SUSPENDED', revision: 3 }));
  await until(() => index.place('a') === null);
  expect(index.size).toBe(0);
});

test('a change of status without a new revision (samples that vanish) is seen too', async () => {
  const index = createPlaceIndex([]);
  const { source, write } = aDatabase([aPlace({ id: 'a', sample: true })]);
  await follow(index, source);
  write(aPlace({ id: 'a', sample: true, status: 'ARCHIVED' }));
  await until(() => index.size === 0);
});

test('a write of this server is there at once, and an older state that a poll brings does not undo it', async () => {
  const index = createPlaceIndex([]);
  const { source } = aDatabase([
    aPlace({ id: 'a', name: 'まえ', revision: 4, updatedAt: new Date(Date.now() + 180_000) }),
  ]);
  const { applyNow } = await follow(index, source);
  applyNow(aPlace({ id: 'a', name: 'いま', revision: 5 }));
  expect(index.place('a')?.name).toBe('いま');
  await wait(60);
  expect(index.place('a')?.name).toBe('いま');
  applyNow(aPlace({ id: 'a', status: 'SUSPENDED', revision: 6 }));
  await wait(60);
  expect(index.place('a')).toBeNull();
});

test('while the database is away the index answers and is not ready; then it catches up by itself', async () => {
  const index = createPlaceIndex([]);
  const { source, state, write } = aDatabase([aPlace({ id: 'a' })]);
  const { readiness } = await follow(index, source);
  expect(readiness()).toMatchObject({ ready: true, places: 1 });
  state.away = true;
  await until(() => !readiness().ready);
  expect(readiness().reason).toContain('connection refused');
  expect(index.place('a')?.id).toBe('a');
  write(aPlace({ id: 'b' }));
  state.away = false;
  await until(() => readiness().ready && index.place('b') !== null);
});

test('each poll looks back behind the one before by the overlap, on the clock of the database', async () => {
  const { source, state } = aDatabase();
  await follow(createPlaceIndex([]), source, 15_000);
  await until(() => state.asked.length > 3);
  const [first, ...later] = state.asked;
  expect(first).toBeNull();
  for (const moment of later) {
    const behind = Date.now() + 180_000 - moment!.getTime();
    expect(behind).toBeGreaterThanOrEqual(15_000);
    expect(behind).toBeLessThan(20_000);
  }
});

test('where the first reading fails, following fails', async () => {
  const { source, state } = aDatabase();
  state.away = true;
  await expect(followStore(createPlaceIndex([]), source)).rejects.toThrow('connection refused');
});
