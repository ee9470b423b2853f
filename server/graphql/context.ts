import type { Voice } from '../domain/voice.ts';
import type { PlaceIndex } from '../search/place-index.ts';

/** What every resolver may use. A plain object, made anew for each request. */
export interface Context {
  index: PlaceIndex;
  /** The moment of the request, ms since the epoch: every answer of one request is about the same now. */
  now: number;
  voice: Voice;
  /** What links begin with. */
  publicUrl: string;
}
