import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';

/**
 * 「水~日 9:00~17:00、火 13:00~17:00(12:00~13:00休館)」: a break outside the hours of the days before it is one of the
 * other days.
 */
export function spreadPauses(entries: Entry[]): Entry[] {
  const lost = entries.flatMap((entry) => entry.pauses.filter((pause) => !isWithinAny(pause, entry)));
  if (lost.length === 0) return entries;
  return entries.map((entry) => ({
    ...entry,
    pauses: [...entry.pauses, ...lost.filter((pause) => isWithinAny(pause, entry))],
  }));
}

const isWithinAny = ({ start, end }: Hours, { hours }: Entry) =>
  (hours ?? []).some((h) => h.start !== null && h.end !== null && h.start < (end ?? 0) && h.end > (start ?? 0));
