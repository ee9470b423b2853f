import { cleanText } from '../domain/clean-text.ts';
import type { Place } from '../domain/place.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredReview } from '../store/reviews.ts';
import { goneBack } from './keeping.ts';
import { type Decision, decisionMail } from './mails/decision-mail.ts';
import { moderated } from './moderated.ts';
import type { Asking, Viewer } from './people.ts';
import { why, write } from './submit.ts';

const LONGEST_REASON = 1000;

function reasonOf(reason: string | null | undefined, needed: boolean): string | null {
  const words = cleanText(reason ?? '');
  if (needed && words === '') refuse('REQUIRED', ['reason'], 'REASON');
  if (words.length > LONGEST_REASON)
    refuse('TOO_LONG', ['reason'], undefined, { length: words.length, most: LONGEST_REASON });
  return words === '' ? null : words;
}

export type ReviewDecision = 'APPROVE' | 'ASK_BACK' | 'REFUSE';
const STATES = { APPROVE: 'APPROVED', ASK_BACK: 'ASKED_BACK', REFUSE: 'REFUSED' } as const;

/** `ReviewPlaceInput` of the contract. */
export interface ReviewPlace {
  id: string;
  decision: ReviewDecision;
  reason?: string | null | undefined;
}

/**
 * Decides on what waits: approved is applied at once, and who asked gets a mail.
 * @throws Refused CONFLICT where somebody else has decided already
 */
export async function reviewPlace(asking: Asking, input: ReviewPlace): Promise<StoredReview> {
  const { people, now } = asking;
  const review = (await people.store.reviews.byId(input.id)) ?? refuse('NOT_FOUND', ['id']);
  const { viewer, place } = await moderated(asking, 'reviewPlace', review.placeId);
  const reason = reasonOf(input.reason, input.decision !== 'APPROVE');
  const state = STATES[input.decision];
  const decision = { state, decidedAt: new Date(now), decidedBy: viewer.account._id, reason };
  if (review.state !== 'WAITING') refuse('CONFLICT', ['id'], 'DECIDED');
  // Applied before it is marked: a process that dies between leaves it waiting, and approving again changes nothing more.
  if (input.decision === 'APPROVE') await approve(asking, viewer, place, review);
  else await sendBack(asking, viewer, { place, review, decision: input.decision, reason });
  if (!(await people.store.reviews.decide(review._id, decision))) refuse('CONFLICT', ['id'], 'DECIDED');
  await tell(asking, [review.accountId], place, state, reason);
  return { ...review, ...decision };
}

async function approve(asking: Asking, viewer: Viewer, base: Place, review: StoredReview): Promise<void> {
  const { operators, photos } = asking.people.store;
  if (review.kind === 'CLAIM') return operators.add(base.id, review.accountId, new Date(asking.now));
  const kept = (base.photos ?? []).filter(({ id }) => !review.photos.some((photo) => photo.id === id));
  const status = review.kind === 'REGISTRATION' && base.status !== 'SUSPENDED' ? 'PUBLISHED' : base.status;
  const next: Place = { ...base, ...review.facts, status, photos: [...kept, ...review.photos] };
  await write(asking, viewer, { base, place: next, why: why('APPROVE', review.message) });
  for (const { id } of review.photos) await photos.set(id, { state: 'PUBLIC' });
}

interface SentBack {
  place: Place;
  review: StoredReview;
  decision: Exclude<ReviewDecision, 'APPROVE'>;
  reason: string | null;
}

/** A new place is its writer's draft again, who may mend and send it once more; photos that were refused alone are taken away. */
async function sendBack(asking: Asking, viewer: Viewer, { place: base, review, decision, reason }: SentBack) {
  if (review.kind === 'REGISTRATION' && base.status === 'PENDING')
    await write(asking, viewer, { base, place: { ...base, status: 'DRAFT' }, why: why(decision, reason) });
  if (decision === 'ASK_BACK' || review.kind === 'REGISTRATION') return;
  for (const { id } of review.photos) await asking.people.store.photos.set(id, { state: 'REMOVED' });
}

/** Mails a decision; a mail that cannot be sent does not undo it. */
async function tell(
  { people }: Asking,
  accountIds: string[],
  place: Place,
  decision: Decision,
  reason: string | null,
): Promise<void> {
  for (const { email, voice } of await people.store.accounts.byIds(accountIds)) {
    const link = `${people.publicUrl}/my/${place.id}`;
    const mail = decisionMail({ to: email, voice, name: place.name, decision, reason, link });
    await people.mailer.send(mail).catch(() => undefined);
  }
}

