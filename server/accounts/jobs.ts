import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import { askForConfirmation } from './asking-again.ts';
import type { People } from './people.ts';
import { blobName } from './photos.ts';
import { RETRY_MS } from './send-once.ts';
import { ask, waitingPhotos } from './submit.ts';
import { tellModerators } from './telling-moderators.ts';

/** A job that one server does, and that nobody does again before `everyMs` are over: also not where that server died of it. */
interface Job {
  name: string;
  everyMs: number;
  run: (people: People, now: Date) => Promise<void>;
}

const JOBS: Job[] = [
  { name: 'confirmations', everyMs: 15 * 60_000, run: askForConfirmation },
  { name: 'registrations', everyMs: 15 * 60_000, run: askForLost },
  { name: 'moderators', everyMs: 15 * 60_000, run: tellModerators },
  { name: 'photos', everyMs: 60 * 60_000, run: removeLeftOver },
];

/**
 * Does what is due: mails that ask for a confirmation, what moderators should know, photos that nobody attached. Safe
 * to run on any number of servers at once. Time is the database's, so that servers agree on it.
 * @param holder names this server
 */
export async function runJobs(people: People, holder: string, now: Date): Promise<void> {
  const { once, places } = people.store;
  await places.rollForward();
  for (const { name, everyMs, run } of JOBS) {
    const mine = await once.lease(`job:${name}`, holder, now, new Date(now.getTime() + everyMs));
    if (mine) await run(people, now);
  }
}

/** A place that waits, of a process that died before it had put it before the moderators, is put before them. */
async function askForLost(people: People, now: Date): Promise<void> {
  const { places, reviews } = people.store;
  for (const place of await places.pending(new Date(now.getTime() - RETRY_MS))) {
    const asked = (await reviews.ofPlace(place.id)).some(
      ({ kind, state }) => kind === 'REGISTRATION' && state === 'WAITING',
    );
    const [sent] = asked ? [] : await places.history(place.id, 1);
    if (!sent) continue;
    const photos = await waitingPhotos(people, place.id);
    const request = { place, kind: 'REGISTRATION', facts: {}, photos, message: null } as const;
    await ask({ people, now: now.getTime() }, sent.who, request);
  }
}

/** Photos that nobody attached within a day, or that were taken off, are removed with their bytes. */
async function removeLeftOver({ store }: People, now: Date): Promise<void> {
  for (const { _id } of await store.photos.leftOver(new Date(now.getTime() - DAY_MS))) {
    await store.blobs.remove(blobName(_id, 'large'));
    await store.blobs.remove(blobName(_id, 'small'));
    await store.photos.remove(_id);
  }
}

/** Runs the jobs again and again until stopped; a failure is reported and does not end them. */
export function startJobs(
  people: People,
  { holder, everyMs, report }: { holder: string; everyMs: number; report: (error: unknown) => void },
): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = people.store
        .databaseTime()
        .then((now) => runJobs(people, holder, now))
        .catch(report)
        .finally(next);
    }, everyMs);
    timer.unref();
  };
  next();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
