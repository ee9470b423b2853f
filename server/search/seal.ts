import { hasBit, wordsFor } from './bits.ts';
import type { Boxes, Core, Sealed, SortedRows } from './core.ts';
import { sortSteps, type Steps } from './slices.ts';
import { indexText } from './text-index.ts';

/** Builds what stands over the rows that there are now. */
export function* seal(core: Core): Steps<Sealed> {
  const count = core.count;
  const boxes = yield* boxesOf(core, count);
  const byName = yield* sortedRows(count, (a, b) => compareNames(core, a, b));
  const byText = yield* sortSteps(rowsUpTo(count), (a, b) => (core.texts[a]! < core.texts[b]! ? -1 : 1));
  const text = yield* indexText(core.texts, count);
  return { count, boxes, byName, byText, text };
}

export function compareIds(core: Core, a: number, b: number): number {
  const [first, second] = [core.ids[a]!, core.ids[b]!];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function compareNames(core: Core, a: number, b: number): number {
  const [first, second] = [core.nameKeys[a]!, core.nameKeys[b]!];
  return first < second ? -1 : first > second ? 1 : compareIds(core, a, b);
}

export function rowsUpTo(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

function* sortedRows(count: number, compare: (a: number, b: number) => number): Steps<SortedRows> {
  const order = yield* sortSteps(rowsUpTo(count), compare);
  const rank = new Uint32Array(count);
  for (let at = 0; at < count; at++) rank[order[at]!] = at;
  yield;
  return { order, rank };
}

function* boxesOf(core: Core, count: number): Steps<Boxes> {
  const words = wordsFor(count);
  const boxes: Boxes = {
    wordXyz: emptyBoxes(words, 3),
    blockXyz: emptyBoxes(wordsFor(words), 3),
    wordDegrees: emptyBoxes(words, 2),
  };
  for (let row = 0; row < count; row++) {
    if ((row & 8191) === 0) yield;
    if (!hasBit(core.pin, row)) continue;
    for (let axis = 0; axis < 3; axis++) {
      widen(boxes.wordXyz, row >>> 5, 3, axis, core.xyz[row * 3 + axis]!);
      widen(boxes.blockXyz, row >>> 10, 3, axis, core.xyz[row * 3 + axis]!);
    }
    widen(boxes.wordDegrees, row >>> 5, 2, 0, core.longitude[row]!);
    widen(boxes.wordDegrees, row >>> 5, 2, 1, core.latitude[row]!);
  }
  return boxes;
}

function emptyBoxes(count: number, axes: number): Float64Array {
  const boxes = new Float64Array(count * axes * 2).fill(Infinity);
  for (let box = 0; box < count; box++) boxes.fill(-Infinity, (box * 2 + 1) * axes, (box * 2 + 2) * axes);
  return boxes;
}

function widen(boxes: Float64Array, box: number, axes: number, axis: number, value: number): void {
  const low = box * axes * 2 + axis;
  if (value < boxes[low]!) boxes[low] = value;
  if (value > boxes[low + axes]!) boxes[low + axes] = value;
}
