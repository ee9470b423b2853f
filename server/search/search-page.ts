import type { Place } from '../domain/place.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { hasBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { type Facets, facetsOf } from './facets.ts';
import { chordTo } from './filters.ts';
import { precededBy, ranked, type RankedRow } from './ranking.ts';
import { needsOf, placeLevelOf } from './pools.ts';
import { select, type Selection } from './select.ts';
import { slotTests, type SlotTests } from './slot-tests.ts';
import { chordToMeters, unitVector } from './sphere.ts';
import { type Visit, visitOf } from './visit.ts';

export interface Page {
  /** 1–100. */
  first: number;
  /** Cursor of the last hit of the page before. */
  after: string | null;
}

export interface SearchHit {
  /** Unpacked when it is read. */
  readonly place: Place;
  id: string;
  readonly cursor: string;
  /** As the crow flies; null without `near` and where the place has no point of its own. */
  distanceMeters: number | null;
  /** Set where a visit was asked; ms since the epoch. */
  visit: Visit | null;
}

export interface SearchPage {
  hits: SearchHit[];
  total: number;
  /** Match all but `when`, for which the answer is maybe; with INCLUDE_MAYBE and ONLY_MAYBE they are in the total too. */
  unknownHours: number;
  /** Match all but one fact that they do not state; with `includeNotStated` they are in the total too. */
  notStated: Selection['notStated'];
  /** Counted when called, over the places that there are then. */
  facets(): Facets;
  hasNext: boolean;
  hasPrevious: boolean;
}

/** One page of a search; `now` in ms. */
export function searchPage(core: Core, request: SearchRequest, { first, after }: Page, now: number): SearchPage {
  const { matched, total, unknownHours, notStated } = select(core, request);
  const found = ranked(core, matched, request, first + 1, after, now);
  const visits = request.when?.kind === 'VISIT' ? visitTests(core, request) : null;
  return {
    hits: found.slice(0, first).map((ranked) => hitOf(core, request, ranked, visits)),
    total,
    unknownHours,
    notStated,
    facets: () => facetsOf(core, request, matched),
    hasNext: found.length > first,
    hasPrevious: after !== null && total > 0 && precededBy(core, matched, request, after, found[0]?.row ?? null),
  };
}

function visitTests(core: Core, request: SearchRequest): SlotTests {
  return slotTests(core, request, needsOf(request), placeLevelOf(core, request));
}

function hitOf(
  core: Core,
  request: SearchRequest,
  { row, cursor, chord }: RankedRow,
  visits: SlotTests | null,
): SearchHit {
  const lenient = { ages: request.includeNotStated, booking: request.includeNotStated };
  return {
    get place() {
      return placeAt(core, row);
    },
    get cursor() {
      return cursor();
    },
    id: core.ids[row]!,
    distanceMeters: distanceOf(core, request, row, chord),
    visit: visits && visitOf(core, request, visits, row, lenient),
  };
}

function distanceOf(core: Core, { near }: SearchRequest, row: number, chord: number | null): number | null {
  if (near === null || !hasBit(core.pin, row)) return null;
  return chordToMeters(chord ?? chordTo(core, row, ...unitVector(near.latitude, near.longitude)));
}
