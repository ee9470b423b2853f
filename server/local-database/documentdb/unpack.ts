import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { libraryPath, loaderIn, postgresFolder, shareFolder } from './layout.ts';
import { must } from './run.ts';

/** What is run or loaded lies in these; the rest of the packages is documentation, other programs and settings. */
const KEPT = (triplet: string, postgres: number): RegExp[] => [
  new RegExp(`^usr/lib/(${triplet}|postgresql)(/|$)`),
  new RegExp(`^usr/share/(postgresql|proj)(/|$)`),
  new RegExp(`^usr/lib/postgresql/${postgres}(/|$)`),
];

const LEFT_OUT = (triplet: string, postgres: number): string[] => [
  `usr/lib/${triplet}/gconv`,
  `usr/lib/${triplet}/systemd`,
  `usr/lib/postgresql/${postgres}/lib/bitcode`,
  `usr/share/postgresql/${postgres}/man`,
  `usr/share/postgresql/${postgres}/contrib`,
];

/** Grids of other countries and the model of the world's sea level, which no query here asks for. */
const PROJ_KEPT = /^(proj\.db|proj\.ini|.*\.json)$/;

const prune = (root: string, triplet: string, postgres: number): void => {
  const kept = KEPT(triplet, postgres);
  for (const top of readdirSync(root)) if (top !== 'usr' && top !== 'lib') rmSync(join(root, top), { recursive: true });
  for (const part of ['usr', 'usr/lib', 'usr/share']) {
    for (const name of readdirSync(join(root, part))) {
      const path = `${part}/${name}`;
      if (path !== 'usr/lib' && path !== 'usr/share' && !kept.some((pattern) => pattern.test(path)))
        rmSync(join(root, path), { recursive: true, force: true });
    }
  }
  for (const path of LEFT_OUT(triplet, postgres)) rmSync(join(root, path), { recursive: true, force: true });
  const proj = join(root, 'usr/share/proj');
  for (const name of existsSync(proj) ? readdirSync(proj) : []) if (!PROJ_KEPT.test(name)) rmSync(join(proj, name));
};

/**
 * In place of a program, a script that starts it with the loader and libraries it was built with: the host's C library
 * may be older. It finds them from where it lies itself, so the folder can be moved.
 */
const wrapper = (program: string, triplet: string, loader: string, postgres: number): string => {
  const root = '${0%/*}/../../../../..';
  const path = libraryPath({ root: '$root', libraries: `$root/usr/lib/${triplet}`, postgres });
  return `#!/bin/sh\nroot=${root}\nexec "$root/usr/lib/${triplet}/${loader}" --argv0 "$0" --library-path "${path}" "\${0%/*}/.${program}" "$@"\n`;
};

const wrap = (root: string, triplet: string, postgres: number): void => {
  const bin = join(postgresFolder(root, postgres), 'bin');
  const loader =
    loaderIn(join(root, 'usr/lib', triplet))
      .split('/')
      .pop() ?? '';
  for (const program of ['postgres', 'initdb']) {
    renameSync(join(bin, program), join(bin, `.${program}`));
    writeFileSync(join(bin, program), wrapper(program, triplet, loader, postgres));
    chmodSync(join(bin, program), 0o755);
  }
  for (const name of readdirSync(bin)) if (!/^\.?(postgres|initdb)$/.test(name)) rmSync(join(bin, name));
};

/** Throws where a program or a module of the engine asks for a library that is not there. */
const checkLibraries = async (root: string, triplet: string, postgres: number): Promise<void> => {
  const libraries = join(root, 'usr/lib', triplet);
  const home = postgresFolder(root, postgres);
  const modules = readdirSync(join(home, 'lib'))
    .filter((name) =>
      /^(pg_cron|pg_documentdb|pg_documentdb_core|pg_documentdb_extended_rum_core|postgis-3|rum|vector|tsm_system_rows|plpgsql)\.so$/.test(
        name,
      ),
    )
    .map((name) => join(home, 'lib', name));
  for (const file of [join(home, 'bin/.postgres'), join(home, 'bin/.initdb'), ...modules]) {
    const list = await must(loaderIn(libraries), [
      '--library-path',
      libraryPath({ root, libraries, postgres }),
      '--list',
      file,
    ]);
    const missing = list.split('\n').filter((line) => line.includes('not found'));
    if (missing.length > 0) throw new Error(`${file} misses ${missing.join(', ').trim()}`);
  }
};

const extensionVersion = (root: string, postgres: number): string => {
  const control = readFileSync(join(shareFolder(root, postgres), 'extension/documentdb.control'), 'utf8');
  return /default_version\s*=\s*'([^']+)'/.exec(control)?.[1] ?? 'unknown';
};

/**
 * Unpacks packages into a folder and makes of it an engine that runs from there. Throws where something is missing.
 * `onPackage` is called after each.
 */
export const unpack = async (
  packages: string[],
  root: string,
  { triplet, postgres, onPackage }: { triplet: string; postgres: number; onPackage: () => void },
): Promise<void> => {
  const waiting = [...packages];
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      await must('dpkg-deb', ['-x', file, root]);
      onPackage();
    }
  };
  await Promise.all([work(), work()]);
  prune(root, triplet, postgres);
  wrap(root, triplet, postgres);
  // Debian makes this link by its alternatives when the package is installed.
  const control = join(shareFolder(root, postgres), 'extension/postgis.control');
  if (!existsSync(control)) symlinkSync('postgis-3.control', control);
  await checkLibraries(root, triplet, postgres);
  const extension = extensionVersion(root, postgres);
  writeFileSync(join(root, 'install.json'), `${JSON.stringify({ postgres, extension, triplet })}\n`);
};
