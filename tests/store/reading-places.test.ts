import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelsOn } from '../../server/store/models.ts';
import { allPlaces } from '../../server/store/reading-places.ts';
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

async function idsRead(many: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of allPlaces(modelsOn(raw).places, many)) ids.push(...batch.map(({ id }) => id));
  return ids.sort();
}

const ONE_READER = 1_000_000;

test('there is nothing to read in the beginning, by one reader or by two', async () => {
  expect(await idsRead(ONE_READER)).toEqual([]);
  expect(await idsRead(0)).toEqual([]);
});

test('two readers give each place once, as one does', async () => {
  const ids = Array.from({ length: 2501 }, (_, number) => `reading-${String(number).padStart(5, '0')}`);
  await store.places.savePlaces(
    ids.map((id) => ({ place: aPlace({ id }), expectedRevision: 0, who: 'test', why: 'test' })),
  );
  expect(await idsRead(ONE_READER)).toEqual(ids);
  expect(await idsRead(2)).toEqual(ids);
});

test('whoever stops reading early keeps nothing open', async () => {
  for await (const batch of allPlaces(modelsOn(raw).places, 2)) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
});
