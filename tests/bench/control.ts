import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';

/** Processes of a benchmark that do what another one asks of them, one thing after the other. */
export interface Worker {
  ask<T>(what: string, argument?: unknown): Promise<T>;
  pid: number;
  stop(): Promise<void>;
}

interface Question {
  id: number;
  what: string;
  argument: unknown;
}

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/** Starts a worker from a file of this folder; what it prints is not shown, what it complains of is. */
export function startWorker(file: string): Worker {
  const stdio: StdioOptions = ['ignore', 'ignore', 'inherit', 'ipc'];
  const child = fork(new URL(file, import.meta.url), {
    stdio,
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  child.on('message', ({ id, value, error }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value as never);
    else one?.reject(new Error(`${file}: ${error}`));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code}`));
  });
  return {
    ask: (what, argument) =>
      new Promise((resolve, reject) => {
        waiting.set(++count, { resolve, reject });
        child.send({ id: count, what, argument } satisfies Question);
      }),
    pid: child.pid ?? 0,
    stop: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // A worker keeps nothing; it may be in the middle of a long calculation.
    child.kill('SIGKILL');
  });
}

/** In the worker: what can be asked of it. */
export function answerQuestions(questions: Record<string, (argument: never) => unknown>): void {
  process.on('message', ({ id, what, argument }: Question) => {
    void Promise.resolve(argument as never)
      .then((value) => questions[what]?.(value))
      .then(
        (value) => process.send?.({ id, value } satisfies Answer),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? String(error.stack) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
