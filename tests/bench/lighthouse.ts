import lighthouse, { type Result } from 'lighthouse';
import { createApp } from '../../server/app.ts';
import { readPages } from '../../server/http/pages.ts';
import { freePort } from '../../server/local-database/mongod.ts';
import { samplePlaces } from '../../server/samples/generate.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { build, codegen } from '../../server/setup/prepare.js';
import { openBrowser } from '../support/browser.ts';
import { quantile } from './quantile.ts';
import { tableOf } from './table.ts';

/**
 * `npm run lighthouse`: Lighthouse as it judges a cheap phone on a slow line (its simulated throttling), against the
 * server as it runs in production, over the sample places. `-- --runs 3`: how often each page is judged; 5 unless said.
 */
const RUNS = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

codegen(process.execPath);
build(process.execPath);

const now = Date.now();
// Search engines are told to pass over made-up places; here they stand for real ones.
const places = samplePlaces(now).map((place) => ({ ...place, sample: false }));
const dinner = places.find(
  ({ kinds, municipalityCode }) => municipalityCode === '131059' && kinds[0] === 'childrens-cafeteria',
);
const port = await freePort();
const origin = `http://localhost:${port}`;
const app = await createApp({
  index: createPlaceIndex(places),
  now: Date.now,
  publicUrl: origin,
  readiness: () => ({ ready: true, places: places.length, staleMs: 0 }),
  web: await readPages(),
  logLevel: 'error',
  requestsPerMinute: 1_000_000,
});
await app.listen({ port, host: '127.0.0.1' });

const rows: string[][] = [];
const breaches = new Set<string>();
for (const [name, path] of [
  ['start', '/'],
  ['result', '/?need=eat'],
  ['place', `/places/${dinner?.id}`],
] as const) {
  const runs: Result[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await judge(origin + path));
  rows.push([name, ...medians(runs)]);
  for (const line of runs.flatMap(failures)) breaches.add(`${name}: ${line}`);
}
await app.close();

const HEAD = ['page', ...CATEGORIES, 'LCP s', 'CLS', 'TBT ms', 'script kB', 'all kB'];
console.log(`\nLighthouse, mobile, median of ${RUNS}\n\n${tableOf(HEAD, rows)}\n`);
if (breaches.size > 0) console.log(`Not all of its audits pass:\n${[...breaches].join('\n')}\n`);

/** One judgement in a browser of its own. */
async function judge(url: string): Promise<Result> {
  const debugPort = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${debugPort}`]);
  try {
    const answer = await lighthouse(url, {
      port: debugPort,
      output: 'json',
      logLevel: 'error',
      extraHeaders: { 'Accept-Language': 'ja' },
    });
    if (!answer) throw new Error(`Lighthouse says nothing of ${url}.`);
    return answer.lhr;
  } finally {
    await browser.close();
  }
}

function medians(runs: Result[]): string[] {
  const median = (value: (run: Result) => number) => quantile(runs.map(value), 0.5);
  const audit = (id: string) => median(({ audits }) => audits[id]?.numericValue ?? NaN);
  return [
    ...CATEGORIES.map((id) => String(Math.round(median(({ categories }) => (categories[id]?.score ?? NaN) * 100)))),
    (audit('largest-contentful-paint') / 1000).toFixed(2),
    audit('cumulative-layout-shift').toFixed(3),
    audit('total-blocking-time').toFixed(0),
    (median((run) => transferred(run, 'Script')) / 1000).toFixed(1),
    (median((run) => transferred(run)) / 1000).toFixed(1),
  ];
}

/** Bytes on the wire of the requests of a type; of all where none is said. */
function transferred({ audits }: Result, type?: string): number {
  const { items = [] } = (audits['network-requests']?.details ?? {}) as {
    items?: { resourceType: string; transferSize: number }[];
  };
  return items
    .filter(({ resourceType }) => type === undefined || resourceType === type)
    .reduce((sum, { transferSize }) => sum + transferSize, 0);
}

/** Audits of the categories but speed, whose parts are numbers, that do not pass. */
function failures({ categories, audits }: Result): string[] {
  return Object.entries(categories)
    .filter(([id]) => id !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} (${audits[id]?.title})`);
}
