import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An unpacked engine, complete: it is renamed into place last. */
export interface Install {
  root: string;
  /** PostgreSQL's major version. */
  postgres: number;
  /** The version of the extension, such as "1.0-0". */
  extension: string;
  /** The folder of the C library and all others. */
  libraries: string;
}

/** Debian's names for the two processors that this runs on. */
export const TRIPLETS: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};

export const postgresFolder = (root: string, postgres: number): string =>
  join(root, 'usr/lib/postgresql', String(postgres));
export const shareFolder = (root: string, postgres: number): string =>
  join(root, 'usr/share/postgresql', String(postgres));

/** The folders in which the loader looks, in this order. BLAS and LAPACK lie in their own (Debian links them by alternatives). */
export const libraryPath = ({ root, libraries, postgres }: Pick<Install, 'root' | 'libraries' | 'postgres'>): string =>
  [libraries, join(libraries, 'blas'), join(libraries, 'lapack'), join(postgresFolder(root, postgres), 'lib')].join(
    ':',
  );

/** The C library's own loader: ld-linux-x86-64.so.2, ld-linux-aarch64.so.1. */
export const loaderIn = (libraries: string): string => {
  const name = readdirSync(libraries).find((file) => /^ld-linux.*\.so\.\d+$/.test(file));
  if (!name) throw new Error(`There is no loader in ${libraries}.`);
  return join(libraries, name);
};

/** Every complete install in a folder of the cache. */
export const installsIn = (folder: string): Install[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => join(folder, name, 'install.json'))
    .filter((file) => existsSync(file))
    .map((file) => {
      const root = join(file, '..');
      const { postgres, extension, triplet } = JSON.parse(readFileSync(file, 'utf8')) as {
        postgres: number;
        extension: string;
        triplet: string;
      };
      return { root, postgres, extension, libraries: join(root, 'usr/lib', triplet) };
    });
