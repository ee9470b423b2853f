import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import type { Place } from '../domain/place.ts';
import type { SchoolHolidays } from '../domain/schedule/schedule.ts';

/** A place as it lies in the database: the projection of its newest journal entry. */
export interface PlaceDocument extends Omit<Place, 'id'> {
  _id: string;
  /** GeoJSON beside `location`, for whoever queries the database itself. Absent where no point is public. */
  point?: { type: 'Point'; coordinates: [number, number] };
}

/** One revision of a place. The unique index on (placeId, revision) makes the insert of this entry the commit. */
export interface JournalEntry {
  placeId: string;
  revision: number;
  at: Date;
  /** Pseudonym of an account, or the command that wrote. */
  who: string;
  why: string;
  after: Omit<Place, 'updatedAt'>;
  /** false until `places` shows it; whoever finds it false rolls it forward. */
  projected: boolean;
}

/** School holidays by 全国地方公共団体コード. */
export interface SchoolHolidaysDocument extends SchoolHolidays {
  _id: string;
}

export interface Models {
  schoolHolidays: Model<SchoolHolidaysDocument>;
  places: Model<PlaceDocument>;
  journal: Model<JournalEntry>;
}

const { Mixed } = Schema.Types;

const placeSchema = new Schema<PlaceDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    kinds: { type: [String], required: true },
    municipalityCode: String,
    status: { type: String, required: true },
    sample: { type: Boolean, required: true },
    revision: { type: Number, required: true },
    source: Mixed,
    schedule: Mixed,
    point: Mixed,
    updatedAt: Date,
  },
  { strict: false, minimize: false, versionKey: false, autoIndex: false, autoCreate: false },
);
placeSchema.index({ updatedAt: 1 });
placeSchema.index(
  { 'source.dataset': 1, 'source.key': 1 },
  { unique: true, partialFilterExpression: { 'source.key': { $exists: true } } },
);
placeSchema.index({ point: '2dsphere' });
placeSchema.index({ municipalityCode: 1, status: 1 });
placeSchema.index({ status: 1, confirmedAt: 1 });
placeSchema.index({ sample: 1 }, { partialFilterExpression: { sample: true } });

const journalSchema = new Schema<JournalEntry>(
  {
    placeId: { type: String, required: true },
    revision: { type: Number, required: true },
    at: { type: Date, required: true },
    who: { type: String, required: true },
    why: String,
    after: { type: Mixed, required: true },
    projected: { type: Boolean, required: true },
  },
  { minimize: false, versionKey: false, autoIndex: false, autoCreate: false },
);
journalSchema.index({ placeId: 1, revision: 1 }, { unique: true });
journalSchema.index({ at: 1 }, { partialFilterExpression: { projected: false } });

const schoolHolidaysSchema = new Schema<SchoolHolidaysDocument>(
  {
    _id: { type: String, required: true },
    ranges: { type: Mixed, required: true },
    knownUntil: { type: String, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false },
);

/** The models on one connection; nothing is created before `createIndexes`. */
export function modelsOn(connection: Connection): Models {
  return {
    places: connection.model<PlaceDocument>('Place', placeSchema, 'places'),
    schoolHolidays: connection.model<SchoolHolidaysDocument>('SchoolHolidays', schoolHolidaysSchema, 'schoolHolidays'),
    journal: connection.model<JournalEntry>('JournalEntry', journalSchema, 'journal'),
  };
}

/** Creates what is missing; does nothing to what is there. */
export async function createIndexes(models: Models): Promise<void> {
  for (const model of [models.places, models.journal, models.schoolHolidays]) {
    await model.createCollection();
    await model.createIndexes();
  }
}
