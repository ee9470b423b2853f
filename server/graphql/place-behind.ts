import type { Asking } from '../accounts/people.ts';
import { emptyPlace } from '../domain/empty-place.ts';
import type { Place } from '../domain/place.ts';

/** A review or a report, as the store gives it. */
interface About {
  placeId: string;
}

/** Places that were read already, by the very object that asks for them: it lives as long as its request. */
const read = new WeakMap<About, Promise<Place>>();

/** The place that a review or a report is about, as it is kept; read once. A place is never deleted, so there is one. */
export function placeBehind({ people, now }: Asking, about: About): Promise<Place> {
  const { placeId } = about;
  const place = read.get(about) ?? people.store.places.read(placeId).then((found) => found ?? emptyPlace(placeId, now));
  read.set(about, place);
  return place;
}

/** Reads the places of a page at once, for `placeBehind`. */
export async function readBehind({ people }: Asking, page: readonly About[]): Promise<void> {
  const ids = [...new Set(page.map(({ placeId }) => placeId))];
  const places = new Map((await people.store.places.readAll(ids)).map((place) => [place.id, place]));
  for (const about of page) {
    const place = places.get(about.placeId);
    if (place) read.set(about, Promise.resolve(place));
  }
}
