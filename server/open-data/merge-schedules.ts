import type { Rule, Schedule, ScheduleCertainty } from '../domain/schedule/schedule.ts';
import { sameValue } from '../domain/same-value.ts';

/** From the most to the least that is known. */
const ORDER: ScheduleCertainty[] = ['FIXED', 'USUAL', 'IRREGULAR', 'UNKNOWN', 'SUSPENDED'];

function saysNothing(schedule: Schedule): boolean {
  return schedule.certainty === 'UNKNOWN' && schedule.rules.length === 0 && schedule.text === null;
}

/** A rule keeps its own row's word on holidays when it stands beside the rules of another row. */
function rulesOf(schedule: Schedule, certain: boolean): Rule[] {
  return schedule.rules.map((rule) => ({
    ...rule,
    holidays: rule.holidays ?? schedule.holidays,
    certainty: certain ? rule.certainty : 'IRREGULAR',
  }));
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * The schedule of a place of which two rows speak (追加情報 at the same address): the sessions of both. Closures hold for
 * a whole schedule, so where the rows differ in them no session of either is certain.
 */
export function mergeSchedules(one: Schedule, other: Schedule): Schedule {
  if (saysNothing(other) || sameValue(one, other)) return one;
  if (saysNothing(one)) return other;
  const [known, less] = ORDER.indexOf(one.certainty) <= ORDER.indexOf(other.certainty) ? [one, other] : [other, one];
  const certain = sameValue(one.closures, other.closures);
  const leavesOpen = less.certainty === 'IRREGULAR' || less.certainty === 'UNKNOWN';
  return {
    certainty: certain || known.rules.length === 0 ? known.certainty : 'IRREGULAR',
    rules: [...rulesOf(one, certain), ...rulesOf(other, certain)],
    closures: certain ? one.closures : [...one.closures, ...other.closures],
    extraDates: [...one.extraDates, ...other.extraDates],
    holidays: one.holidays === other.holidays ? one.holidays : 'UNKNOWN',
    outside: leavesOpen || one.outside === 'MAYBE' || other.outside === 'MAYBE' ? 'MAYBE' : 'NO',
    knownUntil: earlier(one.knownUntil, other.knownUntil),
    text: [one.text, other.text].filter((text) => text !== null).join('\n') || null,
    unread: [...one.unread, ...other.unread],
  };
}
