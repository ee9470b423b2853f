/** A cache that forgets what was not used for longest. */
export interface Lru<K, V> {
  get(key: K): V | undefined;
  /** Whether it is kept; no use of it. */
  has(key: K): boolean;
  /** Answers with what is forgotten for it: what the key had, else what was used longest ago where there is no room. */
  set(key: K, value: V): V | undefined;
  /** What is kept, used longest ago first. */
  keys(): Iterable<K>;
}

/** How often the caches of a name had what was looked for, since the process began. */
export interface CacheUse {
  hits: number;
  misses: number;
}

interface Entry<V> {
  value: V;
  /** When it was put at the end, by the count of such. */
  turn: number;
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
  const entries = new Map<K, Entry<V>>();
  // What was put at the end since is still among the newest quarter: it stays where it is, and a hit writes nothing.
  const fresh = capacity >>> 2;
  let turn = 0;
  const use = uses.get(name) ?? { hits: 0, misses: 0 };
  uses.set(name, use);
  /** A Map keeps the order of insertion: what is used goes to its end. */
  const putLast = (key: K, entry: Entry<V>) => {
    entry.turn = ++turn;
    entries.delete(key);
    entries.set(key, entry);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) {
        use.misses++;
        return undefined;
      }
      use.hits++;
      if (turn - entry.turn > fresh) putLast(key, entry);
      return entry.value;
    },
    has: (key) => entries.has(key),
    set(key, value) {
      const before = entries.get(key);
      putLast(key, { value, turn });
      if (entries.size <= capacity) return before?.value;
      const [oldest, { value: forgotten }] = entries.entries().next().value!;
      entries.delete(oldest);
      return forgotten;
    },
    keys: () => entries.keys(),
  };
}
