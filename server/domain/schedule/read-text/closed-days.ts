import { ALL_WEEKS, ALL_MONTHS } from '../schedule.ts';
import { isBareWeekday, namesDays, type Entry } from './entry.ts';
import { clearRun, dropPhrases, lastRun, type State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { isBareDay, isOfSome, onlyNarrows, sharesLine, type Group, type Reading } from './reading.ts';
import type { Token } from './token.ts';

/**
 * 「第2土曜 10時~(8月は休み)、第4水曜 13時~」: a part of the year in brackets closes the days that it stands after, where
 * others follow or stand on a line before; after a list of days it closes all of them.
 */
export function closedOnItsDays({ groups }: Reading, phrase: Phrase, of: Group | null): Phrase[] {
  const days = of?.phrases.filter((one) => namesDays(one) && one.weekdays.length > 0) ?? [];
  if (!of || isOfSome(of) || !onlyNarrows(phrase) || phrase.months.length === 0 || phrase.school !== null)
    return [phrase];
  if (days.length === 0) return [phrase];
  const others = groups.filter((group) => group !== of && group.scope === null && group.phrases.some(namesDays));
  const last = !others.some((group) => groups.indexOf(group) > groups.indexOf(of));
  if (others.length === 0 || (last && others.some((group) => sharesLine(group, of)))) return [phrase];
  return days.map(({ weekdays, nth }) => ({ ...phrase, weekdays, nth }));
}

/**
 * 「火~金(第2木曜を除く) 9:30~18:30、土日祝 9:30~17:30」: what brackets take out of some days is not taken out of the holidays,
 * which have hours of their own. Whether it was such; changes the entries.
 */
export function takeWeeks(result: { entries: Entry[] }, closed: Phrase, of: Group | null): boolean {
  const [day, ...more] = closed.weekdays;
  const isHoliday = ({ phrase }: Entry) => phrase.holiday;
  if (!of || day === undefined || more.length > 0 || closed.nth.length === 0 || closed.nth.includes(-1)) return false;
  const whole = ({ phrase }: Entry) => phrase.weekdays.includes(day) && isBareWeekday({ ...phrase, every: null });
  if (!isBareWeekday({ ...closed, nth: [] }) || !result.entries.some(isHoliday) || !result.entries.some(whole))
    return false;
  const nth = ALL_WEEKS.filter((n) => !closed.nth.includes(n));
  result.entries = result.entries.flatMap((entry) => {
    const { phrase } = entry;
    if (!whole(entry)) return [entry];
    const weekdays = phrase.weekdays.filter((other) => other !== day);
    const rest = weekdays.length > 0 ? [{ ...entry, phrase: { ...phrase, weekdays } }] : [];
    return [...rest, { ...entry, phrase: { ...phrase, weekdays: [day], nth } }];
  });
  return true;
}

/**
 * Days at the end of a list of closing days, or in a bracket there, that are open: 「祝日(5月5日、11月3日は開館)」, whatever their
 * weekday; `asUsual`: 「祝日(5月5日を除く)」, if it is not closed on their weekday. Whether there were such.
 */
export function openBareDays({ reading }: State, list: Phrase[], asUsual: boolean): boolean {
  const last = list.at(-1);
  if (!last?.season) return false;
  const first = list.findLastIndex(({ season, bracketed }) => !season || bracketed !== last.bracketed) + 1;
  for (const phrase of list.splice(last.bracketed ? first : -1))
    reading.openDays.push({ phrase, thenClosed: false, asUsual });
  return true;
}

/** 「祝日(5月5日を除く)、年末年始は休み」: days out of the holidays before it, of which is said later that they are closed. Whether it was such. */
export function exceptsOfHolidays(state: State, at: number): boolean {
  const holiday = state.runs.length > 1 ? state.runs.at(-2)?.at(-1)?.phrase.holiday : false;
  const days = lastRun(state).map(({ phrase }) => phrase);
  if (!holiday || days.length === 0 || !days.every(isBareDay)) return false;
  const closes = state.tokens.slice(at + 1).some(({ kind }) => kind === 'closed' || kind === 'except');
  if (!closes) state.reading.harmful.push(...days.map(({ text }) => text));
  dropPhrases(state, days);
  clearRun(state);
  return openBareDays(state, days, true);
}

/** 「休館日：月曜日(祝日を除く)」: open on holidays, though they are Mondays. */
export function exceptClosed(state: State): void {
  const list = state.reading.closures.at(-1)?.phrases ?? [];
  const ofHolidays = list.findLast(({ season }) => !season)?.holiday === true;
  if (ofHolidays && list.at(-1)?.bracketed && openBareDays(state, list, true)) return;
  const phrase = list.pop();
  if (phrase && outOfDay(list, phrase)) return;
  if (phrase?.holiday && phrase.weekdays.length === 0) state.reading.holidayRule = 'OPEN';
  else state.reading.harmful.push(`${phrase?.text ?? ''}を除く`);
}

/** 「休館日：第3月曜(8月を除く)」, 「土曜(第2土曜を除く)」: of the last day of the list, which closes in the other months. Whether it was such. */
export function outOfDay(list: Phrase[], except: Phrase): boolean {
  const day = list.at(-1);
  if (day && except.bracketed && except.nth.length > 0 && except.weekdays.join() === day.weekdays.join()) {
    if (day.nth.length + day.months.length + except.months.length > 0 || except.nth.includes(-1)) return false;
    day.nth = ALL_WEEKS.filter((week) => !except.nth.includes(week));
    return true;
  }
  if (!day || !except.bracketed || !onlyNarrows(except) || except.season || except.months.length === 0) return false;
  const own = day.weekdays.length > 0 && day.months.length === 0 && day.season === null;
  // 「第2月曜・第4水曜(8月を除く)」 may be of both, 「毎週火曜・第2日曜(7月を除く)」 is of the weeks
  const alike = list.at(-2)?.nth.length === 0 ? day.nth.length === 0 : true;
  if (!own || (day.after === '・' && list.length > 1 && alike)) return false;
  day.months = ALL_MONTHS.filter((month) => !except.months.includes(month));
  return true;
}

/**
 * 「平日 10時~18時、土日祝 10時~17時 休館日 毎週火曜」: holidays have hours of their own, but each Tuesday is closed; without 毎週
 * it may be said of the other days alone.
 */
export const staysClosed = ({ entries }: { entries: Entry[] }, { every, weekdays }: Phrase): boolean =>
  every === 'week' &&
  entries.some(({ phrase }) => phrase.holiday) &&
  !entries.some(({ phrase }) => phrase.weekdays.some((day) => weekdays.includes(day)));

/** Nothing is said of holidays that fall on a closing day. */
export const saysNoMove = ({ holidayRule, moved, tokens }: Reading): boolean =>
  holidayRule === null && !moved && tokens.every((token) => token.kind !== 'aside' || token.about !== 'MOVED');

/** Some days in a list of closing days are open. */
export function opensInClosed({ leadsClosed, tokens, afterPhrase }: State, token: Token, at: number): boolean {
  if (token.kind !== 'held' || !leadsClosed || /[時間日程]/.test(token.text)) return false;
  // 「第3水曜(7・8月のみ開館)」
  const before = tokens[at - 1];
  return afterPhrase === at || (afterPhrase === at - 1 && (before?.text === 'に' || before?.kind === 'only'));
}
