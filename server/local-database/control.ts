import type { LocalDatabase } from './running.ts';

/** What the keeper tells those who hold it, one JSON document a line. */
export type Report =
  | { kind: 'hello'; folder: string }
  | { kind: 'log'; line: string }
  | { kind: 'ready'; uri: string; engine: LocalDatabase['engine'] }
  | { kind: 'failed'; message: string };

/** What the keeper process is started with, as JSON in its first argument. */
export interface KeeperOptions {
  folder: string;
  cacheDir: string;
  path: string;
  offline: boolean;
  durable: boolean;
  /** 0 = a free one. */
  port: number;
  /** The keeper of before has died, and its clients know its port: wait for it to become free. */
  again: boolean;
}

/** The line by which a holder lets go. */
export const RELEASE = 'release';

/** The keeper's exit status where another one has the folder already. */
export const TAKEN = 75;

/** The keeper's exit status where it has said on its standard error, in one sentence, why no engine can run. */
export const FAILED = 70;
