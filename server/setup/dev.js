import { spawn } from 'node:child_process';
import { codegen, prepare, ROOT, say } from './prepare.js';

// `npm run dev`: the server restarts when its files change, the pages reload in place, on the same database.
const node = prepare();
codegen(node);
const port = Number(process.env.PORT ?? 3000);
const apiPort = port + 1;
const api = `http://127.0.0.1:${apiPort}`;
const env = {
  ...process.env,
  PORT: String(apiPort),
  WEB: 'off',
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
  API_ORIGIN: api,
};
const children = [
  spawn(node, ['--watch-path=server', '--watch-path=schema', '--watch-preserve-output', 'server/main.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  }),
  spawn(node, ['node_modules/vite/bin/vite.js', 'dev', 'web', '--port', String(port), '--strictPort'], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  }),
];
say(`開発: http://localhost:${port} （API は ${api}/graphql）`);

let ending = false;
/** @param {NodeJS.Signals} signal */
function end(signal) {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill(signal);
}
process.on('SIGINT', () => end('SIGINT'));
process.on('SIGTERM', () => end('SIGTERM'));
for (const child of children) child.on('exit', () => end('SIGTERM'));
