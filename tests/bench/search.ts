import { parseArgs } from 'node:util';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { measureIndex } from './index-alone.ts';
import { NOW, placeBatches } from './places.ts';
import { pageFiftyCursor, requestKinds } from './requests.ts';
import { short, tableOf } from './table.ts';

/** The index alone, without server and database, for working on it: `node tests/bench/search.ts --places 200000 --only text`. */

const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '200000' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '1024' },
  },
});
const index = createPlaceIndex([]);
const loading = performance.now();
await index.load(placeBatches(Number(values.places)));
const loaded = performance.now();
await index.prepare(NOW);
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
const [megabytes, seconds] = [(bytes: number) => Math.round(bytes / 1e6), (ms: number) => (ms / 1000).toFixed(1)];
console.log(
  `${index.size} places made and indexed in ${seconds(loaded - loading)} s, hours ${seconds(performance.now() - loaded)} s; ` +
    `resident ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB, buffers ${megabytes(arrayBuffers)} MB`,
);
const rows = requestKinds(pageFiftyCursor(index))
  .filter(({ name }) => name.includes(values.only))
  .map((kind) => {
    const { first, again } = measureIndex(index, kind, Number(values.rounds));
    return [kind.name, ...[first.p50, first.p99, again.p50, again.p99].map(short)];
  });
console.log(tableOf(['ms', 'first p50', 'first p99', 'again p50', 'again p99'], rows));
