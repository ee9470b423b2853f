import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const tryTo = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** The arguments of a live process; empty for a zombie and for a number that nobody has. */
export const argumentsOf = (pid: number): string[] =>
  (tryTo(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').split('\0').filter((argument) => argument !== '');

/**
 * Live processes of an engine that work in this folder: the server, which its command line names, and those of
 * PostgreSQL that it leaves behind when it is killed, who call themselves "postgres: …". Nobody else who happens to
 * stand in the folder is meant, such as a shell.
 */
export const processesIn = (folder: string): number[] =>
  (tryTo(() => readdirSync('/proc')) ?? [])
    .filter((name) => /^\d+$/.test(name) && tryTo(() => readlinkSync(`/proc/${name}/cwd`)) === folder)
    .map(Number)
    .filter((pid) => argumentsOf(pid)[0]?.startsWith('postgres:') || argumentsOf(pid).includes(folder));

const signal = (pid: number, name: NodeJS.Signals): void => {
  tryTo(() => process.kill(pid, name));
};

const waitUntil = async (isOver: () => boolean, milliseconds: number): Promise<boolean> => {
  const deadline = performance.now() + milliseconds;
  while (!isOver()) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
};

/**
 * Ends what an engine that was killed has left behind in its folder: first the server, politely, then whoever is left.
 * `server` is the number its lock file names; it is believed only where that process is at work with this folder.
 */
export const endLeftovers = async (folder: string, server: number | undefined): Promise<void> => {
  const isTheServer = (pid: number): boolean => argumentsOf(pid).includes(folder);
  if (server !== undefined && isTheServer(server)) {
    for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      signal(server, name);
      if (await waitUntil(() => !isTheServer(server), 10_000)) break;
    }
  }
  if (await waitUntil(() => processesIn(folder).length === 0, 5_000)) return;
  for (const pid of processesIn(folder)) signal(pid, 'SIGKILL');
  await waitUntil(() => processesIn(folder).length === 0, 10_000);
};
