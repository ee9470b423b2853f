import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { startJobs } from './accounts/jobs.ts';
import { landOf } from './accounts/land.ts';
import { createMailer } from './accounts/mail.ts';
import type { People } from './accounts/people.ts';
import { publishedIn } from './accounts/published.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { explain } from './explain.ts';
import { createDrain, type Drain } from './http/drain.ts';
import { loadHelpLines } from './help-lines/load.ts';
import type { Readiness } from './http/health.ts';
import { readPages } from './http/pages.ts';
import type { Streets } from './http/tiles.ts';
import { tileSource } from './tiles/tile-source.ts';
import { startLocalDatabase } from './local-database/start.ts';
import { samplePlaces } from './samples/generate.ts';
import { createPlaceIndex, type PlaceIndex } from './search/place-index.ts';
import { type Feed, followStore } from './search/feed.ts';
import { openStore, type Store } from './store/store.ts';
import { gazetteerTime, townBookOf } from './gazetteer/kept.ts';
import { createGeocoder } from './gazetteer/geocoder.ts';
import type { TownBook } from './gazetteer/towns.ts';
import type { PlaceNames } from './gazetteer/suggest.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (line: string) => console.log(line);

/** Whoever dies between journal and place is rolled forward within this. */
const JOBS_MS = 10_000;

/** What was started, ended in reverse order. */
const started: { name: string; stop: () => Promise<unknown> }[] = [];
let stopping: Promise<void> | null = null;
/** Begins with SIGTERM: whoever runs several servers takes this one out of service by it. */
let drain: Drain | null = null;

async function start(config: Config): Promise<void> {
  await checkPort(config);
  const helpLines = await loadHelpLines(config.dataDir);
  const uri = config.mongodbUri ?? (await startEngine(config));
  const store = await openStore(uri);
  started.push({ name: 'database connection', stop: () => store.close() });
  await fillSamples(store, config);
  say('索引をつくっています…');
  const { index, feed, towns } = await readIndex(store);
  const people = peopleOf(config, { store, index, feed, towns });
  keepJobs(people);
  drain = createDrain({ mostMs: config.drainSeconds * 1000 });
  const app = await createApp({
    index,
    people,
    helpLines,
    now: Date.now,
    publicUrl: config.publicUrl,
    readiness: () => readiness(feed),
    ...streetsOf(config),
    web: config.web ? await readPages() : null,
    trustedProxies: config.trustedProxies,
    logLevel: config.logLevel,
    metrics: config.metrics,
    drain,
  });
  started.push({ name: 'HTTP', stop: () => app.close() });
  await app.listen({ port: config.port, host: config.host });
  say(`\n  いばしょ  ${index.size.toLocaleString('ja-JP')} か所  →  ${config.publicUrl}`);
  say(`  API       ${config.publicUrl}/graphql\n  止めるには Ctrl-C\n`);
}

function streetsOf({ mapTilesUrl: url, mapTilesAttribution: attribution, dataDir }: Config): { streets?: Streets } {
  if (url === null) return {};
  const source = tileSource({ url, folder: path.join(dataDir, 'tiles'), now: Date.now });
  return { streets: { source, attribution, isVector: /\.(pbf|mvt)(\?|$)/.test(url) } };
}

/** Timed jobs, on every server; leases in the database see to it that one does them. */
function keepJobs(people: People): void {
  const report = (error: unknown) =>
    console.error(`定期の仕事: ${error instanceof Error ? error.message : String(error)}`);
  const jobs = startJobs(people, { holder: randomUUID(), everyMs: JOBS_MS, report });
  started.push({ name: 'jobs', stop: () => jobs.stop() });
}

