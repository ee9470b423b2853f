import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryLock } from '../../server/local-database/lock.ts';
import { dataFolder, removeFolder } from './own-engine.ts';

let folder = '';

beforeEach(async () => {
  folder = await dataFolder();
});

afterEach(() => removeFolder(folder));

const LOCK = new URL('../../server/local-database/lock.ts', import.meta.url).href;

/** A process that takes the lock, forgets what gives it back, and sweeps its memory. */
const holder = (path: string) =>
  spawn(process.execPath, [
    ...['--expose-gc', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e'],
    `import { tryLock } from ${JSON.stringify(LOCK)};
     (() => { if (!tryLock(${JSON.stringify(path)})) process.exit(1); })();
     for (let i = 0; i < 5; i++) { gc(); await new Promise((resolve) => setTimeout(resolve, 20)); }
     console.log('swept');
     setInterval(() => {}, 1000);`,
  ]);

it('a lock is held until its process ends, though nobody keeps what gives it back', async () => {
  const path = join(folder, 'lock');
  const child = holder(path);
  await once(child.stdout, 'data');
  expect(tryLock(path)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'close');
  const unlock = tryLock(path);
  expect(unlock).toBeDefined();
  unlock?.();
});
