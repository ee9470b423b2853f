import type { Bounds } from './geo.ts';

export type HoursFilter = 'KNOWN' | 'INCLUDE_MAYBE' | 'ONLY_MAYBE';
export type BookingFilter = 'NONE' | 'NOT_REQUIRED' | 'REQUIRED';

/** Six-digit codes; a prefecture is given by its two digits. */
export type Area = { bounds: Bounds } | { municipality: string } | { prefecture: string };

export interface Near {
  latitude: number;
  longitude: number;
  /** null: no limit. With a limit, places without a point of their own do not match: nothing says that they are near. */
  maxDistanceMeters: number | null;
}
