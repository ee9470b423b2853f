import type { AnyBulkWriteOperation } from 'mongoose';
import mongoose from 'mongoose';
import type { Place } from '../domain/place.ts';
import type { JournalEntry, Models, PlaceDocument } from './models.ts';
import { toDocument, toPlace } from './place-document.ts';
import { withSchoolHolidays } from './school-holidays.ts';

/** A write that somebody wants: the whole place as it is to be. */
export interface PlaceChange {
  place: Place;
  /** The revision that the writer saw; 0 for a new place. */
  expectedRevision: number;
  who: string;
  why: string;
}

export interface PlaceStore {
  findByIds(ids: string[]): Promise<Place[]>;
  /** Places of a dataset by the keys of their rows, whatever their status. */
  findBySourceKeys(dataset: string, keys: string[]): Promise<Place[]>;
  /** Every place of a dataset, whatever its status: an import recognises rows whose source counts them anew. */
  findByDataset(dataset: string): Promise<Place[]>;
  /**
   * Commits each change by its journal entry, then shows it in `places`. A change whose `expectedRevision` is no longer
   * the newest is not written and its id is in `conflicts`; the others are. The revision written is `expectedRevision` + 1.
   */
  savePlaces(changes: PlaceChange[]): Promise<{ saved: number; conflicts: string[] }>;
  /** Shows committed entries that a dead process left out of `places`; idempotent, on any instance. Returns how many. */
  rollForward(): Promise<number>;
  /** Revisions of a place, newest first. */
  history(id: string, limit: number): Promise<JournalEntry[]>;
  /** Puts sample places in without journal. */
  insertSamples(places: Place[]): Promise<void>;
  /** Takes every sample place out; running servers see it through the feed. Returns how many. */
  removeSamples(): Promise<number>;
  /** Drops what `removeSamples` left as tombstones. */
  purgeSamples(): Promise<void>;
  isEmpty(): Promise<boolean>;
  hasSamples(): Promise<boolean>;
  /** Every place whose document changed at or after `since` (database clock), oldest change first; all where null. */
  changesSince(since: Date | null): AsyncIterable<Place[]>;
}

const BATCH = 500;
const DUPLICATE_KEY = 11_000;

/** The store of places on these models. */
export function placesOn({ places, journal, schoolHolidays }: Models): PlaceStore {
  const project = async (entries: Entry[]) => {
    if (entries.length === 0) return;
    const operations = entries.map(({ after, revision }) => upsert(after, revision));
    await ignoringDuplicates(places.bulkWrite(operations, { ordered: false }));
    await journal.updateMany({ _id: { $in: entries.map(({ _id }) => _id) } }, { $set: { projected: true } });
  };
  return {
    async findByIds(ids) {
      const found = await places
        .find({ _id: { $in: ids } })
        .comment('places.findByIds')
        .lean<PlaceDocument[]>();
      return found.map(toPlace);
    },
    async findBySourceKeys(dataset, keys) {
      const found = await places
        .find({ 'source.dataset': dataset, 'source.key': { $in: keys } })
        .comment('places.findBySourceKeys')
        .lean<PlaceDocument[]>();
      return found.map(toPlace);
    },
    async findByDataset(dataset) {
      const found = await places
        .find({ 'source.dataset': dataset })
        .comment('places.findByDataset')
        .lean<PlaceDocument[]>();
      return found.map(toPlace);
    },
    async savePlaces(changes) {
      const conflicts: string[] = [];
      for (let start = 0; start < changes.length; start += BATCH) {
        const entries = changes.slice(start, start + BATCH).map(entryOf);
        const lost = await commit(journal, entries);
        conflicts.push(...lost);
        await project(entries.filter(({ placeId }) => !lost.has(placeId)));
      }
      return { saved: changes.length - conflicts.length, conflicts };
    },
    async rollForward() {
      let total = 0;
      for (;;) {
        const left = await journal
          .find({ projected: false })
          .sort({ at: 1 })
          .limit(BATCH)
          .comment('journal.rollForward')
          .lean<Entry[]>();
        if (left.length === 0) return total;
        await project(left);
        total += left.length;
      }
    },
    history: (id, limit) =>
      journal
        .find({ placeId: id })
        .sort({ revision: -1 })
        .limit(limit)
        .comment('journal.history')
        .lean<JournalEntry[]>(),
    async insertSamples(list) {
      for (let start = 0; start < list.length; start += BATCH) {
        const operations = list.slice(start, start + BATCH).map((place) => upsert(place, place.revision));
        await ignoringDuplicates(places.bulkWrite(operations, { ordered: false }));
      }
    },
    async removeSamples() {
      const result = await places.updateMany(
        { sample: true, status: { $ne: 'ARCHIVED' } },
        { $set: { status: 'ARCHIVED' }, $currentDate: { updatedAt: true } },
      );
      return result.modifiedCount;
    },
    async purgeSamples() {
      await places.deleteMany({ sample: true, status: 'ARCHIVED' });
    },
    isEmpty: async () => (await places.findOne({}, { _id: 1 }).lean()) === null,
    hasSamples: async () => (await places.findOne({ sample: true, status: 'PUBLISHED' }, { _id: 1 }).lean()) !== null,
    changesSince: (since) => withSchoolHolidays(inBatches(places, since), schoolHolidays),
  };
}

