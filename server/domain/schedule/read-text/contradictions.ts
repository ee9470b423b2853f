import { daysOverlap } from '../rule-days.ts';
import type { Rule, Schedule, TimeSlot } from '../schedule.ts';

/**
 * Whether rules speak against one another: hours that overlap and differ, or none beside some, on the same day. What is
 * held within the opening has a label and is none; so is what only may be.
 */
export function contradictsItself({ rules, text }: Schedule): boolean {
  const sure = rules.filter(({ certainty }) => certainty !== 'IRREGULAR');
  const slots = sure.flatMap((rule) => rule.slots);
  // 「18時まで」 beside 9:00~17:00, but 「放課後~18時」 names its start
  const named = /放課後|下校|(?:学校|授業)(?:終了|の?後|が終わ)/.test(text ?? '');
  if (!named && slots.some(({ start }) => start === null) && slots.some(({ start }) => start !== null)) return true;
  // 「火・木 16:00~20:00 … 月・水・金」: what is said of the others was lost, unless it is 「昼に」 and no more
  const without = sure.some((rule) => rule.slots.length === 0) && slots.length > 0;
  if (without && !/(?:昼|夕方|朝|夜)に/.test(text ?? '')) return true;
  return sure.some((rule, i) => sure.slice(0, i).some((other) => contradicts(other, rule)));
}

function contradicts(a: Rule, b: Rule): boolean {
  if ((a.holidays === 'ONLY') !== (b.holidays === 'ONLY')) return false;
  const none = (a.slots.length === 0) !== (b.slots.length === 0);
  return (none || a.slots.some((slot) => b.slots.some((other) => clash(slot, other)))) && daysOverlap(a, b);
}

function clash(a: TimeSlot, b: TimeSlot): boolean {
  if (a.label !== undefined || b.label !== undefined || (a.start === b.start && a.end === b.end)) return false;
  if (a.start === null || b.start === null) return true;
  return a.start < (b.end ?? b.start + 1) && b.start < (a.end ?? a.start + 1);
}
