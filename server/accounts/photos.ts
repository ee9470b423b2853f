import { cleanLine } from '../domain/clean-text.ts';
import type { Place } from '../domain/place.ts';
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

/** Adds an uploaded photo to a place: it waits for review, a moderator's is public at once. */
export async function attachPhoto(
  asking: Asking,
  input: { id: string; photo: string; alt?: string | null | undefined },
): Promise<Place> {
  const { photos, places } = asking.people.store;
  const viewer = requireAccount(asking.viewer);
  const base = requireRight('attachPhoto', viewer, await places.read(input.id), ['id']);
  const photo = await photos.byId(input.photo);
  const usable = photo?.accountId === viewer.account._id && photo.state === 'UPLOADED';
  if (!photo || !usable) return refuse('NOT_FOUND', ['photo'], 'PHOTO');
  if ((await photos.ofPlace(base.id)).length >= MOST_PHOTOS)
    refuse('INVALID', ['photo'], 'PHOTOS_MOST', { most: MOST_PHOTOS });
  const alt = cleanLine(input.alt ?? '').slice(0, 200) || null;
  const shown = { id: photo._id, alt, width: photo.width, height: photo.height };
  if (['MODERATOR', 'ADMIN'].includes(relationTo(viewer, base))) {
    await photos.set(photo._id, { placeId: base.id, alt, state: 'PUBLIC' });
    return write(asking, viewer, { base, place: { ...base, photos: [...(base.photos ?? []), shown] }, why: 'PHOTO' });
  }
  await photos.set(photo._id, { placeId: base.id, alt, state: 'WAITING' });
  await ask(asking, viewer.account._id, { place: base, kind: 'EDIT', facts: {}, photos: [shown], message: null });
  return base;
}

/** Takes a photo off a place, at once. */
export async function removePhoto(asking: Asking, input: { id: string; photo: string }): Promise<Place> {
  const { photos, places } = asking.people.store;
  const viewer = requireAccount(asking.viewer);
  const base = requireRight('removePhoto', viewer, await places.read(input.id), ['id']);
  const photo = await photos.byId(input.photo);
  if (photo?.placeId !== base.id || photo.state === 'REMOVED') return refuse('NOT_FOUND', ['photo']);
  await photos.set(photo._id, { state: 'REMOVED' });
  await takeFromReviews(asking, base.id, photo._id);
  if (!(base.photos ?? []).some(({ id }) => id === photo._id)) return base;
  const left = (base.photos ?? []).filter(({ id }) => id !== photo._id);
  return write(asking, viewer, { base, place: { ...base, photos: left }, why: 'PHOTO' });
}

/** Nobody is to approve a photo that its owner took away. */
async function takeFromReviews({ people }: Asking, placeId: string, photoId: string): Promise<void> {
  for (const review of await people.store.reviews.ofPlace(placeId)) {
    if (review.state !== 'WAITING' || !review.photos.some(({ id }) => id === photoId)) continue;
    await people.store.reviews.amend(review._id, { photos: review.photos.filter(({ id }) => id !== photoId) });
  }
}
