import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const NEEDED_NODE = 24;
const STAMPS = path.join(ROOT, 'node_modules', '.ibasho');

/** @param {string} line */
export const say = (line) => console.log(line);

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/**
 * Installs the packages of the lockfile where they are not there yet, and returns the Node to run everything with.
 * @returns {string}
 */
export function prepare() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(`Node 20 以上が必要です（今は ${process.versions.node}）。新しい Node を入れてください: https://nodejs.org/`);
  if (stamp('packages') !== digest(['package-lock.json'])) installPackages();
  const node = major >= NEEDED_NODE ? process.execPath : bundledNode();
  if (node === null) {
    fail(
      `Node ${NEEDED_NODE} 以上が必要です（今は ${process.versions.node}）。このコンピュータ用の Node ${NEEDED_NODE} が npm から入りませんでした。https://nodejs.org/ から入れてください。`,
    );
  }
  process.env.PATH = [path.dirname(node), path.join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(
    path.delimiter,
  );
  return node;
}

function installPackages() {
  say('必要なパッケージを入れています（はじめてのとき、または更新があったとき。1分ほど）…');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    fail(
      'パッケージを入れられませんでした。ネットワークとディスクの空きを確かめて、もう一度同じコマンドを動かしてください。',
    );
  }
  setStamp('packages', digest(['package-lock.json']));
}

/** @returns {string | null} */
function bundledNode() {
  const file = path.join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(file) && spawnSync(file, ['--version']).status === 0 ? file : null;
}

/** Makes the types and builds the pages where their sources have changed since. @param {string} node */
export function build(node) {
  const sources = [
    'package-lock.json',
    'codegen.ts',
    'schema',
    'web/src',
    'web/static',
    'web/vite.config.ts',
    'web/inline-documents.ts',
  ];
  const wanted = digest(sources);
  if (stamp('build') === wanted && existsSync(path.join(ROOT, 'web/build/handler.js'))) return;
  codegen(node);
  say('ページを組み立てています（はじめてのとき、または変更があったとき。1分ほど）…');
  run(
    node,
    ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
    'ページを組み立てられませんでした。',
  );
  setStamp('build', wanted);
}

/** Makes both sides' types from schema/. @param {string} node */
export function codegen(node) {
  const wanted = digest(['package-lock.json', 'codegen.ts', 'schema', 'web/src']);
  if (stamp('codegen') === wanted && existsSync(path.join(ROOT, 'server/graphql/types.gen.ts'))) return;
  say('schema/ から型をつくっています…');
  run(
    node,
    ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--silent'],
    '型をつくれませんでした。',
  );
  setStamp('codegen', wanted);
}

/** Runs a step quietly; what it printed is shown where it failed. @param {string} node @param {string[]} args @param {string} sentence */
export function run(node, args, sentence) {
  const result = spawnSync(node, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (result.status !== 0) fail(`${result.stdout}\n${result.stderr}\n${sentence}`);
}

/**
 * glibc gives each thread a heap of its own, and what the collector's threads free stays with theirs: after a load at
 * 200,000 places 1.9 GB were held of which 0.8 GB were in use. Two of them hold 0.7 GB less (mallopt(3), M_ARENA_MAX).
 */
const MEMORY = { MALLOC_ARENA_MAX: '2' };

/**
 * Runs a program until it ends, passing on the signals that end us, and ends with its status. Where `bound`, the program
 * has a channel to us that closes when we die, however we die: so that it never outlives us.
 * @param {string} command @param {string[]} args @param {{ bound?: boolean, env?: Record<string, string> }} [options]
 */
export function become(command, args, { bound = false, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...MEMORY, ...process.env, ...env },
    stdio: bound ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
  if (bound) whenNpmIsGone(() => child.kill('SIGTERM'));
}

/**
 * npm runs us below a shell. When npm is killed, the shell lives on without a word to us, so its parent is looked at.
 * @param {() => void} act
 */
function whenNpmIsGone(act) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const [shell, npm] = [process.ppid, parentOf(process.ppid)];
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

/** The parent of a process; null where the system does not say. @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}

/** @param {string} name */
function stamp(name) {
  const file = path.join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** @param {string} name @param {string} value */
function setStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, name), value);
}

/** Forgets that something was made. @param {string} name */
export function clearStamp(name) {
  rmSync(path.join(STAMPS, name), { force: true });
}

/** Content hash of files and folders below the checkout; generated files do not count. @param {string[]} names */
function digest(names) {
  const hash = createHash('sha256');
  for (const name of names) addTo(hash, path.join(ROOT, name));
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} file */
function addTo(hash, file) {
  if (!existsSync(file) || file.endsWith('.gen.ts') || path.basename(file) === 'gen') return;
  if (!statSync(file).isDirectory()) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    return;
  }
  for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
}
