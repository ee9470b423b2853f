import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type ClosedDay,
  isShown,
  monthFrom,
  monthWeeks,
  monthWindow,
} from '../../web/src/lib/schedule/month-calendar.ts';

const session = (start: string, certain = true) => ({ start: `${start}:00+09:00`, certain });
const weeks = (
  month: string,
  sessions: ReturnType<typeof session>[],
  { maybeDays = [], closedDays = [] }: { maybeDays?: string[]; closedDays?: ClosedDay[] } = {},
) => monthWeeks(month, { sessions, maybeDays, closedDays }, '2026-11-24');

describe('a month in weeks', () => {
  it('begins on Sunday and holds each day once, in its column', () => {
    const november = weeks('2026-11', []);
    expect(november).toHaveLength(5);
    expect(november[0]?.map((day) => day?.date.slice(8))).toEqual(['01', '02', '03', '04', '05', '06', '07']);
    expect(november[4]?.map((day) => day?.date ?? null)).toEqual([
      '2026-11-29',
      '2026-11-30',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('of February 2026 is four weeks, of May 2027 six, of a leap year to the 29th', () => {
    expect(weeks('2026-02', [])).toHaveLength(4);
    expect(weeks('2027-05', [])).toHaveLength(6);
    expect(
      weeks('2028-02', [])
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(29);
  });

  it('tells sure days from maybe days, and both from days without anything', () => {
    const sessions = [
      session('2026-11-28T11:30'),
      session('2026-11-28T17:00', false),
      session('2026-11-30T10:00', false),
    ];
    const days = weeks('2026-11', sessions, { maybeDays: ['2026-11-29'] }).flat();
    const markOf = (date: string) => days.find((day) => day?.date === date)?.mark;
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(markOf)).toEqual([
      'none',
      'sure',
      'maybe',
      'maybe',
    ]);
    expect(days.find((day) => day?.date === '2026-11-28')?.sessions).toHaveLength(2);
  });

  it('tells a day on which it surely is closed; one that may be is as its sessions are', () => {
    const closedDays = [
      { date: '2026-11-27', certain: true, reason: '点検' },
      { date: '2026-11-28', certain: false },
      { date: '2026-11-29', certain: false },
    ];
    const days = weeks('2026-11', [session('2026-11-28T11:30', false)], { closedDays }).flat();
    const of = (date: string) => days.find((day) => day?.date === date);
    expect(['2026-11-27', '2026-11-28', '2026-11-29'].map((date) => of(date)?.mark)).toEqual([
      'closed',
      'maybe',
      'none',
    ]);
    expect(of('2026-11-27')?.closed?.reason).toBe('点検');
  });

  it('knows which days are over: yesterday is, today is not', () => {
    const past = weeks('2026-11', [])
      .flat()
      .filter((day) => day?.isPast);
    expect(past.at(-1)?.date).toBe('2026-11-23');
  });
});

describe('which month', () => {
  it('is the one that is asked for, from this one to a year ahead; else this one', () => {
    const today = '2026-11-24';
    expect(monthFrom('2027-02', today)).toBe('2027-02');
    for (const asked of [null, '', '2026-10', '2027-12', '2027-13', '2027-1', 'soon', '2027-02-01']) {
      expect(monthFrom(asked, today)).toBe('2026-11');
    }
    expect([isShown('2027-11', today), isShown('2027-12', today)]).toEqual([true, false]);
  });

  it('turns over the year both ways', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
    expect(monthWindow('2026-12')).toEqual({ from: '2026-12-01T00:00:00+09:00', to: '2027-01-01T00:00:00+09:00' });
  });
});
