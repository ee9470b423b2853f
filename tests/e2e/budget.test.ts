import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

const { go } = openStage();

/** What a phone loads of script before a map is asked for, bytes through gzip. */
const MOST = 90_000;

it.each(['/', '/?need=eat&who=9', '/?need=eat&view=days', '/places/dinner'])(
  'on %s the script before the map is within its budget',
  (start) =>
    go({ start }, async (page) => {
      await page.waitForLoadState('networkidle');
      const loaded = await page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
      );
      const sizes = await Promise.all(
        loaded.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()), { level: 9 }).length),
      );
      const sum = sizes.reduce((all, size) => all + size, 0);
      // Less than this would mean that nothing was counted.
      expect(sum).toBeGreaterThan(40_000);
      expect(sum).toBeLessThanOrEqual(MOST);
    }),
);
