import type { AgeBand } from '../domain/age.ts';
import type { Place } from '../domain/place.ts';
import { type Bits, copyBits, wordsFor } from './bits.ts';
import { createLru, type Lru } from './lru.ts';
import type { OpenSlice, OpenWindow } from './open-sets.ts';
import { createPackedPlaces, type PackedPlaces } from './packed-places.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createScheduleTable, type ScheduleTable } from './schedule-table.ts';
import type { TextIndex } from './text-index.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/**
 * The places as columns, one row (ordinal) each. Rows are only ever appended and never changed: an edit takes the old row
 * out of `live` and appends a new one, so whatever was worked out for a row stays right. The rows below `sealed.count` are
 * in spatial order with indexes over them; the few after them (the delta) are scanned, until the whole is built anew.
 */
export interface Core {
  readonly table: ScheduleTable;
  readonly timeline: Timeline;
  readonly packed: PackedPlaces;
  count: number;
  liveCount: number;
  /** Counts the changes. */
  version: number;
  capacity: number;
  sealed: Sealed | null;
  readonly byId: Map<string, number>;
  readonly parts: Map<string, number[]>;

  readonly ids: string[];
  readonly names: string[];
  /** What NAME orders by, see `nameKeyOf`. */
  readonly nameKeys: string[];
  /** Folded name, reading, address and operator, divided by U+0001. */
  readonly texts: string[];
  readonly refs: { slab: Uint32Array; start: Uint32Array; end: Uint32Array };
  /** Length of name and reading in `texts`. */
  nameEnd: Uint16Array;
  schedule: Uint32Array;
  /** Minute since the epoch from which a yes is only a maybe. */
  certainUntil: Int32Array;
  /** ms since the epoch, -Infinity where never. */
  confirmedAt: Float64Array;
  /** Degrees; NaN without a pin. */
  latitude: Float64Array;
  longitude: Float64Array;
  /** Unit vector of the pin: three numbers a row. */
  xyz: Float64Array;
  /** Web Mercator in 2^30ths of the world. */
  mercatorX: Uint32Array;
  mercatorY: Uint32Array;
  ageSet: Uint32Array;
  municipality: Uint16Array;
  residence: Uint32Array;

  live: Bits;
  pin: Bits;
  exact: Bits;
  /** Slots of the schedule have facts of their own. */
  slotted: Bits;
  /** Booking is required by a deadline, which the badge depends on. */
  deadline: Bits;
  /** Ages are stated or usual. */
  agesKnown: Bits;
  readonly kinds: Map<string, Bits>;
  readonly activities: Map<string, Bits>;
  readonly features: Map<string, Bits>;
  readonly access: Map<string, Bits>;
  readonly booking: Map<string, Bits>;
  readonly free: Map<string, Bits>;
  readonly childAlone: Map<string, Bits>;
  readonly prefectures: Map<string, Bits>;

  readonly kindSets: Interned<string[]>;
  kindSet: Uint32Array;
  readonly ageSets: Interned<AgeBand[]>;
  /** What residents may come: null for anyone. */
  readonly residences: Interned<string[] | null>;
  readonly municipalities: Interned<string>;
  readonly inMunicipality: number[][];
  readonly decoded: Lru<number, Place>;
  /** Sets that were worked out for requests; each knows up to which row it is filled. */
  readonly derived: Lru<string, { bits: Bits; filled: number }>;
  /** Windows and days that were asked before. */
  readonly timesAsked: Lru<string, boolean>;
  /** Rows that are open in a window or on days. */
  readonly open: Lru<string, OpenWindow>;
  /** Rows that are open between two marks of half an hour, by the minute of the first. */
  readonly slices: Lru<number, OpenSlice>;
  /** Forgotten ones, whose room is used again. */
  readonly spareSlices: OpenSlice[];
  readonly rooms: Rooms;
}

/** What stands over the first `count` rows, which are in spatial order. */
export interface Sealed {
  readonly count: number;
  readonly boxes: Boxes;
  readonly byName: SortedRows;
  /** Rows by their folded text, which begins with the name. */
  readonly byText: Uint32Array;
  readonly text: TextIndex;
}

/** Boxes around the pins of each word of 32 rows, and of each block of 32 words. An empty one has its minimum above its maximum. */
export interface Boxes {
  /** Of unit vectors: min x, y, z, max x, y, z. */
  wordXyz: Float64Array;
  blockXyz: Float64Array;
  /** In degrees: west, south, east, north. */
  wordDegrees: Float64Array;
}

