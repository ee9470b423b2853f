import type { AddressInfo } from 'node:net';
import { landOf } from '../../server/accounts/land.ts';
import type { Mail } from '../../server/accounts/mail.ts';
import type { People } from '../../server/accounts/people.ts';
import { publishedIn } from '../../server/accounts/published.ts';
import { createApp } from '../../server/app.ts';
import type { Place } from '../../server/domain/place.ts';
import type { MunicipalHelpLine } from '../../server/help-lines/municipal.ts';
import { readPages } from '../../server/http/pages.ts';
import type { Streets } from '../../server/http/tiles.ts';
import { followStore } from '../../server/search/feed.ts';
import { createPlaceIndex, type PlaceIndex } from '../../server/search/place-index.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { aTownBook } from './a-gazetteer.ts';
import { keepExpired, testDatabase } from './database.ts';

export interface TestServer {
  url: string;
  store: Store;
  index: PlaceIndex;
  /** Mails that were sent, oldest first. */
  mails: Mail[];
  people: People;
  /** The database of this server, for a second one beside it. */
  databaseUri: string;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  places?: Place[];
  /** The moment that the server takes for now; the real one unless said. */
  now?: string | (() => number);
  /** What links begin with; https://ibasho.example.jp unless said. */
  publicUrl?: string;
  /** Who is asked where an address is; nobody unless said. */
  geocode?: People['geocode'];
  /** Where it listens; a free port unless said. */
  port?: number;
  /** A database that somebody else keeps; one of its own unless said. */
  databaseUri?: string;
  /** Serve the built pages too. */
  web?: boolean;
  /** Of municipalities. */
  helpLines?: MunicipalHelpLine[];
  /** Street tiles. */
  streets?: Streets;
}

/** The whole product on a port of its own: a real database, store, feed, index, API and pages. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { places = [], web = false, databaseUri, publicUrl = 'https://ibasho.example.jp' } = options;
  const now = clockOf(options.now);
  const database =
    databaseUri === undefined ? await testDatabase() : { uri: databaseUri, drop: () => Promise.resolve() };
  const store = await openStore(database.uri);
  await keepExpired(database.uri);
  await store.places.savePlaces(places.map((place) => ({ place, expectedRevision: 0, who: 'test', why: 'test' })));
  const index = createPlaceIndex([]);
  const feed = await followStore(index, {
    since: (time) => store.places.changesSince(time),
    databaseTime: () => store.databaseTime(),
  });
  const mails: Mail[] = [];
  const book = aTownBook();
  const people: People = {
    store,
    published: publishedIn(index, now),
    publish: (place) => feed.applyNow(place),
    mailer: {
      send(mail) {
        mails.push(mail);
        return Promise.resolve();
      },
    },
    land: landOf(() => book),
    geocode: options.geocode ?? null,
    publicUrl,
  };
  const app = await createApp({
    index,
    people,
    now,
    publicUrl,
    ...(options.helpLines ? { helpLines: options.helpLines } : {}),
    readiness: () => feed.readiness(),
    web: web ? await readPages() : null,
    ...(options.streets ? { streets: options.streets } : {}),
    logLevel: 'error',
    requestsPerMinute: 1_000_000,
  });
  await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    index,
    mails,
    people,
    databaseUri: database.uri,
    async stop() {
      await app.close();
      await feed.stop();
      await store.close();
      await database.drop();
    },
  };
}

function clockOf(now: TestServerOptions['now']): () => number {
  if (typeof now === 'function') return now;
  return now === undefined ? Date.now : () => Date.parse(now);
}
