import { type GazetteerPart, packNames, unpack, unpackTowns } from './pack.ts';
import type { TownRow } from './town-rows.ts';

function* townRows(parts: readonly GazetteerPart[]): Generator<TownRow> {
  for (const part of parts) yield* unpackTowns(unpack(part));
}

/**
 * The parts to keep after a new file was read: prefectures of the file replace their former ones, the names for
 * suggestions are made anew from all of them.
 */
export function mergeParts(former: readonly GazetteerPart[], added: readonly GazetteerPart[]): GazetteerPart[] {
  const parts = new Map([...former, ...added].map((part) => [part.id, part]));
  const towns = [...parts.values()].filter((part) => part.id.startsWith('towns:'));
  if (towns.length > 0) {
    parts.set('names', packNames(townRows(towns), [...new Set(towns.map((part) => part.source))].join('、')));
  }
  return [...parts.values()];
}
