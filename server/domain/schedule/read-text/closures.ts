import { ALL_WEEKDAYS, type Closure } from '../schedule.ts';
import { closeAfterHolidays } from './after-holidays.ts';
import { NOON } from './clock.ts';
import { closedOnItsDays, saysNoMove, staysClosed, takeWeeks } from './closed-days.ts';
import type { Closed } from './combined.ts';
import type { Entry } from './entry.ts';
import { onlyNarrows, type ClosingClause, type Reading } from './reading.ts';
import type { Phrase } from './phrase.ts';
import { dayRuleOf, offsetOf } from './rules.ts';
import { outsideOf } from './year-days.ts';

/** 年末年始 without dates: 行政機関の休日に関する法律 1条 names 12/29–1/3, and places for children follow it. */
const YEAR_END = { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } };
/** お盆 without dates: 8/13–8/15 in most regions, so these days are doubtful, not closed. */
const OBON = { from: { month: 8, day: 13 }, to: { month: 8, day: 15 } };
/** The run of holidays in spring, from 昭和の日 to 振替休日 at the latest; which of them are meant is not said. */
const GOLDEN_WEEK = { from: { month: 4, day: 29 }, to: { month: 5, day: 6 } };
/** More closing days than this are a slip of the reader or the writer. */
const MOST_CLOSED = 3;
const MOST_LISTED = 5;
const HALVES = { AM: { start: 0, end: NOON }, PM: { start: NOON, end: 2 * NOON } };
/** What becomes of a closing day that is a holiday: the next day closes instead of it, or too; null: nothing. */
type Moves = 'INSTEAD' | 'ALSO' | null;

const movesOf = ({ holidayRule, holidayAlso }: Reading): Moves =>
  holidayRule !== 'MOVES_TO_NEXT_DAY' ? null : holidayAlso ? 'ALSO' : 'INSTEAD';

export function applyClosures(readings: Reading[], entries: Entry[]): Closed {
  const result: Closed = { closures: [], holidays: 'UNKNOWN', entries, harmful: [] };
  for (const reading of readings) {
    for (const { phrases, led, of } of reading.closures) {
      const left = phrases.filter(
        (phrase, i) =>
          !isNamedAgain(reading, phrase) &&
          !isDatedBehind(phrase, phrases[i + 1]) &&
          !takeWeeks(result, phrase, of ?? null),
      );
      if (phrases.length > 0 && left.length === 0) continue;
      closeClause(
        result,
        { phrases: left.flatMap((phrase) => closedOnItsDays(reading, phrase, of ?? null)), led },
        movesOf(reading),
        reading.holidayOf,
      );
    }
    if (readings.every(saysNoMove))
      for (const phrase of reading.closures.flatMap(({ phrases }) => phrases))
        if (isWeekly(phrase) && staysClosed(result, phrase))
          result.closures.push({ days: dayRuleOf({ ...phrase, every: null, holiday: false }) });
    for (const phrase of reading.shut) result.closures.push({ days: dayRuleOf({ ...phrase, holiday: false }) });
    if (reading.holidayCloses) closeAfterHoliday(result, reading);
    if (reading.holidayRule === 'OPEN') openOnHolidays(result, reading);
    if (reading.holidayRule === 'AS_USUAL') result.holidays = 'AS_USUAL';
    if (reading.holidayRule === 'CLOSED' || heldElsewhen(reading)) result.holidays = 'CLOSED';
  }
  return result;
}

/** 「第1月曜(祝日の場合は翌週)」: days on which it is held, not closing days, move. */
const heldElsewhen = ({ leavesHolidays, closures, holidayRule }: Reading): boolean =>
  leavesHolidays && closures.length === 0 && (holidayRule === null || holidayRule === 'MOVES_TO_NEXT_DAY');

/** 「第2土曜(8月を除く)、8月は第1土曜」 is not closed in August. */
const isNamedAgain = ({ groups }: Reading, phrase: Phrase): boolean =>
  onlyNarrows(phrase) &&
  phrase.months.length > 0 &&
  groups.some(({ scope, phrases }) => scope?.months.join() === phrase.months.join() && phrases.length > 0);

/** 「年末年始(12/28~31、1/2~4)」: the bracket says when. */
const isDatedBehind = ({ fixed, season, dates }: Phrase, next: Phrase | undefined): boolean =>
  fixed === 'YEAR_END' && !season && !dates && next?.bracketed === true && next.season?.from.month === 12;

