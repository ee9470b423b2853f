import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const BUSY = 5; // SQLITE_BUSY

/** A database that nobody refers to is closed when memory is swept, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that the kernel itself gives back when this process ends, however it ends; nothing can go stale.
 * Node offers no flock, but SQLite's file lock is one. Returns what gives it back, or undefined where another holds it.
 */
export const tryLock = (path: string): (() => void) | undefined => {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    held.add(file);
    return () => {
      held.delete(file);
      file.close();
    };
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined;
    throw error;
  }
};

/** Waits for the lock; `onWait` is called once where another process holds it. */
export const takeLock = async (path: string, onWait: () => void): Promise<() => void> => {
  for (let told = false; ; told = true) {
    const unlock = tryLock(path);
    if (unlock) return unlock;
    if (!told) onWait();
    await sleep(200);
  }
};
