import { fieldText } from '../domain/describe-field.ts';
import type { Place } from '../domain/place.ts';
import { localDateAt } from '../domain/schedule/calendar-day.ts';
import type { Voice } from '../domain/voice.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { confirmMail, waitingMail } from './mail-texts.ts';
import type { People } from './people.ts';
import { blobName } from './photos.ts';
import { moderatedPrefixes } from './rights.ts';
import { ask, type Request } from './submit.ts';
import { hashOf, newToken } from './tokens.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365.2425 * DAY_MS;
/** Between two questions whether everything is still right. */
const ASK_MS = 90 * DAY_MS;
const LINK_DAYS = 60;
/** A mail that was claimed and not sent (its server died, or SMTP was away) is tried again after this. */
const RETRY_MS = 10 * 60_000;
const REMEMBER_MS = 400 * DAY_MS;
const BATCH = 200;

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

/** Sends a mail once, whichever server comes first; one that could not be sent is tried again later. */
async function sendOnce(
  people: People,
  about: string,
  now: Date,
  mail: () => Promise<Parameters<People['mailer']['send']>[0]>,
) {
  const { once } = people.store;
  const expiresAt = new Date(now.getTime() + REMEMBER_MS);
  if (!(await once.claimMail(about, now, { retryMs: RETRY_MS, expiresAt }))) return;
  try {
    await people.mailer.send(await mail());
  } catch {
    return;
  }
  await once.sentMail(about, now);
}

/** Every 90 days since the last confirmation, everybody who operates a place is asked. */
async function askForConfirmation(people: People, now: Date): Promise<void> {
  const ids = await people.store.operators.operated();
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const place of await people.store.places.readAll(ids.slice(start, start + BATCH))) {
      const since = (place.confirmedAt ?? place.createdAt).getTime();
      const times = Math.floor((now.getTime() - since) / ASK_MS);
      if (place.status === 'PUBLISHED' && times >= 1) await askOperators(people, place, `${since}:${times}`, now);
    }
  }
}

async function askOperators(people: People, place: Place, round: string, now: Date): Promise<void> {
  const { store, publicUrl } = people;
  const members = await store.operators.of(place.id);
  for (const account of await store.accounts.byIds(members.map(({ accountId }) => accountId))) {
    await sendOnce(people, `confirm:${place.id}:${round}:${account._id}`, now, async () => {
      const token = newToken();
      const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
      await store.once.keepConfirmation({ _id: hashOf(token), placeId: place.id, accountId: account._id, expiresAt });
      return confirmMail({
        ...{ to: account.email, voice: account.voice, name: place.name, shown: shownOf(place, account.voice) },
        ...{ link: `${publicUrl}/confirm?token=${token}`, editLink: `${publicUrl}/my/${place.id}` },
      });
    });
  }
}

const SHOWN = ['name', 'address', 'schedule', 'ages', 'fee', 'contact'] as const;

/** What is shown of a place, a line each; what it hides stays out of a mail, too. */
export function shownOf(place: Place, voice: Voice): string[] {
  return SHOWN.flatMap((field) => {
    if (field === 'address' && place.addressHidden) return [];
    const value = field === 'contact' && place.phonesHidden ? { ...place.contact, phones: [] } : place[field];
    return fieldText(field, value, voice)?.split('\n') ?? [];
  });
}

/** A place that waits, of a process that died before it had put it before the moderators, is put before them. */
async function askForLost(people: People, now: Date): Promise<void> {
  const { places, reviews } = people.store;
  for (const place of await places.pending(new Date(now.getTime() - RETRY_MS))) {
    const asked = (await reviews.ofPlace(place.id)).some(
      ({ kind, state }) => kind === 'REGISTRATION' && state === 'WAITING',
    );
    const [sent] = asked ? [] : await places.history(place.id, 1);
    const request = { place, kind: 'REGISTRATION', facts: {}, photos: [], message: null } satisfies Request;
    if (sent) await ask({ people, now: now.getTime() }, sent.who, request);
  }
}

/** A moderator is told daily of what waits, and weekly of places that nobody confirmed for a year. */
async function tellModerators(people: People, now: Date): Promise<void> {
  for (const account of await people.store.accounts.withRoles()) {
    const found = await waitingFor(people, account, now);
    if (found.waiting + found.reports + found.stale === 0) continue;
    const urgent = found.waiting + found.reports > 0;
    const day = localDateAt(now.getTime());
    const week = Math.floor(now.getTime() / (7 * DAY_MS));
    const about = `moderator:${account._id}:${urgent ? day : `week ${week}`}`;
    const link = `${people.publicUrl}/moderate`;
    await sendOnce(people, about, now, () =>
      Promise.resolve(waitingMail({ to: account.email, voice: account.voice, ...found, link })),
    );
  }
}

async function waitingFor({ store }: People, account: StoredAccount, now: Date) {
  const areas = moderatedPrefixes({ account, session: '', places: new Set() });
  const { total: waiting } = await store.reviews.waiting(areas, 1, null);
  const { total: reports } = await store.reviews.reports(areas, 1, null);
  const before = new Date(now.getTime() - YEAR_MS);
  const { total: stale } = await store.places.stale({ areas, before, first: 1, after: null });
  return { waiting, reports, stale };
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
