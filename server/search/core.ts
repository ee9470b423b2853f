import type { AgeBand } from '../domain/age.ts';
import type { Access, Booking, Place } from '../domain/place.ts';
import { MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import { compileFacts } from '../domain/schedule/compile.ts';
import { foldText } from '../domain/search-text.ts';
import { factsOf } from '../domain/usual.ts';
import { type Bits, grown, setBit, wordsFor } from './bits.ts';
import { createLru, type Lru } from './lru.ts';
import { createPackedPlaces, type PackedPlaces, type PackedRef } from './packed-places.ts';
import { createScheduleTable, type ScheduleTable } from './schedule-table.ts';
import type { Sealed } from './seal.ts';
import { mercator, unitVector } from './sphere.ts';
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
  /** Answers of schedules for a time that was asked, see hours.ts. */
  readonly hours: Lru<string, Int32Array>;
  /** Times that were asked before. */
  readonly timesAsked: Lru<string, boolean>;
  /** Rows that are open at a time, and that may be; each knows up to which row it is filled. */
  readonly open: Lru<string, { yes: Bits; maybe: Bits; filled: number }>;
}

/** Distinct values by number. */
export interface Interned<T> {
  values: T[];
  ids: Map<string, number>;
}

const DECODED_KEPT = 8192;
const DERIVED_KEPT = 384;
const HOURS_KEPT = 128;
const TIMES_KEPT = 8192;
/** Bytes for sets of open rows: 1,280 times at 200,000 places. */
const OPEN_BYTES = 67_000_000;

/** What outlives a rebuild: schedules by number, their spans, and their answers. */
export type Hours = Pick<Core, 'table' | 'timeline' | 'hours' | 'timesAsked'>;

export function createHours(): Hours {
  const table = createScheduleTable();
  return { table, timeline: createTimeline(table), hours: createLru(HOURS_KEPT), timesAsked: createLru(TIMES_KEPT) };
}

/** An empty core with room for `capacity` rows; it grows by itself. */
export function createCore(capacity: number, { table, timeline, hours, timesAsked }: Hours = createHours()): Core {
  const rows = wordsFor(Math.max(1024, capacity)) * 32;
  const bits = () => new Uint32Array(wordsFor(rows));
  return {
    table,
    timeline,
    packed: createPackedPlaces(),
    count: 0,
    liveCount: 0,
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
    decoded: createLru(DECODED_KEPT),
    derived: createLru(DERIVED_KEPT),
    hours,
    timesAsked,
    open: createLru(Math.max(64, Math.floor(OPEN_BYTES / (rows / 4)))),
  };
}

const interned = <T>(values: T[]): Interned<T> => ({
  values,
  ids: new Map(values.map((value, id) => [JSON.stringify(value), id])),
});

function internId<T>({ values, ids }: Interned<T>, value: T): number {
  const key = JSON.stringify(value);
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, values.length);
  return values.push(value) - 1;
}

/** Words of a set over all rows. */
export const wordCount = (core: Core): number => wordsFor(core.count);

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

/**
 * Appends a place as a new row, in place of an older one of the same id.
 * @param ref where the place already lies in `packed`.
 * @param schedule its number in the table.
 */
export function append(core: Core, place: Place, ref: PackedRef, schedule: number): void {
  remove(core, place.id);
  if (core.count === core.capacity) grow(core);
  const ordinal = core.count++;
  core.liveCount++;
  core.byId.set(place.id, ordinal);
  if (place.partOf !== null) core.parts.set(place.partOf, [...(core.parts.get(place.partOf) ?? []), ordinal]);
  core.refs.slab[ordinal] = ref.slab;
  core.refs.start[ordinal] = ref.start;
  core.refs.end[ordinal] = ref.end;
  core.ids.push(place.id);
  core.names.push(place.name);
  core.nameKeys.push(nameKeyOf(place));
  setBit(core.live, ordinal);
  appendText(core, place, ordinal);
  appendHours(core, place, ordinal, schedule);
  appendPin(core, place, ordinal);
  appendFacts(core, place, ordinal);
  appendArea(core, place, ordinal);
}

/** Takes a place out. False where there is none. */
export function remove(core: Core, id: string): boolean {
  const ordinal = core.byId.get(id);
  if (ordinal === undefined) return false;
  core.byId.delete(id);
  core.live[ordinal >>> 5]! &= ~(1 << (ordinal & 31));
  core.liveCount--;
  return true;
}

/** By reading, then name; places without a reading after the others. */
export function nameKeyOf({ kana, name }: Place): string {
  return kana === null ? `1${name}` : `0${foldText(kana)}\u0000${name}`;
}

function appendText(core: Core, place: Place, ordinal: number): void {
  const [name, kana] = [foldText(place.name), foldText(place.kana ?? '')];
  const address = place.addressHidden || place.address === null ? '' : addressText(place.address);
  core.texts.push(`${name}\u0001${kana}\u0001${address}\u0001${foldText(place.operator ?? '')}`);
  core.nameEnd[ordinal] = name.length + 1 + kana.length;
}

const addressText = ({ text, building }: NonNullable<Place['address']>) => foldText(`${text} ${building ?? ''}`);

