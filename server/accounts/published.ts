import { searchRequest } from '../domain/search-request.ts';
import type { PlaceIndex } from '../search/place-index.ts';
import type { PublishedPlaces } from './people.ts';

const MOST_NEAR = 100;

/** The published places of the index, as the use cases of accounts ask for them. */
export function publishedIn(index: PlaceIndex, now: () => number): PublishedPlaces {
  return {
    place: (id) => index.place(id),
    near({ latitude, longitude }, meters) {
      const request = searchRequest(null, { latitude, longitude, maxDistanceMeters: meters }, null, now());
      return index.search(request, { first: MOST_NEAR, after: null }, now()).hits.map(({ place }) => place);
    },
    inMunicipality: (code, kinds) =>
      index.each(searchRequest({ within: { municipality: code }, kinds }, null, null, now()), now()),
  };
}
