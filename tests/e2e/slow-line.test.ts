import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { alive, listed } from './errand.ts';
import { NEVER_IDLE } from './examine.ts';
import { openStage } from './stage.ts';

const { go } = openStage();

/** What is left of a line when the month's data is used up: 128 kbit/s, in bytes a second, and a third of a second away. */
const SLOW = { offline: false, latency: 300, downloadThroughput: 16_000, uploadThroughput: 16_000 };

async function onSlowLine(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
}

it('at 128 kbit/s the list is readable within ten seconds, and comes to life', () =>
  go({ start: '/robots.txt', before: NEVER_IDLE }, async (page) => {
    page.setDefaultTimeout(60_000);
    await onSlowLine(page);
    const started = performance.now();
    await page.goto('/?kind=nursery', { waitUntil: 'commit' });
    await page.getByRole('contentinfo').waitFor();
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await listed(page)).toHaveLength(20);
    await alive(page);
  }));
