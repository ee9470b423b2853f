import type { Place, PlacePhoto } from '../domain/place.ts';
import { refuse, Refused } from '../domain/user-error.ts';
import type { StoredReview } from '../store/reviews.ts';
import { checkBase, conflict, openDraft, viewDraft } from './drafts.ts';
import { similarPlaces } from './duplicates.ts';
import type { Asking, People, Viewer } from './people.ts';
import { moderatedIn, relationTo } from './rights.ts';
import { splitChange } from './split-change.ts';
import { newId } from './tokens.ts';

/** `SubmitPlaceInput` of the contract. */
export interface SubmitPlace {
  id: string;
  message?: string | null | undefined;
  notDuplicate?: boolean | null | undefined;
}

export interface Submitted {
  place: Place;
  /** What waits for a moderator; null where everything is live. */
  review: StoredReview | null;
}

/**
 * Applies the viewer's draft: a moderator's is live at once; an operator's new place waits, and of a published one what
 * FIELD_RIGHTS says.
 * @throws Refused with every problem of the draft, DUPLICATE with the places, CONFLICT with what changed
 */
export async function submitPlace(asking: Asking, input: SubmitPlace): Promise<Submitted> {
  const { people, now } = asking;
  const { viewer, draft, base } = await openDraft(asking, input.id, 'submitPlace');
  // What was asked back may be sent once more as it is.
  if (draft === null && base?.status !== 'DRAFT') return refuse('NOT_FOUND', ['id'], 'NO_DRAFT');
  if (draft !== null) await checkBase(asking, draft.revision, base, draft);
  const { place, problems } = draft ? viewDraft(people, draft, base, now) : { place: base!, problems: [] };
  checkComplete(place, problems);
  if (!input.notDuplicate && isNewHere(base, place)) {
    const duplicates = similarPlaces(people, place);
    if (duplicates.length > 0) throw new Refused({ code: 'DUPLICATE', path: ['id'] }, { duplicates });
  }
  const message = input.message?.trim().slice(0, 1000) || null;
  const submitted = await apply(asking, viewer, { base, place, message });
  await people.store.operators.removeDraft(input.id, viewer.account._id);
  return submitted;
}

function checkComplete(place: Place, problems: Refused['problems']): void {
  const missing: Refused['problems'] = [];
  const lacks = (field: string, say: string) => {
    if (!problems.some(({ path }) => path[1] === field))
      missing.push({ code: 'REQUIRED', path: ['place', field], say });
  };
  if (place.name === '') lacks('name', 'NAME');
  if (place.kinds.length === 0) lacks('kinds', 'KINDS');
  if (place.municipalityCode === null && place.serviceArea.length === 0) lacks('address', 'WHERE');
  if (problems.length + missing.length > 0) throw new Refused([...problems, ...missing]);
}

/** Whether name or place are new, so that the place may be there already under another id. */
const isNewHere = (base: Place | null, place: Place) =>
  base === null || base.status !== 'PUBLISHED' || base.name !== place.name;

interface Change {
  base: Place | null;
  place: Place;
  message: string | null;
}

async function apply(asking: Asking, viewer: Viewer, change: Change): Promise<Submitted> {
  const { base, place } = change;
  const relation = relationTo(viewer, place);
  const moderates = relation === 'MODERATOR' || relation === 'ADMIN';
  // Who moved a place into their own area must moderate the area that it comes from, too.
  if (moderates && (base === null || relationTo(viewer, base) === relation)) return publishNow(asking, viewer, change);
  return base?.status === 'PUBLISHED' || base?.status === 'SUSPENDED'
    ? changePublished(asking, viewer, { ...change, base })
    : register(asking, viewer, change);
}

async function publishNow(asking: Asking, viewer: Viewer, { base, place, message }: Change): Promise<Submitted> {
  await becomeOperator(asking, viewer, base, place.id);
  const status = base?.status === 'SUSPENDED' || base?.status === 'ARCHIVED' ? base.status : 'PUBLISHED';
  const added = base === null ? await waitingPhotos(asking.people, place.id) : [];
  const photos = [...(place.photos ?? []), ...added];
  const next = { ...place, status, photos, confirmedAt: new Date(asking.now) } as const;
  const written = await write(asking, viewer, { base, place: next, why: why('EDIT', message) });
  for (const { id } of added) await asking.people.store.photos.set(id, { state: 'PUBLIC' });
  return { place: written, review: null };
}

