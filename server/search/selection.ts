import type { Bits } from './bits.ts';
import type { FactName } from './pools.ts';

/** The rows that a request finds, and what it does not find for want of knowledge. */
export interface Selection {
  /** Of `core.rooms`: who has looked at it may give it back. */
  matched: Bits;
  total: number;
  /** Rows that match but for `when`, for which the answer is maybe. */
  unknownHours: number;
  /** Rows that match but for one fact that they do not state; with `includeNotStated` they are in the total too. */
  notStated: Record<FactName, number>;
}

export function emptySelection(matched: Bits): Selection {
  const notStated = { ages: 0, childAlone: 0, free: 0, booking: 0 };
  return { matched, total: 0, unknownHours: 0, notStated };
}
