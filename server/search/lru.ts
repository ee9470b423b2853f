/**
 * A cache that forgets what was not used for long. Two generations take the place of an order of use: half of what is kept
 * was used since the other half was, and the older half goes as a whole. So a hit writes nothing.
 */
export interface Lru<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  /** What is kept, the older half first. */
  keys(): Iterable<K>;
  readonly capacity: number;
}

/** How often the caches of a name had what was looked for, since the process began. */
export interface CacheUse {
  hits: number;
  misses: number;
}

const uses = new Map<string, CacheUse>();

/** The use of every cache by its name; caches that take one another's place are counted together. */
export function cacheUse(): Record<string, CacheUse> {
  return Object.fromEntries([...uses].map(([name, use]) => [name, { ...use }]));
}

/**
 * @param name what it is called in the metrics and the benchmark.
 * @param capacity how many entries are kept.
 */
export function createLru<K, V>(name: string, capacity: number): Lru<K, V> {
  let [older, newer] = [new Map<K, V>(), new Map<K, V>()];
  const use = uses.get(name) ?? { hits: 0, misses: 0 };
  uses.set(name, use);
  const put = (key: K, value: V) => {
    newer.set(key, value);
    if (newer.size * 2 >= capacity) [older, newer] = [newer, new Map<K, V>()];
  };
  return {
    get(key) {
      let value = newer.get(key);
      if (value === undefined) {
        value = older.get(key);
        if (value === undefined) {
          use.misses++;
          return undefined;
        }
        older.delete(key);
        put(key, value);
      }
      use.hits++;
      return value;
    },
    set(key, value) {
      older.delete(key);
      put(key, value);
    },
    *keys() {
      yield* older.keys();
      yield* newer.keys();
    },
    capacity,
  };
}
