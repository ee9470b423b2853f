import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import { errand, type ErrandOptions } from './errand.ts';
import { aTown } from './town.ts';

/** What the errands of one test file share: a server with the built pages, and a browser. */
export interface Stage {
  readonly server: TestServer;
  readonly browser: Browser;
  /** One person's errand; see `errand`. */
  go: (options: ErrandOptions, run: (page: Page) => Promise<void>) => Promise<void>;
}

interface StageOptions {
  /** Of the server; the small town unless other places are said. Asked when the file's own preparations are done. */
  server?: TestServerOptions | (() => TestServerOptions);
  /** What every errand has, unless it says otherwise. */
  errands?: ErrandOptions;
}

/** Opens server and browser before the tests of the file that calls it, and closes them after. */
export function openStage({ server: serverOptions = {}, errands = {} }: StageOptions = {}): Stage {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    const options = typeof serverOptions === 'function' ? serverOptions() : serverOptions;
    [server, browser] = await Promise.all([startTestServer({ places: aTown(), web: true, ...options }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    go: (options, run) => errand(browser, server.url, { ...errands, ...options }, run),
  };
}
