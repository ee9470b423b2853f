import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A picture or vector tile, not compressed, with the type that it came with. */
export interface Tile {
  bytes: Buffer;
  type: string;
}

export interface DiskCache {
  /** The tile under a name with its age in milliseconds; null where there is none. */
  read(name: string, now: number): Promise<{ tile: Tile; age: number } | null>;
  /** Keeps a tile; the oldest give way where there is no room. Never rejects: a full disk costs speed, not the map. */
  write(name: string, tile: Tile): Promise<void>;
}

/** Room is made down to this share, so that it is not made again for every tile. */
const AFTER_EVICTION = 0.9;

/** Tiles as files below `folder`, at most `maxBytes` of them. A file is a line of JSON (its type) and the bytes. */
export function diskCache(folder: string, maxBytes: number): DiskCache {
  let size: Promise<number> | null = null;
  let evicting: Promise<void> | null = null;
  const fileOf = (name: string) => path.join(folder, name);

  async function evict(): Promise<void> {
    const files = (await filesBelow(folder)).sort((one, other) => one.time - other.time);
    let left = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { file, bytes } of files) {
      if (left <= maxBytes * AFTER_EVICTION) break;
      await rm(file, { force: true });
      left -= bytes;
    }
    size = Promise.resolve(left);
  }

  return {
    async read(name, now) {
      const file = fileOf(name);
      const [content, info] = await Promise.all([readFile(file), stat(file)]).catch(() => []);
      const tile = content && parse(content);
      return tile && info ? { tile, age: now - info.mtimeMs } : null;
    },
    async write(name, tile) {
      try {
        const content = Buffer.concat([Buffer.from(`${JSON.stringify(tile.type)}\n`), tile.bytes]);
        await writeWhole(fileOf(name), content);
        size ??= filesBelow(folder).then((files) => files.reduce((sum, { bytes }) => sum + bytes, 0));
        size = Promise.resolve((await size) + content.length);
        if ((await size) > maxBytes) await (evicting ??= evict().finally(() => (evicting = null)));
      } catch {
        // The tile was served; next time it is fetched again.
      }
    },
  };
}

/** Under another name first, so that nobody reads half a tile. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(aside, content);
  await rename(aside, file);
}

/** Null where the file is none of ours, or half of one. */
function parse(content: Buffer): Tile | null {
  const end = content.indexOf('\n');
  try {
    const type: unknown = JSON.parse(content.subarray(0, end).toString());
    return typeof type === 'string' ? { type, bytes: content.subarray(end + 1) } : null;
  } catch {
    return null;
  }
}

async function filesBelow(folder: string): Promise<{ file: string; bytes: number; time: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => {
      const info = await stat(file).catch(() => null);
      return info && { file, bytes: info.size, time: info.mtimeMs };
    }),
  );
  return found.filter((entry) => entry !== null);
}
