/** A process that commits a change of a place and hangs before it shows it: `dying-writer.ts URI ID DESCRIPTION`. To be killed. */
import mongoose from 'mongoose';
import { openStore } from '../../server/store/store.ts';

const [uri = '', id = '', description = ''] = process.argv.slice(2);
const store = await openStore(uri);
const place = await store.places.read(id);
if (place === null) throw new Error(`No place ${id}.`);
Object.assign(mongoose.Model, {
  bulkWrite() {
    process.stdout.write('committed\n');
    return new Promise(() => setInterval(() => undefined, 1000));
  },
});
await store.places.save({
  place: { ...place, description },
  expectedRevision: place.revision,
  who: 'dying',
  why: 'test',
});
