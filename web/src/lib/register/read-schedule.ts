import type { PlaceInput, ScheduleRuleInput, Weekday } from '../graphql/gen/graphql.ts';
import type { FormReader } from './form-reader.ts';

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const HOLIDAYS = ['AS_USUAL', 'CLOSED', 'OPEN_THEN_CLOSED', 'CLOSING_DAY_MOVES', 'UNKNOWN'] as const;
export const AFTER_HOLIDAYS = ['CLOSED', 'CLOSED_UNLESS_HOLIDAY', 'CLOSED_UNLESS_DAY_OFF'] as const;
/** Rows of the table. */
export const RULES = [0, 1, 2, 3];

/** Days and times: the words of the flyer, or the rows of the table. Nothing where neither is filled: they stay as they are. */
export function readSchedule(read: FormReader): PlaceInput {
  if (read.choice('way', ['text', 'grid']) === 'grid') return { schedule: fromGrid(read) };
  const text = read.text('schedule.text.text');
  if (text !== null) return { schedule: { text: { text }, acceptUnread: read.isOn('schedule.acceptUnread') } };
  return read.isOn('hasText') ? { schedule: null } : {};
}

function fromGrid(read: FormReader): PlaceInput['schedule'] {
  const rules = RULES.map((index) => readRule(read, `schedule.rules.${index}`)).filter((rule) => rule !== null);
  const [from, to] = [read.text('schedule.yearlyClosures.0.from'), read.text('schedule.yearlyClosures.0.to')];
  return {
    rules,
    holidays: read.choice('schedule.holidays', HOLIDAYS),
    afterHolidays: read.choice('schedule.afterHolidays', AFTER_HOLIDAYS),
    yearlyClosures: from === null && to === null ? [] : [{ from: from ?? '', to: to ?? '', reason: null }],
  };
}

function readRule(read: FormReader, path: string): ScheduleRuleInput | null {
  const weekdays = read.all(`${path}.weekdays`) as Weekday[];
  const [from, to] = [timeOf(read.text(`${path}.from`)), timeOf(read.text(`${path}.to`))];
  if (weekdays.length === 0 && from === null && to === null) return null;
  return {
    weekdays,
    nth: read.all(`${path}.nth`).map(Number),
    from,
    to,
    schoolHolidays: read.choice(`${path}.schoolHolidays`, ['ONLY', 'NEVER']),
  };
}

/** 「9:30」 where the browser has no field for times. */
function timeOf(text: string | null): string | null {
  const time = text?.normalize('NFKC') ?? '';
  return time === '' ? null : time.padStart(5, '0').slice(0, 5);
}
