/** A cache that forgets what was not used for longest. */
export interface Lru<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  /** What is kept, used longest ago first. */
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
  const entries = new Map<K, V>();
  const use = uses.get(name) ?? { hits: 0, misses: 0 };
  uses.set(name, use);
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) {
        use.misses++;
        return undefined;
      }
      use.hits++;
      // A Map keeps the order of insertion: what is used goes to its end.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    keys: () => entries.keys(),
    capacity,
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > capacity) entries.delete(entries.keys().next().value as K);
    },
  };
}
