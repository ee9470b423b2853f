import type { Place } from '../domain/place.ts';
import { DAY_MS, YEAR_MS, localDateAt } from '../domain/schedule/calendar-day.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { StoredReport } from '../store/reviews.ts';
import { unkeptMail, unsafeMail, waitingMail } from './mails/moderator-mails.ts';
import type { People, Viewer } from './people.ts';
import { moderatedPrefixes, relationTo } from './rights.ts';
import { sendOnce } from './send-once.ts';

const HOUR_MS = 3_600_000;

/** An account as it would see a place, were it signed in. */
const viewerOf = (account: StoredAccount): Viewer => ({ account, session: '', places: new Set() });

/** Who is to look at a place: its moderators, or where it has none, the admins. */
async function moderatorsOf({ store }: People, place: Place): Promise<StoredAccount[]> {
  const accounts = await store.accounts.withRoles();
  const those = (relation: string) => accounts.filter((each) => relationTo(viewerOf(each), place) === relation);
  return those('MODERATOR').length > 0 ? those('MODERATOR') : those('ADMIN');
}

/** Tells whoever moderates a place that somebody was frightened or hurt there; of one place at most once an hour. */
export async function tellUnsafe(people: People, { placeId, at }: StoredReport, now: Date): Promise<void> {
  const place = await people.store.places.read(placeId);
  const link = `${people.publicUrl}/moderate/${placeId}`;
  const hour = Math.floor(at.getTime() / HOUR_MS);
  for (const { _id, email, voice } of place ? await moderatorsOf(people, place) : []) {
    const mail = unsafeMail({ to: email, voice, name: place?.name ?? '', link });
    await sendOnce(people, `unsafe:${placeId}:${hour}:${_id}`, now, mail);
  }
}

/** Tells whoever moderates a place that nobody operates it any more, where that is so. */
export async function tellUnkept(people: People, placeId: string): Promise<void> {
  const { places, operators } = people.store;
  const place = (await operators.of(placeId)).length === 0 ? await places.read(placeId) : null;
  if (place?.status !== 'PUBLISHED') return;
  const link = `${people.publicUrl}/moderate/${placeId}`;
  for (const { email, voice } of await moderatorsOf(people, place))
    await people.mailer.send(unkeptMail({ to: email, voice, name: place.name, link })).catch(() => undefined);
}

/**
 * A moderator is told daily of what waits, and weekly of places that nobody confirmed for a year; of what is unsafe at
 * once, and here again where that mail could not be sent.
 */
export async function tellModerators(people: People, now: Date): Promise<void> {
  for (const report of await people.store.reviews.openUnsafe(new Date(now.getTime() - DAY_MS)))
    await tellUnsafe(people, report, now);
  for (const account of await people.store.accounts.withRoles()) {
    const found = await waitingFor(people, account, now);
    if (found.waiting + found.reports + found.stale === 0) continue;
    const urgent = found.waiting + found.reports > 0;
    const day = localDateAt(now.getTime());
    const week = Math.floor(now.getTime() / (7 * DAY_MS));
    const about = `moderator:${account._id}:${urgent ? day : `week ${week}`}`;
    const link = `${people.publicUrl}/moderate`;
    await sendOnce(people, about, now, waitingMail({ to: account.email, voice: account.voice, ...found, link }));
  }
}

async function waitingFor({ store }: People, account: StoredAccount, now: Date) {
  const areas = moderatedPrefixes(viewerOf(account));
  const { total: waiting } = await store.reviews.waiting(areas, 1, null);
  const { total: reports } = await store.reviews.reports(areas, 1, null);
  const before = new Date(now.getTime() - YEAR_MS);
  const { total: stale } = await store.places.stale({ areas, before, first: 1, after: null });
  return { waiting, reports, stale };
}
