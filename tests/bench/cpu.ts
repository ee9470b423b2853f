import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds of CPU that processes have used (Linux, /proc/PID/stat); NaN elsewhere. */
export function cpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => sum + (ticksOf(pid) ?? 0), 0) / TICKS_PER_SECOND;
}

function ticksOf(pid: number): number | null {
  try {
    // Fields 14 and 15 (utime, stime), counted from behind the name, which may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return fields.slice(11, 13).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return process.platform === 'linux' ? null : NaN;
  }
}
