import { isHiddenAddress } from '../domain/address.ts';
import { distanceMeters, type Point } from '../domain/geo.ts';
import { areaContains } from '../domain/municipality-code.ts';
import { type AddressQuery, type Located, locate } from './locate.ts';
import type { TownBook } from './towns.ts';

/** A row to place by its address, with what is known of it from elsewhere. */
export interface AddressCase extends AddressQuery {
  /** Where to find it again: file and line. */
  label: string;
  /** The point that the source gives, not used for placing. */
  point: Point | null;
}

export interface AddressScore {
  /** Rows with an address that is not hidden. */
  rows: number;
  atTown: number;
  /** Rows placed in another municipality than their own code says. */
  wrongMunicipality: { label: string; address: string; matched: string }[];
  notAtTown: { label: string; address: string; matched: string | null }[];
  /** Metres between the placed point and the source's, ascending. */
  errors: number[];
}

function isWrong(code: string | null | undefined, located: Located): boolean {
  if (!code) return false;
  return !areaContains(code, located.municipalityCode) && !areaContains(located.municipalityCode, code);
}

/** Places every case by its address alone and compares with what is known. */
export function scoreAddresses(cases: readonly AddressCase[], book: TownBook): AddressScore {
  const score: AddressScore = { rows: 0, atTown: 0, wrongMunicipality: [], notAtTown: [], errors: [] };
  for (const each of cases) {
    if (each.address === '' || isHiddenAddress(each.address)) continue;
    score.rows++;
    const located = locate(each, book);
    const { label, address } = each;
    if (located?.location.precision === 'TOWN') score.atTown++;
    else score.notAtTown.push({ label, address, matched: located?.matched ?? null });
    if (located && isWrong(each.code, located))
      score.wrongMunicipality.push({ label, address, matched: located.matched });
    if (located?.location.precision === 'TOWN' && each.point)
      score.errors.push(distanceMeters(located.location, each.point));
  }
  score.errors.sort((one, other) => one - other);
  return score;
}

/** The value below which a share of the sorted values lies; null where there are none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
