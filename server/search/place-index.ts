import type { Bounds } from '../domain/geo.ts';
import type { Place } from '../domain/place.ts';
import type { LocalDate } from '../domain/schedule/schedule.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { When, Window } from '../domain/search-when.ts';
import { lowestBit } from './bits.ts';
import { type MapAnswer, mapOf } from './clusters.ts';
import { append, remove } from './append.ts';
import { type Core, createCore, createHours, placeAt } from './core.ts';
import { fillSlices, layOutSteps, missingOf, prepareSteps } from './lay-out.ts';
import { renewCore } from './renew.ts';
import { type Page, searchPage, type SearchPage } from './search-page.ts';
import { select } from './select.ts';
import { type SessionDay, sessionDays } from './session-scope.ts';
import { type SessionPage, sessionPage } from './sessions.ts';
import { runNow, runSliced, type Steps } from './slices.ts';
import { type PlaceNames, suggest, type Suggestion } from './suggest.ts';

export type { MapAnswer } from './clusters.ts';
export type { Page, SearchHit, SearchPage } from './search-page.ts';
export type { SessionDay } from './session-scope.ts';
export type { SessionPage } from './sessions.ts';
export type { PlaceNames, Suggestion } from './suggest.ts';

export interface PlaceChanges {
  upserts: Place[];
  removals: string[];
  /** Merged places: the id of each, and of the one that it leads to. */
  successors?: [id: string, into: string][];
}

/** Published places in memory, and every answer about them. All instants are ms since the epoch. */
export interface PlaceIndex {
  /** Number of places. */
  readonly size: number;
  /** Whether a new core is being built beside the one that answers. */
  readonly rebuilding: boolean;
  /** Takes places in, or out by id. Seen by the next request. */
  apply(changes: PlaceChanges): void;
  /** Replaces everything by these places; until it is done, what was there goes on answering. */
  load(batches: AsyncIterable<Place[]>): Promise<void>;
  /** Lays out the hours from an instant on, those of a week unless said, in slices, so that no request has to. */
  prepare(now: number, ahead?: 'DAY' | 'WEEK'): Promise<void>;
  /**
   * Lays out the hours that a request is about, in slices, so that its answer does not hold up all others; null where they
   * are there, as those of the days ahead are. `window`: in which sessions are asked for.
   */
  layOut(request: SearchRequest, window?: Window): Promise<void> | null;
  /** A place by its id; a merged id leads to its successor. */
  place(id: string): Place | null;
  /** A place by its very id: one that was merged is not there. */
  own(id: string): Place | null;
  /** Places that say that they are another site of this one, by id. */
  partsOf(id: string): Place[];
  /** @throws InputError where `page.after` is no cursor of this order. */
  search(request: SearchRequest, page: Page, now: number): SearchPage;
  map(request: SearchRequest, bounds: Bounds, zoom: number, now: number): MapAnswer;
  /** @throws InputError where `page.after` is no cursor of sessions. */
  sessions(request: SearchRequest, from: number, to: number, page: Page, now: number): SessionPage;
  sessionDays(request: SearchRequest, from: LocalDate, to: LocalDate, now: number): SessionDay[];
  suggest(text: string, first: number): Suggestion[];
  /** Every place that matches, in no particular order, as of now: later changes do not disturb the walk. */
  each(request: SearchRequest, now: number): Iterable<Place>;
}

export interface IndexOptions {
  /** Names of the gazetteer, for suggestions. */
  towns?: PlaceNames | null;
}

/** More rows than this after the sealed ones, or a share of them, and the whole is built anew. */
const DELTA_ROWS = 4096;
const DELTA_SHARE = 32;
/** Schedules that no place has any more may stay until they are this many times those in use. */
const SPARE_SCHEDULES = 3;

