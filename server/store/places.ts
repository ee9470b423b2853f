import type { Place } from '../domain/place.ts';
import type { Models, PlaceDocument } from './models.ts';
import { toPlace } from './place-document.ts';
import {
  BATCH,
  ignoringDuplicates,
  type PlaceChange,
  type PlaceWrites,
  placeWritesOn,
  upsert,
} from './place-writes.ts';
import { allPlaces, changedPlaces } from './reading-places.ts';
import { pendingPlaces, type StaleQuery, stalePlaces } from './places-to-look-at.ts';
import { withSchoolHolidays } from './school-holidays.ts';

export type { PlaceChange } from './place-writes.ts';

export interface PlaceStore extends PlaceWrites {
  findByIds(ids: string[]): Promise<Place[]>;
  /** Places of a dataset by the keys of their rows, whatever their status. */
  findBySourceKeys(dataset: string, keys: string[]): Promise<Place[]>;
  /** Every place of a dataset, whatever its status: an import recognises rows whose source counts them anew. */
  findByDataset(dataset: string): Promise<Place[]>;
  /** A place as it is, whatever its status, rolled forward and with the school holidays it depends on; null where there is none. */
  read(id: string): Promise<Place | null>;
  /** Places as `read` gives them, of those ids that there are. */
  readAll(ids: string[]): Promise<Place[]>;
  /** Commits one change; the place as it is then, or null where the writer did not see the newest revision. */
  save(change: PlaceChange): Promise<Place | null>;
  /** Published places of some areas (ranges of codes; null: all) that nobody confirmed since a moment, the longest first. */
  stale(query: StaleQuery): Promise<{ items: Place[]; total: number; hasNext: boolean }>;
  /** Places that were sent for review before a moment and are not decided. */
  pending(before: Date): Promise<Place[]>;
  /** Puts sample places in without journal. */
  insertSamples(places: Place[]): Promise<void>;
  /** Takes every sample place out; running servers see it through the feed. Returns how many. */
  removeSamples(): Promise<number>;
  /** Drops what `removeSamples` left as tombstones. */
  purgeSamples(): Promise<void>;
  isEmpty(): Promise<boolean>;
  hasSamples(): Promise<boolean>;
  /**
   * Every place whose document changed at or after `since` (database clock), oldest change first; all where null. Without
   * what an import remembers of its file (`source.row`, `source.imported`).
   */
  changesSince(since: Date | null): AsyncIterable<Place[]>;
}

/** The store of places on these models. */
export function placesOn({ places, journal, schoolHolidays }: Models): PlaceStore {
  const writes = placeWritesOn({ places, journal });
  const readAll: PlaceStore['readAll'] = async (ids) => {
    const behind = await journal.distinct('placeId', { placeId: { $in: ids }, projected: false });
    for (const placeId of behind) await writes.rollForward({ placeId });
    return readJoined({ places, schoolHolidays }, ids);
  };
  return {
    ...writes,
    ...samplesIn(places),
    readAll,
    read: async (id) => (await readAll([id]))[0] ?? null,
    async save(change) {
      const { conflicts } = await writes.savePlaces([change]);
      return conflicts.length > 0 ? null : ((await readAll([change.place.id]))[0] ?? null);
    },
    stale: (query) => stalePlaces(places, query),
    pending: (before) => pendingPlaces(places, before),
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
    isEmpty: async () => (await places.findOne({}, { _id: 1 }).lean()) === null,
    changesSince: (since) =>
      withSchoolHolidays(since ? changedPlaces(places, since) : allPlaces(places), schoolHolidays),
  };
}

/** Sample places: they have no journal, and vanish at the first real import. */
function samplesIn(places: Models['places']) {
  return {
    async insertSamples(list: Place[]) {
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
    hasSamples: async () => (await places.findOne({ sample: true, status: 'PUBLISHED' }, { _id: 1 }).lean()) !== null,
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
