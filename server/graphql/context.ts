import type { Asking, People, Viewer, Visit } from '../accounts/people.ts';
import { refuse } from '../domain/user-error.ts';
import type { Voice } from '../domain/voice.ts';
import type { MunicipalHelpLine } from '../help-lines/municipal.ts';
import type { PlaceIndex } from '../search/place-index.ts';

/** What every resolver may use. A plain object, made anew for each request. */
export interface Context {
  index: PlaceIndex;
  /** The moment of the request, ms since the epoch: every answer of one request is about the same now. */
  now: number;
  voice: Voice;
  /** What links begin with. */
  publicUrl: string;
  /** Help lines of municipalities. */
  helpLines: readonly MunicipalHelpLine[];
  /** The use cases of accounts; null where there are none (an index alone). */
  people: People | null;
  /** Who is signed in; null for a visitor, and for whatever another origin sends. Signing in and out changes it. */
  viewer: Viewer | null;
  visit: Visit | null;
  /** Sent by a page of the product itself, or by no page at all. */
  sameOrigin: boolean;
}

/** A context of a visitor with an index alone. */
export const VISITOR = { helpLines: [], people: null, viewer: null, visit: null, sameOrigin: true } as const;

/** The request, as the use cases of accounts take it. @throws Refused where there are no accounts here */
export function askingOf({ people, viewer, visit, voice, now }: Context): Asking {
  if (people === null || visit === null) return refuse('FORBIDDEN', []);
  return { people, viewer, visit, voice, now };
}