async function becomeOperator(
  { people, now }: Asking,
  viewer: Viewer,
  base: Place | null,
  placeId: string,
): Promise<void> {
  if (base === null) await people.store.operators.add(placeId, viewer.account._id, new Date(now));
}

/** Photos that were put to a place before it was sent. */
export async function waitingPhotos({ store }: People, placeId: string): Promise<PlacePhoto[]> {
  const photos = await store.photos.ofPlace(placeId);
  return photos
    .filter(({ state }) => state === 'WAITING')
    .map(({ _id, alt, width, height }) => ({ id: _id, alt, width, height }));
}

/** A new place: kept as waiting, seen by nobody but its operators and moderators. */
async function register(asking: Asking, viewer: Viewer, { base, place, message }: Change): Promise<Submitted> {
  await becomeOperator(asking, viewer, base, place.id);
  const next: Place = { ...place, status: 'PENDING', confirmedAt: new Date(asking.now) };
  const written = await write(asking, viewer, { base, place: next, why: why('REGISTER', message) });
  const request = { place: written, kind: 'REGISTRATION', facts: {}, message } as const;
  const photos = await waitingPhotos(asking.people, place.id);
  return { place: written, review: await ask(asking, viewer.account._id, { ...request, photos }) };
}

async function changePublished(asking: Asking, viewer: Viewer, change: Change & { base: Place }): Promise<Submitted> {
  const { base, place, message } = change;
  const { live, waiting, waitingFields } = splitChange(base, place);
  if (Object.keys(live).length + waitingFields.length === 0) refuse('INVALID', ['id'], 'NO_CHANGE');
  const next: Place = { ...base, ...live, confirmedAt: new Date(asking.now) };
  const written =
    Object.keys(live).length === 0
      ? base
      : await write(asking, viewer, { base, place: next, why: why('EDIT', message) });
  if (waitingFields.length === 0) return { place: written, review: null };
  const review = await ask(asking, viewer.account._id, {
    place: written,
    kind: 'EDIT',
    facts: waiting,
    photos: [],
    message,
  });
  return { place: written, review };
}

/** A reason as the journal keeps it: what was done, and what who did it had to say. */
export const why = (deed: string, message: string | null): string => (message === null ? deed : `${deed}: ${message}`);

/** Commits a place over the revision that its writer saw, and shows it at once. @throws Refused CONFLICT */
export async function write(
  asking: Asking,
  viewer: Viewer | null,
  { base, place, why: reason }: { base: Place | null; place: Place; why: string },
): Promise<Place> {
  const { people } = asking;
  const who = viewer?.account._id ?? 'link';
  const change = { place, expectedRevision: base?.revision ?? 0, who, why: reason };
  const written = await people.store.places.save(change);
  if (written === null) throw conflict(asking, await people.store.places.read(place.id), null, base);
  people.publish(written);
  return written;
}

export type Request = Pick<StoredReview, 'kind' | 'facts' | 'photos' | 'message'> & { place: Place };

/** Puts something before the moderators; what the same account already waits for on the place takes it in. */
export async function ask(
  { people, now }: Pick<Asking, 'people' | 'now'>,
  accountId: string,
  request: Request,
): Promise<StoredReview> {
  const { reviews } = people.store;
  const { place, kind, facts, photos, message } = request;
  const waiting = await reviews.waitingOf(place.id, accountId, kind);
  const municipalityCode = moderatedIn(place);
  const submittedAt = new Date(now);
  if (waiting) {
    const others = waiting.photos.filter(({ id }) => !photos.some((photo) => photo.id === id));
    const joined = { facts: { ...waiting.facts, ...facts }, photos: [...others, ...photos] };
    const amended = { ...joined, municipalityCode, message: message ?? waiting.message, submittedAt };
    if (await reviews.amend(waiting._id, amended)) return { ...waiting, ...amended };
  }
  const review: StoredReview = {
    ...{ _id: newId(), kind, state: 'WAITING', placeId: place.id, municipalityCode, accountId },
    ...{ facts, photos, message, submittedAt, decidedAt: null, decidedBy: null, reason: null },
  };
  await reviews.add(review);
  return review;
}
