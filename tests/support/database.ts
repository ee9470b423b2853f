import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { inject } from 'vitest';

export interface TestDatabase {
  /** Names a database of its own, empty at first. */
  uri: string;
  /** Removes the database. */
  drop(): Promise<void>;
}

/** A fresh database in the one engine of this run. Call it in beforeAll or beforeEach, and drop() after. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const answer = await fetch(inject('databaseDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const url = new URL(text);
  url.pathname = `/test_${randomBytes(6).toString('hex')}`;
  const uri = url.href;
  return {
    uri,
    drop: async () => {
      const connection = await createConnection(uri).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
