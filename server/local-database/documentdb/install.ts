import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, join } from 'node:path';
import { findOnPath } from '../find-on-path.ts';
import type { DataMark } from '../folders.ts';
import { takeLock } from '../lock.ts';
import { hostMirrors, type Mirror } from './apt-sources.ts';
import { type Planned, type PrivateApt, privateApt } from './apt.ts';
import { type Install, installsIn, TRIPLETS } from './layout.ts';
import { run } from './run.ts';
import { unpack } from './unpack.ts';

export interface InstallOptions {
  cacheDir: string;
  path: string;
  offline: boolean;
  mark: DataMark | undefined;
  log: (line: string) => void;
}

/** Debian's suites that have the package: testing by its name, then unstable. */
const SUITES = ['forky', 'sid'];

/**
 * Named as needed by the packages, but loaded by nothing that runs here: PostGIS' raster and 3D modules, the just-in-time
 * compiler, the programs for the command line and what Debian's own scripts want. Without them it is a third of it all.
 */
const NOT_LOADED =
  /^(libgdal\d+|libsfcgal\d+|libllvm[\d.]+\w*|locales|postgresql-common|postgresql-client-\d+|ssl-cert|debconf|tzdata|systemd|libsystemd-shared|perl|perl-base|libpam-modules|libpam-runtime|libc-gconv-modules-extra)$/;

/** What apt and the loader say where one of those was needed after all. */
const TOO_LITTLE = /unmet dependencies|held broken|unable to correct|misses/i;

/** What apt says where there is no way to the mirror. */
const UNREACHED =
  /Could not (connect|resolve)|Temporary failure resolving|connection timed out|Network is unreachable|Unable to connect/i;

const WHAT_TO_DO =
  'Set MONGODB_URI to a MongoDB you have, or put mongod on PATH, or run one with Docker (docker run -p 27017:27017 mongo; MONGODB_URI=mongodb://127.0.0.1:27017/ibasho).';

const refuse = (why: string): Error => new Error(`No database could be started: ${why}. ${WHAT_TO_DO}`);

const fits = (install: Install, mark: DataMark | undefined): boolean =>
  mark?.postgres === undefined || mark.postgres === install.postgres;

/** The kept install for the data: of its PostgreSQL's major version, with its own version of the extension first. */
const keptInstall = (folder: string, mark: DataMark | undefined): Install | undefined => {
  const fitting = installsIn(folder).filter((install) => fits(install, mark));
  const newest = fitting
    .sort((a, b) => a.postgres - b.postgres || a.extension.localeCompare(b.extension, 'en', { numeric: true }))
    .pop();
  return fitting.find(({ extension }) => extension === mark?.version) ?? newest;
};

interface Offer {
  apt: PrivateApt;
  /** The major versions of PostgreSQL for which there is a package, newest first. */
  majors: number[];
}

const readLists = async (folder: string, mirror: Mirror, log: InstallOptions['log']): Promise<Offer | string> => {
  let why = '';
  for (const suite of SUITES) {
    const apt = privateApt(folder, mirror, suite);
    try {
      log(`データベース：Debian ${suite} のパッケージ一覧を読んでいます（${mirror.uri}）…`);
      await apt.get(['update', '--error-on=any']);
      const majors = await offeredMajors(apt);
      if (majors.length > 0) return { apt, majors };
      why = `${mirror.uri} has no DocumentDB in ${suite}`;
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
      if (UNREACHED.test(why)) return why;
    }
  }
  return why;
};

const offeredMajors = async (apt: PrivateApt): Promise<number[]> =>
  (await apt.names('postgresql-'))
    .map((name) => Number(/^postgresql-(\d+)-documentdb$/.exec(name)?.[1] ?? 0))
    .filter((major) => major > 0)
    .sort((a, b) => b - a);

const openApt = async (folder: string, log: InstallOptions['log']): Promise<Offer> => {
  const reasons: string[] = [];
  for (const mirror of hostMirrors()) {
    const offer = await readLists(folder, mirror, log);
    if (typeof offer !== 'string') return offer;
    reasons.push(offer);
  }
  if (reasons.every((reason) => UNREACHED.test(reason)))
    throw refuse(
      `Debian's packages cannot be reached at ${hostMirrors()
        .map(({ uri }) => uri)
        .join(', ')}: there seems to be no network`,
    );
  throw refuse(`Debian's packages could not be read (${reasons.join('; ').replace(/\s+/g, ' ').slice(0, 400)})`);
};

const fetch = async (apt: PrivateApt, name: string, log: InstallOptions['log']): Promise<string[]> => {
  let fetched = 0;
  let count = 0;
  let toldAt = performance.now();
  await apt.get(['--download-only', 'install', name], (line) => {
    const announced = Number(/(\d+) newly installed/.exec(line)?.[1] ?? 0);
    if (announced > 0) {
      count = announced;
      log(`データベース：${name} と必要なもの、${count} パッケージを取得しています（はじめてのときだけ）…`);
    }
    if (line.startsWith('Get:')) fetched += 1;
    if (performance.now() - toldAt < 3_000) return;
    toldAt = performance.now();
    log(`データベース：${count} のうち ${fetched} パッケージを取得しました…`);
  });
  return readdirSync(apt.archives)
    .filter((file) => file.endsWith('.deb'))
    .map((file) => join(apt.archives, file));
};

