import mongoose from 'mongoose';
import { accountCollectionsOn, createAccountIndexes } from './account-models.ts';
import { type AccountStore, accountsIn } from './accounts.ts';
import { type BlobStore, blobsOn } from './blobs.ts';
import { createLimitIndexes, type LimitStore, limitsOn } from './limits.ts';
import { createIndexes, modelsOn } from './models.ts';
import { type OnceStore, onceIn } from './once.ts';
import { type OperatorStore, operatorsIn } from './operators.ts';
import { type PhotoStore, photosIn } from './photos.ts';
import { type PlaceStore, placesOn } from './places.ts';
import { type ReviewStore, reviewsIn } from './reviews.ts';
import { type SchoolHolidaysStore, schoolHolidaysOn } from './school-holidays.ts';
import { type SignInStore, signInsIn } from './sign-ins.ts';

/** Everything that is kept. The only way from the product to the database. */
export interface Store {
  places: PlaceStore;
  blobs: BlobStore;
  schoolHolidays: SchoolHolidaysStore;
  accounts: AccountStore;
  signIns: SignInStore;
  operators: OperatorStore;
  reviews: ReviewStore;
  photos: PhotoStore;
  once: OnceStore;
  limits: LimitStore;
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
  const people = accountCollectionsOn(connection);
  await createIndexes(models);
  await createAccountIndexes(people);
  await createLimitIndexes(connection);
  const places = placesOn(models);
  await places.rollForward();
  return {
    places,
    blobs: blobsOn(connection),
    schoolHolidays: schoolHolidaysOn(models),
    accounts: accountsIn(people),
    signIns: signInsIn(people),
    operators: operatorsIn(people),
    reviews: reviewsIn(people),
    photos: photosIn(people),
    once: onceIn(people),
    limits: limitsOn(connection),
    async databaseTime() {
      const hello = await connection.db?.command({ hello: 1 });
      return hello?.localTime instanceof Date ? hello.localTime : new Date();
    },
    close: () => connection.close(),
  };
}

/** Whether a connection string names a database: mongodb://host/NAME?options. */
const namesDatabase = (uri: string) => /^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(uri);
