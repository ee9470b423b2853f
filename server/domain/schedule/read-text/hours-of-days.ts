import { includesAll } from './combined.ts';
import { isBareWeekday, namesWeeks } from './entry.ts';
import type { State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import type { Group, Reading } from './reading.ts';
import type { Token } from './token.ts';

const ENDS = new Set<Token['kind']>(['separator', 'space', 'break', 'time', 'open']);

/** 「月~金 10時~16時、17時~19時(金)」: the days in the bracket are those of the hours right before it alone. Whether it was such. */
export function boundToHours(
  { reading, tokens, current, afterHours }: State,
  phrase: Phrase,
  at: number,
  next: number,
): boolean {
  const last = current?.hours.at(-1);
  if (!last || !current || current.scope || tokens[at - 1]?.kind !== 'open' || afterHours !== at - 1) return false;
  const only = tokens[next]?.kind === 'only';
  const end = only ? next + 1 : next;
  if (tokens[end]?.kind !== 'close' || !ENDS.has(tokens[end + 1]?.kind ?? 'break')) return false;
  // 「第1・3土曜 10時~12時(第1)、13時~15時(第3)」
  if (namesWeeks(phrase) && current.phrases.some(({ nth }) => nth.length > 1 && includesAll(nth, phrase.nth))) {
    reading.harmful.push(phrase.text);
    return true;
  }
  if (
    !isPlain(phrase) ||
    !current.phrases.every((one) => isPlain({ ...one, holiday: false })) ||
    !includesAll(weekdaysOf(current), phrase.weekdays)
  )
    return false;
  last.days = { weekdays: phrase.weekdays, only };
  return true;
}

const isPlain = (phrase: Phrase) => phrase.weekdays.length > 0 && isBareWeekday({ ...phrase, every: null });
const weekdaysOf = ({ phrases }: Group) => phrases.flatMap(({ weekdays }) => weekdays);

/**
 * Parts the days of a group by the hours that are bound to some of them. A day for which none are left is not understood, nor
 * is whether hours of some days come to those of all.
 */
export function partByHours(reading: Reading): void {
  reading.groups = reading.groups.flatMap((group) => {
    const [model] = group.phrases;
    if (!model || group.hours.every(({ days }) => days === undefined)) return [group];
    const mixed = group.hours.some(({ days }) => !days) && group.hours.some(({ days }) => days && !days.only);
    if (mixed || group.phrases.some(({ holiday }) => holiday)) reading.harmful.push(model.text);
    const parts = new Map<string, Group>();
    for (const day of [...new Set(weekdaysOf(group))]) {
      const hours = group.hours.filter(({ days }) => days?.weekdays.includes(day) ?? true);
      if (hours.length === 0) reading.harmful.push(model.text);
      const key = hours.map(({ text }) => text).join();
      const weekdays = [...(parts.get(key)?.phrases[0]?.weekdays ?? []), day];
      parts.set(key, { ...group, hours, phrases: [{ ...model, weekdays }] });
    }
    return [...parts.values()];
  });
}
