/**
 * A path of this site and nothing else: `//host` and `/\host` would lead away. Escaped, whether it came so or not: a
 * header holds no Japanese. `fallback` stands in for what is none.
 */
export function ownPath(wanted: string | null | undefined, fallback = '/'): string {
  const site = 'http://ibasho.invalid';
  const url = wanted?.startsWith('/') ? URL.parse(wanted, site) : null;
  return url?.origin === site ? url.pathname + url.search + url.hash : fallback;
}
