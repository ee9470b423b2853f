import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mirror } from './apt-sources.ts';
import { must, run } from './run.ts';

/** An apt of our own: the host's configuration and mirror, but lists, cache and state in one folder. */
export interface PrivateApt {
  /** Runs apt-get; throws what it complained of. */
  get(args: string[], onLine?: (line: string) => void): Promise<string>;
  /** The names of all packages that begin so. */
  names(prefix: string): Promise<string[]>;
  /** The packages that would be fetched for one. */
  plan(name: string): Promise<Planned[]>;
  /** Says that these are installed, so that neither they nor what only they need is fetched. */
  pretend(packages: Planned[]): void;
  /** Where the fetched packages lie. */
  archives: string;
}

export interface Planned {
  name: string;
  version: string;
  architecture: string;
}

const optionsFor = (folder: string): string[] =>
  [
    `Dir::State=${join(folder, 'state')}`,
    `Dir::State::status=${join(folder, 'status')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    'Dir::Cache::archives=archives',
    // Docker's images switch these caches off, and every call would parse 60,000 packages again.
    'Dir::Cache::pkgcache=pkgcache.bin',
    'Dir::Cache::srcpkgcache=srcpkgcache.bin',
    'Acquire::GzipIndexes=false',
    `Dir::Log=${folder}`,
    `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`,
    `Dir::Etc::sourceparts=${join(folder, 'none')}`,
    // The host's pins are about the host.
    `Dir::Etc::preferences=${join(folder, 'preferences')}`,
    `Dir::Etc::preferencesparts=${join(folder, 'none')}`,
    'APT::Default-Release=',
    // An ordinary user cannot become _apt, and _apt could not enter this folder.
    'APT::Sandbox::User=',
    'APT::Install-Recommends=false',
    'APT::Install-Suggests=false',
    'APT::Keep-Downloaded-Packages=true',
    'Acquire::Languages=none',
    'Acquire::Retries=2',
    'Acquire::http::Timeout=20',
    'Acquire::https::Timeout=20',
    'Dpkg::Use-Pty=0',
  ].flatMap((option) => ['-o', option]);

const status = ({ name, version, architecture }: Planned): string =>
  `Package: ${name}\nStatus: install ok installed\nMaintainer: none\nArchitecture: ${architecture}\nMulti-Arch: foreign\nVersion: ${version}\nDescription: not needed here\n`;

/** "Inst libpq5 (18.6-3 Debian:testing [amd64])" */
const PLANNED = /^Inst (\S+) \((\S+) [^[]*\[(\w+)\]/;

/** Makes the folder ready for one suite of one mirror. */
export const privateApt = (folder: string, mirror: Mirror, suite: string): PrivateApt => {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'none'])
    mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'status'), '');
  // What is said to be installed stays, though the mirror has the same version with other contents.
  writeFileSync(join(folder, 'preferences'), 'Package: *\nPin: release a=now\nPin-Priority: 1001\n');
  const signed = mirror.signedBy ? `[signed-by=${mirror.signedBy}] ` : '';
  writeFileSync(join(folder, 'sources.list'), `deb ${signed}${mirror.uri} ${suite} main\n`);
  const options = optionsFor(folder);
  const get: PrivateApt['get'] = (args, onLine) => must('apt-get', [...options, '-y', ...args], { onLine });
  return {
    get,
    archives: join(folder, 'cache/archives'),
    names: async (prefix) => (await run('apt-cache', [...options, 'pkgnames', prefix])).out.split('\n'),
    plan: async (name) => {
      const out = await get(['--simulate', 'install', name]);
      return out.split('\n').flatMap((line) => {
        const [, found, version, architecture] = PLANNED.exec(line) ?? [];
        return found && version && architecture ? [{ name: found, version, architecture }] : [];
      });
    },
    pretend: (packages) => writeFileSync(join(folder, 'status'), packages.map(status).join('\n')),
  };
};
