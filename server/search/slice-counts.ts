import type { Core } from './core.ts';
import { createLru, type Lru } from './lru.ts';
import type { Selection } from './selection.ts';

/**
 * What filters find from one mark of half an hour to the next is the same wherever people are: it is counted once, however
 * many ask. Filters and half hours that are asked together are few, 「now」 first of all.
 */
export interface SliceCount extends Omit<Selection, 'matched'> {
  /** Rows that were found by their sessions, which are looked at one by one. */
  bySessions: Uint32Array;
}

/** About 10 MB at 200,000 places. */
const KEPT = 8192;
const kept = new WeakMap<Core, Lru<string, SliceCount>>();

/** The counts of an index, by what was asked. */
export function sliceCounts(core: Core): Lru<string, SliceCount> {
  let counts = kept.get(core);
  if (!counts) kept.set(core, (counts = createLru('count of half an hour', KEPT)));
  return counts;
}
