import { DAY_MS, MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import type { When, Window } from '../domain/search-when.ts';
import type { Core } from './core.ts';
import { askedOf, type Stretch } from './hours.ts';
import { markOf, openSlices, SLICE_MINUTES, sliceScratch } from './open-slices.ts';
import type { Steps } from './slices.ts';

/**
 * Hours that nobody has laid out yet: a request for a time far away would hold all others up, for 20 ms where only its half
 * hour is missing, for half a second a month where its days are. So what it needs is laid out in steps before it is answered.
 */

/** Half hours from now on: of a day, and of a week and a day. */
const SLICES_AHEAD = { DAY: 48, WEEK: 8 * 48 };
/** Two months may be asked for at once. */
const DAYS_AHEAD = 66;
const SLICES_PER_RUN = 48;

/** The days and the half hours from an instant on. */
export function* prepareSteps(core: Core, now: number, ahead: keyof typeof SLICES_AHEAD): Steps<void> {
  yield* core.timeline.layOut(now / MINUTE_MS, (now + DAYS_AHEAD * DAY_MS) / MINUTE_MS);
  const first = sliceOf(now);
  yield* fillSlices(
    core,
    Array.from({ length: SLICES_AHEAD[ahead] }, (_, at) => first + at * SLICE_MINUTES),
  );
}

/** Works out slices, those that follow on each other together, a day at once. */
export function* fillSlices(core: Core, firsts: number[]): Steps<void> {
  const sorted = firsts.toSorted((a, b) => a - b);
  const scratch = sliceScratch();
  for (let start = 0, end = 1; start < sorted.length; start = end++) {
    while (end - start < SLICES_PER_RUN && sorted[end] === sorted[end - 1]! + SLICE_MINUTES) end++;
    yield* openSlices(core, sorted[start]!, end - start, scratch);
  }
}

/** What of a time is not laid out: its days, or its half hour alone; null where all is there. `window`: of sessions. */
export function missingOf(core: Core, when: When | null, window: Window | null): 'DAYS' | 'HALF_HOUR' | null {
  if (window !== null && !isLaidOut(core, inMinutes(window))) return 'DAYS';
  if (when === null) return null;
  if (!isLaidOut(core, stretchOf(when))) return 'DAYS';
  return when.kind === 'AT' && !core.slices.has(sliceOf(when.at)) ? 'HALF_HOUR' : null;
}

const isLaidOut = ({ timeline }: Core, { from, to }: Stretch) => timeline.isLaidOut(from, to);

/** Lays it out. */
export function* layOutSteps(core: Core, when: When | null, window: Window | null): Steps<void> {
  for (const stretch of [window && inMinutes(window), when && stretchOf(when)])
    if (stretch) yield* core.timeline.layOut(stretch.from, stretch.to);
  if (when?.kind === 'AT' && !core.slices.has(sliceOf(when.at))) yield* openSlices(core, sliceOf(when.at), 1);
}

/** The first minute of the half hour of an instant. */
const sliceOf = (instant: number) => markOf(instant / MINUTE_MS);

const inMinutes = ({ from, to }: Window): Stretch => ({ from: from / MINUTE_MS, to: to / MINUTE_MS });

/** The minutes in which a time lies. */
function stretchOf(when: When): Stretch {
  if (when.kind === 'VISIT') return inMinutes({ from: when.from, to: when.homeBy });
  const asked = askedOf(when);
  if (asked.kind === 'DATES') return asked;
  if (asked.kind === 'DURING') return { from: asked.stays[0]!.from, to: asked.stays.at(-1)!.to };
  return { from: asked.minute, to: asked.minute + SLICE_MINUTES };
}
