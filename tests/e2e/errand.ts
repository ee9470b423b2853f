import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

export interface ErrandOptions extends BrowserContextOptions {
  /** Where the person starts: a path of the server. */
  start?: string;
  /** Runs in the page before anything of ours. */
  before?: string;
  /** The network goes away on the errand: that the browser says so is no error. */
  mayLoseNetwork?: boolean;
  /** Street tiles may be missing: that the browser says so is no error. */
  mayLoseTiles?: boolean;
}

const ARTEFACTS = new URL('../artefacts/', import.meta.url).pathname;

/**
 * One person's errand in a browser of their own: opens the start page, does what the test says, and asserts that no
 * page error happened and nobody but our own server was spoken to. On failure a picture is left in tests/artefacts.
 */
export async function errand(
  browser: Browser,
  origin: string,
  { start = '/', before, mayLoseNetwork = false, mayLoseTiles = false, ...options }: ErrandOptions,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: PHONE,
    baseURL: origin,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    ...options,
  });
  // Shorter than a test's own limit, so that what was waited for is named.
  context.setDefaultTimeout(10_000);
  if (options.javaScriptEnabled !== false) context.on('page', waitForScripts);
  const page = await context.newPage();
  const watched = watch(page, origin, { mayLoseNetwork, mayLoseTiles });
  if (before) await context.addInitScript(before);
  try {
    await page.goto(origin + start);
    await run(page);
    expect(watched.errors).toEqual([]);
    expect(watched.foreign).toEqual([]);
  } catch (error) {
    mkdirSync(ARTEFACTS, { recursive: true });
    const name =
      expect
        .getState()
        .currentTestName?.replace(/[^\p{L}\p{N}]+/gu, '-')
        .slice(0, 80) ?? 'errand';
    await page.screenshot({ path: `${ARTEFACTS}${name}.png` }).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}

/** Not signed in, not allowed, not there, changed meanwhile, to be mended: the browser reports such answers by itself. */
const EXPECTED = /status of (401|403|404|409|422)/;
/** What the browser and Kit say of it, the update of the service worker among it. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|Failed to fetch|when fetching the script/;

function watch(
  page: Page,
  origin: string,
  { mayLoseNetwork, mayLoseTiles }: { mayLoseNetwork: boolean; mayLoseTiles: boolean },
): { errors: string[]; foreign: string[] } {
  const watched = { errors: [] as string[], foreign: [] as string[] };
  page.on('pageerror', (error) => watched.errors.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    const isExpected =
      EXPECTED.test(text) ||
      (mayLoseNetwork && NO_NETWORK.test(text)) ||
      (mayLoseTiles && text.includes('503') && (text + message.location().url).includes('/tiles/'));
    if (message.type() === 'error' && !isExpected) watched.errors.push(`${text} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) watched.foreign.push(url);
  });
  return watched;
}

/** Waits until the scripts of a page run, which they do after its words; at once where it has none. */
export async function alive(page: Page): Promise<void> {
  const hasScripts = await page.evaluate<boolean>(
    "[...document.scripts].some(({ text }) => text.includes('kit.start('))",
  );
  // Kit's own mark.
  if (hasScripts) await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Whoever opens an address looks at the page before they do anything: every `goto` but one up to `commit` waits so. */
function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (options?.waitUntil !== 'commit') await alive(page);
    return response;
  };
}

/** The map, once everything that was asked for is drawn on it: a browser without a graphics card takes its time. */
export async function drawnMap(page: Page): Promise<Locator> {
  const map = page.locator('.maplibregl-canvas');
  await page.locator('[aria-busy="false"]').filter({ has: map }).waitFor({ timeout: 60_000 });
  return map;
}

/** Names of the places that the list shows, in order. */
export async function listed(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: '見つかった場所' }).getByRole('heading', { level: 3 }).allInnerTexts();
}
