import type { Land } from '../domain/read-place-input.ts';
import { isInJapan } from '../gazetteer/land.ts';
import { locate } from '../gazetteer/locate.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import type { TownBook } from '../gazetteer/towns.ts';

/** What the gazetteer knows, for reading what somebody entered. `towns` may be replaced while the server runs. */
export function landOf(towns: () => TownBook): Land {
  return {
    locate: ({ address, code }) => locate({ address, code }, towns()),
    isInJapan,
    isMunicipality: (code) => municipalityByCode(code) !== null,
  };
}
