import type { Address, Location, Place } from '../domain/place.ts';
import { writeOsm } from '../domain/schedule/write-osm.ts';
import { describeSchedule, plainText } from '../domain/schedule/write-text.ts';

/** What files say of a place beside its plain fields. */
export interface ExportedFacts {
  /** null where it is not known or hidden. */
  address: Address | null;
  /** Where to draw it; null where it is not known, hidden, or only the municipality is known. */
  point: Location | null;
  /** One line per rule, in Japanese. */
  hours: string[];
  /** OSM `opening_hours`; null where that cannot say it. */
  osm: string | null;
  page: string;
  /** Where it is from, and on what terms it may be used. */
  source: { dataset: string | null; url: string | null; retrievedAt: string | null; licence: string | null };
}

/** A hidden address stays out, and so does the point that would give it away. */
export function exportedFacts(place: Place, publicUrl: string): ExportedFacts {
  const { addressHidden, address, location, schedule, source } = place;
  const written = writeOsm(schedule);
  return {
    address: addressHidden ? null : address,
    point: addressHidden || location?.precision === 'MUNICIPALITY' ? null : location,
    hours: describeSchedule(schedule, 'ja').map(plainText),
    osm: 'osm' in written ? written.osm : null,
    page: `${publicUrl}/places/${place.id}`,
    source: {
      dataset: source?.dataset ?? null,
      url: source?.url ?? null,
      retrievedAt: source?.retrievedAt ?? null,
      licence: source?.licence ?? null,
    },
  };
}
