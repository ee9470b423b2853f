import type { GazetteerPart } from './pack.ts';
import { createPlaceNames, type PlaceNames } from './suggest.ts';
import { createTownBook, type TownBook } from './towns.ts';

/** Where the gazetteer is kept: the store's blobs, so that every server of one database has the same. */
export interface Blobs {
  save(name: string, bytes: Uint8Array, metadata?: Record<string, unknown>): Promise<void>;
  read(name: string): Promise<Uint8Array | null>;
  savedAt(name: string): Promise<Date | null>;
}

/** One blob with all parts, so that no server ever meets half a gazetteer. */
const BLOB = 'gazetteer';

interface PartHeader {
  id: string;
  rows: number;
  source: string;
  length: number;
}

/** `length of the header (4 bytes, big endian), header as JSON, the parts' bytes one after another`. */
export function toBytes(parts: readonly GazetteerPart[]): Uint8Array {
  const headers: PartHeader[] = parts.map(({ id, rows, source, data }) => ({ id, rows, source, length: data.length }));
  const header = Buffer.from(JSON.stringify(headers));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, ...parts.map((part) => part.data)]);
}

/** The inverse of {@link toBytes}. */
export function fromBytes(bytes: Uint8Array): GazetteerPart[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4 + buffer.readUInt32BE(0);
  const headers = JSON.parse(buffer.toString('utf8', 4, at)) as PartHeader[];
  return headers.map(({ id, rows, source, length }) => {
    const data = buffer.subarray(at, at + length);
    at += length;
    return { id, rows, source, data };
  });
}

/** Replaces the kept gazetteer. */
export async function keepGazetteer(blobs: Blobs, parts: readonly GazetteerPart[]): Promise<void> {
  await blobs.save(BLOB, toBytes(parts), { parts: parts.length });
}

/** When the kept gazetteer was loaded; null where none ever was. */
export const gazetteerTime = (blobs: Blobs): Promise<Date | null> => blobs.savedAt(BLOB);

/** The kept parts; empty where no gazetteer was ever loaded. */
export async function keptParts(blobs: Blobs): Promise<GazetteerPart[]> {
  const bytes = await blobs.read(BLOB);
  return bytes === null ? [] : fromBytes(bytes);
}

/** Towns for locating addresses, and names of towns and stations for suggestions, of the kept gazetteer. */
export async function townBookOf(blobs: Blobs): Promise<TownBook & PlaceNames> {
  const parts = await keptParts(blobs);
  return { ...createTownBook(parts), ...createPlaceNames(parts) };
}
