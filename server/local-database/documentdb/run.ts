import { spawn } from 'node:child_process';
import { onLines } from '../lines.ts';

export interface Outcome {
  status: number;
  out: string;
  /** The end of what it complained of. */
  complaint: string;
}

export interface RunOptions {
  onLine?: ((line: string) => void) | undefined;
}

/** Runs a program to its end. Resolves with its status; a program that is not there has status 127. */
export const run = (command: string, args: string[], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    // The caller's environment stays in force, for proxies are named there; what is said must be in English.
    const child = spawn('/usr/bin/env', ['LC_ALL=C', 'LANGUAGE=', 'DEBIAN_FRONTEND=noninteractive', command, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: string[] = [];
    const complaints: string[] = [];
    onLines(child.stdout, (line) => {
      out.push(line);
      options.onLine?.(line);
    });
    onLines(child.stderr, (line) => complaints.push(line));
    child.once('error', reject);
    child.once('close', (status, signal) => {
      const complaint = complaints
        .filter((line) => !line.startsWith('W:'))
        .slice(-6)
        .join('\n');
      resolve({
        status: status ?? 1,
        out: out.join('\n'),
        complaint: complaint || (signal ? `ended by ${signal}` : ''),
      });
    });
  });

/** As run, but throws what was said where the status is not 0. */
export const must = async (command: string, args: string[], options: RunOptions = {}): Promise<string> => {
  const { status, out, complaint } = await run(command, args, options);
  if (status !== 0)
    throw new Error(`${command} ${args[0] ?? ''}: ${complaint || out.split('\n').slice(-6).join('\n')}`);
  return out;
};
