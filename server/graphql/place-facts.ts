import type { Place } from '../domain/place.ts';
import { factsOf, type PlaceFacts } from '../domain/usual.ts';

/** A place of the index never changes: an edit brings another one. */
const known = new WeakMap<Place, PlaceFacts>();

/** As `factsOf`, worked out once for the four fields of a card that ask for it. */
export function keptFactsOf(place: Place): PlaceFacts {
  let facts = known.get(place);
  if (!facts) known.set(place, (facts = factsOf(place)));
  return facts;
}
