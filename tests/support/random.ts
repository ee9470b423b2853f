/** Seeded random numbers: the same seed, the same run, everywhere. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to). */
  int(from: number, to: number): number;
  /** True once in a while. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Each item with this probability. */
  some<T>(items: readonly T[], probability: number): T[];
  /** About normal, mean 0, deviation 1. */
  normal(): number;
}

/** Mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length)]!,
    some: (items, probability) => items.filter(() => next() < probability),
    normal: () => next() + next() + next() + next() + next() + next() - 3,
  };
}
