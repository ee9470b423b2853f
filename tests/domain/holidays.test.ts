import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { holidayName, isHoliday } from '../../server/domain/holidays.ts';

/** A second library, made apart from ours; it has no types. */
const { getHolidaysOf } = createRequire(import.meta.url)('japanese-holidays') as {
  getHolidaysOf: (year: number) => { month: number; date: number }[];
};

/** 内閣府「国民の祝日」について */
const CABINET_OFFICE: Record<number, string> = {
  2026: '1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23',
  2027: '1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23',
};

const two = (n: number) => String(n).padStart(2, '0');

function holidaysOf(year: number): string[] {
  const found: string[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= 31; day++) {
      if (isHoliday(`${year}-${two(month)}-${two(day)}`)) found.push(`${month}/${day}`);
    }
  }
  return found;
}

describe('national holidays', () => {
  it.each([2026, 2027])('of %i are those that the Cabinet Office published, and no others', (year) => {
    expect(holidaysOf(year)).toEqual(CABINET_OFFICE[year]?.split(' '));
  });

  it.each(Object.entries(CABINET_OFFICE).flatMap(([year, days]) => days.split(' ').map((day) => [year, day] as const)))(
    'of %s has %s',
    (year, day) => {
      const [month, date] = day.split('/').map(Number);
      expect(isHoliday(`${year}-${two(month ?? 0)}-${two(date ?? 0)}`)).toBe(true);
    },
  );

  it.each(Array.from({ length: 12 }, (_, i) => 2028 + i))('of %i are those of a second library', (year) => {
    const others = getHolidaysOf(year).map(({ month, date }) => `${month}/${date}`);
    expect(holidaysOf(year)).toEqual(others);
  });

  it('names the days that the Cabinet Office calls 休日 so', () => {
    expect(holidayName('2026-09-22')).toBe('休日');
    expect(holidayName('2027-03-22')).toContain('振替休日');
    expect(holidayName('2026-11-03')).toBe('文化の日');
  });

  it('has no name for an ordinary day', () => {
    expect(holidayName('2026-11-24')).toBeNull();
  });

  it.each(['2026-02-30', '2026-1-1', '', 'heute'])('answers no for what is no date: %j', (text) => {
    expect(isHoliday(text)).toBe(false);
    expect(holidayName(text)).toBeNull();
  });
});
