import type { SearchRequest } from '../domain/search-request.ts';
import { type Bits, forEachBit, hasBit, popcount, setBit } from './bits.ts';
import { type Core, emptySet } from './core.ts';
import type { OpenRows, OpenSlice } from './open-sets.ts';
import { type Asked, askedOf } from './hours.ts';
import { degreeThen, openThen } from './open-rows.ts';
import { areKept, type Decided, giveBackPools, keptPools, plainOf, type Pools, poolsOf } from './pools.ts';
import { emptySelection, type Selection } from './selection.ts';
import { sliceCounts } from './slice-counts.ts';
import {
  answerAsked,
  answerVisit,
  countDecided,
  countRow,
  countRows,
  countSliced,
  type RowAnswer,
} from './slotted-rows.ts';

/** What a request finds. `narrow`: takes rows out that are not to be looked at at all. */
export function select(core: Core, request: SearchRequest, narrow?: (rows: Bits) => void): Selection {
  const { when } = request;
  const keeps = !narrow && areKept(request);
  const pools = keeps ? keptPools(core, request) : poolsOf(core, request, narrow);
  const selection = emptySelection(emptySet(core));
  if (when === null) countAll(pools.decided, selection);
  else if (when.kind === 'VISIT') countEach(request, pools, answerVisit(core, request, pools.tests), selection);
  else countOpen(core, request, pools, askedOf(when), selection);
  if (!keeps) giveBackPools(core, pools);
  return selection;
}

function countAll({ passing, count, lacking }: Decided, selection: Selection): void {
  selection.matched.set(passing);
  selection.total = count;
  for (const { name, count: unsaid } of lacking) selection.notStated[name] = unsaid;
}

function countEach(request: SearchRequest, { facts, timed }: Pools, answer: RowAnswer, selection: Selection): void {
  forEachBit(timed, (row) => countRow(request, facts, answer, row, selection));
}

/** For most rows their answer stands in sets; some are looked at one by one. */
function countOpen(core: Core, request: SearchRequest, pools: Pools, asked: Asked, selection: Selection): void {
  const { decided, facts, timed } = pools;
  const then = openThen(core, asked, timed);
  const answer = answerAsked(core, asked, pools.tests);
  const look = (row: number) => {
    const degree = degreeThen(core, asked, row);
    // Where nobody at all could come then, it does not matter who comes.
    if (degree === 0) return;
    if (hasBit(core.slotted, row)) countRow(request, facts, answer, row, selection);
    else countDecided(request, decided, row, degree, selection);
  };
  if (then === null) return forEachBit(timed, look);
  if ('mark' in then) {
    countSlice(core, request, pools, then, selection);
    const { length, rows } = then.changing;
    for (let at = 0; at < length; at++) if (hasBit(timed, rows[at]!)) look(rows[at]!);
    return;
  }
  const { yes, maybe } = then;
  countSettled(request, (pools.plain ??= plainOf(core, decided)), then, selection);
  for (let word = 0; word < timed.length; word++) {
    const rows = (yes[word]! | maybe[word]!) & timed[word]! & core.slotted[word]!;
    if (rows !== 0) countRows(request, facts, answer, word, rows, selection);
  }
}

/** Rows whose answer is the same all through half an hour. */
function countSlice(core: Core, request: SearchRequest, pools: Pools, slice: OpenSlice, selection: Selection): void {
  const counts = sliceCounts(core);
  const key = pools.number === undefined ? null : `${pools.number} ${request.hours} ${slice.mark}`;
  const known = key === null ? undefined : counts.get(key);
  if (known) {
    const { bySessions, total, unknownHours, notStated } = known;
    findSettled(request, pools.decided, slice, selection.matched);
    for (const row of bySessions) setBit(selection.matched, row);
    Object.assign(selection, { total, unknownHours, notStated: { ...notStated } });
    return;
  }
  countSettled(request, pools.decided, slice, selection);
  const bySessions = countSliced(request, pools, slice.sessions, selection);
  const { total, unknownHours, notStated } = selection;
  if (key !== null) counts.set(key, { total, unknownHours, notStated: { ...notStated }, bySessions });
}

/** As `countSettled`, the rows alone. */
function findSettled({ hours }: SearchRequest, { passing }: Decided, { yes, maybe }: OpenRows, matched: Bits): void {
  const [ofYes, ofMaybe] = wanted(hours);
  for (let word = 0; word < passing.length; word++) {
    matched[word] = ((yes[word]! & ofYes) | (maybe[word]! & ofMaybe)) & passing[word]!;
  }
}

/** Which rows count, those that are open and those that may be, as masks of whole words. */
const wanted = (hours: SearchRequest['hours']) =>
  [hours === 'ONLY_MAYBE' ? 0 : -1, hours === 'KNOWN' ? 0 : -1] as const;

/** Rows with plain schedules whose hours stand in the sets. No branch within: mispredicted ones took most of the time. */
function countSettled(
  { hours }: SearchRequest,
  { passing, lacking }: Decided,
  { yes, maybe }: OpenRows,
  selection: Selection,
): void {
  const { matched, notStated } = selection;
  const [ofYes, ofMaybe] = wanted(hours);
  let [total, unknown] = [0, 0];
  for (let word = 0; word < passing.length; word++) {
    const pass = passing[word]!;
    const found = ((yes[word]! & ofYes) | (maybe[word]! & ofMaybe)) & pass;
    matched[word]! |= found;
    total += popcount(found);
    unknown += popcount(maybe[word]! & pass);
  }
  selection.total += total;
  selection.unknownHours += unknown;
  for (const { name, rows, words } of lacking) {
    let count = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      count += popcount(((yes[word]! & ofYes) | (maybe[word]! & ofMaybe)) & rows[word]!);
    }
    notStated[name] += count;
  }
}
