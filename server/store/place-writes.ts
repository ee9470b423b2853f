import { setTimeout as wait } from 'node:timers/promises';
import type { AnyBulkWriteOperation } from 'mongoose';
import mongoose from 'mongoose';
import type { Place } from '../domain/place.ts';
import type { JournalEntry, Models, PlaceDocument } from './models.ts';
import { toDocument } from './place-document.ts';

/** A write that somebody wants: the whole place as it is to be. */
export interface PlaceChange {
  place: Place;
  /** The revision that the writer saw; 0 for a new place. */
  expectedRevision: number;
  who: string;
  why: string;
}

export interface PlaceWrites {
  /**
   * Commits each change by its journal entry, then shows it in `places`. A change whose `expectedRevision` is no longer
   * the newest is not written and its id is in `conflicts`; the others are. The revision written is `expectedRevision` + 1.
   */
  savePlaces(changes: PlaceChange[]): Promise<{ saved: number; conflicts: string[] }>;
  /** Shows committed entries that a dead process left out of `places`, of one place or of all; idempotent, on any instance. Returns how many. */
  rollForward(only?: { placeId?: string }): Promise<number>;
  /** Revisions of a place, newest first. */
  history(id: string, limit: number): Promise<JournalEntry[]>;
  /** One revision of a place; null where there is none. */
  revision(id: string, revision: number): Promise<JournalEntry | null>;
  /** Takes private fields out of every revision but the newest: they are replaced by what `erase` makes of them. */
  eraseFromHistory(id: string, erase: (after: JournalEntry['after']) => JournalEntry['after']): Promise<void>;
}

export const BATCH = 500;
const [DUPLICATE_KEY, WRITE_CONFLICT] = [11_000, 112];
const LONGEST_WAIT_MS = 100;

/** The journal on these models, which commits every write, and its projection into `places`. */
export function placeWritesOn({ places, journal }: Pick<Models, 'places' | 'journal'>): PlaceWrites {
  const project = async (entries: Entry[]) => {
    if (entries.length === 0) return;
    const operations = entries.map(({ after, revision }) => upsert(after, revision));
    await again(() => ignoringDuplicates(places.bulkWrite(operations, { ordered: false })));
    const ids = entries.map(({ _id }) => _id);
    await again(() => journal.updateMany({ _id: { $in: ids } }, { $set: { projected: true } }));
  };
  const rollForward: PlaceWrites['rollForward'] = async (only = {}) => {
    let total = 0;
    for (;;) {
      const left = await journal
        .find({ ...only, projected: false })
        .sort({ at: 1 })
        .limit(BATCH)
        .comment('journal.rollForward')
        .lean<Entry[]>();
      if (left.length === 0) return total;
      await project(left);
      total += left.length;
    }
  };
  const savePlaces: PlaceWrites['savePlaces'] = async (changes) => {
    const conflicts: string[] = [];
    for (let start = 0; start < changes.length; start += BATCH) {
      const entries = changes.slice(start, start + BATCH).map(entryOf);
      const lost = await commit(journal, entries);
      conflicts.push(...lost);
      await project(entries.filter(({ placeId }) => !lost.has(placeId)));
    }
    // Whoever loses meets the winner's entry: perhaps of a process that died before it showed it.
    for (const placeId of conflicts) await rollForward({ placeId });
    return { saved: changes.length - conflicts.length, conflicts };
  };
  return { savePlaces, rollForward, ...historyOn(journal) };
}

/** What only reads or mends the journal. */
function historyOn(journal: Models['journal']) {
  return {
    history: (id: string, limit: number) =>
      journal
        .find({ placeId: id })
        .sort({ revision: -1 })
        .limit(limit)
        .comment('journal.history')
        .lean<JournalEntry[]>(),
    revision: (id: string, revision: number) =>
      journal.findOne({ placeId: id, revision }).comment('journal.revision').lean<JournalEntry>(),
    async eraseFromHistory(id: string, erase: (after: JournalEntry['after']) => JournalEntry['after']) {
      const entries = await journal.find({ placeId: id }).sort({ revision: -1 }).lean<Entry[]>();
      for (const { _id, after } of entries.slice(1))
        await journal.updateOne({ _id }, { $set: { after: erase(after) } });
    },
  };
}

/**
 * Work that may be done twice, once more where two writers waited for each other and the database let this one go
 * (WriteConflict); after five times it throws what the database said.
 */
async function again<T>(work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0 || (error as { code?: unknown }).code !== WRITE_CONFLICT) throw error;
    await wait(Math.random() * LONGEST_WAIT_MS);
    return again(work, left - 1);
  }
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
export function upsert(place: Omit<Place, 'updatedAt'>, revision: number): AnyBulkWriteOperation<PlaceDocument> {
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

/**
 * Indexes of the operations that failed as duplicates; throws any other failure. The driver wraps a connection that broke,
 * or a database that is starting, in a MongoBulkWriteError too, one without `writeErrors`: perhaps nothing was written.
 */
function duplicates(error: unknown): number[] {
  const failures: { code: number; index: number }[] =
    error instanceof mongoose.mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
  if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return failures.map(({ index }) => index);
}

export async function ignoringDuplicates(write: Promise<unknown>): Promise<void> {
  await write.catch(duplicates);
}
