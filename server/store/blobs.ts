import type { Connection } from 'mongoose';
import mongoose from 'mongoose';

/** Bytes by name, in GridFS, so that every server of the database has them. */
export interface BlobStore {
  /** Replaces what had this name; a reader meets the old or the new, never a mixture. */
  save(name: string, bytes: Uint8Array, metadata?: Record<string, unknown>): Promise<void>;
  /** The newest bytes of this name; null where there are none. */
  read(name: string): Promise<Uint8Array | null>;
  /** Removes what has this name; nothing where there is nothing. */
  remove(name: string): Promise<void>;
  /** When the newest bytes of this name were stored; null where there are none. */
  savedAt(name: string): Promise<Date | null>;
}

/** Blobs on a connection. */
export function blobsOn(connection: Connection): BlobStore {
  const bucket = () => {
    if (!connection.db) throw new Error('The database connection is closed.');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'blobs' });
  };
  const newest = async (name: string) =>
    (await bucket().find({ filename: name }).sort({ uploadDate: -1 }).limit(1).toArray())[0] ?? null;
  return {
    async save(name, bytes, metadata) {
      const older = await bucket().find({ filename: name }).toArray();
      const stream = bucket().openUploadStream(name, { metadata });
      await new Promise<void>((resolve, reject) => {
        stream.once('finish', resolve).once('error', reject);
        stream.end(Buffer.from(bytes));
      });
      for (const file of older) await bucket().delete(file._id);
    },
    async read(name) {
      const file = await newest(name);
      if (!file) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of bucket().openDownloadStream(file._id)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async remove(name) {
      for (const file of await bucket().find({ filename: name }).toArray()) await bucket().delete(file._id);
    },
    async savedAt(name) {
      return (await newest(name))?.uploadDate ?? null;
    },
  };
}
