import type { Place } from '../domain/place.ts';
import { maybeSame, NEAR_METERS } from '../domain/similar-place.ts';
import type { People } from './people.ts';

const MOST = 5;

/** Published places that may be the same as this one: near with a similar name, or of the same name in the same municipality. */
export function similarPlaces({ published }: People, place: Place): Place[] {
  const found = new Map<string, Place>();
  const look = (candidates: Iterable<Place>) => {
    for (const candidate of candidates) if (maybeSame(place, candidate)) found.set(candidate.id, candidate);
  };
  if (place.name === '') return [];
  if (place.location && place.location.precision !== 'MUNICIPALITY') look(published.near(place.location, NEAR_METERS));
  if (place.municipalityCode && place.kinds.length > 0)
    look(published.inMunicipality(place.municipalityCode, place.kinds));
  return [...found.values()].slice(0, MOST);
}
