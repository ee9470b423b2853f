import mongoose from 'mongoose';
import { type BlobStore, blobsOn } from './blobs.ts';
import { createIndexes, modelsOn } from './models.ts';
import { type PlaceStore, placesOn } from './places.ts';
import { type SchoolHolidaysStore, schoolHolidaysOn } from './school-holidays.ts';

/** Everything that is kept. The only way from the product to the database. */
export interface Store {
  places: PlaceStore;
  blobs: BlobStore;
  schoolHolidays: SchoolHolidaysStore;
  /** The database's own clock; what `updatedAt` is set by. Throws where it does not answer. */
  databaseTime(): Promise<Date>;
  close(): Promise<void>;
}

/** How long a write waits for the database before it fails, in ms; the feed's overlap is longer than this. */
export const WRITE_TIMEOUT_MS = 10_000;

/** Connects, creates missing collections and indexes, and rolls forward what a dead process left half done. Throws where the database cannot be reached within 15 s. */
export async function openStore(uri: string): Promise<Store> {
  const connection = await mongoose
    .createConnection(uri, {
      serverSelectionTimeoutMS: 15_000,
      socketTimeoutMS: 60_000,
      maxPoolSize: 10,
      ignoreUndefined: true,
      autoIndex: false,
      ...(namesDatabase(uri) ? {} : { dbName: 'ibasho' }),
      appName: 'ibasho',
    })
    .asPromise();
  const models = modelsOn(connection);
  await createIndexes(models);
  const places = placesOn(models);
  await places.rollForward();
  return {
    places,
    blobs: blobsOn(connection),
    schoolHolidays: schoolHolidaysOn(models),
    async databaseTime() {
      const hello = await connection.db?.command({ hello: 1 });
      return hello?.localTime instanceof Date ? hello.localTime : new Date();
    },
    close: () => connection.close(),
  };
}

/** Whether a connection string names a database: mongodb://host/NAME?options. */
const namesDatabase = (uri: string) => /^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(uri);
