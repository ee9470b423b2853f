import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';

export interface Supervised {
  /** Stops it for good and waits until it has ended. */
  stop(): Promise<void>;
}

/** Between two attempts to start what does not start. */
const PAUSE_MS = 2_000;

/**
 * Starts an engine, and again whenever it ends by itself. Rejects where the first start does; later failures are logged,
 * each once, and tried again.
 */
export const supervise = async (
  name: string,
  launch: () => Promise<Child>,
  log: (line: string) => void,
): Promise<Supervised> => {
  let child = await launch();
  let stopping = false;

  const relaunch = async (): Promise<void> => {
    for (let told = ''; !stopping; await sleep(PAUSE_MS)) {
      try {
        child = await launch();
        return;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (why !== told) log(`データベース：${why}`);
        told = why;
      }
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      const how = await child.ended;
      if (stopping) return;
      log(`データベース：${name} が止まったので、もう一度始めます（${how}）。`);
      await relaunch();
    }
    // It was being started again while it was stopped.
    await child.stop();
  };
  const watching = watch();
  return {
    stop: async () => {
      stopping = true;
      await child.stop();
      await watching;
    },
  };
};
