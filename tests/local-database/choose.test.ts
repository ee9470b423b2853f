import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngine, type Choice, type ChooseOptions } from '../../server/local-database/choose.ts';
import { readMark } from '../../server/local-database/folders.ts';
import { answers } from '../../server/local-database/probe.ts';
import { dataFolder, ownEngine, processesOf, removeFolder } from './own-engine.ts';

let folder = '';
let said: string[] = [];
let closers: (() => void)[] = [];

beforeEach(async () => {
  folder = await dataFolder();
  said = [];
  closers = [];
});

afterEach(async () => {
  delete process.env.MONGOMS_DOWNLOAD_MIRROR;
  for (const close of closers) close();
  await removeFolder(folder);
});

const portOf = async (server: Server | ReturnType<typeof createTcpServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

/** A program in place of mongod. It says a version; run otherwise it listens, as far as the starter looks at it. */
const fakeMongod = async (script: string): Promise<string> => {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'mongod'), script);
  await chmod(join(bin, 'mongod'), 0o755);
  return bin;
};

const LISTENING = `#!${process.execPath}
const { argv } = process;
if (argv.includes('--version')) { console.log('db version v8.0.4'); process.exit(0); }
process.on('SIGINT', () => process.exit(0));
require('node:net').createServer().listen(Number(argv[argv.indexOf('--port') + 1]), argv[argv.indexOf('--bind_ip') + 1]);
`;

const choose = (more: Partial<ChooseOptions> = {}): Promise<Choice> =>
  chooseEngine({
    mark: undefined,
    path: folder,
    offline: false,
    downloadDir: join(folder, 'cache'),
    log: (line) => said.push(line),
    ...more,
  });

describe('a mongod on PATH', () => {
  it('is chosen where it says its version', async () => {
    const bin = await fakeMongod('#!/bin/sh\necho "db version v8.0.4"\n');
    expect(await choose({ path: `/nowhere:${bin}` })).toEqual({
      kind: 'mongod',
      binary: join(bin, 'mongod'),
      version: '8.0.4',
      how: `PATH の ${join(bin, 'mongod')}`,
    });
  });

  it.each([
    ['fails', '#!/bin/sh\nexit 1\n'],
    ['says something else', '#!/bin/sh\necho hello\n'],
    ['hangs', '#!/bin/sh\nsleep 60\n'],
  ])('that %s is passed over within three seconds, and this is said', async (_what, script) => {
    const bin = await fakeMongod(script);
    const startedAt = performance.now();
    expect(await choose({ path: bin, offline: true })).toEqual({ kind: 'DocumentDB' });
    expect(performance.now() - startedAt).toBeLessThan(3_500);
    expect(said[0]).toContain('バージョンを答えない');
  });

  it('runs on data of its own, is attached to, and ends with its last user', async () => {
    const bin = await fakeMongod(LISTENING);
    const dataDir = join(folder, 'data');
    const options = { environment: { cacheDir: join(folder, 'cache'), path: bin, offline: true } };
    const first = await ownEngine(dataDir, options);
    const second = await ownEngine(dataDir, options);
    expect(first.engine).toEqual({ name: 'mongod', version: '8.0.4', how: `PATH の ${join(bin, 'mongod')}` });
    expect(second.uri).toBe(first.uri);
    expect(readMark(join(dataDir, 'database'))).toEqual({ engine: 'mongod', version: '8.0.4' });
    await first.stop();
    expect(processesOf(dataDir).length).toBeGreaterThan(0);
    await second.stop();
    expect(processesOf(dataDir)).toEqual([]);
  });
});

describe('the host of the official mongod', () => {
  it('counts where it answers, and not where it refuses, denies or hangs', async () => {
    const good = await portOf(createServer((_request, response) => response.end()));
    const denying = await portOf(createServer((_request, response) => response.writeHead(403).end()));
    const hanging = await portOf(createServer(() => {}));
    expect(await answers(`http://127.0.0.1:${good}/x`, 1_000)).toBe(true);
    expect(await answers(`http://127.0.0.1:${denying}/x`, 1_000)).toBe(false);
    expect(await answers('http://127.0.0.1:9/x', 1_000)).toBe(false);
    const startedAt = performance.now();
    expect(await answers(`http://127.0.0.1:${hanging}/x`, 300)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(600);
  });

  it('that hangs costs three seconds, then it is DocumentDB', async () => {
    const port = await portOf(createTcpServer(() => {}));
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${port}`;
    const startedAt = performance.now();
    expect(await choose()).toEqual({ kind: 'DocumentDB' });
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(said.at(-1)).toBe(`データベース：公式の mongod の配布元（127.0.0.1:${port}）は応答しません。`);
  });

  it('that answers but then does not give the file: DocumentDB, and it is said why', async () => {
    const server = createServer((request, response) => response.writeHead(request.method === 'HEAD' ? 200 : 404).end());
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${await portOf(server)}`;
    expect(await choose()).toEqual({ kind: 'DocumentDB' });
    expect(said.some((line) => line.includes('公式の mongod'))).toBe(true);
    expect(said.at(-1)).toContain('取得できませんでした');
  });

  it('is not asked where nothing may be fetched', async () => {
    let asked = 0;
    const server = createServer((_request, response) => response.end(String((asked += 1))));
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${await portOf(server)}`;
    expect(await choose({ offline: true })).toEqual({ kind: 'DocumentDB' });
    expect(asked).toBe(0);
  });
});

describe('data stays with the engine that wrote it', () => {
  it('DocumentDB’s, though there is a mongod now', async () => {
    const path = await fakeMongod('#!/bin/sh\necho "db version v8.0.4"\n');
    const mark = { engine: 'DocumentDB' as const, version: '1.0-0', postgres: 18 };
    expect(await choose({ path, mark })).toEqual({ kind: 'DocumentDB' });
  });

  it('mongod’s, and without one it is said what to do', async () => {
    const mark = { engine: 'mongod' as const, version: '8.0.4' };
    await expect(choose({ offline: true, mark })).rejects.toThrow(
      /written by mongod 8\.0\.4.*put mongod on PATH, or set DATA_DIR/,
    );
  });
});
