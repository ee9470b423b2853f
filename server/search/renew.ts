import { type Bits, hasBit, lowestBit, setBit, wordsFor } from './bits.ts';
import { BIT_COLUMNS, CODE_COLUMNS, NUMBER_COLUMNS } from './columns.ts';
import { type Core, createCore, type Hours } from './core.ts';
import { createPackedPlaces, type PackedPlaces } from './packed-places.ts';
import { seal } from './seal.ts';
import { sortSteps, type Steps } from './slices.ts';
import { zOrder } from './sphere.ts';

/**
 * A core of the live rows of another, in spatial order: columns are copied, no place is unpacked, so that there is little
 * to do and next to nothing for the collector to move. Rows that come or go meanwhile are the caller's to repeat.
 */
export function* renewCore(old: Core, hours: Hours): Steps<Core> {
  const order = yield* spatialOrder(old);
  const { kindSets, ageSets, residences, municipalities } = old;
  // Numbers of distinct values are only ever added: both cores may do so.
  const shared = { kindSets, ageSets, residences, municipalities };
  const core: Core = { ...createCore(order.length + ROOM, hours), ...shared };
  yield* copyNumbers(old, core, order);
  yield* copySets(old, core, order);
  yield* copyTexts(old, core, order);
  if (hours.table !== old.table) yield* renumber(old, core, order.length);
  const packed = yield* copyPacked(old, core, order);
  core.count = core.liveCount = core.version = order.length;
  for (let row = 0; row < order.length; row++) setBit(core.live, row);
  yield;
  core.sealed = yield* seal(core);
  return { ...core, packed };
}

/** How much room for edits a new core has before its columns grow. */
const ROOM = 8192;

/** Rows between two steps. */
const ROWS_PER_STEP = 8192;

/** The rows that are live now; those without a pin come last. */
function* spatialOrder(core: Core): Steps<Uint32Array> {
  const rows = new Uint32Array(core.liveCount);
  const keys = new Float64Array(core.count);
  for (let row = 0, live = 0; row < keys.length; row++) {
    if (hasBit(core.live, row)) rows[live++] = row;
    keys[row] = hasBit(core.pin, row) ? zOrder(core.mercatorX[row]!, core.mercatorY[row]!) : Infinity;
  }
  return yield* sortSteps(rows, (a, b) => (keys[a] === keys[b] ? a - b : keys[a]! - keys[b]!));
}

function* copyNumbers(old: Core, core: Core, order: Uint32Array): Steps<void> {
  const { slab, start, end } = core.refs;
  const columns = [
    ...NUMBER_COLUMNS.map((name) => ({ from: old[name], into: core[name], width: name === 'xyz' ? 3 : 1 })),
    { from: old.refs.slab, into: slab, width: 1 },
    { from: old.refs.start, into: start, width: 1 },
    { from: old.refs.end, into: end, width: 1 },
  ];
  for (const { from, into, width } of columns) {
    for (let row = 0; row < order.length; row++) {
      for (let at = 0; at < width; at++) into[row * width + at] = from[order[row]! * width + at]!;
      if (row % ROWS_PER_STEP === 0) yield;
    }
  }
}

function* copySets(old: Core, core: Core, order: Uint32Array): Steps<void> {
  /** For each old row the new one and 1 more; 0 where it is not among them. */
  const moved = new Uint32Array(old.count);
  for (let row = 0; row < order.length; row++) moved[order[row]!] = row + 1;
  for (const name of BIT_COLUMNS) {
    yield;
    moveBits(old[name], core[name], moved);
  }
  for (const name of CODE_COLUMNS) {
    for (const [code, bits] of old[name]) {
      yield;
      const into = new Uint32Array(wordsFor(core.capacity));
      moveBits(bits, into, moved);
      core[name].set(code, into);
    }
  }
  for (const [id, rows] of old.parts) {
    const parts = rows.flatMap((row) => (moved[row] ? [moved[row] - 1] : []));
    if (parts.length > 0) core.parts.set(id, parts);
  }
}

function moveBits(from: Bits, into: Bits, moved: Uint32Array): void {
  for (let word = 0; word << 5 < moved.length; word++) {
    for (let rest = from[word]!; rest !== 0; rest &= rest - 1) {
      const row = moved[(word << 5) + lowestBit(rest)] ?? 0;
      if (row !== 0) setBit(into, row - 1);
    }
  }
}

function* copyTexts(old: Core, core: Core, order: Uint32Array): Steps<void> {
  for (let row = 0; row < order.length; row++) {
    const from = order[row]!;
    core.ids.push(old.ids[from]!);
    core.names.push(old.names[from]!);
    core.nameKeys.push(old.nameKeys[from]!);
    core.texts.push(old.texts[from]!);
    core.byId.set(old.ids[from]!, row);
    (core.inMunicipality[old.municipality[from]!] ??= []).push(row);
    if (row % ROWS_PER_STEP === 0) yield;
  }
}

/** Schedules by their numbers in another table. */
function* renumber(old: Core, core: Core, count: number): Steps<void> {
  const numbers = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const schedule = core.schedule[row]!;
    let number = numbers.get(schedule);
    if (number === undefined) numbers.set(schedule, (number = core.table.idOf(old.table.schedule(schedule))));
    core.schedule[row] = number;
    if ((row & 31) === 0) yield;
  }
}

/** So much more than what is used may lie in the slabs, of places that were changed or taken out. */
const SPARE_BYTES = 1.25;

/** The packed places as they lie, or the used ones of them one behind the other where too much is not used any more. */
function* copyPacked({ packed }: Core, core: Core, order: Uint32Array): Steps<PackedPlaces> {
  const { slab, start, end } = core.refs;
  let used = 0;
  for (let row = 0; row < order.length; row++) used += end[row]! - start[row]!;
  if (packed.bytes <= SPARE_BYTES * used) return packed;
  const taken = createPackedPlaces();
  for (let row = 0; row < order.length; row++) {
    const ref = taken.take(packed, { slab: slab[row]!, start: start[row]!, end: end[row]! });
    slab[row] = ref.slab;
    start[row] = ref.start;
    end[row] = ref.end;
    if ((row & 255) === 0) yield;
  }
  return taken;
}
