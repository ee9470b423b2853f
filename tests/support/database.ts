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

/**
 * Leaves in a database what has expired by the real clock: a test's clock stands still in the past, and the engine would take
 * its sign-ins away at some moment of the test. The product looks at `expiresAt` itself.
 */
export const keepExpired = async (uri: string): Promise<void> => {
  const connection = await createConnection(uri).asPromise();
  for (const { name } of await connection.listCollections()) {
    const collection = connection.collection(name);
    for (const index of await collection.indexes())
      if (index.expireAfterSeconds !== undefined) await collection.dropIndex(index.name ?? '');
  }
  await connection.close();
};
