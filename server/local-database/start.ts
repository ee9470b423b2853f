/** A MongoDB-compatible engine of our own, for a machine on which no MONGODB_URI is given. */
export interface LocalDatabase {
  /** Give it to mongoose unchanged. It stays the same for as long as this object lives. */
  uri: string;
  engine: { name: 'mongod' | 'DocumentDB'; version: string; how: string };
  /** Lets the engine go; the last one who does so ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

export interface LocalDatabaseEnvironment {
  /** Where unpacked engines are kept, shared by every checkout of this user. */
  cacheDir: string;
  /** The PATH on which a `mongod` is looked for. */
  path: string;
  /** Nothing may be fetched: what is on PATH or in the cache has to do. */
  offline?: boolean;
}

export interface LocalDatabaseOptions {
  /** DATA_DIR: the engine keeps its files in `database/` below it. */
  dataDir: string;
  log: (line: string) => void;
  environment: LocalDatabaseEnvironment;
  /** The loopback port of the engine; a free one where none is given. */
  port?: number;
  /** false: what was acknowledged may be lost when the machine loses power. For tests only. */
  durable?: boolean;
}

/** Starts the engine whose data is in dataDir, or attaches to the one that runs there already. */
export function startLocalDatabase(_options: LocalDatabaseOptions): Promise<LocalDatabase> {
  return Promise.reject(new Error('The local database is not built yet. Set MONGODB_URI.'));
}

/** For commands beside a running server: the same, named for what it does there. */
export function attachLocalDatabase(options: LocalDatabaseOptions): Promise<LocalDatabase> {
  return startLocalDatabase(options);
}
