import { shiftWeekday } from '../calendar-day.ts';
import { clearRun, lastRun, type State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import { isSpecial } from './reading.ts';
import type { Token, TokenOf } from './token.ts';

/** What becomes of holidays: of all, or of those on the weekdays that the rule names or stands after. */
export function onHolidayRule(state: State, token: TokenOf<'holiday-rule'>, at: number): void {
  const { reading, tokens } = state;
  const closing = state.leadsClosed ? reading.closures.at(-1)?.phrases : undefined;
  const last = (closing ?? state.runs.flat().map(({ phrase }) => phrase)).at(-1) ?? null;
  if (token.shut && last) {
    reading.shut.push(last);
    return;
  }
  // 「祝日休み。ただし土曜が祝日の場合は開所」
  if (token.rule === 'OPEN' && token.weekday !== undefined && closesHolidays(state)) {
    reading.openHolidays = [token.weekday];
    return;
  }
  if (token.rule === 'MOVES' || (token.rule === 'MOVES_TO_NEXT_DAY' && !token.closes)) {
    reading.moved = true;
    reading.leavesHolidays ||= !PERHAPS.test(token.text);
  }
  const behind = tokens[at + 1]?.kind === 'close' && tokens[at + 2]?.kind === 'closed';
  const closed = closing?.at(-1) ?? (behind ? state.runs.at(-2)?.at(-1)?.phrase : undefined);
  const rule = isNextDay(token, closed) ? 'MOVES_TO_NEXT_DAY' : token.rule;
  if (rule === 'MOVES') return;
  reading.holidayRule = rule === 'OPEN' && isOfDays(state, token, at) ? 'AS_USUAL' : rule;
  reading.holidayOf = last;
  reading.holidayWeekday = token.weekday ?? reading.holidayWeekday;
  reading.holidayCloses ||= token.closes === true;
  reading.holidayAlso ||= token.also === true;
}

/** 「祝日と重なる場合は変更することがあります」: whether it is held on the holiday is not said. */
const PERHAPS = /(?<![にへ])変更|ずれ|変わ|前後|あり|ある|ござ|こと|または|又は|もしくは|中止|別の?日|行事/;

/** 「休み 月曜日(祝日の場合は火曜日)」, 「月曜(祝日の場合は火曜)休館」 */
const isNextDay = ({ rule, to }: TokenOf<'holiday-rule'>, closed: Phrase | undefined) => {
  const [day, ...more] = closed?.weekdays ?? [];
  return rule === 'MOVES' && day !== undefined && more.length === 0 && shiftWeekday(day, 1) === to;
};

/** 「日~木曜 9時~16時(祝日も開所)」: of those days, whatever closes. */
const isOfDays = ({ tokens, leadsClosed, afterHours }: State, { text }: Token, at: number) =>
  !leadsClosed && tokens[at - 1]?.kind === 'open' && afterHours === at - 1 && /^(?:土日)?祝(?:祭)?日も/.test(text);

/** The last closing day that was said is 祝日. */
export const closesHolidays = ({ reading }: State): boolean => {
  const last = reading.closures.at(-1)?.phrases.at(-1);
  return last?.holiday === true && last.weekdays.length === 0;
};

/** 「祝日、園行事の日は休み」: what is listed before the days of events is closed with them. Whether it was such. */
export function closesWithEvents(state: State, { text }: Token): boolean {
  const phrases = lastRun(state).map(({ phrase }) => phrase);
  if (phrases.length === 0 || !phrases.every(isSpecial) || !/行事.*[日時際]は、?お?休/.test(text)) return false;
  state.reading.closures.push({ phrases, led: false });
  clearRun(state);
  return true;
}