type Entry = JournalEntry & { _id: mongoose.Types.ObjectId };

function entryOf({ place, expectedRevision, who, why }: PlaceChange): Entry {
  const { updatedAt: _, ...kept } = place;
  const revision = expectedRevision + 1;
  const after = { ...kept, revision };
  return {
    _id: new mongoose.Types.ObjectId(),
    placeId: place.id,
    revision,
    at: new Date(),
    who,
    why,
    after,
    projected: false,
  };
}

/** Inserts the entries; returns the ids of those that lost against another writer. */
async function commit(journal: Models['journal'], entries: Entry[]): Promise<Set<string>> {
  try {
    await journal.collection.insertMany(entries, { ordered: false });
    return new Set();
  } catch (error) {
    const failed = duplicates(error);
    return new Set(failed.map((index) => entries[index]?.placeId ?? ''));
  }
}

/** Writes the document unless it already shows this or a later revision (then the upsert meets its _id: a duplicate, ignored). */
function upsert(place: Omit<Place, 'updatedAt'>, revision: number): AnyBulkWriteOperation<PlaceDocument> {
  const { _id, ...document } = toDocument(place);
  const gone = document.point ? {} : { $unset: { point: 1 as const } };
  return {
    updateOne: {
      filter: { _id, revision: { $lt: revision } },
      update: { $set: document, ...gone, $currentDate: { updatedAt: true } },
      upsert: true,
    },
  };
}

/** Indexes of the operations that failed as duplicates; throws any other failure. */
function duplicates(error: unknown): number[] {
  if (error instanceof mongoose.mongo.MongoBulkWriteError) {
    const failures = [error.writeErrors].flat() as { code: number; index: number }[];
    if (failures.every((failure) => failure.code === DUPLICATE_KEY)) return failures.map((failure) => failure.index);
  }
  throw error;
}

async function ignoringDuplicates(write: Promise<unknown>): Promise<void> {
  await write.catch(duplicates);
}

async function* inBatches(places: Models['places'], since: Date | null): AsyncIterable<Place[]> {
  const cursor = places
    .find(since ? { updatedAt: { $gte: since } } : {})
    .sort(since ? { updatedAt: 1 } : {})
    .comment('places.changesSince')
    .lean<PlaceDocument>()
    .cursor({ batchSize: 1000 });
  let batch: Place[] = [];
  for await (const document of cursor) {
    batch.push(toPlace(document));
    if (batch.length === 1000) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
