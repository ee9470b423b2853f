import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Headless and alone: nothing of it speaks to anybody but the pages that a test opens. WebGL comes by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for the tests, installed if it is missing and that is possible. Throws saying what to do where it is not. */
export async function openBrowser(flags: string[] = []): Promise<Browser> {
  const executablePath = onPath() ?? install();
  return chromium.launch({ args: [...FLAGS, ...flags], ...(executablePath ? { executablePath } : {}) });
}

function onPath(): string | null {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the installed browser; null where playwright-core keeps its own and finds it by itself. */
function install(): string | null {
  const failures: string[] = [];
  const attempt = (name: string, run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      return false;
    }
  };
  if (process.getuid?.() === 0 && attempt('apt-get', installFromDebian)) {
    const found = onPath();
    if (found) return found;
  }
  if (isExecutable(chromium.executablePath()) || attempt('playwright-core', installFromPlaywright)) return null;
  throw new Error(
    `The browser tests need Chromium. Install it ("apt-get install chromium" on Debian) and run them again.\n${failures.join('\n')}`,
  );
}

function installFromDebian(): void {
  const options = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const run = (...args: string[]) =>
    execFileSync('apt-get', [...options, ...args], {
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update');
  run('install', 'chromium', 'fonts-noto-cjk');
}

function installFromPlaywright(): void {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'pipe' });
}
