import { cleanLine } from '../domain/clean-text.ts';
import type { PlacePhoto } from '../domain/place.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredPhoto } from '../store/photos.ts';
import type { Asking } from './people.ts';
import { mayRead, type Placed, relationTo, requireAccount, requireRight } from './rights.ts';
import { ask, write } from './submit.ts';

const MOST_PHOTOS = 8;

/** Name of a photo's bytes among the blobs. */
export const blobName = (id: string, size: 'large' | 'small') => `photos/${id}/${size}`;

/** Photos of a place, those that wait only for who may see them. */
export async function photosOf({ people, viewer }: Asking, place: Placed): Promise<StoredPhoto[]> {
  const photos = await people.store.photos.ofPlace(place.id);
  return mayRead(viewer, place, 'waitingPhotos') ? photos : photos.filter(({ state }) => state === 'PUBLIC');
}

/** Photos that somebody has put to a place that was never sent: they go with it. */
export async function photosOfDraft({ people, viewer }: Asking, placeId: string): Promise<StoredPhoto[]> {
  const photos = await people.store.photos.ofPlace(placeId);
  return photos.filter(({ accountId }) => accountId === viewer?.account._id);
}

/** A place whose photos the viewer may change; null for a new one that they are writing. @throws Refused NOT_FOUND, FORBIDDEN */
async function openPhotos(asking: Asking, mutation: 'attachPhoto' | 'removePhoto', id: string) {
  const { operators, places } = asking.people.store;
  const viewer = requireAccount(asking.viewer);
  const base = await places.read(id);
  const isNew = base === null && (await operators.draft(id, viewer.account._id)) !== null;
  return { viewer, base: isNew ? null : requireRight(mutation, viewer, base, ['id']) };
}

const shownOf = ({ _id, alt, width, height }: StoredPhoto): PlacePhoto => ({ id: _id, alt, width, height });

/**
 * Adds an uploaded photo to a place: it waits for review, a moderator's is public at once; of a place that is not sent
 * yet it goes with it.
 */
export async function attachPhoto(
  asking: Asking,
  input: { id: string; photo: string; alt?: string | null | undefined },
): Promise<StoredPhoto[]> {
  const { photos } = asking.people.store;
  const { viewer, base } = await openPhotos(asking, 'attachPhoto', input.id);
  const photo = await photos.byId(input.photo);
  const usable = photo?.accountId === viewer.account._id && photo.state === 'UPLOADED';
  if (!photo || !usable) return refuse('NOT_FOUND', ['photo'], 'PHOTO');
  if ((await photos.ofPlace(input.id)).length >= MOST_PHOTOS)
    refuse('INVALID', ['photo'], 'PHOTOS_MOST', { most: MOST_PHOTOS });
  const alt = cleanLine(input.alt ?? '').slice(0, 200) || null;
  const shown = shownOf({ ...photo, alt });
  const isPublic = base !== null && ['MODERATOR', 'ADMIN'].includes(relationTo(viewer, base));
  await photos.set(photo._id, { placeId: input.id, alt, state: isPublic ? 'PUBLIC' : 'WAITING' });
  if (base === null) return photosOfDraft(asking, input.id);
  if (isPublic)
    await write(asking, viewer, { base, place: { ...base, photos: [...(base.photos ?? []), shown] }, why: 'PHOTO' });
  else if (base.status !== 'DRAFT')
    await ask(asking, viewer.account._id, { place: base, kind: 'EDIT', facts: {}, photos: [shown], message: null });
  return photosOf(asking, base);
}

/** Takes a photo off a place, at once. */
export async function removePhoto(asking: Asking, input: { id: string; photo: string }): Promise<StoredPhoto[]> {
  const { photos } = asking.people.store;
  const { viewer, base } = await openPhotos(asking, 'removePhoto', input.id);
  const photo = await photos.byId(input.photo);
  if (photo?.placeId !== input.id || photo.state === 'REMOVED') return refuse('NOT_FOUND', ['photo']);
  await photos.set(photo._id, { state: 'REMOVED' });
  if (base === null) return photosOfDraft(asking, input.id);
  await takeFromReviews(asking, base.id, photo._id);
  const left = (base.photos ?? []).filter(({ id }) => id !== photo._id);
  if (left.length !== (base.photos ?? []).length)
    await write(asking, viewer, { base, place: { ...base, photos: left }, why: 'PHOTO' });
  return photosOf(asking, base);
}

/** Nobody is to approve a photo that its owner took away. */
async function takeFromReviews({ people }: Asking, placeId: string, photoId: string): Promise<void> {
  for (const review of await people.store.reviews.ofPlace(placeId)) {
    if (review.state !== 'WAITING' || !review.photos.some(({ id }) => id === photoId)) continue;
    await people.store.reviews.amend(review._id, { photos: review.photos.filter(({ id }) => id !== photoId) });
  }
}
