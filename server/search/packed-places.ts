import type { Place } from '../domain/place.ts';
import type { Schedule } from '../domain/schedule/schedule.ts';

/**
 * Places as bytes: 200,000 of them as objects would take most of a gigabyte. A place is one JSON array of its fields in a
 * fixed order, without its schedule, which is kept once for all places that share it.
 */
export interface PackedPlaces {
  /** Puts a place away; returns where. */
  add(place: Place): PackedRef;
  /** The place that was put there. Its `source.row` and `source.imported` are empty: only imports, which read the store, need them. */
  read(ref: PackedRef, schedule: Schedule): Place;
  /** Puts a place away as it lies among others; returns where. */
  take(from: PackedPlaces, ref: PackedRef): PackedRef;
  /** The bytes of a place, to be copied. */
  view(ref: PackedRef): Buffer;
  readonly bytes: number;
}

/** Where a place lies. */
export interface PackedRef {
  slab: number;
  start: number;
  end: number;
}

const SLAB_BYTES = 4 * 1024 * 1024;

const FIELDS = [
  'id',
  'name',
  'kana',
  'kinds',
  'activities',
  'features',
  'description',
  'easyDescription',
  'ages',
  'agesText',
  'conditions',
  'childAlone',
  'access',
  'fee',
  'booking',
  'eligibility',
  'capacity',
  'contact',
  'phonesHidden',
  'operator',
  'address',
  'addressHidden',
  'municipalityCode',
  'location',
  'serviceArea',
  'schoolDistricts',
  'status',
  'sample',
  'source',
  'revision',
  'partOf',
  'worksWith',
  'photos',
  'mergedInto',
] as const satisfies (keyof Place)[];

/** Fields that are dates, kept as ms. */
const DATES = ['confirmedAt', 'createdAt', 'updatedAt'] as const satisfies (keyof Place)[];

type Missing = Exclude<keyof Place, (typeof FIELDS)[number] | (typeof DATES)[number] | 'schedule'>;
/** Fails to compile when a field of Place is not kept. */
const ALL_KEPT: Missing extends never ? true : Missing = true;

export function createPackedPlaces(): PackedPlaces {
  const slabs: Buffer[] = [];
  let used = SLAB_BYTES;
  let bytes = 0;
  const room = (length: number): PackedRef => {
    if (used + length > SLAB_BYTES) {
      slabs.push(Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, length)));
      used = 0;
    }
    const start = used;
    used += length;
    bytes += length;
    return { slab: slabs.length - 1, start, end: used };
  };
  return {
    add(place) {
      const json = write(place);
      const ref = room(Buffer.byteLength(json));
      slabs[ref.slab]!.write(json, ref.start);
      return ref;
    },
    take(from, ref) {
      const bytesThere = from.view(ref);
      const taken = room(bytesThere.length);
      slabs[taken.slab]!.set(bytesThere, taken.start);
      return taken;
    },
    view: ({ slab, start, end }) => slabs[slab]!.subarray(start, end),
    read: ({ slab, start, end }, schedule) => readPlace(slabs[slab]!.toString('utf8', start, end), schedule),
    get bytes() {
      return bytes;
    },
  };
}

function write(place: Place): string {
  const source = place.source && { ...place.source, row: {}, imported: null };
  const fields = FIELDS.map((field) => (field === 'source' ? source : (place[field] ?? null)));
  const dates = DATES.map((field) => place[field]?.getTime() ?? null);
  return JSON.stringify(ALL_KEPT && [...fields, ...dates]);
}

function readPlace(json: string, schedule: Schedule): Place {
  const values = JSON.parse(json) as unknown[];
  const place: Record<string, unknown> = { schedule };
  for (let index = 0; index < FIELDS.length; index++) place[FIELDS[index]!] = values[index];
  for (let index = 0; index < DATES.length; index++) {
    const ms = values[FIELDS.length + index];
    place[DATES[index]!] = typeof ms === 'number' ? new Date(ms) : null;
  }
  return place as unknown as Place;
}
