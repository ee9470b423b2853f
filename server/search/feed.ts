import type { Place } from '../domain/place.ts';
import { publicView } from '../domain/public-view.ts';
import { epochDayAt } from '../domain/schedule/calendar-day.ts';
import { giveBackMemory } from './memory.ts';
import type { PlaceIndex } from './place-index.ts';

/** Where changes come from. */
export interface ChangeSource {
  /** Every place that changed at or after a moment of the database's clock, whatever its status; every place where null. */
  since(databaseTime: Date | null): AsyncIterable<Place[]>;
  /** The database's own clock. */
  databaseTime(): Promise<Date>;
}

export interface FeedReadiness {
  ready: boolean;
  /** Places in the index. */
  places: number;
  /** ms since the index last heard from the database. */
  staleMs: number;
  reason?: string;
}

/** Keeps an index true to the store. */
export interface Feed {
  readiness: () => FeedReadiness;
  /** Makes a write of this very server searchable at once. */
  applyNow: (place: Place) => void;
  /** Ends the polling; resolves when the poll under way is over. */
  stop: () => Promise<void>;
}

export interface FeedOptions {
  /** ms between polls; 700 unless said, so that a write of another server is seen within 2 s. */
  pollMs?: number;
  /**
   * ms by which a poll looks back behind the poll before; 15,000 unless said. Longer than a write may take (10 s):
   * a write that gets its time from the database and becomes visible only later is still met.
   */
  overlapMs?: number;
  /** ms without an answer from the database after which the server is not ready; 5,000 unless said. */
  staleAfterMs?: number;
  clock?: () => number;
}

/** A removal is remembered this long, so that an older state of the place that a poll still brings is not taken for news. */
const REMEMBER_MS = 120_000;

interface State {
  /** Database time up to which every change is known. */
  knownUntil: Date;
  heardAt: number;
  problem: string | null;
  /** Removed ids: revision and when. */
  removed: Map<string, { revision: number; at: number }>;
}

/**
 * Fills the index from the store and follows it from then on. Resolves when the index is complete and the hours of a day
 * are laid out; rejects where the first reading fails. Later failures are survived: the index goes on answering, and the
 * next successful poll catches up.
 */
export async function followStore(index: PlaceIndex, source: ChangeSource, options: FeedOptions = {}): Promise<Feed> {
  const { pollMs = 700, overlapMs = 15_000, staleAfterMs = 5_000, clock = () => performance.now() } = options;
  const knownUntil = await source.databaseTime();
  await index.load(published(index, source.since(null)));
  await index.prepare(knownUntil.getTime(), 'DAY');
  giveBackMemory();
  const state: State = { knownUntil, heardAt: clock(), problem: null, removed: new Map() };
  const poll = async () => {
    const now = await source.databaseTime();
    const since = new Date(Math.min(now.getTime(), state.knownUntil.getTime()) - overlapMs);
    for await (const places of source.since(since)) applyAll(index, state, places, clock());
    // The days ahead move on: once a day the hours of those that have come into reach are laid out.
    if (epochDayAt(now.getTime()) !== epochDayAt(state.knownUntil.getTime())) await index.prepare(now.getTime());
    Object.assign(state, { knownUntil: now, heardAt: clock(), problem: null });
    forget(state, clock());
  };
  const loop = repeat(poll, pollMs, (error) => {
    state.problem = error instanceof Error ? error.message : String(error);
  });
  return {
    readiness() {
      const staleMs = Math.round(clock() - state.heardAt);
      const ready = staleMs <= staleAfterMs;
      const reason = `The database has not answered for ${staleMs} ms${state.problem === null ? '' : `: ${state.problem}`}`;
      return { ready, places: index.size, staleMs, ...(ready ? {} : { reason }) };
    },
    applyNow: (place) => applyAll(index, state, [place], clock()),
    stop: () => loop.stop(),
  };
}

/** Only what visitors may see ever comes into the index. */
async function* published(index: PlaceIndex, batches: AsyncIterable<Place[]>): AsyncIterable<Place[]> {
  for await (const batch of batches) {
    index.apply({ upserts: [], removals: [], successors: successorsIn(batch) });
    yield batch.filter(({ status }) => status === 'PUBLISHED').map(publicView);
  }
}

const successorsIn = (places: Place[]) =>
  places.flatMap(({ id, status, mergedInto }): [string, string][] =>
    status === 'ARCHIVED' && mergedInto ? [[id, mergedInto]] : [],
  );

/** Only what is news: polls overlap, and a write of this server may be ahead of a poll that began before it. */
function applyAll(index: PlaceIndex, state: State, places: Place[], at: number): void {
  const upserts: Place[] = [];
  const removals: string[] = [];
  for (const place of places) {
    const known = index.own(place.id);
    if (place.status !== 'PUBLISHED') {
      if (known !== null && known.revision > place.revision) continue;
      state.removed.set(place.id, { revision: place.revision, at });
      if (known !== null) removals.push(place.id);
    } else if (isNews(place, known, state)) {
      upserts.push(publicView(place));
      state.removed.delete(place.id);
    }
  }
  const successors = successorsIn(places);
  if (upserts.length + removals.length + successors.length > 0) index.apply({ upserts, removals, successors });
}

function isNews(place: Place, known: Place | null, { removed }: State): boolean {
  if (known === null) return place.revision >= (removed.get(place.id)?.revision ?? 0);
  if (place.revision !== known.revision) return place.revision > known.revision;
  return place.updatedAt.getTime() !== known.updatedAt.getTime();
}

function forget({ removed }: State, now: number): void {
  for (const [id, { at }] of removed) if (now - at > REMEMBER_MS) removed.delete(id);
}

/** Runs a job again and again, never twice at once, whatever becomes of it. */
function repeat(job: () => Promise<void>, pauseMs: number, failed: (error: unknown) => void) {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      running = job()
        .catch(failed)
        .finally(() => {
          if (!stopped) schedule();
        });
    }, pauseMs);
    timer.unref();
  };
  schedule();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
