import type { Place } from '../domain/place.ts';
import type { Land } from '../domain/read-place-input.ts';
import type { Geocoder } from '../gazetteer/geocoder.ts';
import type { Voice } from '../domain/voice.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { Mailer } from './mail.ts';

/** What is published, as far as the use cases of accounts need it. */
export interface PublishedPlaces {
  place(id: string): Place | null;
  /** Places within so many metres of a point. */
  near(point: { latitude: number; longitude: number }, meters: number): Iterable<Place>;
  /** Places of a municipality that have one of these kinds. */
  inMunicipality(code: string, kinds: string[]): Iterable<Place>;
}

/** What the use cases of accounts are made of. */
export interface People {
  store: Store;
  published: PublishedPlaces;
  /** Makes a write of this server seen at once. */
  publish(place: Place): void;
  mailer: Mailer;
  land: Land;
  /** Where an address is that the gazetteer does not know; null: nobody to ask. */
  geocode: Geocoder | null;
  /** What links begin with; never the Host of a request. */
  publicUrl: string;
}

/** Who is signed in. */
export interface Viewer {
  account: StoredAccount;
  /** Hash of the session's cookie. */
  session: string;
  /** Ids of the places that the account operates. */
  places: ReadonlySet<string>;
}

/** The browser behind a request. */
export interface Visit {
  cookie(name: CookieName): string | null;
  /** `seconds`: how long the browser keeps it; 0 takes it away. */
  setCookie(name: CookieName, value: string, seconds: number): void;
  /** Address of the client, for limits alone; never kept. */
  client: string;
  userAgent: string;
}

export type CookieName = 'session' | 'sign-in';

/** One request to a use case. */
export interface Asking {
  people: People;
  viewer: Viewer | null;
  visit: Visit;
  voice: Voice;
  /** ms since the epoch. */
  now: number;
}
