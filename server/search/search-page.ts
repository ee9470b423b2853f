import type { Place } from '../domain/place.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { hasBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { type Facets, facetsOf } from './facets.ts';
import { chordTo } from './filters.ts';
import { precededBy, ranked, type RankedRow } from './ranking.ts';
import { needsOf, placeLevelOf } from './pools.ts';
import { select } from './select.ts';
import type { Selection } from './selection.ts';
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
  readonly id: string;
  readonly cursor: string;
  /** As the crow flies; null without `near` and where the place has no point of its own. */
  readonly distanceMeters: number | null;
  /** Set where a visit was asked; ms since the epoch. */
  readonly visit: Visit | null;
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
  const hasPrevious = after !== null && total > 0 && precededBy(core, matched, request, after, found[0]?.row ?? null);
  core.rooms.giveBack(matched);
  return {
    hits: found.slice(0, first).map((ranked) => new FoundHit(core, request, ranked, visits)),
    total,
    unknownHours,
    notStated,
    facets: () => facetsOf(core, request),
    hasNext: found.length > first,
    hasPrevious,
  };
}

function visitTests(core: Core, request: SearchRequest): SlotTests {
  return slotTests(core, request, needsOf(request), placeLevelOf(core, request));
}

/** Getters of a prototype: twenty objects with getters of their own would each be a shape of their own to the engine. */
class FoundHit implements SearchHit {
  readonly id: string;
  readonly distanceMeters: number | null;
  readonly visit: Visit | null;
  readonly #core: Core;
  readonly #ranked: RankedRow;

  constructor(core: Core, request: SearchRequest, ranked: RankedRow, visits: SlotTests | null) {
    const lenient = { ages: request.includeNotStated, booking: request.includeNotStated };
    this.id = core.ids[ranked.row]!;
    this.distanceMeters = distanceOf(core, request, ranked.row, ranked.chord);
    this.visit = visits && visitOf(core, request, visits, ranked.row, lenient);
    this.#core = core;
    this.#ranked = ranked;
  }

  get place(): Place {
    return placeAt(this.#core, this.#ranked.row);
  }

  get cursor(): string {
    return this.#ranked.cursor();
  }
}

function distanceOf(core: Core, { near }: SearchRequest, row: number, chord: number | null): number | null {
  if (near === null || !hasBit(core.pin, row)) return null;
  return chordToMeters(chord ?? chordTo(core, row, ...unitVector(near.latitude, near.longitude)));
}
