import type { RememberedAges } from './ages.ts';
import { agesToKeep, parseAges } from './ages.ts';
import type { Keeping, KeepingPlace } from './keep.ts';
import { keep, readKept } from './keep.ts';
import type { RecentSearch } from './recent.ts';
import { parseArea, parseRecent, withoutRecent, withRecent } from './recent.ts';
import type { SavedPlace } from './saved.ts';
import { parseSaved, withoutSaved, withSaved } from './saved.ts';

/**
 * What stays on this device, and is sent nowhere: kept in localStorage, read once the page is alive, the same in every
 * tab. The server never sets it.
 */
export const device = $state<{
  /** Whether it was read: before, nothing can be said about it. */
  isRead: boolean;
  saved: SavedPlace[];
  recent: RecentSearch[];
  ages: RememberedAges | null;
  /** The last search: opens without a network. */
  area: RecentSearch | null;
  /** Why the last thing was not kept; null where it was. */
  problem: Exclude<Keeping, 'kept'> | null;
}>({ isRead: false, saved: [], recent: [], ages: null, area: null, problem: null });

const NAMES = { saved: 'ibasho.saved', recent: 'ibasho.recent', ages: 'ibasho.ages', area: 'ibasho.area' } as const;

/** A browser that is told to keep nothing throws at the mere mention of its storage. */
const NOWHERE: KeepingPlace = {
  getItem: () => null,
  setItem: () => {
    throw new Error('This browser keeps nothing.');
  },
  removeItem: () => undefined,
};

function place(): KeepingPlace {
  try {
    return localStorage;
  } catch {
    return NOWHERE;
  }
}

/** Reads what is kept and follows what other tabs change. Returns what ends the following. */
export function followDevice(): () => void {
  read();
  const changed = (event: StorageEvent) => {
    // A null key: another tab erased everything.
    if (event.key === null || event.key.startsWith('ibasho.')) read();
  };
  window.addEventListener('storage', changed);
  return () => window.removeEventListener('storage', changed);
}

function read(): void {
  const from = place();
  device.saved = readKept(from, NAMES.saved, parseSaved, []);
  device.recent = readKept(from, NAMES.recent, parseRecent, []);
  device.ages = readKept<RememberedAges | null>(from, NAMES.ages, parseAges, null);
  device.area = readKept<RecentSearch | null>(from, NAMES.area, parseArea, null);
  device.isRead = true;
}

/** Writes from what is kept at this moment, which another tab may have changed; where it cannot be kept, says why. */
function write<T>(name: keyof typeof NAMES, value: T | null, accept: () => void): void {
  const keeping = keep(place(), NAMES[name], value);
  device.problem = keeping === 'kept' ? null : keeping;
  if (keeping === 'kept') accept();
}

function writeSaved(saved: SavedPlace[]): void {
  write('saved', saved.length > 0 ? saved : null, () => (device.saved = saved));
}

/** Saves a place, in front of the others. */
export function savePlace(saved: SavedPlace): void {
  read();
  writeSaved(withSaved(device.saved, saved));
}

/** Forgets a saved place. */
export function forgetPlace(id: string): void {
  read();
  writeSaved(withoutSaved(device.saved, id));
}

/** Forgets every saved place. */
export function forgetPlaces(): void {
  writeSaved([]);
}

function writeRecent(recent: RecentSearch[]): void {
  write('recent', recent.length > 0 ? recent : null, () => (device.recent = recent));
}

/** Remembers a search by name. Nobody asked for it, so that there is no room for it is not said. */
export function rememberSearch(search: RecentSearch): void {
  read();
  if (device.recent[0]?.query === search.query) return;
  writeRecent(withRecent(device.recent, search));
  device.problem = null;
}

/** Forgets a search. */
export function forgetSearch(query: string): void {
  read();
  writeRecent(withoutRecent(device.recent, query));
}

/** Forgets every search. */
export function forgetSearches(): void {
  writeRecent([]);
}

/** Remembers the ages of a family; null forgets them. */
export function rememberAges(ages: RememberedAges | null): void {
  write('ages', ages && agesToKeep(ages), () => (device.ages = ages));
}

/** Remembers the last search whole; null forgets it. Nobody asked for it, so that there is no room for it is not said. */
export function rememberArea(area: RecentSearch | null): void {
  if (area && device.area?.query === area.query) return;
  write('area', area, () => (device.area = area));
  device.problem = null;
}
