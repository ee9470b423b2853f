import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place from which the host itself takes Debian's packages. */
export interface Mirror {
  uri: string;
  /** The file that its Release files are signed with, or undefined where the host trusts it by its own keyring. */
  signedBy: string | undefined;
}

/** Where the host names no mirror of Debian's. */
const USUAL_MIRROR = 'http://deb.debian.org/debian';
const DEBIAN_KEYRINGS = [
  '/usr/share/keyrings/debian-archive-keyring.pgp',
  '/usr/share/keyrings/debian-archive-keyring.gpg',
];

/** Debian's suites by the name of a release, so that the sources of other distributions and vendors are told apart. */
const DEBIAN_SUITE =
  /^(buster|bullseye|bookworm|trixie|forky|duke|sid|oldoldstable|oldstable|stable|testing|unstable)(-updates|-backports)?$/;

const isDebian = (suites: string[], components: string[]): boolean =>
  components.includes('main') && suites.some((suite) => DEBIAN_SUITE.test(suite));

/** The one-line form: `deb [signed-by=… arch=…] URI suite component…` (sources.list(5)). */
export const readSourcesList = (text: string): Mirror[] =>
  text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = '', uri = '', suite = '', components = ''] = match;
    if (!isDebian([suite], components.trim().split(/\s+/))) return [];
    return [{ uri, signedBy: /(?:^|\s)signed-by=(\S+)/.exec(options)?.[1] }];
  });

/** The paragraphs of a deb822 file, field names in lower case, folded lines joined. */
const paragraphs = (text: string): Map<string, string>[] =>
  text.split(/\n\s*\n/).map((paragraph) => {
    const lines = paragraph.split('\n').filter((line) => !line.startsWith('#'));
    const fields = lines
      .join('\n')
      .replace(/\n[ \t]+/g, ' ')
      .split('\n');
    return new Map(
      fields.map((field) => {
        const colon = field.indexOf(':');
        return [field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim()];
      }),
    );
  });

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((word) => word !== '');

/** The deb822 form: `Types: deb`, `URIs: …`, `Suites: …`, `Components: …`, `Signed-By: …`. */
export const readDeb822 = (text: string): Mirror[] =>
  paragraphs(text).flatMap((fields) => {
    const off = /^(no|false|0)$/.test(fields.get('enabled') ?? '');
    if (off || !words(fields.get('types')).includes('deb')) return [];
    if (!isDebian(words(fields.get('suites')), words(fields.get('components')))) return [];
    const signedBy = words(fields.get('signed-by')).find((word) => word.startsWith('/'));
    return words(fields.get('uris')).map((uri) => ({ uri, signedBy }));
  });

const readFolder = (folder: string): Mirror[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .sort()
        .flatMap((name) => {
          if (name.endsWith('.list')) return readSourcesList(readFileSync(join(folder, name), 'utf8'));
          return name.endsWith('.sources') ? readDeb822(readFileSync(join(folder, name), 'utf8')) : [];
        });

/** The mirrors of Debian's packages that the host uses, each once, else the usual one. `root` is where etc/apt lies. */
export const hostMirrors = (root = '/'): Mirror[] => {
  const list = join(root, 'etc/apt/sources.list');
  const named = [
    ...(existsSync(list) ? readSourcesList(readFileSync(list, 'utf8')) : []),
    ...readFolder(join(root, 'etc/apt/sources.list.d')),
  ];
  // Security updates and CDs hold no testing; mirror lists, https and http do.
  const usable = named.filter(({ uri }) => /^(https?|mirror)/.test(uri) && !/security/.test(uri));
  const keyring = DEBIAN_KEYRINGS.find((file) => existsSync(file));
  const mirrors = (usable.length > 0 ? usable : [{ uri: USUAL_MIRROR, signedBy: undefined }]).map(
    ({ uri, signedBy }) => ({
      uri,
      signedBy: keyring ?? signedBy,
    }),
  );
  return mirrors.filter(({ uri }, index) => mirrors.findIndex((other) => other.uri === uri) === index);
};
