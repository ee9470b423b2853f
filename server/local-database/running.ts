/** A MongoDB-compatible engine of our own, for a machine on which no MONGODB_URI is given. */
export interface LocalDatabase {
  /** Give it to mongoose unchanged. It stays the same for as long as this object lives. */
  uri: string;
  engine: { name: 'mongod' | 'DocumentDB'; version: string; how: string };
  /** Lets the engine go; the last one who does so ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

/** An engine at work. */
export interface Engine {
  uri: string;
  engine: LocalDatabase['engine'];
  stop(): Promise<void>;
}
