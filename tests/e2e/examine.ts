import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Look, looksAt } from './looks.ts';

/** A page, or a state that somebody brings it into. */
export interface PageState {
  name: string;
  /** Path of the server. */
  start: string;
  /** What is done there. It must not know the voice: by id or place, not by words. */
  act?: (page: Page) => Promise<void>;
}

/** Runs in the page before anything of ours: what waits for an idle moment (a map beside the list) waits for ever. */
export const NEVER_IDLE = 'window.requestIdleCallback = () => 0;';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Breaches that axe finds, every rule on: the rule and where. */
export async function breaches(page: Page): Promise<[string, string[]][]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
}

async function wear(page: Page, theme: Look['theme']): Promise<void> {
  const colorScheme = theme === 'dark' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme, forcedColors: theme === 'forced' ? 'active' : 'none' });
}

/** Brings a page into a state in one look, on a device that keeps nothing. */
async function open(page: Page, { start, act }: PageState, { voice, width, theme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width < 960 ? 640 : 900 });
  await wear(page, theme);
  await page.evaluate('localStorage.clear()');
  await page.goto(`/voice/${voice}?back=${encodeURIComponent(start)}`);
  await act?.(page);
}

/**
 * In the looks of each state axe finds nothing, with no rule disabled, and nothing is wider than the screen. Says of
 * every look of every state where that is not so, not of the first one alone.
 * @param first number of the first state among all that are examined
 */
export async function examine(page: Page, states: PageState[], first: number): Promise<void> {
  for (const [index, state] of states.entries()) {
    let last: Look | null = null;
    for (const look of looksAt(first + index)) {
      // A page that stands there changes its theme as it is.
      if (last?.voice === look.voice && last.width === look.width) await wear(page, look.theme);
      else await open(page, state, look);
      last = look;
      const found = await breaches(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      const at = { state: state.name, ...look };
      expect.soft({ ...at, found, width }).toEqual({ ...at, found: [], width: look.width });
    }
  }
}
