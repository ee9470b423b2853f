import type { Place } from '../domain/place.ts';
import type { Doubt } from './cells.ts';

/** What a row of a file says of a place; everything else of a place (status, links, journal) is not the file's to say. */
export type PlaceFacts = Pick<Place, FactName>;

export const FACT_NAMES = [
  'name',
  'kana',
  'kinds',
  'activities',
  'features',
  'description',
  'ages',
  'agesText',
  'conditions',
  'childAlone',
  'access',
  'fee',
  'booking',
  'eligibility',
  'capacity',
  'contact',
  'operator',
  'address',
  'addressHidden',
  'municipalityCode',
  'location',
  'schoolDistricts',
  'schedule',
] as const satisfies readonly (keyof Place)[];

export type FactName = (typeof FACT_NAMES)[number];

/** A row read. */
export interface RowReading {
  facts: PlaceFacts;
  doubts: Doubt[];
  /** The source's own id of the row; null where the cell is blank. */
  id: string | null;
}
