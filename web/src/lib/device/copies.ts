import { FETCH_ASSETS, PAGES_CACHE } from './copy-names.ts';
import { asCopy, isFresh } from './copy-response.ts';

/**
 * Copies of pages to read without a network. The page decides what is kept, because it alone knows what is a
 * consultation; the service worker serves what is here and adds nothing.
 */

/** What decides which copies are right. */
export interface CopiesWanted {
  /** Addresses without host. */
  paths: string[];
  /** Version of the program and voice: a copy of others is fetched again. */
  stamp: string;
  /** Epoch milliseconds. */
  now: number;
}

/** Fetches the copies that are missing, old or of another stamp; what cannot be fetched now keeps its older one. Never rejects. */
export async function fetchCopies({ paths, stamp, now }: CopiesWanted, signal: AbortSignal): Promise<void> {
  try {
    const cache = await caches.open(PAGES_CACHE);
    for (const path of paths) {
      if (isFresh(await cache.match(path, { ignoreVary: true }), stamp, now)) continue;
      const response = await fetch(path, { headers: { accept: 'text/html' }, signal });
      if (response.status >= 500) continue;
      const copy = response.ok && !response.redirected ? await asCopy(response, stamp, now) : null;
      // Somebody may have erased it while it came.
      if (signal.aborted) return;
      if (copy) await cache.put(path, copy);
      else await cache.delete(path);
    }
  } catch {
    // No network, no caches here (an insecure address, a private window), or no room: then there are no more copies.
  }
}

/** Removes every copy but these, at once. Never rejects. */
export async function dropCopiesBut(paths: string[]): Promise<void> {
  try {
    const cache = await caches.open(PAGES_CACHE);
    for (const { url } of await cache.keys()) if (!paths.includes(pathOf(url))) await cache.delete(url);
  } catch {
    // No caches here: nothing to remove.
  }
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** When the document in front of somebody was kept, epoch milliseconds; null for one that came from the network. */
export function keptAt(): number | null {
  const kept = globalThis.document?.documentElement.dataset.kept;
  return kept ? Date.parse(kept) : null;
}

/** Now, for what a page says: a copy asks as it did when it was kept, and still knows what day it is. */
export function nowShown(asked: number): number {
  return keptAt() === null ? asked : Date.now();
}

/** The document in front of somebody shows a page that came from the network after all. */
export function isNoCopy(): void {
  delete document.documentElement.dataset.kept;
}

/**
 * Starts the service worker, and once it runs has it fetch everything that pages are drawn with. Never rejects: where it
 * may not run, the pages work without.
 */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(FETCH_ASSETS);
  } catch {
    // Not allowed here, or the network is away.
  }
}

/** Whether the visitor asked the browser to spare data (Chrome alone says so): then nothing is fetched ahead. */
export function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
