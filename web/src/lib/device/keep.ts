/** What of `Storage` is used: the browser's own, or a test's. */
export type KeepingPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whether a value was kept; if not, whether there is no room or the browser keeps nothing (a private window, a setting). */
export type Keeping = 'kept' | 'full' | 'refused';

/** Shape of what is kept. A later program that keeps another shape counts up and still reads this one. */
const VERSION = 1;

/**
 * Reads what was kept under a name. What is missing, of another version, broken or made by somebody else's hand is
 * `fallback`: `parse` returns null for anything that it does not know. Never throws.
 */
export function readKept<T>(place: KeepingPlace, name: string, parse: (value: unknown) => T | null, fallback: T): T {
  try {
    const kept: unknown = JSON.parse(place.getItem(name) ?? 'null');
    if (!isRecord(kept) || kept.version !== VERSION) return fallback;
    return parse(kept.value) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value under a name; null removes it. Never throws: the answer says whether it is kept. */
export function keep(place: KeepingPlace, name: string, value: unknown): Keeping {
  try {
    if (value === null) place.removeItem(name);
    else place.setItem(name, JSON.stringify({ version: VERSION, value }));
    return 'kept';
  } catch (error) {
    return error instanceof Error && /quota/i.test(error.name) ? 'full' : 'refused';
  }
}

/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