function appendHours(core: Core, place: Place, ordinal: number, schedule: number): void {
  const confirmed = place.confirmedAt?.getTime() ?? null;
  const { certainUntil } = compileFacts({ confirmedAt: confirmed });
  core.schedule[ordinal] = schedule;
  core.certainUntil[ordinal] = Math.min(0x7fff_ffff, certainUntil / MINUTE_MS);
  core.confirmedAt[ordinal] = confirmed ?? -Infinity;
  if (core.table.hasSlotFacts(schedule)) setBit(core.slotted, ordinal);
  if (place.booking?.deadlineMinutes !== undefined) setBit(core.deadline, ordinal);
}

/** Only a place with a point of its own has a pin: not one whose municipality alone is known, or that hides its address. */
function appendPin(core: Core, { location, addressHidden }: Place, ordinal: number): void {
  if (location === null || addressHidden || location.precision === 'MUNICIPALITY') {
    core.latitude[ordinal] = core.longitude[ordinal] = NaN;
    return;
  }
  const { latitude, longitude, precision } = location;
  setBit(core.pin, ordinal);
  if (precision === 'EXACT') setBit(core.exact, ordinal);
  core.latitude[ordinal] = latitude;
  core.longitude[ordinal] = longitude;
  core.xyz.set(unitVector(latitude, longitude), ordinal * 3);
  const { x, y } = mercator(latitude, longitude);
  core.mercatorX[ordinal] = x;
  core.mercatorY[ordinal] = y;
}

function appendFacts(core: Core, place: Place, ordinal: number): void {
  const facts = factsOf(place);
  core.kindSet[ordinal] = internId(core.kindSets, place.kinds);
  mark(core, core.kinds, place.kinds, ordinal);
  mark(core, core.activities, place.activities, ordinal);
  mark(core, core.features, place.features, ordinal);
  mark(core, core.access, one<Access>(facts.access), ordinal);
  mark(core, core.booking, one<Booking['need']>(facts.booking), ordinal);
  mark(core, core.free, one(facts.free), ordinal);
  mark(core, core.childAlone, one(facts.childAlone), ordinal);
  const bands = facts.ages?.value ?? [];
  core.ageSet[ordinal] = internId(core.ageSets, bands);
  if (bands.length > 0) setBit(core.agesKnown, ordinal);
}

const one = <T>(fact: { value: T } | null): string[] => (fact === null ? [] : [String(fact.value)]);

function mark(core: Core, sets: Map<string, Bits>, codes: string[], ordinal: number): void {
  for (const code of codes) {
    let bits = sets.get(code);
    if (!bits) sets.set(code, (bits = new Uint32Array(wordsFor(core.capacity))));
    setBit(bits, ordinal);
  }
}

function appendArea(core: Core, place: Place, ordinal: number): void {
  const code = place.municipalityCode ?? '';
  const municipality = internId(core.municipalities, code);
  core.municipality[ordinal] = municipality;
  (core.inMunicipality[municipality] ??= []).push(ordinal);
  if (code !== '') mark(core, core.prefectures, [code.slice(0, 2)], ordinal);
  core.residence[ordinal] = internId(core.residences, admittedResidents(place));
}

/** Codes of the municipalities whose residents alone may use a place; null where nobody is shut out, or nobody knows. */
function admittedResidents({ serviceArea, eligibility, municipalityCode }: Place): string[] | null {
  if (serviceArea.length > 0) return serviceArea;
  if (eligibility?.who !== 'RESIDENTS' && eligibility?.who !== 'SCHOOL_DISTRICT') return null;
  if (eligibility.municipalities && eligibility.municipalities.length > 0) return eligibility.municipalities;
  return municipalityCode === null ? null : [municipalityCode];
}

const NUMBER_COLUMNS = [
  'nameEnd',
  'schedule',
  'certainUntil',
  'confirmedAt',
  'latitude',
  'longitude',
  'xyz',
  'mercatorX',
  'mercatorY',
  'ageSet',
  'municipality',
  'residence',
  'kindSet',
] as const;
const BIT_COLUMNS = ['live', 'pin', 'exact', 'slotted', 'deadline', 'agesKnown'] as const;
const CODE_COLUMNS = [
  'kinds',
  'activities',
  'features',
  'access',
  'booking',
  'free',
  'childAlone',
  'prefectures',
] as const;

function grow(core: Core): void {
  const capacity = wordsFor(core.capacity + Math.max(4096, core.capacity >>> 2)) * 32;
  const factor = capacity / core.capacity;
  const longer = <T extends { length: number; set(from: T): void }>(column: T): T => {
    const make = column.constructor as new (length: number) => T;
    const next = new make(Math.round(column.length * factor));
    next.set(column);
    return next;
  };
  for (const name of NUMBER_COLUMNS) Object.assign(core, { [name]: longer(core[name] as Float64Array) });
  Object.assign(core.refs, {
    slab: longer(core.refs.slab),
    start: longer(core.refs.start),
    end: longer(core.refs.end),
  });
  core.capacity = capacity;
  for (const name of BIT_COLUMNS) core[name] = grown(core[name], wordsFor(capacity));
  for (const name of CODE_COLUMNS) {
    for (const [code, bits] of core[name]) core[name].set(code, grown(bits, wordsFor(capacity)));
  }
}
