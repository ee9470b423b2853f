import { shiftWeekday } from './calendar-day.ts';
import { ALL_WEEKDAYS, type DayRule, type PublicHolidays } from './schedule.ts';
import { EN_ONE, JA, japaneseRange, japaneseShift, list } from './write-text-names.ts';

/** 祝日の翌日（土・日曜、祝日のときは除く）: the weekdays are those of the day itself. */
export function japaneseHolidays(rule: DayRule, which: PublicHolidays, easy: boolean): string {
  const without = weekdaysWithout(rule);
  const shift = rule.dayOffset === 0 ? '祝日' : `祝日${japaneseShift(rule.dayOffset, easy)}`;
  const names = easy ? without.map((day) => `${JA[day - 1]}曜日`).join('・') : japaneseRange(without);
  const except = [without.length > 0 ? names : '', which === 'LAST_OF_RUN' ? '祝日' : ''].filter((name) => name !== '');
  const notes = [
    ...(except.length > 0 ? [`${except.join('、')}${easy ? 'のときはちがいます' : 'のときを除く'}`] : []),
    ...(which === 'LAST_OF_RUN_SURELY'
      ? [easy ? 'その日も祝日のときは聞いてください' : 'その日も祝日のときは要確認']
      : []),
  ];
  return notes.length === 0 ? shift : `${shift}（${notes.join('。')}）`;
}

/** The weekdays on which none of the days, as they are after the shift, can lie. */
function weekdaysWithout({ weekdays, dayOffset }: DayRule): number[] {
  if (weekdays.length === 0) return [];
  const own = weekdays.map((day) => shiftWeekday(day, dayOffset));
  return ALL_WEEKDAYS.filter((day) => !own.includes(day));
}

export function englishHolidays(rule: DayRule, which: PublicHolidays): string {
  const { dayOffset } = rule;
  const distance = Math.abs(dayOffset) === 1 ? 'the day' : `${Math.abs(dayOffset)} days`;
  const side = dayOffset > 0 ? 'after' : 'before';
  const shifted = dayOffset === 0 ? 'national holidays' : `${distance} ${side} a national holiday`;
  const except = [
    ...weekdaysWithout(rule).map((day) => `a ${EN_ONE[day - 1] ?? ''}`),
    ...(which === 'LAST_OF_RUN' ? ['a national holiday'] : []),
  ];
  const notes = [
    ...(except.length > 0 ? [`unless that is ${list(except).replace(/ and (?=a )/, ' or ')}`] : []),
    ...(which === 'LAST_OF_RUN_SURELY' ? ['please ask if that is a national holiday too'] : []),
  ];
  return notes.length === 0 ? shifted : `${shifted} (${notes.join('; ')})`;
}
