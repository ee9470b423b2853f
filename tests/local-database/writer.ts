/** Stands for the product in the tests of crashes: starts the engine, writes without end, and says what was acknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mongoose';
import { ownEngine } from './own-engine.ts';

const [, , dataDir = '', first = '0'] = process.argv;
const database = await ownEngine(dataDir, { log: (line) => process.stderr.write(`${line}\n`) });
const connection = await createConnection(database.uri, {
  dbName: 'crash',
  serverSelectionTimeoutMS: 30_000,
}).asPromise();
let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
  void connection.close().then(() => database.stop());
});
for (let number = Number(first); !stopping; number += 1) {
  try {
    await connection.collection<{ _id: number }>('kept').insertOne({ _id: number });
    process.stdout.write(`${number}\n`);
  } catch (error) {
    process.stderr.write(`${number}: ${String(error)}\n`);
    await sleep(50);
  }
}
