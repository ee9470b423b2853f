import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../server/store/store.ts';
import { aPlace } from '../support/a-place.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let wire: Wire;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  wire = await wireTo(new URL(database.uri));
  store = await openStore(wire.uri);
});
afterAll(async () => {
  await store.close();
  await wire.close();
  await database.drop();
});

interface Wire {
  /** The database behind it. */
  uri: string;
  /** Breaks the connection on which the next command of this name comes; the database never sees that command. */
  breakAtNext(command: string): void;
  close(): Promise<void>;
}

async function wireTo(target: URL): Promise<Wire> {
  const sockets = new Set<Socket>();
  let waitedFor: string | null = null;
  const server: Server = createServer((client) => {
    const engine = connect(Number(target.port), target.hostname);
    for (const socket of [client, engine]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        engine.destroy();
      });
    }
    engine.pipe(client);
    client.on('data', (chunk) => {
      // A command's name is the first key of its BSON document; its value, the collection, is a string (type 2).
      if (waitedFor !== null && chunk.includes(`\u0002${waitedFor}\0`)) {
        waitedFor = null;
        client.destroy();
      } else engine.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const uri = new URL(target);
  uri.port = String((server.address() as AddressInfo).port);
  return {
    uri: uri.href,
    breakAtNext(command) {
      waitedFor = command;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const save = (id: string) =>
  store.places.savePlaces([{ place: aPlace({ id }), expectedRevision: 0, who: 'test', why: 'test' }]);
const shown = async (id: string) => (await store.places.findByIds([id])).length;

test('a change whose connection breaks before it is in the journal is not said to be saved, and can be sent again', async () => {
  wire.breakAtNext('insert');
  await expect(save('unwritten')).rejects.toThrow(/clos/i);
  expect(await store.places.history('unwritten', 9)).toEqual([]);
  expect(await shown('unwritten')).toBe(0);
  expect(await save('unwritten')).toEqual({ saved: 1, conflicts: [] });
});

test('a change that is in the journal when the connection breaks is shown by whoever rolls forward', async () => {
  wire.breakAtNext('update');
  await expect(save('unshown')).rejects.toThrow(/clos/i);
  expect(await shown('unshown')).toBe(0);
  expect(await store.places.rollForward()).toBe(1);
  expect(await shown('unshown')).toBe(1);
});