export function createPlaceIndex(initial: Iterable<Place>, { towns = null }: IndexOptions = {}): PlaceIndex {
  const state: State = {
    core: coreOf(initial),
    rebuilding: null,
    layingOut: { DAYS: Promise.resolve(), HALF_HOUR: Promise.resolve() },
    successors: new Map(),
  };
  return {
    get size() {
      return state.core.liveCount;
    },
    get rebuilding() {
      return state.rebuilding !== null;
    },
    apply(changes) {
      for (const [id, into] of changes.successors ?? []) state.successors.set(id, into);
      applyTo(state.core, changes);
      state.rebuilding?.missed.push(changes);
      if (needsRebuild(state)) void rebuild(state, renewed(state.core));
    },
    load: (batches) => loadInto(state, batches),
    prepare: (now, ahead = 'WEEK') => runSliced(prepareSteps(state.core, now, ahead)),
    layOut: ({ when }, window) => layOut(state, when, window ?? null),
    place: (id) => placeOf(state.core, id) ?? successorOf(state, id),
    own: (id) => placeOf(state.core, id),
    partsOf: (id) => partsOf(state.core, id),
    search: (request, page, now) => searchPage(state.core, request, page, now),
    map: (request, bounds, zoom, now) => mapOf(state.core, request, bounds, zoom, now),
    sessions: (request, from, to, page) => sessionPage(state.core, request, from, to, page),
    sessionDays: (request, from, to) => sessionDays(state.core, request, from, to),
    suggest: (text, first) => suggest(state.core, towns, text, first),
    each: (request) => eachPlace(state.core, request),
  };
}

interface State {
  core: Core;
  successors: Map<string, string>;
  /** Changes since a rebuild under way began; it repeats them on the new core. */
  rebuilding: { missed: PlaceChanges[] } | null;
  /**
   * What is laid out for requests, one after the other: together they would drop one another's days. Who needs a half hour
   * does not wait for those who need days.
   */
  layingOut: Record<'DAYS' | 'HALF_HOUR', Promise<void>>;
}

function coreOf(places: Iterable<Place>): Core {
  const core = createCore(0);
  appendAll(core, places);
  return runNow(renewCore(core, core));
}

function appendAll(core: Core, places: Iterable<Place>): void {
  for (const place of places) append(core, place, core.packed.add(place), core.table.idOf(place.schedule));
}

function applyTo(core: Core, { upserts, removals }: PlaceChanges): void {
  appendAll(core, upserts);
  for (const id of removals) remove(core, id);
}

function needsRebuild({ core, rebuilding }: State): boolean {
  const sealed = core.sealed?.count ?? 0;
  return rebuilding === null && core.count - sealed > Math.max(DELTA_ROWS, sealed / DELTA_SHARE);
}

function* renewed(core: Core): Steps<Core> {
  const wasteful = core.table.size > SPARE_SCHEDULES * Math.max(1000, core.liveCount);
  const built = yield* renewCore(core, wasteful ? createHours() : core);
  // What was kept of the old rows is not worked out by the first who asks.
  yield* fillSlices(built, [...core.slices.keys()]);
  return built;
}

/** Builds a new core between requests and puts it in place of the old one; whoever starts later wins. */
async function rebuild(state: State, steps: Steps<Core>): Promise<void> {
  const mine = (state.rebuilding = { missed: [] as PlaceChanges[] });
  const core = await runSliced(steps);
  if (state.rebuilding !== mine) return;
  for (const changes of mine.missed) applyTo(core, changes);
  state.core = core;
  state.rebuilding = null;
}

function layOut(state: State, when: When | null, window: Window | null): Promise<void> | null {
  const missing = missingOf(state.core, when, window);
  if (missing === null) return null;
  // In its turn all may be there, laid out for another; or the core is a new one.
  const laid = state.layingOut[missing].then(() => runSliced(layOutSteps(state.core, when, window)));
  state.layingOut[missing] = laid.catch(() => undefined);
  return laid;
}

/** Places become rows as they come, while the database looks for the next; then the rows are brought into their order. */
async function loadInto(state: State, batches: AsyncIterable<Place[]>): Promise<void> {
  const core = createCore(0);
  for await (const batch of batches) appendAll(core, batch);
  await rebuild(state, renewCore(core, core));
}

function placeOf(core: Core, id: string): Place | null {
  const row = core.byId.get(id);
  return row === undefined ? null : placeAt(core, row);
}

/** Mergers follow each other; two that were merged into each other by mistake end the search. */
function successorOf({ core, successors }: State, id: string): Place | null {
  const seen = new Set([id]);
  for (let next = successors.get(id); next !== undefined && !seen.has(next); next = successors.get(next)) {
    const place = placeOf(core, next);
    if (place !== null) return place;
    seen.add(next);
  }
  return null;
}

function partsOf(core: Core, id: string): Place[] {
  const rows = (core.parts.get(id) ?? []).filter((row) => core.byId.get(core.ids[row]!) === row);
  return rows.map((row) => placeAt(core, row)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function* eachPlace(core: Core, request: SearchRequest): Iterable<Place> {
  const { matched } = select(core, request);
  for (let word = 0; word < matched.length; word++) {
    for (let rest = matched[word]!; rest !== 0; rest &= rest - 1) yield placeAt(core, (word << 5) + lowestBit(rest));
  }
}
