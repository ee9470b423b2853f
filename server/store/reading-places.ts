import type { Place } from '../domain/place.ts';
import type { Models, PlaceDocument } from './models.ts';

/** Reading places for the index: many of them, as fast as the database gives them. */

/** From so many on two readers are worth it. */
const MANY = 20_000;

/** Every place: many by two readers at once, each of which keeps a process of the database busy. */
export async function* allPlaces(places: Models['places'], many = MANY): AsyncIterable<Place[]> {
  const count = await places.estimatedDocumentCount();
  const middle = count < many ? null : await idAt(places, count >>> 1);
  const halves = middle ? [{ _id: { $lt: middle } }, { _id: { $gte: middle } }] : [{}];
  yield* asTheyCome(halves.map((half) => inBatches(places, half)));
}

/** The id that so many are before; null where there are fewer. */
async function idAt(places: Models['places'], position: number): Promise<string | null> {
  const found = await places.findOne({}, { _id: 1 }).sort({ _id: 1 }).skip(position).lean();
  return found?._id ?? null;
}

/** Every place that changed at or after a moment. */
export function changedPlaces(places: Models['places'], since: Date): AsyncIterable<Place[]> {
  return asTheyCome([inBatches(places, { updatedAt: { $gte: since } }, { updatedAt: 1 })]);
}

/** Documents as the driver has read them, a batch at once; the rows of imported files stay where they are. */
async function* inBatches(
  { collection }: Models['places'],
  filter: object,
  sort?: Record<string, 1 | -1>,
): AsyncIterable<Place[]> {
  const cursor = collection.find<PlaceDocument>(filter, {
    projection: { point: 0, 'source.row': 0, 'source.imported': 0 },
    ...(sort ? { sort } : {}),
    comment: 'places.changesSince',
    batchSize: 1000,
  });
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments().map(inPlace);
  } finally {
    await cursor.close();
  }
}

/** As `toPlace`, in the object that the driver made: copying 40 fields costs as much as reading them. */
function inPlace(document: PlaceDocument): Place {
  const { _id: id, source } = document;
  return Object.assign(document, { id, ...(source && { source: { ...source, row: {}, imported: null } }) });
}

/**
 * What any of the sources has next. It is asked for before what is there is looked at, so that the database and its reader
 * work at once.
 */
async function* asTheyCome<T>(sources: AsyncIterable<T>[]): AsyncIterable<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const next = (iterator: AsyncIterator<T>) => {
    const asked = iterator.next().then((result) => ({ iterator, result }));
    asked.catch(() => undefined); // It is heard of when it is awaited, or nobody asks any more.
    return asked;
  };
  const waiting = new Map(iterators.map((iterator) => [iterator, next(iterator)]));
  try {
    while (waiting.size > 0) {
      const { iterator, result } = await Promise.race(waiting.values());
      if (result.done) waiting.delete(iterator);
      else {
        waiting.set(iterator, next(iterator));
        yield result.value;
      }
    }
  } finally {
    await Promise.all(iterators.map(async (iterator) => iterator.return?.()));
  }
}
