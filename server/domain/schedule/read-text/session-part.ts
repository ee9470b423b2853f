import { isBareWeekday, type Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { overrideHours, splitEntries } from './override.ts';

const [NOON, EARLY_AFTERNOON] = [720, 780];

/** The sessions of one half of the day; null where one goes over noon, or none or all are of that half. */
function halfOf(hours: Hours[], half: 'AM' | 'PM'): Hours[] | null {
  const morning = hours.filter(({ end }) => end !== null && end <= EARLY_AFTERNOON);
  const afternoon = hours.filter(({ start }) => start !== null && start >= NOON);
  if (morning.length + afternoon.length !== hours.length || morning.length === 0 || afternoon.length === 0) return null;
  return half === 'AM' ? morning : afternoon;
}

/**
 * 「土曜日は午前の部のみ」 keeps the sessions of that half on those days; null where a session goes over noon or the days are
 * not among the known ones. `usual`: the hours of entries that have none of their own.
 */
export function keepPart(known: Entry[], own: Entry[], part: 'AM' | 'PM', usual: Hours[] | null): Entry[] | null {
  let kept = known;
  for (const { phrase } of own) {
    const inside = splitEntries(kept, phrase)?.inside;
    const first = inside?.[0];
    // 「月・火・木・金(水曜は午前の部のみ)」
    if (inside?.length === 0 && kept[0] && isBareWeekday(phrase)) {
      const half = halfOf(kept[0].hours ?? usual ?? [], part);
      if (!half) return null;
      kept = [...kept, { ...kept[0], phrase, hours: half }];
      continue;
    }
    const hours = first ? halfOf(first.hours ?? usual ?? [], part) : null;
    const next: Entry[] | null = hours ? overrideHours(kept, phrase, hours, [], false) : null;
    if (!next) return null;
    kept = next;
  }
  return kept;
}
