import { isFull, type Combined } from './combined.ts';
import { isDatedDay } from './dated-days.ts';
import { mergePhrases, namesDays } from './entry.ts';
import type { Phrase } from './phrase.ts';
import type { Group } from './reading.ts';
import { applyHours } from './scope.ts';

/** 「11月~2月は17:00~」, 「第2・第4」, 「4月~10月」: a group that only narrows days named elsewhere; `alone`: nothing else is said (5月~2月). */
export function narrow(result: Combined, group: Group, known: number[], alone: boolean): void {
  const phrases = mergePhrases(group.phrases, known).filter((phrase) => !isWholeYear(phrase));
  if (phrases.length === 0) return;
  if (result.entries.length === 0 && phrases.every((phrase) => phrase.every !== null)) {
    // 「毎週」, 「毎月」 in the frequency column, before any day is known
    for (const phrase of phrases) result.every = phrase.every;
    return;
  }
  if (result.entries.length === 0 || phrases.some(namesDays)) {
    result.harmful.push(...phrases.map((phrase) => phrase.text));
    return;
  }
  const [only] = phrases;
  // 「4月~9月のみ開館。営業時間 9:00~17:00」
  if (only && phrases.length === 1 && group.only && isFull(group.hours) && lacksHours(result)) {
    const { hours, pauses } = group;
    result.entries = result.entries.map((entry) => ({ ...entry, hours, pauses, phrase: restrict(entry.phrase, only) }));
    return;
  }
  if (group.hours.length > 0 || group.pauses.length > 0) {
    for (const phrase of phrases) applyHours(result, phrase, group);
    return;
  }
  if (group.also) return;
  if (!group.topic) restrictAll(result, group.held || alone || phrases.every(isPartInBrackets), phrases);
}

const lacksHours = ({ entries, hours, columns }: Combined) =>
  hours === null && columns === null && entries.every((entry) => entry.hours === null);

/** 「毎週火曜 9:45~11:15(5月~2月)」, 「火・金 7時~8時(学校のある日)」 */
const isPartInBrackets = (phrase: Phrase) =>
  phrase.bracketed && (phrase.months.length > 1 || phrase.season !== null || phrase.school === 'NEVER');

/** 「4月~翌3月」 */
const isWholeYear = (phrase: Phrase) =>
  phrase.months.length === 12 && phrase.nth.length === 0 && phrase.school === null && !namesDays(phrase);

function restrictAll(result: Combined, held: boolean, phrases: Phrase[]): void {
  const [only] = phrases;
  // 「8/3~8/7、8/17~8/21」
  if (held && phrases.length > 1 && phrases.every(isSpan)) {
    result.entries = phrases.flatMap((span) =>
      result.entries.map((entry) => ({ ...entry, phrase: restrict(entry.phrase, span) })),
    );
    return;
  }
  if (only && !held && (only.months.length > 0 || only.season || only.school)) {
    result.harmful.push(only.text);
    return;
  }
  if (phrases.length > 1 || !only || only.every === 'week') {
    if (phrases.length > 1) result.harmful.push(...phrases.map((phrase) => phrase.text));
    return;
  }
  result.entries = result.entries.map((entry) => ({ ...entry, phrase: restrict(entry.phrase, only) }));
}

const isSpan = ({ season, school, every, nth, interval }: Phrase) =>
  season !== null && school === null && every === null && interval === null && nth.length === 0;

const restrict = (phrase: Phrase, scope: Phrase): Phrase =>
  isDatedDay(phrase)
    ? phrase
    : {
        ...phrase,
        nth: phrase.nth.length > 0 ? phrase.nth : scope.nth,
        months: phrase.months.length > 0 ? phrase.months : scope.months,
        season: phrase.season ?? scope.season,
        school: phrase.school ?? scope.school,
        interval: phrase.interval ?? scope.interval,
        every: phrase.every ?? scope.every,
      };
