import type { Place } from '../../server/domain/place.ts';
import { randomPlaces } from '../support/random-places.ts';

/** The moment of the data. */
export const NOW = Date.parse('2026-11-24T15:00:00+09:00');

const BATCH = 1000;

/**
 * Seeded places in batches, clustered like the population, in the schedule mix of the published data: at least 20,000
 * distinct schedules, one place in twenty with closed days of its own, one schedule in twenty with facts in its slots.
 */
export async function* placeBatches(count: number): AsyncGenerator<Place[]> {
  const schedules = Math.max(20_000, count / 20);
  let batch: Place[] = [];
  for (const place of randomPlaces({ seed: 1, count, schedules, slotFacts: 0.05, now: NOW })) {
    if (batch.push(place) < BATCH) continue;
    yield batch;
    // Whoever takes the batches may have to answer others meanwhile.
    await new Promise(setImmediate);
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
