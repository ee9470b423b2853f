import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import { diskCache, type Tile } from './disk-cache.ts';
import type { TileNumber } from './tile-number.ts';

export interface TileSourceOptions {
  /** Template with `{z}`, `{x}` and `{y}`. */
  url: string;
  /** Where tiles are kept, absolute. */
  folder: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Of all kept tiles together. */
  maxBytes?: number;
  /** How long a kept tile is served without asking the source again. */
  lifetimeMs?: number;
  /** How long the source may take. */
  timeoutMs?: number;
}

/** `missing`: the source has no such tile. `away`: it does not answer, or with what is no tile. */
export type TileAnswer = Tile | 'missing' | 'away';

export interface TileSource {
  tile(number: TileNumber): Promise<TileAnswer>;
}

const TILE_BYTES = 2 * 1024 * 1024;
/** Distinct tiles that are fetched at a time; a source that hangs must not hold more. */
const MOST_FETCHED = 64;
/** After a failure or a missing tile nobody asks for it again for this long. */
const REST_MS = 30_000;
const MOST_RESTING = 10_000;
const TILE_TYPE = /^(image\/(png|jpeg|webp)|application\/(vnd\.mapbox-vector-tile|x-protobuf|octet-stream))\b/;

/**
 * Street tiles of somebody else's, fetched once however many ask, kept on disk, and asked for with nothing of the visitor:
 * no header, no address. Where the source is away an old tile is better than none.
 */
export function tileSource(options: TileSourceOptions): TileSource {
  const { now, lifetimeMs = 30 * DAY_MS } = options;
  const cache = diskCache(options.folder, options.maxBytes ?? 500 * 1024 * 1024);
  const fetching = new Map<string, Promise<TileAnswer>>();
  const resting = new Map<string, { until: number; answer: 'missing' | 'away' }>();

  function rest(name: string, answer: 'missing' | 'away'): void {
    if (resting.size >= MOST_RESTING) resting.clear();
    resting.set(name, { until: now() + REST_MS, answer });
  }

  async function find(name: string, number: TileNumber): Promise<TileAnswer> {
    const kept = await cache.read(name, now());
    if (kept && kept.age < lifetimeMs) return kept.tile;
    const rested = resting.get(name);
    if (rested && rested.until > now()) return kept?.tile ?? rested.answer;
    const answer = await fetchTile(options, number);
    if (typeof answer === 'string') {
      rest(name, answer);
      return kept?.tile ?? answer;
    }
    resting.delete(name);
    await cache.write(name, answer);
    return answer;
  }

  return {
    tile(number) {
      const name = `${number.z}/${number.x}/${number.y}`;
      const running = fetching.get(name);
      if (running) return running;
      if (fetching.size >= MOST_FETCHED) return Promise.resolve('away');
      const found = find(name, number).finally(() => fetching.delete(name));
      fetching.set(name, found);
      return found;
    },
  };
}

/** Never rejects. */
async function fetchTile({ url, timeoutMs = 5000 }: TileSourceOptions, number: TileNumber): Promise<TileAnswer> {
  const address = url.replace(/\{([zxy])\}/g, (_, axis: 'z' | 'x' | 'y') => String(number[axis]));
  try {
    const response = await fetch(address, {
      headers: { accept: 'image/*,application/x-protobuf', 'user-agent': 'Ibasho tile cache' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 404 || response.status === 204) return 'missing';
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !TILE_TYPE.test(type) || Number(response.headers.get('content-length')) > TILE_BYTES) {
      await response.body?.cancel();
      return 'away';
    }
    const bytes = await readWithin(response, TILE_BYTES);
    return bytes ? { bytes, type } : 'away';
  } catch {
    return 'away';
  }
}

/** The body, or null where it is longer than it may be. */
async function readWithin(response: Response, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (!response.body) return null;
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
