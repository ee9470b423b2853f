import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import type { Socket } from 'node:net';

/** An engine as a process of ours. */
export interface Child {
  pid: number;
  /** Resolves when it has ended, with a word on how. */
  ended: Promise<string>;
  /** Asks it to stop (SIGINT: PostgreSQL's fast shutdown, mongod's clean one), and after 15 s makes it. */
  stop(): Promise<void>;
}

/**
 * Descriptor 3 is a pipe whose other end only we hold. A line on it means: all is done. Its end without one means that
 * we were killed: then a watcher, which is nobody's child so that the engine does not meet it, stops the engine.
 */
const GUARD = '( ( read -r line <&3 || kill -INT "$$" ) & ) ; exec "$@" 3<&-';

const LARGEST_LOG = 10_000_000;

const openLog = (path: string): number => {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) truncateSync(path);
  return openSync(path, 'a', 0o600);
};

const endOf = (child: ChildProcess, done: () => void): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      done();
      resolve(signal ? `ended by ${signal}` : `ended with status ${code}`);
    });
  });

export interface ChildOptions {
  command: string[];
  logFile: string;
  environment?: Record<string, string>;
  /** The folder it starts in. */
  folder: string;
}

/** Starts an engine in a session of its own, out of reach of the terminal's Ctrl-C; it ends when we do. */
export const startChild = (options: ChildOptions): Child => {
  const log = openLog(options.logFile);
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', ...options.command], {
    detached: true,
    cwd: options.folder,
    // HOME and such would let the caller's settings reach in; the engine needs none of them.
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', ...options.environment },
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  const pipe = child.stdio[3] as Socket;
  pipe.on('error', () => {});
  // The watcher holds the other end: when that closes, it has gone too.
  const unwatched = new Promise<void>((resolve) => pipe.once('close', () => resolve()));
  pipe.resume();
  const ended = endOf(child, () => pipe.end('done\n'));
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGINT');
      const hard = setTimeout(() => child.kill('SIGQUIT'), 15_000);
      const harder = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      await unwatched;
      clearTimeout(hard);
      clearTimeout(harder);
    },
  };
};

/** The end of a log, for a message on why an engine did not start. */
export const lastLines = (path: string, from: number, count = 5): string => {
  try {
    return readFileSync(path).subarray(from).toString('utf8').trim().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
};
