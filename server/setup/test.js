import { spawnSync } from 'node:child_process';
import { become, build, codegen, fail, prepare, ROOT, say } from './prepare.js';

// `npm test`: everything that a bare clone needs, then every check. `npm test -- PATTERN` runs the matching tests alone.
const filters = process.argv.slice(2);
const node = prepare();
codegen(node);
build(node);

/** @param {string} what @param {string[]} args */
function check(what, args) {
  say(`\n── ${what}`);
  const started = Date.now();
  const result = spawnSync(node, args, { cwd: ROOT, stdio: 'inherit' });
  if (result.status !== 0) fail(`${what}: 失敗しました。上の出力を見てください。`);
  say(`   ${((Date.now() - started) / 1000).toFixed(0)} 秒`);
}

if (filters.length === 0) {
  check('lint', ['node_modules/eslint/bin/eslint.js', '.']);
  check('types: server, tests', ['node_modules/typescript/bin/tsc', '--noEmit']);
  check('types: web', [
    'node_modules/svelte-check/bin/svelte-check',
    '--workspace',
    'web',
    '--tsconfig',
    './tsconfig.json',
    '--output',
    'human',
  ]);
  check('types: service worker', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web/src/service-worker']);
}
// The runner's own closing line is the last word.
say('\n── tests');
become(node, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...filters]);