/** Rows in an order, and the place of each row in it. */
export interface SortedRows {
  order: Uint32Array;
  rank: Uint32Array;
}

/** Distinct values by number. */
export interface Interned<T> {
  values: T[];
  ids: Map<string, number>;
}

const DECODED_KEPT = 8192;
const DERIVED_KEPT = 384;
const TIMES_KEPT = 8192;
/** Bytes for sets of rows that are open in a window: at 200,000 places 400. */
const OPEN_BYTES = 20_000_000;
/** Half hours: the week and a day that are laid out ahead, and a day besides; 25 MB at 200,000 places. */
const SLICES_KEPT = 440;

/** What outlives a rebuild: schedules by number, their spans, the times that were asked, and room for sets of rows. */
export type Hours = Pick<Core, 'table' | 'timeline' | 'timesAsked' | 'rooms'>;

export function createHours(): Hours {
  const table = createScheduleTable();
  return {
    table,
    timeline: createTimeline(table),
    timesAsked: createLru('time asked before', TIMES_KEPT),
    rooms: createRooms(),
  };
}

/** An empty core with room for `capacity` rows; it grows by itself. */
export function createCore(capacity: number, { table, timeline, timesAsked, rooms }: Hours = createHours()): Core {
  const rows = wordsFor(Math.max(1024, capacity)) * 32;
  const bits = () => new Uint32Array(wordsFor(rows));
  return {
    table,
    timeline,
    packed: createPackedPlaces(),
    count: 0,
    liveCount: 0,
    version: 0,
    capacity: rows,
    sealed: null,
    byId: new Map(),
    parts: new Map(),
    ids: [],
    names: [],
    nameKeys: [],
    texts: [],
    refs: { slab: new Uint32Array(rows), start: new Uint32Array(rows), end: new Uint32Array(rows) },
    nameEnd: new Uint16Array(rows),
    schedule: new Uint32Array(rows),
    certainUntil: new Int32Array(rows),
    confirmedAt: new Float64Array(rows),
    latitude: new Float64Array(rows),
    longitude: new Float64Array(rows),
    xyz: new Float64Array(rows * 3),
    mercatorX: new Uint32Array(rows),
    mercatorY: new Uint32Array(rows),
    ageSet: new Uint32Array(rows),
    municipality: new Uint16Array(rows),
    residence: new Uint32Array(rows),
    kindSet: new Uint32Array(rows),
    live: bits(),
    pin: bits(),
    exact: bits(),
    slotted: bits(),
    deadline: bits(),
    agesKnown: bits(),
    kinds: new Map(),
    activities: new Map(),
    features: new Map(),
    access: new Map(),
    booking: new Map(),
    free: new Map(),
    childAlone: new Map(),
    prefectures: new Map(),
    kindSets: { values: [], ids: new Map() },
    ageSets: { values: [], ids: new Map() },
    residences: interned([null]),
    municipalities: interned(['']),
    inMunicipality: [[]],
    decoded: createLru('place unpacked', DECODED_KEPT),
    derived: createLru('derived set', DERIVED_KEPT),
    timesAsked,
    open: createLru('open in a window', Math.max(64, Math.floor(OPEN_BYTES / (rows / 4)))),
    slices: createLru('open at a time', SLICES_KEPT),
    spareSlices: [],
    rooms,
  };
}

const interned = <T>(values: T[]): Interned<T> => ({
  values,
  ids: new Map(values.map((value, id) => [JSON.stringify(value), id])),
});

/** Words of a set over all rows. */
export const wordCount = (core: Core): number => wordsFor(core.count);

/** An empty set over all rows, of `core.rooms`. */
export const emptySet = (core: Core): Bits => core.rooms.take(wordCount(core));

/** A copy of a set over all rows, of `core.rooms`. */
export const copyOf = (core: Core, rows: Bits): Bits => copyBits(emptySet(core), rows);

/** The place of a row, whole. */
export function placeAt(core: Core, ordinal: number): Place {
  const known = core.decoded.get(ordinal);
  if (known) return known;
  const { slab, start, end } = core.refs;
  const ref = { slab: slab[ordinal]!, start: start[ordinal]!, end: end[ordinal]! };
  const place = core.packed.read(ref, core.table.schedule(core.schedule[ordinal]!));
  core.decoded.set(ordinal, place);
  return place;
}
