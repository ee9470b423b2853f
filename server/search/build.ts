import type { Place } from '../domain/place.ts';
import { append } from './append.ts';
import { type Core, createCore, type Hours } from './core.ts';
import { createPackedPlaces, type PackedPlaces, type PackedRef } from './packed-places.ts';
import { seal } from './seal.ts';
import { sortSteps, type Steps } from './slices.ts';
import { mercator, zOrder } from './sphere.ts';

/**
 * Building a core: places are packed as they come, then appended in spatial order. Nothing but the packed form of all
 * places is in memory at once.
 */
export interface Stage {
  hours: Hours;
  packed: PackedPlaces;
  refs: PackedRef[];
  schedules: number[];
  /** Along the Z-order curve; Infinity without a pin, so that these come last. */
  keys: number[];
}

export function createStage(hours: Hours): Stage {
  return { hours, packed: createPackedPlaces(), refs: [], schedules: [], keys: [] };
}

export function stagePlace(stage: Stage, place: Place): void {
  stage.refs.push(stage.packed.add(place));
  stage.schedules.push(stage.hours.table.idOf(place.schedule));
  stage.keys.push(spatialKey(place));
}

function spatialKey({ location, addressHidden }: Place): number {
  if (location === null || addressHidden || location.precision === 'MUNICIPALITY') return Infinity;
  const { x, y } = mercator(location.latitude, location.longitude);
  return zOrder(x, y);
}

/** How much room for edits a new core has before its columns grow. */
export const ROOM = 8192;

/** A core of all that was staged. Where an id was staged twice, the later one is kept. */
export function* buildCore(stage: Stage): Steps<Core> {
  const { hours, keys, packed, refs, schedules } = stage;
  const core: Core = { ...createCore(refs.length + ROOM, hours), packed };
  const staged = new Uint32Array(refs.length);
  for (let index = 0; index < staged.length; index++) staged[index] = index;
  const order = yield* sortSteps(staged, (a, b) => (keys[a]! === keys[b]! ? a - b : keys[a]! - keys[b]!));
  let done = 0;
  for (const index of order) {
    const schedule = schedules[index]!;
    append(core, packed.read(refs[index]!, hours.table.schedule(schedule)), refs[index]!, schedule);
    if ((++done & 31) === 0) yield;
  }
  core.sealed = yield* seal(core);
  return core;
}