/** 「第2月曜(祝日の場合は翌日)、土日・祝日」: the days behind the rule do not move. */
function closeClause(result: Closed, { phrases, led }: ClosingClause, moves: Moves, last: Phrase | null): void {
  const moved = last === null ? -1 : phrases.indexOf(last);
  if (moves && moved >= 0 && phrases.slice(moved + 1).some(({ weekdays }) => weekdays.length > 0)) {
    closeClause(result, { phrases: phrases.slice(0, moved + 1), led }, moves, null);
    return closeClause(result, { phrases: phrases.slice(moved + 1), led }, null, null);
  }
  const clause = phrases;
  if (clause.length === 0) result.harmful.push('休み');
  const weekly = clause.filter(isWeekly);
  const special = clause.filter((phrase) => !isWeekly(phrase));
  if (weekly.some((phrase) => phrase.holiday)) result.holidays = 'CLOSED';
  if (weekly.length > 0 && result.entries.length === 0) {
    const joined = special.some(({ after }) => after === 'と' || after === '・' || after === '/');
    if (
      !led &&
      special.length > 0 &&
      !joined &&
      special.every(({ afterHoliday }) => !afterHoliday) &&
      clause.at(-1) !== weekly.at(-1) &&
      weekly.some((phrase) => phrase.every === 'week' || phrase.weekdays.length > MOST_CLOSED)
    )
      openInstead(result, weekly);
    else closeWeekdays(result, weekly, moves, led ? MOST_LISTED : MOST_CLOSED);
  } else if (weekly.length > 0) subtractWeekdays(result, weekly, moves);
  // 「月曜(祝日の場合は翌日)、毎月末日」
  const weekdays = clause.some((phrase) => phrase.weekdays.length > 0);
  for (const phrase of special) closeSpecial(result, phrase, weekdays && phrase.monthDays.length > 0 ? null : moves);
}

/** 「月~金(木曜を除く)」, 「日曜以外毎日」 */
function subtractWeekdays(result: Closed, weekly: Phrase[], moves: Moves): void {
  const closed = weekly.flatMap((phrase) => phrase.weekdays);
  const entries = result.entries.flatMap((entry) => {
    const { weekdays, monthDays, dates } = entry.phrase;
    if (dates && dates.from === dates.to && monthDays.length === 0) return [entry];
    if (entry.phrase.holiday && weekdays.length === 0) return [entry];
    if (isEveryDayOfSeason(entry) && result.entries.some((other) => !isEveryDayOfSeason(other))) return [entry];
    const own = weekdays.length > 0 ? weekdays : ALL_WEEKDAYS;
    // 「日曜休館(ただし第3日曜は開館)」
    if (entry.phrase.nth.length > 0 && own.every((day) => closed.includes(day)) && result.entries.length > 1)
      return [entry];
    const left = own.filter((day) => !closed.includes(day));
    if (left.length === own.length) return [entry];
    // 「日曜 9:00~17:00」 and 「日曜休館」
    if (left.length === 0 && entry.hours !== null && !moves) result.harmful.push(entry.phrase.text);
    return left.length === 0 ? [] : [{ ...entry, phrase: { ...entry.phrase, weekdays: left } }];
  });
  if (entries.length === 0) result.harmful.push(...weekly.map((phrase) => phrase.text));
  else result.entries = entries;
  for (const phrase of weekly) if (moves) moveClosure(result, phrase, moves);
}

/** A whole weekday, every week: it is closed because no rule opens it. */
const isWeekly = (phrase: Phrase) =>
  phrase.weekdays.length > 0 &&
  phrase.count === null &&
  phrase.interval === null &&
  phrase.half === null &&
  phrase.nth.length === 0 &&
  phrase.months.length === 0 &&
  !phrase.season &&
  !phrase.school;

/** 「毎週火曜日、祝日は休み」 opens on Tuesdays. */
function openInstead(result: Closed, weekly: Phrase[]): void {
  result.entries = weekly.map((phrase) => ({
    phrase: { ...phrase, holiday: false },
    hours: null,
    pauses: [],
    open: false,
  }));
  if (weekly.some((phrase) => phrase.holiday)) result.holidays = 'CLOSED';
}

/** 「月曜休館」 alone: a place with a closing day is open on the others. */
function closeWeekdays(result: Closed, weekly: Phrase[], moves: Moves, most: number): void {
  const closed = weekly.flatMap((phrase) => phrase.weekdays);
  const weekdays = ALL_WEEKDAYS.filter((day) => !closed.includes(day));
  const [phrase] = weekly;
  if (!phrase) return;
  if (closed.length > most) {
    result.harmful.push(...weekly.map((one) => one.text));
    return;
  }
  result.entries = [{ phrase: { ...phrase, weekdays, holiday: false }, hours: null, pauses: [], open: false }];
  if (weekly.some((one) => one.holiday)) result.holidays = 'CLOSED';
  for (const one of weekly) if (moves) moveClosure(result, one, moves);
}

/** 「月曜が祝日の場合は開館し翌平日休館」 where no clause closes Mondays: they are closed where they are no opening day. */
function closeAfterHoliday(result: Closed, reading: Reading): void {
  const { holidayWeekday, closures } = reading;
  if (closures.some(({ phrases }) => phrases.some((phrase) => phrase.weekdays.length > 0))) return;
  const [model] = result.entries;
  const open = result.entries.flatMap((entry) => entry.phrase.weekdays);
  if (!model || holidayWeekday === null || open.includes(holidayWeekday) || open.length < MOST_CLOSED) {
    result.harmful.push('祝日の場合');
    return;
  }
  // The hours may be of a season, the closing day is of the whole year.
  const everywhere = { ...model.phrase, weekdays: [holidayWeekday], months: [], season: null };
  moveClosure(result, everywhere, movesOf(reading));
}

