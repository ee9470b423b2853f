import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { aPlace } from '../support/a-place.ts';
import { testStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
let store: TestStore['store'];
let raw: TestStore['raw'];
beforeAll(async () => {
  opened = await testStore();
  ({ store, raw } = opened);
});
afterAll(() => opened.close());

let id = 0;
let fresh: Place;
beforeEach(() => {
  fresh = aPlace({ id: `store${++id}` });
});

const save = (place: Place, expectedRevision: number) =>
  store.places.savePlaces([{ place, expectedRevision, who: 'test', why: 'test' }]);
const read = async (placeId: string) => (await store.places.findByIds([placeId]))[0];
async function changedSince(since: Date): Promise<Place[]> {
  const found: Place[] = [];
  for await (const batch of store.places.changesSince(since)) found.push(...batch);
  return found;
}

describe('writing a place', () => {
  test('a new place is revision 1 and comes back as it was', async () => {
    expect(await save(fresh, 0)).toEqual({ saved: 1, conflicts: [] });
    const { updatedAt: _, ...kept } = (await read(fresh.id)) ?? fresh;
    const { updatedAt: __, ...given } = fresh;
    expect(kept).toEqual({ ...given, revision: 1 });
  });

  test('of two writers who saw the same revision, the second is told and nothing is overwritten', async () => {
    await save(fresh, 0);
    expect(await save({ ...fresh, name: '先の人' }, 1)).toEqual({ saved: 1, conflicts: [] });
    expect(await save({ ...fresh, name: '後の人' }, 1)).toEqual({ saved: 0, conflicts: [fresh.id] });
    expect(await read(fresh.id)).toMatchObject({ name: '先の人', revision: 2 });
  });

  test('ten writers at once: one wins, nine are told', async () => {
    await save(fresh, 0);
    const results = await Promise.all(Array.from({ length: 10 }, (_, n) => save({ ...fresh, name: `人${n}` }, 1)));
    expect(results.filter(({ saved }) => saved === 1)).toHaveLength(1);
    expect(results.filter(({ conflicts }) => conflicts.includes(fresh.id))).toHaveLength(9);
  });

  test('every revision stays in the journal with who and why', async () => {
    await save(fresh, 0);
    await store.places.savePlaces([
      { place: { ...fresh, name: '新しい名前' }, expectedRevision: 1, who: 'mina', why: '改名' },
    ]);
    const history = await store.places.history(fresh.id, 10);
    expect(history.map(({ revision, who, why, after }) => [revision, who, why, after.name])).toEqual([
      [2, 'mina', '改名', '新しい名前'],
      [1, 'test', 'test', fresh.name],
    ]);
  });

  test('an entry whose writer died before the place showed it is rolled forward, once', async () => {
    await save(fresh, 0);
    await store.places.savePlaces([{ place: { ...fresh, name: '途中' }, expectedRevision: 1, who: 'x', why: 'x' }]);
    await raw.collection('places').updateOne({ _id: fresh.id as never }, { $set: { name: fresh.name, revision: 1 } });
    await raw.collection('journal').updateOne({ placeId: fresh.id, revision: 2 }, { $set: { projected: false } });
    expect(await store.places.rollForward()).toBe(1);
    expect(await read(fresh.id)).toMatchObject({ name: '途中', revision: 2 });
    expect(await store.places.rollForward()).toBe(0);
  });

  test('several who roll the same entries forward at once wait for each other, and none fails', async () => {
    const places = Array.from({ length: 60 }, (_, n) => aPlace({ id: `many${id}-${n}` }));
    await store.places.savePlaces(places.map((place) => ({ place, expectedRevision: 0, who: 'test', why: 'test' })));
    const placeIds = places.map(({ id: placeId }) => placeId);
    for (let round = 0; round < 5; round++) {
      await raw.collection('journal').updateMany({ placeId: { $in: placeIds } }, { $set: { projected: false } });
      await Promise.all(Array.from({ length: 12 }, () => store.places.rollForward()));
    }
    expect(await raw.collection('journal').countDocuments({ projected: false })).toBe(0);
  });

  test('an old entry never overwrites what is newer', async () => {
    await save(fresh, 0);
    await save({ ...fresh, name: '新' }, 1);
    await raw.collection('journal').updateOne({ placeId: fresh.id, revision: 1 }, { $set: { projected: false } });
    await store.places.rollForward();
    expect(await read(fresh.id)).toMatchObject({ name: '新', revision: 2 });
  });

  test('a place that hides its address has no point in the database any more', async () => {
    await save(fresh, 0);
    await save({ ...fresh, addressHidden: true }, 1);
    const document = await raw.collection('places').findOne({ _id: fresh.id as never });
    expect(document).not.toHaveProperty('point');
  });
});

describe('changes', () => {
  test('a write is met by whoever reads since before it, and not since after it', async () => {
    const before = await store.databaseTime();
    await save(fresh, 0);
    const after = new Date((await store.databaseTime()).getTime() + 1000);
    expect((await changedSince(before)).map((place) => place.id)).toContain(fresh.id);
    expect(await changedSince(after)).toEqual([]);
  });
});

describe('samples', () => {
  test('vanish as tombstones that the feed meets, and are then dropped', async () => {
    await store.places.insertSamples([{ ...fresh, sample: true }]);
    expect(await store.places.hasSamples()).toBe(true);
    const before = await store.databaseTime();
    expect(await store.places.removeSamples()).toBe(1);
    expect(await changedSince(before)).toMatchObject([{ id: fresh.id, status: 'ARCHIVED' }]);
    await store.places.purgeSamples();
    expect(await read(fresh.id)).toBeUndefined();
  });
});

describe('blobs', () => {
  test('the newest bytes of a name replace the older ones', async () => {
    expect(await store.blobs.read('notes')).toBeNull();
    await store.blobs.save('notes', new Uint8Array([1, 2, 3]));
    await store.blobs.save('notes', new Uint8Array(600_000).fill(7));
    expect(await store.blobs.read('notes')).toEqual(Buffer.alloc(600_000, 7));
  });
});
