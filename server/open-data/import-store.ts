import type { Place } from '../domain/place.ts';
import type { PlannedChange } from './plan.ts';

/** What an import needs of the store of places. */
export interface ImportStore {
  findByDataset(dataset: string): Promise<Place[]>;
  /** Writes each change whose `expectedRevision` is the newest; the ids of the others are in `conflicts`. */
  savePlaces(
    changes: (PlannedChange & { who: string; why: string })[],
  ): Promise<{ saved: number; conflicts: string[] }>;
  /** Takes the made-up places out; returns how many there were. */
  removeSamples(): Promise<number>;
}

/** A store over another that keeps what is written to itself: a dry run sees what the files before would have made. */
export function dryStore(store: Pick<ImportStore, 'findByDataset'>): ImportStore {
  const written = new Map<string, Place>();
  return {
    async findByDataset(dataset) {
      const kept = await store.findByDataset(dataset);
      const mine = [...written.values()].filter((place) => place.source?.dataset === dataset);
      return [...kept.filter((place) => !written.has(place.id)), ...mine];
    },
    savePlaces(changes) {
      for (const { place, expectedRevision } of changes)
        written.set(place.id, { ...place, revision: expectedRevision + 1 });
      return Promise.resolve({ saved: changes.length, conflicts: [] });
    },
    removeSamples: () => Promise.resolve(0),
  };
}
