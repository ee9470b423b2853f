import { grown, longer, wordsFor } from './bits.ts';
import type { Core } from './core.ts';

/** The columns of a core by name, for what is done to all of them. */

/** Columns of numbers; `xyz` has three for each row. */
export const NUMBER_COLUMNS = [
  'nameEnd',
  'schedule',
  'certainUntil',
  'confirmedAt',
  'latitude',
  'longitude',
  'xyz',
  'mercatorX',
  'mercatorY',
  'ageSet',
  'municipality',
  'residence',
  'kindSet',
] as const;
/** Sets of rows beside `live`. */
export const BIT_COLUMNS = ['pin', 'exact', 'slotted', 'deadline', 'agesKnown'] as const;
/** Sets of rows by code. */
export const CODE_COLUMNS = [
  'kinds',
  'activities',
  'features',
  'access',
  'booking',
  'free',
  'childAlone',
  'prefectures',
] as const;

/** Makes room for more rows. */
export function grow(core: Core): void {
  const capacity = wordsFor(core.capacity + Math.max(4096, core.capacity >>> 2)) * 32;
  const factor = capacity / core.capacity;
  const roomier = <T extends { length: number; set(from: T): void }>(column: T): T =>
    longer(column, Math.round(column.length * factor));
  for (const name of NUMBER_COLUMNS) Object.assign(core, { [name]: roomier(core[name] as Float64Array) });
  Object.assign(core.refs, {
    slab: roomier(core.refs.slab),
    start: roomier(core.refs.start),
    end: roomier(core.refs.end),
  });
  core.capacity = capacity;
  core.live = grown(core.live, wordsFor(capacity));
  for (const name of BIT_COLUMNS) core[name] = grown(core[name], wordsFor(capacity));
  for (const name of CODE_COLUMNS) {
    for (const [code, bits] of core[name]) core[name].set(code, grown(bits, wordsFor(capacity)));
  }
}
