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

export interface StaleQuery {
  areas: string[] | null;
  before: Date;
  first: number;
  /** Id of the last place of the page before. */
  after: string | null;
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
  /** One revision of a place; null where there is none. */
  revision(id: string, revision: number): Promise<JournalEntry | null>;
  /** A place as it is, whatever its status, rolled forward and with the school holidays it depends on; null where there is none. */
  read(id: string): Promise<Place | null>;
  /** Places as `read` gives them, of those ids that there are. */
  readAll(ids: string[]): Promise<Place[]>;
  /** Commits one change; the place as it is then, or null where the writer did not see the newest revision. */
  save(change: PlaceChange): Promise<Place | null>;
  /** Takes private fields out of every revision but the newest: they are replaced by what `erase` makes of them. */
  eraseFromHistory(id: string, erase: (after: JournalEntry['after']) => JournalEntry['after']): Promise<void>;
  /** Published places of some areas (ranges of codes; null: all) that nobody confirmed since a moment, the longest first. */
  stale(query: StaleQuery): Promise<{ items: Place[]; total: number; hasNext: boolean }>;
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
  const rollForward = async (only: { placeId?: string } = {}) => {
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
  const savePlaces: PlaceStore['savePlaces'] = async (changes) => {
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
  const readAll: PlaceStore['readAll'] = async (ids) => {
    const behind = await journal.distinct('placeId', { placeId: { $in: ids }, projected: false });
    for (const placeId of behind) await rollForward({ placeId });
    return readJoined({ places, schoolHolidays }, ids);
  };
  return {
    ...historyOn(journal),
    savePlaces,
    rollForward: () => rollForward(),
    readAll,
    read: async (id) => (await readAll([id]))[0] ?? null,
    async save(change) {
      const { conflicts } = await savePlaces([change]);
      return conflicts.length > 0 ? null : ((await readAll([change.place.id]))[0] ?? null);
    },
    stale: (query) => stalePlaces(places, query),
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

async function readJoined({ places, schoolHolidays }: Pick<Models, 'places' | 'schoolHolidays'>, ids: string[]) {
  const found = await places
    .find({ _id: { $in: ids } })
    .comment('places.readAll')
    .lean<PlaceDocument[]>();
  const joined: Place[] = [];
  for await (const batch of withSchoolHolidays([found.map(toPlace)], schoolHolidays)) joined.push(...batch);
  return joined;
}

/** Places that were never confirmed come first: null is before any date. */
async function stalePlaces(places: Models['places'], { areas, before, first, after }: StaleQuery) {
  const filter = {
    status: 'PUBLISHED' as const,
    sample: false,
    $and: [{ $or: [{ confirmedAt: null }, { confirmedAt: { $lt: before } }] }],
    ...(areas === null ? {} : { municipalityCode: new RegExp(areas.length === 0 ? '^$' : `^(${areas.join('|')})`) }),
  };
  const last = after === null ? null : await places.findById(after, { confirmedAt: 1 }).lean<PlaceDocument>();
  const since = last?.confirmedAt ?? null;
  const beyond = !last
    ? {}
    : {
        $or: [
          { confirmedAt: since, _id: { $gt: last._id } },
          since ? { confirmedAt: { $gt: since } } : { confirmedAt: { $ne: null } },
        ],
      };
  const found = await places
    .find({ ...filter, ...beyond })
    .sort({ confirmedAt: 1, _id: 1 })
    .limit(first + 1)
    .comment('places.stale')
    .lean<PlaceDocument[]>();
  const total = await places.countDocuments(filter);
  return { items: found.slice(0, first).map(toPlace), total, hasNext: found.length > first };
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
