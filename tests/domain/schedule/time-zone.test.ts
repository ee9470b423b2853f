import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const script = new URL('support/print-answers.ts', import.meta.url).pathname;

const answersIn = (zone: string) => {
  const run = spawnSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { answers: run.stdout, offset: run.stderr.trim() };
};

describe('the time zone of the process', () => {
  it('does not change a span, an answer, a badge, a calendar or JSON-LD', () => {
    const tokyo = answersIn('Asia/Tokyo');
    expect(tokyo.offset).toBe('-540');
    expect(tokyo.answers.split('\n')).toHaveLength(42);
    for (const [zone, offset] of [
      ['UTC', '0'],
      ['America/New_York', '300'],
    ] as const) {
      const other = answersIn(zone);
      expect(other.offset).toBe(offset);
      expect(other.answers === tokyo.answers).toBe(true);
    }
  });
});
