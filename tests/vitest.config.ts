import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Node takes the `main` of graphql, Vite its `module`: a schema of one is none to the other.
    alias: [{ find: /^graphql$/, replacement: new URL('../node_modules/graphql/index.js', import.meta.url).pathname }],
  },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/database-setup.ts'],
    // Browser, database and server wait for each other: one file alone leaves a core idle on a machine with two.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // One second, the default, is nothing for a page on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
