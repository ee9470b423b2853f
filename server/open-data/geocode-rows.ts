import type { Point } from '../domain/geo.ts';
import { locate } from '../gazetteer/locate.ts';
import { type Geocoder, isWithinReach } from '../gazetteer/geocoder.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import type { FileRow } from './read-file.ts';
import { readWhere } from './read-where.ts';

/** After so many failures on end the service is taken to be away, and the rest lies at its municipality. */
const FAILURES = 3;

/** Addresses of rows without a point of which the gazetteer knows the municipality alone, or nothing. */
function openAddresses(rows: readonly FileRow[], book: TownBook): string[] {
  const open = rows.flatMap(({ cells }) => {
    const { address, location } = readWhere(cells, book);
    return address !== null && (location === null || location.precision === 'MUNICIPALITY') ? [address.text] : [];
  });
  return [...new Set(open)];
}

/** Whether a point can lie in the municipality that the address itself names. */
function fits(point: Point, address: string, book: TownBook): boolean {
  const named = locate({ address }, book);
  return named === null || isWithinReach(point, named.location);
}

/**
 * The book, with the points that a geocoder finds for addresses that no town of the book is known for. It asks for one
 * address after another, as public services demand.
 * @param log gets one sentence where the service does not answer; the import goes on without it
 */
export async function withGeocoded(
  rows: readonly FileRow[],
  book: TownBook,
  geocode: Geocoder,
  log: (line: string) => void,
): Promise<TownBook> {
  const points = new Map<string, Point>();
  let failures = 0;
  for (const address of openAddresses(rows, book)) {
    try {
      const point = await geocode(address);
      failures = 0;
      if (point && fits(point, address, book)) points.set(address, point);
    } catch (error) {
      if (++failures < FAILURES) continue;
      log(`住所検索（GEOCODER_URL）が応えません（${String(error)}）。残りは市区町村の位置にします。`);
      break;
    }
  }
  return { ...book, pointOf: (address) => points.get(address) ?? null };
}
