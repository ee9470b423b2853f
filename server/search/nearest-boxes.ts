import { boxDistance } from './filters.ts';

/** Boxes by their distance from a point: mostly a few are asked for, so they stand in a heap instead of being sorted. */
export interface NearestBoxes {
  /** The nearest of those that are left, -1 where none is. */
  next(): number;
  /** The square of the chord to the one that came last. */
  distance(): number;
}

let distances = new Float64Array(0);
let heap = new Uint32Array(0);

/** One at a time: the next takes the room of the one before. */
export function nearestFirst(boxes: Float64Array, count: number, x: number, y: number, z: number): NearestBoxes {
  if (heap.length < count) [distances, heap] = [new Float64Array(count), new Uint32Array(count)];
  for (let box = 0; box < count; box++) {
    distances[box] = boxDistance(boxes, box, x, y, z);
    heap[box] = box;
  }
  for (let at = (count >>> 1) - 1; at >= 0; at--) sink(at, count);
  let [left, last] = [count, -1];
  return {
    next() {
      if (left === 0) return -1;
      last = heap[0]!;
      heap[0] = heap[--left]!;
      sink(0, left);
      return last;
    },
    distance: () => distances[last]!,
  };
}

/** Lets the box at a place of the heap sink until none below it is nearer. */
function sink(from: number, size: number): void {
  const box = heap[from]!;
  let at = from;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && distances[heap[child + 1]!]! < distances[heap[child]!]!) child++;
    if (distances[heap[child]!]! >= distances[box]!) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = box;
}