/** Takes a place down at once, or puts it back, and tells its operators why. */
export async function suspendPlace(
  asking: Asking,
  input: { id: string; suspended: boolean; reason: string },
): Promise<Place> {
  const { viewer, place: base } = await moderated(asking, 'suspendPlace', input.id);
  const reason = reasonOf(input.reason, true);
  const [from, to] = input.suspended ? (['PUBLISHED', 'SUSPENDED'] as const) : (['SUSPENDED', 'PUBLISHED'] as const);
  if (base.status !== from) refuse('INVALID', ['id'], input.suspended ? 'PUBLISHED_ONLY' : 'NO_CHANGE');
  const written = await write(asking, viewer, { base, place: { ...base, status: to }, why: why(to, reason) });
  const operators = await asking.people.store.operators.of(base.id);
  const ids = operators.map(({ accountId }) => accountId);
  await tell(asking, ids, base, input.suspended ? 'SUSPENDED' : 'RESTORED', reason);
  return written;
}

/** Makes one of two places: the id of the first leads to the second for ever, and its operators operate the second. */
export async function mergePlaces(
  asking: Asking,
  input: { id: string; into: string; reason?: string | null | undefined },
): Promise<Place> {
  const { operators } = asking.people.store;
  if (input.id === input.into) refuse('INVALID', ['into'], 'SAME_PLACE');
  const { viewer, place: base } = await moderated(asking, 'mergePlaces', input.id);
  const { place: successor } = await moderated(asking, 'mergePlaces', input.into, ['into']);
  if (successor.status === 'ARCHIVED') refuse('INVALID', ['into'], 'SAME_PLACE');
  const place: Place = { ...base, status: 'ARCHIVED', mergedInto: successor.id };
  await write(asking, viewer, { base, place, why: why('MERGE', reasonOf(input.reason, false)) });
  for (const { accountId, since } of await operators.of(base.id)) await operators.add(successor.id, accountId, since);
  return successor;
}

/** Makes a place as it was at a revision; what is hidden now, or was hidden then, is hidden. */
export async function restoreRevision(
  asking: Asking,
  input: { id: string; revision: number; reason?: string | null | undefined },
): Promise<Place> {
  const { viewer, place: base } = await moderated(asking, 'restoreRevision', input.id);
  const old =
    (await asking.people.store.places.revision(input.id, input.revision)) ?? refuse('NOT_FOUND', ['revision']);
  const place = goneBack(base, old.after);
  return write(asking, viewer, { base, place, why: why(`RESTORE ${input.revision}`, reasonOf(input.reason, false)) });
}

const ERASED = {
  ADDRESS: { address: null, location: null },
  CONTACT: { contact: { phones: [], emails: [], url: null, fax: null } },
  OPERATOR: { operator: null },
} as const satisfies Record<string, Partial<Place>>;

/**
 * Removes a private field from a place, from every revision of it, and from what was ever asked for or is being written.
 * The imported row, which may hold it too, goes as well.
 */
export async function erasePrivate(asking: Asking, input: { id: string; field: keyof typeof ERASED }): Promise<Place> {
  const { viewer, place: base } = await moderated(asking, 'erasePrivate', input.id);
  const erased = ERASED[input.field];
  const rowless = <T extends Pick<Place, 'source'>>(place: T): T =>
    place.source === null ? place : { ...place, source: { ...place.source, row: {}, imported: null } };
  const written = await write(asking, viewer, {
    base,
    place: rowless({ ...base, ...erased }),
    why: `ERASE ${input.field}`,
  });
  const { places, reviews, operators } = asking.people.store;
  await places.eraseFromHistory(base.id, (after) => rowless({ ...after, ...erased }));
  await reviews.eraseFacts(base.id, Object.keys(erased));
  await operators.eraseFromDrafts(base.id, Object.keys(erased));
  return written;
}

/** Sets the pin, at once. @throws Refused OUTSIDE_JAPAN */
export async function correctPin(
  asking: Asking,
  input: { id: string; latitude: number; longitude: number },
): Promise<Place> {
  const { viewer, place: base } = await moderated(asking, 'correctPin', input.id);
  const { latitude, longitude } = input;
  if (!asking.people.land.isInJapan({ latitude, longitude })) refuse('OUTSIDE_JAPAN', ['latitude']);
  const place: Place = { ...base, location: { latitude, longitude, precision: 'EXACT' } };
  return write(asking, viewer, { base, place, why: 'PIN' });
}
