import { type Connection, createConnection } from 'mongoose';
import { openStore, type Store } from '../../server/store/store.ts';
import { testDatabase } from './database.ts';

export interface TestStore {
  store: Store;
  /** The database itself, to look behind the store or to leave it as a dead process would. */
  raw: Connection;
  close(): Promise<void>;
}

/** A store on a fresh database. Call it in beforeAll, and close() after. */
export async function testStore(): Promise<TestStore> {
  const database = await testDatabase();
  const store = await openStore(database.uri);
  const raw = await createConnection(database.uri).asPromise();
  return {
    store,
    raw,
    async close() {
      await store.close();
      await raw.close();
      await database.drop();
    },
  };
}
