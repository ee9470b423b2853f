import { includesAll, weekdaysOf, type Combined } from './combined.ts';
import { mergePhrases, namesDays, type Entry } from './entry.ts';
import { changeEnds, splitEntries } from './override.ts';
import type { Phrase } from './phrase.ts';
import type { Group } from './reading.ts';

/** 「土曜日は第2・第4のみ」, 「土曜は月1回」: of the days before は only those after it, the other days stay as they are. */
export function replaceTopic(result: Combined, group: Group): void {
  const counted = group.phrases.some((phrase) => phrase.predicate && phrase.count !== null);
  // 「土曜日は月1回(第3土曜)」
  const named = counted ? group.phrases.filter((one) => one.bracketed && one.nth.length > 0 && !one.predicate) : [];
  const topics = mergePhrases(
    group.phrases.filter((phrase) => !phrase.predicate && !named.includes(phrase)),
    [],
  );
  const [topic] = topics;
  // 「金曜は第2・4のみ食事あり」 says when there are meals
  if (group.meals && group.hours.length === 0) return;
  const said = mergePhrases(
    (named.length > 0 ? named : group.phrases.filter((phrase) => phrase.predicate)).map(apart),
    topic?.weekdays ?? [],
  );
  if (!topic || topics.length > 1 || topic.weekdays.length === 0 || topic.nth.length > 0) {
    result.harmful.push(...group.phrases.map((phrase) => phrase.text));
    return;
  }
  const phrases = said.map((phrase) => withDaysOf(phrase, topic));
  const known = weekdaysOf(result.entries);
  const split = splitEntries(result.entries, { ...topic, months: [], season: null, school: null });
  const isNew = !topic.weekdays.some((day) => known.includes(day));
  if (!split || !phrases.every(namesDays) || !isWithin(phrases, topic) || (isNew && result.weekly === false)) {
    result.harmful.push(...group.phrases.map((phrase) => phrase.text));
    return;
  }
  const before = split.inside[0]?.hours ?? null;
  const [only, ...more] = group.hours;
  // 「日は第2のみ 11時スタート」: until when is said elsewhere
  const changes = more.length === 0 && only !== undefined && (only.start === null) !== (only.end === null);
  const changed = changes && before ? changeEnds(before, group.hours) : group.hours;
  const hours = group.hours.length > 0 ? changed : before;
  const own: Entry[] = phrases.map((phrase) => ({
    ...{ phrase, hours, pauses: group.pauses, open: phrase.open },
    changes: changes && before === null,
  }));
  result.entries = [...split.outside, ...own];
}

const apart = (phrase: Phrase): Phrase => ({ ...phrase, predicate: false });

const withDaysOf = (phrase: Phrase, topic: Phrase): Phrase =>
  phrase.weekdays.length === 0 && phrase.monthDays.length === 0 ? { ...phrase, weekdays: topic.weekdays } : phrase;

const isWithin = (phrases: Phrase[], topic: Phrase) =>
  phrases.every(({ weekdays }) => includesAll(topic.weekdays, weekdays));
