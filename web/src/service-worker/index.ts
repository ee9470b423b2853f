import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { ASSETS_CACHE, FETCH_ASSETS, OFFLINE_PATH, PAGES_CACHE } from '../lib/device/copy-names.ts';
import { asCopy } from '../lib/device/copy-response.ts';

/**
 * What makes the pages open without a network. A document always comes from the network where there is one, so a new
 * version of the product is never hidden behind an old one; a copy stands in only where the network is away. Nothing that
 * is asked of the API, no tile and no page that the pages themselves did not put aside (copies.ts) is ever kept here.
 */

/** Files by content: their name changes with it. */
const HASHED = new Set(immutable.map(({ path }) => absolute(path)));
/** Fonts, base map and icons: kept until the next version. */
const PLAIN = new Set(assets.map(({ path }) => absolute(path)).filter((path) => !/\.(txt|br|gz)$/.test(path)));
/** How long a network that does not answer may keep somebody from a copy that is there. */
const PATIENCE_MS = 6000;

function absolute(path: string): string {
  return new URL(path, self.location.origin).pathname;
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldAssets().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === FETCH_ASSETS) event.waitUntil(fetchAssets());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (HASHED.has(url.pathname) || PLAIN.has(url.pathname)) event.respondWith(asset(request));
});

/** The page that says what is there, with what it is drawn with. The pages keep it fresh from then on. */
async function keepOfflinePage(): Promise<void> {
  const response = await fetch(OFFLINE_PATH);
  if (!response.ok) throw new Error(`${OFFLINE_PATH} is answered with ${response.status}.`);
  const copy = await asCopy(response, 'install', Date.now());
  const html = await copy.clone().text();
  const [pages, cache] = await Promise.all([caches.open(PAGES_CACHE), caches.open(ASSETS_CACHE)]);
  await cache.addAll([...HASHED, ...PLAIN].filter((path) => isNamedIn(html, path)));
  await pages.put(OFFLINE_PATH, copy);
}

const isNamedIn = (html: string, path: string): boolean => html.includes(path);

/** Leaves out what no page of this version and no copy of an older one is drawn with. */
async function dropOldAssets(): Promise<void> {
  const [pages, cache] = await Promise.all([caches.open(PAGES_CACHE), caches.open(ASSETS_CACHE)]);
  const copies = await Promise.all((await pages.matchAll()).map((response) => response.text()));
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    const isOfCopy = path.startsWith('/_app/') && copies.some((html) => isNamedIn(html, path));
    if (!HASHED.has(path) && !isOfCopy) await cache.delete(request);
  }
}

async function fetchAssets(): Promise<void> {
  const cache = await caches.open(ASSETS_CACHE);
  for (const path of [...HASHED, ...PLAIN]) {
    if (await cache.match(path)) continue;
    const response = await fetch(path).catch(() => null);
    // The network went away: another page will ask again.
    if (!response) return;
    if (response.ok) await cache.put(path, response);
  }
}

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS_CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request, response.clone());
  return response;
}

async function page(request: Request, url: URL): Promise<Response> {
  const copy = await copyOf(url);
  const answer = fetch(request).catch(() => null);
  const response = await (copy ? Promise.race([answer, after(PATIENCE_MS)]) : answer);
  return response ?? copy ?? (await copyAt(OFFLINE_PATH)) ?? Response.error();
}

/** Of a search exactly the one that was asked for; of a place the page that was kept, whoever comes along. */
async function copyOf(url: URL): Promise<Response | undefined> {
  const copy = await copyAt(url.pathname + url.search);
  if (copy || url.pathname === '/' || url.search === '') return copy;
  return (await copyAt(url.pathname)) && Response.redirect(url.pathname);
}

async function copyAt(path: string): Promise<Response | undefined> {
  return (await caches.open(PAGES_CACHE)).match(path, { ignoreVary: true });
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}
