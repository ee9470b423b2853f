import { MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import { type OpenStateKind, stateAt } from '../domain/schedule/state.ts';
import { hasBit } from './bits.ts';
import { type Core, placeAt } from './core.ts';
import { createLru, type Lru } from './lru.ts';

interface KnownState {
  kind: OpenStateKind;
  from: number;
  changesAt: number;
}

const STATES_KEPT = 32_768;
/** The badge's kind depends on the rest of the day alone. */
const DAYS = 2;
const states = new WeakMap<Core['table'], Lru<number, KnownState>>();

/** Whether a row is open now, as its badge says; kept per schedule until it changes. */
export function stateOfRow(core: Core, row: number, now: number): OpenStateKind {
  // A booking's deadline, or doubt for want of confirmation, makes it a matter of the place.
  const own = hasBit(core.deadline, row) || core.certainUntil[row]! * MINUTE_MS < now + DAYS * 86_400_000;
  if (own) {
    const { schedule, confirmedAt, booking } = placeAt(core, row);
    const facts = { confirmedAt: confirmedAt?.getTime() ?? null };
    return stateAt(schedule, now, { facts, booking, horizonDays: DAYS }).kind;
  }
  let kept = states.get(core.table);
  if (!kept) states.set(core.table, (kept = createLru('badge', STATES_KEPT)));
  const schedule = core.schedule[row]!;
  const known = kept.get(schedule);
  if (known && known.from <= now && now < known.changesAt) return known.kind;
  const { kind, changesAt } = stateAt(core.table.schedule(schedule), now, { horizonDays: DAYS });
  kept.set(schedule, { kind, from: now, changesAt });
  return kind;
}
