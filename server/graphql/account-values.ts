import type { Place } from '../domain/place.ts';
import type { JournalEntry } from '../store/models.ts';
import type { StoredDraft } from '../store/operators.ts';
import type { StoredReport, StoredReview } from '../store/reviews.ts';
import type { StoredSession } from '../store/sign-ins.ts';

/** Which values stand behind the types of accounts that have no single domain value of their own. */

/** A place that the viewer keeps: `place` null for the draft of a new one, `draft` null where nothing is being written. */
export interface MyPlaceValue {
  id: string;
  place: Place | null;
  draft: StoredDraft | null;
}

export interface PhotoValue {
  id: string;
  alt: string | null;
  width: number;
  height: number;
  waiting: boolean;
}

/** A revision, and the one before it; null where it is the first. */
export interface RevisionValue {
  entry: JournalEntry;
  before: JournalEntry | null;
}

/** A page of a list that the store walks by id. */
export interface ListValue<T> {
  items: T[];
  total: number;
  hasNext: boolean;
  hasPrevious: boolean;
}

export interface DeviceValue {
  session: StoredSession;
  current: boolean;
}

export type MyPlaceList = ListValue<MyPlaceValue>;
export type ReviewList = ListValue<StoredReview>;
export type ReportList = ListValue<StoredReport>;
export type PlaceList = ListValue<Place>;
