import type { Place } from '../domain/place.ts';
import type { Models, PlaceDocument } from './models.ts';
import { toPlace } from './place-document.ts';

export interface StaleQuery {
  areas: string[] | null;
  before: Date;
  first: number;
  /** Id of the last place of the page before. */
  after: string | null;
}

const MOST_PENDING = 1000;

/** Places that were sent for review before a moment and are not decided, at most a batch. */
export async function pendingPlaces(places: Models['places'], before: Date): Promise<Place[]> {
  const found = await places
    .find({ status: 'PENDING', confirmedAt: { $lt: before } })
    .sort({ confirmedAt: 1 })
    .limit(MOST_PENDING)
    .comment('places.pending')
    .lean<PlaceDocument[]>();
  return found.map(toPlace);
}

/** Places of some areas; a service without a door is where it goes first, as the rights say. */
function within(areas: string[]) {
  const codes = new RegExp(areas.length === 0 ? '^$' : `^(${areas.join('|')})`);
  return { $or: [{ municipalityCode: codes }, { municipalityCode: null, 'serviceArea.0': codes }] };
}

/** Places that were never confirmed come first: null is before any date. */
export async function stalePlaces(places: Models['places'], { areas, before, first, after }: StaleQuery) {
  const filter = {
    status: 'PUBLISHED' as const,
    sample: false,
    $and: [
      { $or: [{ confirmedAt: null }, { confirmedAt: { $lt: before } }] },
      ...(areas === null ? [] : [within(areas)]),
    ],
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