const build = async (
  apt: PrivateApt,
  work: string,
  postgres: number,
  without: Planned[],
  log: InstallOptions['log'],
): Promise<string> => {
  const name = `postgresql-${postgres}-documentdb`;
  apt.pretend(without);
  const packages = await fetch(apt, name, log);
  const root = join(work, 'root');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  log(`データベース：${packages.length} パッケージを利用者のキャッシュに展開しています（システムには何も入れません）…`);
  await unpack(packages, root, { triplet: TRIPLETS[arch()] ?? '', postgres, onPackage: () => {} });
  return root;
};

const otherMajor = (mark: DataMark | undefined, folder: string, why: string): Error =>
  new Error(
    `The data was written by PostgreSQL ${mark?.postgres} with DocumentDB ${mark?.version}, which no other major version can read, but ${why}, ` +
      `and the unpacked files of PostgreSQL ${mark?.postgres} are not in ${folder}. Put them back there, or set DATA_DIR to another folder and import again.`,
  );

const install = async (folder: string, work: string, { mark, log }: InstallOptions): Promise<void> => {
  const { apt, majors } = await openApt(join(work, 'apt'), log);
  const postgres = mark?.postgres ?? majors[0] ?? 0;
  if (!majors.includes(postgres)) throw otherMajor(mark, folder, `Debian now offers PostgreSQL ${majors.join(', ')}`);
  const all = await apt.plan(`postgresql-${postgres}-documentdb`);
  const without = all.filter(({ name }) => NOT_LOADED.test(name));
  const root = await build(apt, work, postgres, without, log).catch((error: unknown) => {
    if (!(error instanceof Error) || !TOO_LITTLE.test(error.message)) throw error;
    log(`データベース：足りないものがあったので、すべてのパッケージを取得します（${error.message}）。`);
    return build(apt, work, postgres, [], log);
  });
  const version = all.find(({ name }) => name === `postgresql-${postgres}-documentdb`)?.version ?? 'unknown';
  const place = join(folder, `pg${postgres}-${version.replace(/[^\w.+-]/g, '_')}-${arch()}`);
  rmSync(place, { recursive: true, force: true });
  renameSync(root, place);
};

const checkHost = ({ path, offline, mark }: InstallOptions, folder: string): void => {
  if (platform() !== 'linux' || !TRIPLETS[arch()])
    throw refuse(`there is no DocumentDB for ${platform()} on ${arch()}`);
  if (offline && mark?.postgres !== undefined) throw otherMajor(mark, folder, 'nothing may be fetched (offline)');
  if (offline) throw refuse('nothing may be fetched (offline), and no engine is in the cache');
  const missing = ['apt-get', 'dpkg-deb'].filter((name) => !findOnPath(path, name));
  if (missing.length > 0)
    throw refuse(`${missing.join(' and ')} would be needed to fetch DocumentDB from Debian, and this system has none`);
};

/** Does an unpacked engine still run? A cache may have been emptied by half. */
const runs = async (kept: Install): Promise<boolean> => {
  const postgres = join(kept.root, 'usr/lib/postgresql', String(kept.postgres), 'bin/postgres');
  return existsSync(postgres) && (await run(postgres, ['--version'])).status === 0;
};

/**
 * The unpacked engine for the data that is there: the kept one, else a new one from Debian's packages, built aside and
 * renamed into place. Only one process builds at a time; the others wait and find it. Throws with what to do instead.
 */
export const installDocumentDB = async (options: InstallOptions): Promise<Install> => {
  const folder = join(options.cacheDir, 'documentdb');
  const found = keptInstall(folder, options.mark);
  if (found && (await runs(found))) return found;
  checkHost(options, folder);
  mkdirSync(folder, { recursive: true });
  const unlock = await takeLock(join(folder, 'lock'), () =>
    options.log('データベース：別のプロセスが DocumentDB を展開しているので待っています…'),
  );
  try {
    for (const name of readdirSync(folder))
      if (name.startsWith('unfinished-')) rmSync(join(folder, name), { recursive: true, force: true });
    const now = keptInstall(folder, options.mark);
    if (now && (await runs(now))) return now;
    const work = mkdtempSync(join(folder, 'unfinished-'));
    const startedAt = performance.now();
    try {
      await install(folder, work, options);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    const made = keptInstall(folder, options.mark);
    if (!made) throw new Error('The unpacked engine is not there.');
    options.log(
      `データベース：${basename(made.root)} を ${Math.round((performance.now() - startedAt) / 1000)} 秒で展開しました（${folder} に置いて、次からは使い回します）。`,
    );
    return made;
  } finally {
    unlock();
  }
};
