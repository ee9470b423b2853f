import { isRecord } from './keep.ts';

/** A place that somebody saved, with what its line in the list says without a network. */
export interface SavedPlace {
  id: string;
  name: string;
  kinds: string[];
  /** Municipality; empty where it is not known. */
  town: string;
  /** Whether its page may be kept for reading without a network: never of what was opened under a consultation. */
  offline: boolean;
}

/** More than anybody goes to; the oldest gives way. */
export const MOST_SAVED = 200;
const ID = /^[\w-]{1,64}$/;
const LONGEST = 200;

/** The places in what was kept, entries that are none left out; null where it is no list. */
export function parseSaved(value: unknown): SavedPlace[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .map(parsePlace)
    .filter((place) => place !== null)
    .slice(0, MOST_SAVED);
}

function parsePlace(value: unknown): SavedPlace | null {
  if (!isRecord(value)) return null;
  const { id, name, kinds, town, offline } = value;
  if (typeof id !== 'string' || !ID.test(id) || typeof name !== 'string' || name === '') return null;
  return {
    id,
    name: name.slice(0, LONGEST),
    kinds: Array.isArray(kinds) ? kinds.filter((kind) => typeof kind === 'string') : [],
    town: typeof town === 'string' ? town.slice(0, LONGEST) : '',
    offline: offline === true,
  };
}

/** The list with a place in front. */
export function withSaved(saved: SavedPlace[], place: SavedPlace): SavedPlace[] {
  return [place, ...withoutSaved(saved, place.id)].slice(0, MOST_SAVED);
}

/** The list without a place. */
export function withoutSaved(saved: SavedPlace[], id: string): SavedPlace[] {
  return saved.filter((place) => place.id !== id);
}
