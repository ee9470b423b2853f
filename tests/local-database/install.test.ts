import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostMirrors, readDeb822, readSourcesList } from '../../server/local-database/documentdb/apt-sources.ts';
import { installDocumentDB, type InstallOptions } from '../../server/local-database/documentdb/install.ts';
import { defaultCacheDir } from '../../server/local-database/folders.ts';
import { dataFolder, removeFolder } from './own-engine.ts';

let folder = '';

beforeEach(async () => {
  folder = await dataFolder();
});

afterEach(() => removeFolder(folder));

describe('the mirrors of the host', () => {
  it('are read from the one-line form, those of other vendors left out', () => {
    const text = `
# deb http://old.example/debian bookworm main
deb [arch=amd64 signed-by=/k.gpg] https://mirror.example/debian bookworm main contrib # ours
deb-src http://mirror.example/debian bookworm main
deb http://packages.example/apt cloud-sdk-bookworm main
deb http://ubuntu.example/ubuntu noble main
deb http://other.example/debian/ testing main
`;
    expect(readSourcesList(text)).toEqual([
      { uri: 'https://mirror.example/debian', signedBy: '/k.gpg' },
      { uri: 'http://other.example/debian/', signedBy: undefined },
    ]);
  });

  it('are read from deb822 files, switched-off and folded ones included', () => {
    const text = `Types: deb deb-src
# a comment
URIs: http://a.example/debian
 http://b.example/debian
Suites: trixie trixie-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://c.example/debian
Suites: trixie
Components: main
Enabled: no

Types: deb
URIs: https://deb.vendor.example/node
Suites: nodistro
Components: main
`;
    expect(readDeb822(text).map(({ uri }) => uri)).toEqual(['http://a.example/debian', 'http://b.example/debian']);
  });

  it('come once each, without the security archive; where there is none it is Debian’s own', async () => {
    expect(hostMirrors(folder).map(({ uri }) => uri)).toEqual(['http://deb.debian.org/debian']);
    await mkdir(join(folder, 'etc/apt/sources.list.d'), { recursive: true });
    await writeFile(
      join(folder, 'etc/apt/sources.list'),
      'deb http://a.example/debian bookworm main\ndeb http://a.example/debian bookworm-updates main\n' +
        'deb http://security.debian.org/debian-security bookworm-security main\n',
    );
    expect(hostMirrors(folder).map(({ uri }) => uri)).toEqual(['http://a.example/debian']);
  });
});

describe('where DocumentDB cannot be had', () => {
  const install = (more: Partial<InstallOptions>): Promise<unknown> =>
    installDocumentDB({
      cacheDir: folder,
      path: process.env.PATH ?? '',
      offline: true,
      mark: undefined,
      log: () => {},
      ...more,
    });

  it('offline with an empty cache: it says so and what to do', async () => {
    await expect(install({})).rejects.toThrow(/nothing may be fetched.*Set MONGODB_URI.*Docker/);
  });

  it('without apt: it says what is missing and what to do', async () => {
    await expect(install({ offline: false, path: '/nowhere' })).rejects.toThrow(
      /apt-get and dpkg-deb would be needed.*Set MONGODB_URI/,
    );
  });

  it('data of a PostgreSQL whose files are nowhere: it is refused, with what to do', async () => {
    const mark = { engine: 'DocumentDB' as const, version: '0.9-0', postgres: 17 };
    const cacheDir = defaultCacheDir(process.env);
    await expect(install({ mark, cacheDir })).rejects.toThrow(
      /PostgreSQL 17 with DocumentDB 0\.9-0.*set DATA_DIR to another folder/,
    );
  });

  it('a cache emptied by half is not taken for an engine', async () => {
    const root = join(folder, 'documentdb/pg18-broken');
    await mkdir(root, { recursive: true });
    await writeFile(
      join(root, 'install.json'),
      JSON.stringify({ postgres: 18, extension: '1.0-0', triplet: 'x86_64-linux-gnu' }),
    );
    await expect(install({})).rejects.toThrow(/no engine is in the cache/);
  });
});
