import type { State } from './parse-state.ts';
import type { TokenOf } from './token.ts';

/** What becomes of holidays: of all, or of those on the weekdays that the rule names or stands after. */
export function onHolidayRule(state: State, token: TokenOf<'holiday-rule'>): void {
  const { reading } = state;
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
  if (token.rule === 'MOVES' || (token.rule === 'MOVES_TO_NEXT_DAY' && !token.closes)) reading.moved = true;
  if (token.rule === 'MOVES') return;
  reading.holidayRule = token.rule;
  reading.holidayOf = last;
  reading.holidayWeekday = token.weekday ?? reading.holidayWeekday;
  reading.holidayCloses ||= token.closes === true;
  reading.holidayAlso ||= token.also === true;
}

/** The last closing day that was said is 祝日. */
export const closesHolidays = ({ reading }: State): boolean => {
  const last = reading.closures.at(-1)?.phrases.at(-1);
  return last?.holiday === true && last.weekdays.length === 0;
};
