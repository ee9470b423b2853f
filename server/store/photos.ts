import type { AccountCollections } from './account-models.ts';
import type { PhotoDocument } from './account-documents.ts';

export type { PhotoDocument as StoredPhoto } from './account-documents.ts';

export interface PhotoStore {
  add(photo: PhotoDocument): Promise<void>;
  byId(id: string): Promise<PhotoDocument | null>;
  byIds(ids: string[]): Promise<PhotoDocument[]>;
  /** Photos of a place that wait or are public. */
  ofPlace(placeId: string): Promise<PhotoDocument[]>;
  countOf(accountId: string, since: Date): Promise<number>;
  set(id: string, fields: Partial<Pick<PhotoDocument, 'placeId' | 'alt' | 'state'>>): Promise<void>;
  /** Takes off every photo of a place that there will not be. */
  removeOf(placeId: string): Promise<void>;
  /** Uploads that were never attached, or were taken off, older than a moment. */
  leftOver(before: Date): Promise<PhotoDocument[]>;
  remove(id: string): Promise<void>;
}

/** What is known of photos, in these collections; their bytes are blobs. */
export function photosIn({ photos }: AccountCollections): PhotoStore {
  return {
    async add(photo) {
      await photos.insertOne(photo);
    },
    byId: (id) => photos.findOne({ _id: id }),
    byIds: (ids) => photos.find({ _id: { $in: ids } }).toArray(),
    ofPlace: (placeId) =>
      photos
        .find({ placeId, state: { $in: ['WAITING', 'PUBLIC'] } })
        .sort({ uploadedAt: 1 })
        .toArray(),
    countOf: (accountId, since) => photos.countDocuments({ accountId, uploadedAt: { $gte: since } }),
    async set(id, fields) {
      await photos.updateOne({ _id: id }, { $set: fields });
    },
    async removeOf(placeId) {
      await photos.updateMany({ placeId }, { $set: { state: 'REMOVED' } });
    },
    leftOver: (before) =>
      photos
        .find({ state: { $in: ['UPLOADED', 'REMOVED'] }, uploadedAt: { $lt: before } })
        .limit(100)
        .toArray(),
    async remove(id) {
      await photos.deleteOne({ _id: id });
    },
  };
}
