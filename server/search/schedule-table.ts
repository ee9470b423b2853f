import { hash } from 'node:crypto';
import { type CompiledSchedule, compileSchedule } from '../domain/schedule/compile.ts';
import type { Schedule, TimeSlot } from '../domain/schedule/schedule.ts';

/**
 * Every distinct schedule once, by number: a hundred playrooms of a city keep the same hours, and whether they are open
 * then is worked out once for all of them.
 */
export interface ScheduleTable {
  /** The number of a schedule; equal schedules share one. */
  idOf(schedule: Schedule): number;
  schedule(id: number): Schedule;
  /**
   * Holds the compiled form of a schedule, which else hangs on a WeakMap alone: through such the collector looks while
   * everything stands still (170 of 190 ms).
   */
  holdCompiled(id: number): void;
  /** Whether some slot has ages, activities, access or booking of its own, so that the answer depends on who asks. */
  hasSlotFacts(id: number): boolean;
  /** The number of a slot, 0 for null; numbers stand in the timeline instead of the slot. */
  slotId(slot: TimeSlot | null): number;
  slot(id: number): TimeSlot | null;
  /** The number of the facts that a slot has of its own, 0 where it has none. */
  slotFactsOf(slotId: number): number;
  slotFacts(id: number): SlotFacts;
  readonly size: number;
}

export type SlotFacts = Pick<TimeSlot, 'ages' | 'activities' | 'access' | 'booking'>;

export function createScheduleTable(): ScheduleTable {
  const schedules: Schedule[] = [];
  const compiled = new Map<number, CompiledSchedule>();
  const withFacts: boolean[] = [];
  const byDigest = new Map<string, number>();
  const slots: (TimeSlot | null)[] = [null];
  const slotIds = new Map<TimeSlot, number>();
  const factsOfSlot: number[] = [0];
  const facts: SlotFacts[] = [{}];
  const factsByJson = new Map<string, number>([['[null,null,null,null]', 0]]);

  const factsId = (slot: TimeSlot): number => {
    const json = JSON.stringify(ownFacts(slot));
    const known = factsByJson.get(json);
    if (known !== undefined) return known;
    factsByJson.set(json, facts.length);
    return facts.push(slot) - 1;
  };
  return {
    idOf(schedule) {
      // A digest instead of the text: 30,000 schedules of 600 characters are not worth 40 MB of keys.
      const digest = hash('sha1', JSON.stringify(schedule), 'base64');
      const known = byDigest.get(digest);
      if (known !== undefined) return known;
      byDigest.set(digest, schedules.length);
      withFacts.push(slotsOf(schedule).some((slot) => ownFacts(slot).some((fact) => fact !== null)));
      return schedules.push(schedule) - 1;
    },
    schedule: (id) => schedules[id]!,
    holdCompiled(id) {
      compiled.set(id, compileSchedule(schedules[id]!));
    },
    hasSlotFacts: (id) => withFacts[id]!,
    slotId(slot) {
      if (slot === null) return 0;
      const known = slotIds.get(slot);
      if (known !== undefined) return known;
      slotIds.set(slot, slots.length);
      factsOfSlot.push(factsId(slot));
      return slots.push(slot) - 1;
    },
    slot: (id) => slots[id] ?? null,
    slotFactsOf: (slotId) => factsOfSlot[slotId]!,
    slotFacts: (id) => facts[id]!,
    get size() {
      return schedules.length;
    },
  };
}

function slotsOf({ rules, extraDates }: Schedule): TimeSlot[] {
  return [...rules, ...extraDates].flatMap(({ slots }) => slots);
}

function ownFacts({ ages, activities, access, booking }: TimeSlot): unknown[] {
  return [ages?.length ? ages : null, activities?.length ? activities : null, access ?? null, booking?.need ?? null];
}
