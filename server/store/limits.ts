import type { Connection } from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';

/** So many times in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

export interface LimitStore {
  /** Counts one use under a key; the seconds to wait where it was one too many, else 0. Shared by every server of the database. */
  consume(name: string, limit: Limit, key: string): Promise<number>;
}

/** Limits that are counted in the database. */
export function limitsOn(connection: Connection): LimitStore {
  const limiters = new Map<string, RateLimiterMongo>();
  const limiter = (name: string, { points, seconds }: Limit) => {
    const known = limiters.get(name);
    if (known) return known;
    const made = new RateLimiterMongo({
      storeClient: connection.db,
      tableName: 'limits',
      keyPrefix: name,
      points,
      duration: seconds,
      disableIndexesCreation: true,
    });
    limiters.set(name, made);
    return made;
  };
  return {
    async consume(name, limit, key) {
      try {
        await limiter(name, limit).consume(key);
        return 0;
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
        throw reason;
      }
    },
  };
}

/** Creates what is missing. */
export async function createLimitIndexes(connection: Connection): Promise<void> {
  const limits = connection.db?.collection('limits');
  await limits?.createIndex({ key: 1 }, { unique: true });
  await limits?.createIndex({ expire: 1 }, { expireAfterSeconds: 0 });
}