/** 「月曜休館、祝日の場合は開館し翌日休館」: Mondays open when they are holidays, and the next day closes. */
function moveClosure(result: Closed, phrase: Phrase, moves: Moves): void {
  const [model] = result.entries;
  if (!model) return;
  const daily = result.entries.filter(isEveryDayOfSeason).map((entry) => entry.phrase);
  const days = dayRuleOf({ ...phrase, ...outsideOf(phrase, daily), holiday: false });
  result.closures.push({ days, movesPastHoliday: true });
  if (moves === 'ALSO') return;
  const { weekdays } = phrase;
  const seasons = result.entries.filter((entry) => entry.phrase.weekdays.join() === model.phrase.weekdays.join());
  result.holidays = 'AS_USUAL';
  // 「土日祝10:00~19:00、月曜休館(祝日の場合は翌日)」: holidays have their own hours
  if (result.entries.some((entry) => entry.phrase.holiday)) return;
  result.entries = [
    ...result.entries,
    ...seasons.map((entry) => ({
      ...entry,
      phrase: { ...entry.phrase, weekdays, nth: [], every: null },
    })),
  ];
}

/** 「祝日も開館」: also on the weekday that else is closed. */
function openOnHolidays(result: Closed, reading: Reading): void {
  result.holidays = 'AS_USUAL';
  const [model, ...others] = result.entries.filter((entry) => !isEveryDayOfSeason(entry));
  const same = others.every(
    ({ phrase }) => phrase.weekdays.join() === model?.phrase.weekdays.join() && isOfSeason(phrase),
  );
  if (!model || !same || model.phrase.nth.length > 0) return;
  // 「土日 10時~16時、祝日も開催」
  const weekend = model.phrase.weekdays.join() === '6,7';
  if (weekend || reading.closures.some(({ phrases }) => phrases.some(isWeekly)))
    result.entries = result.entries.map((entry) =>
      isEveryDayOfSeason(entry) ? entry : { ...entry, phrase: { ...entry.phrase, holiday: true } },
    );
}

const isOfSeason = ({ months, season }: Phrase) => months.length > 0 || season !== null;

/** 「7/20~8/31は毎日開館」 beside the days of the rest of the year */
const isEveryDayOfSeason = ({ phrase }: Entry) =>
  phrase.every === 'day' && phrase.weekdays.length === 0 && isOfSeason(phrase);

function closeSpecial(result: Closed, phrase: Phrase, moves: Moves): void {
  if (phrase.afterHoliday) return closeAfterHolidays(result, phrase, phrase.afterHoliday);
  if (phrase.holiday) result.holidays = 'CLOSED';
  if (phrase.holiday && phrase.weekdays.length === 0) return;
  if (phrase.fixed) result.closures.push(fixedClosure(phrase));
  else if (phrase.dates) result.closures.push({ dates: phrase.dates });
  else if (phrase.season && phrase.weekdays.length === 0 && phrase.months.length === 0) {
    result.closures.push({ annual: phrase.season });
  } else closeDays(result, phrase, moves);
}

function fixedClosure(phrase: Phrase): Closure {
  if (phrase.dates) return { dates: phrase.dates };
  if (phrase.fixed === 'AROUND' && phrase.season) return { annual: phrase.season, certain: false };
  const vague = phrase.fixed === 'OBON' ? OBON : phrase.fixed === 'GOLDEN_WEEK' ? GOLDEN_WEEK : null;
  if (vague) return phrase.season ? { annual: phrase.season } : { annual: vague, certain: false };
  return { annual: phrase.season ?? YEAR_END };
}

/** 「第3土曜は休み」, 「8月は休み」, 「第5週は休み」 (with the weekdays that are open), 「夏休みは休み」. */
function closeDays(result: Closed, phrase: Phrase, moves: Moves): void {
  const open = [...new Set(result.entries.flatMap((entry) => entry.phrase.weekdays))];
  const weekdays = phrase.weekdays.length === 0 && phrase.nth.length > 0 ? open : phrase.weekdays;
  // 「土曜日(月1回開設)」: nothing is closed on every day there is
  const named = weekdays.length + phrase.nth.length + phrase.monthDays.length + phrase.months.length > 0;
  const bound = named || phrase.season !== null || phrase.school !== null || phrase.dates !== null;
  if (!bound || phrase.open || phrase.interval || phrase.count || (phrase.nth.length > 0 && weekdays.length === 0)) {
    result.harmful.push(phrase.text);
    return;
  }
  result.closures.push({
    days: dayRuleOf({ ...phrase, weekdays }),
    ...(moves ? { movesPastHoliday: true } : {}),
    ...(phrase.half ? { slot: HALVES[phrase.half] } : {}),
  });
  // 「第5日曜とその翌月曜」
  const offset = offsetOf(phrase);
  if (offset !== null) result.closures.push({ days: { ...dayRuleOf({ ...phrase, weekdays }), dayOffset: offset } });
  if (moves === 'INSTEAD') result.holidays = 'AS_USUAL';
}
