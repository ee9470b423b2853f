import sharp from 'sharp';
import { refuse } from '../domain/user-error.ts';
import { countUse } from './count-use.ts';
import type { People, Viewer } from './people.ts';
import { blobName } from './photos.ts';
import { newId } from './tokens.ts';

/** 8 MB, as cameras of phones make them. */
export const MOST_BYTES = 8 * 2 ** 20;
/** 50 megapixels: a picture of a few kilobytes can be a thousand times as large once it is open. */
const MOST_PIXELS = 50_000_000;
const LARGE = 1600;
const SMALL = 480;
const PER_DAY = { points: 100, seconds: 86_400 };

/**
 * Keeps a picture: turned upright, made anew in two sizes as WebP. Nothing of the file survives but its pixels: no place
 * where it was taken, no camera, no script that calls itself a picture.
 * @returns the photo's id
 * @throws Refused for what is no JPEG, PNG or WebP, is too large, or one too many today
 */
export async function keepPhoto(people: People, { account }: Viewer, bytes: Buffer, now: number): Promise<string> {
  const { store } = people;
  await countUse(people, { name: 'photos', limit: PER_DAY, key: account._id, path: ['photo'] });
  const large = await reencoded(bytes, LARGE);
  const small = await reencoded(bytes, SMALL);
  const id = newId();
  await store.blobs.save(blobName(id, 'large'), large.data);
  await store.blobs.save(blobName(id, 'small'), small.data);
  const { width, height } = large.info;
  await store.photos.add({
    ...{ _id: id, accountId: account._id, placeId: null, alt: null, width, height },
    ...{ state: 'UPLOADED', uploadedAt: new Date(now) },
  });
  return id;
}

/** By its first bytes, not by its name: the formats that phones and scanners make. */
function looksLikePicture(bytes: Buffer): boolean {
  const jpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const png = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const webp =
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP';
  return jpeg || png || webp;
}

async function reencoded(bytes: Buffer, edge: number) {
  if (!looksLikePicture(bytes)) refuse('INVALID', ['photo'], 'PHOTO_FORMAT');
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  return picture
    .rotate()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => refuse('INVALID', ['photo'], 'PHOTO_FORMAT'));
}
