import type { Place } from '../domain/place.ts';
import type { Doubt } from './cells.ts';
import type { PlaceFacts } from './facts.ts';
import type { RowGroup } from './group-rows.ts';
import { canBeSame, identityOf } from './identity.ts';

/** A row's place in the database, or none yet, and the key that it has or gets there. */
export interface Match {
  group: RowGroup;
  existing: Place | null;
  key: string;
  doubts: Doubt[];
}

/** What the last import made of a place: by it a row is recognised, whatever an operator changed since. */
export function importedFacts(place: Place): PlaceFacts {
  const { source } = place;
  return source !== null && typeof source.imported === 'object' && source.imported !== null
    ? (source.imported as PlaceFacts)
    : place;
}

interface Known {
  byKey: Map<string, Place>;
  byIdentity: Map<string, Place>;
}

function index(existing: readonly Place[]): Known {
  const known: Known = { byKey: new Map(), byIdentity: new Map() };
  for (const place of existing) {
    if (place.source) known.byKey.set(place.source.key, place);
    known.byIdentity.set(identityOf(importedFacts(place)), place);
  }
  return known;
}

/** With the same id but another name and another address. */
function strangerOf(group: RowGroup, known: Known): Place | null {
  const place = group.id === null ? undefined : known.byKey.get(group.id);
  return place && !canBeSame(importedFacts(place), group.facts) ? place : null;
}

/**
 * Whether most ids of the file are already those of other places: then it is another list that counts from 1 as well
 * (公立 and 私立 of one city), not a new edition of the known one.
 */
function isAnotherList(groups: readonly RowGroup[], known: Known): boolean {
  const withId = groups.filter((group) => group.id !== null && known.byKey.has(group.id));
  const strangers = withId.filter((group) => strangerOf(group, known) !== null);
  return strangers.length >= 3 && strangers.length * 2 > withId.length;
}

function freeKey(group: RowGroup, known: Known, used: ReadonlySet<string>): string {
  const candidates = [...(group.id === null ? [] : [group.id]), group.identity];
  const free = candidates.find((key) => !known.byKey.has(key) && !used.has(key));
  return free ?? `${group.identity}#${group.line}`;
}

function find(group: RowGroup, known: Known, claimed: ReadonlySet<string>, anotherList: boolean): Place | null {
  const unclaimed = (place: Place | undefined): Place | null => (place && !claimed.has(place.id) ? place : null);
  const sameId = unclaimed(group.id === null ? undefined : known.byKey.get(group.id));
  if (sameId && canBeSame(importedFacts(sameId), group.facts)) return sameId;
  const sameIdentity = unclaimed(known.byIdentity.get(group.identity)) ?? unclaimed(known.byKey.get(group.identity));
  return sameIdentity ?? (anotherList ? null : sameId);
}

/**
 * Finds the place of each row. The id decides where the place can be the same; where name and address are both others,
 * a place of that name and address does (a new edition counted its rows anew).
 */
export function matchRows(groups: readonly RowGroup[], existing: readonly Place[]): Match[] {
  const known = index(existing);
  const anotherList = isAnotherList(groups, known);
  const claimed = new Set<string>();
  const used = new Set<string>();
  const match = (group: RowGroup): Match => {
    const place = find(group, known, claimed, anotherList);
    if (place) claimed.add(place.id);
    const key = place?.source?.key ?? freeKey(group, known, used);
    used.add(key);
    const moved = place !== null && place.source?.key === group.id && !canBeSame(importedFacts(place), group.facts);
    const message = `ID ${group.id} は前回「${place === null ? '' : importedFacts(place).name}」でした。名称も住所も違います。`;
    return { group, existing: place, key, doubts: moved ? [{ code: 'ID_HAS_OTHER_PLACE', message }] : [] };
  };
  // Rows whose id fits their place come first, so that no other row takes it by name.
  const fits = (group: RowGroup): boolean =>
    group.id !== null && known.byKey.has(group.id) && strangerOf(group, known) === null;
  const settled = groups.filter(fits);
  const others = groups.filter((group) => !fits(group));
  const byIdentity = others.filter((group) => known.byIdentity.has(group.identity));
  const rest = others.filter((group) => !known.byIdentity.has(group.identity));
  return [...settled, ...byIdentity, ...rest].map(match);
}
