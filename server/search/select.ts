import type { SearchRequest } from '../domain/search-request.ts';
import { type Bits, popcount } from './bits.ts';
import { type Core, wordCount } from './core.ts';
import { type Asked, askedOf } from './hours.ts';
import { answerWord, openThen } from './open-rows.ts';
import { type FactSets, keptPools, type Pools, poolsOf, satisfied } from './pools.ts';
import { emptySelection, type Selection } from './selection.ts';
import { answerAsked, answerVisit, countRows, countSliced, type RowAnswer } from './slotted-rows.ts';

/** What a request finds. `narrow`: takes rows out that are not to be looked at at all. */
export function select(core: Core, request: SearchRequest, narrow?: (rows: Bits) => void): Selection {
  const { when } = request;
  const isVisit = when?.kind === 'VISIT';
  const pools = narrow || isVisit ? poolsOf(core, request, narrow) : keptPools(core, request);
  const selection = emptySelection(core.rooms.take(wordCount(core)));
  if (when === null) countAll(request, pools, selection);
  else if (isVisit) countEach(request, pools, answerVisit(core, request, pools.tests), selection);
  else countOpen(core, request, pools, askedOf(when), selection);
  return selection;
}

function countAll({ includeNotStated }: SearchRequest, { all, facts }: Pools, selection: Selection): void {
  for (let word = 0; word < all.length; word++) {
    if (all[word] !== 0) countWord(selection, word, all[word]!, facts, includeNotStated);
  }
}

function countEach(request: SearchRequest, { facts, timed }: Pools, answer: RowAnswer, selection: Selection): void {
  for (let word = 0; word < timed.length; word++) {
    if (timed[word] !== 0) countRows(request, facts, answer, word, timed[word]!, selection);
  }
}

/** One pass over the words of the pool: for most rows their answer stands in sets, some are looked at one by one. */
function countOpen(core: Core, request: SearchRequest, pools: Pools, asked: Asked, selection: Selection): void {
  const { facts, timed } = pools;
  const { yes, maybe, changing, sessions } = openThen(core, asked, timed);
  const answer = answerAsked(core, asked, pools.tests);
  const answered = { yes: 0, maybe: 0 };
  for (let word = 0; word < timed.length; word++) {
    const rows = timed[word]!;
    if (rows === 0) continue;
    answered.yes = yes[word]! & rows;
    answered.maybe = maybe[word]! & rows;
    const unsettled = changing[word]! & rows;
    if (unsettled !== 0) answerWord(core, asked, word, unsettled, answered);
    if ((answered.yes | answered.maybe) === 0) continue;
    // Where nobody at all could come then, it does not matter who comes.
    const slotted = (answered.yes | answered.maybe) & core.slotted[word]!;
    if (slotted !== 0) countRows(request, facts, answer, word, slotted, selection);
    countHours(request, facts, word, answered.yes & ~slotted, answered.maybe & ~slotted, selection);
  }
  if (sessions) countSliced(request, pools, sessions, selection);
}

/** Rows of a word that are open then whoever comes, and that may be. */
function countHours(
  { hours, includeNotStated }: SearchRequest,
  facts: FactSets[],
  word: number,
  yes: number,
  maybe: number,
  selection: Selection,
): void {
  if (maybe !== 0) selection.unknownHours += popcount(satisfied(maybe, word, facts, includeNotStated, null));
  const rows = hours === 'KNOWN' ? yes : hours === 'ONLY_MAYBE' ? maybe : yes | maybe;
  if (rows !== 0) countWord(selection, word, rows, facts, includeNotStated);
}

/** Adds the rows of a word that satisfy every fact, and counts those that leave one unsaid. */
function countWord(selection: Selection, word: number, rows: number, facts: FactSets[], lenient: boolean): void {
  for (const fact of facts) {
    const unsaid = rows & ~fact.known[word]!;
    if (unsaid !== 0) selection.notStated[fact.name] += popcount(satisfied(unsaid, word, facts, lenient, fact));
  }
  const matched = satisfied(rows, word, facts, lenient, null);
  selection.matched[word]! |= matched;
  selection.total += popcount(matched);
}
