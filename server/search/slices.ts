import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Long work in small steps: a generator that yields wherever it may be interrupted. Run to its end at once, or in slices
 * between which the server answers.
 */
export type Steps<T> = Generator<void, T, void>;

/** New connections are taken in one a turn: a turn must not be long. */
const SLICE_MS = 5;

/** Runs all steps now. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

let running = 0;

/** Runs the steps in slices of at most about 5 ms between two turns of the event loop, which those that run at once share. */
export async function runSliced<T>(steps: Steps<T>): Promise<T> {
  running++;
  try {
    for (;;) {
      const end = performance.now() + SLICE_MS / running;
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (performance.now() < end);
      await nextTurn();
    }
  } finally {
    running--;
  }
}

const RUN = 2048;

/** Sorts rows in steps: short runs by the engine's sort, then merges. */
export function* sortSteps(rows: Uint32Array, compare: (a: number, b: number) => number): Steps<Uint32Array> {
  for (let start = 0; start < rows.length; start += RUN) {
    rows.subarray(start, start + RUN).sort(compare);
    yield;
  }
  let from = rows;
  let into: Uint32Array = new Uint32Array(rows.length);
  for (let width = RUN; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      yield* merge(
        from,
        into,
        start,
        Math.min(start + width, rows.length),
        Math.min(start + 2 * width, rows.length),
        compare,
      );
    }
    [from, into] = [into, from];
  }
  return from;
}

function* merge(
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: (a: number, b: number) => number,
): Steps<void> {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    const takeLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
    into[at] = takeLeft ? from[left++]! : from[right++]!;
    if ((at & 2047) === 0) yield;
  }
}