/** What the use cases of accounts are made of. */
function peopleOf(
  config: Config,
  { store, index, feed, towns }: { store: Store } & Awaited<ReturnType<typeof readIndex>>,
): People {
  const { smtpUrl, mailFrom, dataDir, publicUrl } = config;
  return {
    store,
    published: publishedIn(index, Date.now),
    publish: (place) => feed.applyNow(place),
    mailer: createMailer({ smtpUrl, from: mailFrom, outbox: path.join(dataDir, 'outbox'), log: say }),
    land: landOf(towns.book),
    geocode: config.geocoderUrl === null ? null : createGeocoder(config.geocoderUrl),
    publicUrl,
  };
}

function readiness(feed: Feed): Readiness {
  const state = feed.readiness();
  return drain?.begun ? { ...state, ready: false, reason: 'The server is stopping.' } : state;
}

async function startEngine(config: Config): Promise<string> {
  const engine = await startLocalDatabase({
    dataDir: config.dataDir,
    log: say,
    environment: { cacheDir: config.cacheDir, path: config.path },
  });
  started.push({ name: 'local database', stop: () => engine.stop() });
  return engine.uri;
}

/** Samples live in the local engine alone, and only until there is anything real. */
async function fillSamples(store: Store, config: Config): Promise<void> {
  if (config.mongodbUri !== null) return;
  await store.places.purgeSamples();
  if (!config.samples || !(await store.places.isEmpty())) return;
  say('データがまだないので、見本の場所を入れています（はじめて取り込みをすると消えます）…');
  await store.places.insertSamples(samplePlaces(Date.now()));
}

async function readIndex(store: Store) {
  const towns = await followGazetteer(store);
  const index = createPlaceIndex([], { towns: towns.names });
  const feed: Feed = await followStore(index, {
    since: (time) => store.places.changesSince(time),
    databaseTime: () => store.databaseTime(),
  });
  started.push({ name: 'feed', stop: () => Promise.resolve(feed.stop()) });
  keepPrepared(index);
  return { index, feed, towns };
}

/** The hours of the days ahead are laid out before anybody asks, mostly: so that no request and no midnight has to. */
function keepPrepared(index: PlaceIndex): void {
  const prepare = () => void index.prepare(Date.now());
  prepare();
  const timer = setInterval(prepare, 3_600_000);
  started.push({ name: 'hours', stop: () => Promise.resolve(clearInterval(timer)) });
}

const GAZETTEER_POLL_MS = 30_000;

/** The names of towns and stations as they are in the database, also after another process has loaded others. */
async function followGazetteer({ blobs }: Store): Promise<{ names: PlaceNames; book: () => TownBook }> {
  let readAt = await gazetteerTime(blobs);
  let names: PlaceNames & TownBook = await townBookOf(blobs);
  const look = async () => {
    const savedAt = await gazetteerTime(blobs);
    if (savedAt?.getTime() === readAt?.getTime()) return;
    [names, readAt] = [await townBookOf(blobs), savedAt];
  };
  // While the database is away the names that are known go on serving; the feed reports it.
  const timer = setInterval(() => void look().catch(() => undefined), GAZETTEER_POLL_MS);
  started.push({ name: 'gazetteer', stop: () => Promise.resolve(clearInterval(timer)) });
  return {
    names: {
      findTowns: (text, limit) => names.findTowns(text, limit),
      findStations: (text, limit) => names.findStations(text, limit),
    },
    book: () => names,
  };
}

/** Fails before anything is started, so that a taken port costs no wait. */
async function checkPort({ port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(port, host, () => probe.close(() => resolve()));
  });
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const part of started.reverse()) {
      await part.stop().catch((error: unknown) => console.error(`${part.name}: ${String(error)}`));
    }
  })();
  return stopping;
}

let config: Config | null = null;
const end = () => void stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, end);
process.on('SIGTERM', () => void (drain?.begin() ?? Promise.resolve()).then(end));
// `npm start` that dies without a word closes its channel to us.
process.on('disconnect', end);
try {
  config = readConfig(process.env, ROOT);
  await start(config);
} catch (error) {
  console.error(`\n${explain(error, config)}\n`);
  await stop();
  process.exit(1);
}
