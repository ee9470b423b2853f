/**
 * An OSM `opening_hours` value without what holds in school holidays (`SH`): no file of labels says when these are, and the
 * library `opening_hours` knows none of Japan.
 */
export const inTerm = (osm: string): string =>
  osm
    .split('; ')
    .map((part) =>
      part
        .split(', ')
        .filter((rule) => !/\bSH\b/.test(rule))
        .join(', '),
    )
    .filter((part) => part !== '')
    .join('; ');
