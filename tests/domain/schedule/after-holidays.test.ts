import { describe, expect, it } from 'vitest';
import { answerOnDates } from '../../../server/domain/schedule/answer.ts';
import { recurrenceOf } from '../../../server/domain/schedule/ical-rule.ts';
import { readOsm } from '../../../server/domain/schedule/read-osm.ts';
import {
  EVERY_DAY,
  type DayRule,
  type PublicHolidays,
  type Schedule,
} from '../../../server/domain/schedule/schedule.ts';
import { markedText } from '../../../server/domain/schedule/ruby.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { describeSchedule, plainText } from '../../../server/domain/schedule/write-text.ts';
import { aRule, aSchedule, hours } from './support/schedules.ts';

const after = (publicHolidays: PublicHolidays, changes: Partial<DayRule> = {}) => ({
  days: { ...EVERY_DAY, publicHolidays, dayOffset: 1, ...changes },
});
const daily = aRule({ slots: [hours(10, 17)] });
const closedAfter = (publicHolidays: PublicHolidays, changes: Partial<DayRule> = {}) =>
  aSchedule([daily], { closures: [after(publicHolidays, changes)] });
/** 2026-05-03 (日) to 05-06 are holidays, 2026-03-20 is a Friday, 2026-02-11 a Wednesday. */
const on = (schedule: Schedule, ...days: string[]) =>
  days.map((day) => answerOnDates(schedule, `2026-${day}`, `2026-${day}`)).join(' ');

describe('the day after a holiday', () => {
  it.each([
    ['ALL', 'YES NO NO NO NO YES'],
    ['LAST_OF_RUN', 'YES YES YES YES NO YES'],
    ['LAST_OF_RUN_SURELY', 'YES MAYBE MAYBE MAYBE NO YES'],
  ] as const)('in a run of holidays: %s', (which, answers) => {
    const schedule = closedAfter(which);
    expect(on(schedule, '05-03', '05-04', '05-05', '05-06', '05-07', '05-08')).toBe(answers);
    expect(on(schedule, '02-11', '02-12', '02-13')).toBe('YES NO YES');
  });

  it('is chosen by the weekday and the month of the holiday', () => {
    const weekdays = closedAfter('LAST_OF_RUN', { weekdays: [1, 2, 3, 4, 7] });
    expect(on(weekdays, '03-21', '02-12')).toBe('YES NO');
    const winter = closedAfter('LAST_OF_RUN', { months: [12, 1, 2, 3] });
    expect(on(winter, '03-21', '04-30')).toBe('NO YES');
  });

  it('is closed too where holidays are, and may be closed', () => {
    const both = { ...closedAfter('ALL'), holidays: 'CLOSED' as const };
    expect(on(both, '02-10', '02-11', '02-12', '02-13')).toBe('YES NO NO YES');
    const perhaps = aSchedule([daily], { closures: [{ ...after('ALL'), certain: false }] });
    expect(on(perhaps, '02-11', '02-12', '02-13')).toBe('YES MAYBE YES');
  });

  it('may be a day on which it opens, and the day before another', () => {
    const opens = aSchedule([aRule({ publicHolidays: 'LAST_OF_RUN', dayOffset: 1, slots: [hours(10, 12)] })]);
    expect(on(opens, '02-11', '02-12', '05-05', '05-07')).toBe('NO YES NO YES');
    const eves = aSchedule([aRule({ publicHolidays: 'ALL', dayOffset: -1, slots: [hours(10, 12)] })]);
    expect(on(eves, '02-10', '02-11', '05-05', '05-06')).toBe('YES NO YES NO');
  });

  it('is nothing new to a schedule that was stored without the word', () => {
    const stored = JSON.parse(JSON.stringify(aSchedule([daily]))) as Schedule;
    expect(Object.keys(stored.rules[0] ?? {})).not.toContain('publicHolidays');
    expect(on(stored, '02-12')).toBe('YES');
    const kept = JSON.parse(JSON.stringify(closedAfter('LAST_OF_RUN'))) as Schedule;
    expect(kept).toEqual(closedAfter('LAST_OF_RUN'));
  });

  it('has no RRULE', () => {
    expect(recurrenceOf(after('ALL').days)).toBeNull();
  });
});

describe('the day after a holiday as OpenStreetMap writes it', () => {
  const unknown = (which: PublicHolidays, changes: Partial<DayRule> = {}): Schedule => ({
    ...closedAfter(which, changes),
    holidays: 'UNKNOWN',
  });

  it.each([
    [closedAfter('ALL'), '10:00-17:00; PH 10:00-17:00; PH +1 day off'],
    [closedAfter('LAST_OF_RUN'), '10:00-17:00; PH +1 day off; PH 10:00-17:00'],
    [unknown('LAST_OF_RUN_SURELY'), '10:00-17:00; PH +1 day off'],
    [unknown('LAST_OF_RUN_SURELY', { weekdays: [1, 2, 3, 4, 7] }), '10:00-17:00; PH +1 day Mo-Fr off'],
    [unknown('LAST_OF_RUN_SURELY', { months: [12, 1, 2, 3] }), '10:00-17:00; Jan-Mar,Dec PH +1 day off'],
  ])('is said and read back (%#)', (schedule, osm) => {
    expect(writeOsm(schedule)).toEqual({ osm });
    const read = readOsm(osm);
    const sorted = ({ closures }: Schedule) =>
      closures.map(({ days }) => ({ ...days, months: [...(days?.months ?? [])].sort((a, b) => a - b) }));
    expect(sorted(read)).toEqual(sorted(schedule));
    expect(read.holidays === 'UNKNOWN' || read.rules.some(({ holidays }) => holidays === 'AS_USUAL')).toBe(true);
  });

  it.each([
    ['Tu-Su 10:00-17:00; PH,PH +1 day off', 'NO NO YES'],
    ['Tu-Su 10:00-17:00; PH off; PH +1 day off', 'NO NO YES'],
    ['Mo-Su 10:00-17:00; Fr,PH +1 day off', 'MAYBE NO NO'],
    ['Tu-Su 10:00-17:00; PH +1 day unknown', 'MAYBE MAYBE YES'],
    ['PH -1 day off', 'MAYBE MAYBE MAYBE'],
  ])('reads %s', (osm, answers) => {
    expect(on(readOsm(osm), '02-11', '02-12', '02-13')).toBe(answers);
  });

  it.each([
    after('ALL', { dayOffset: 2 }),
    after('ALL', { nth: [1], weekdays: [1] }),
    after('ALL', { season: { from: { month: 4, day: 2 }, to: { month: 9, day: 3 } } }),
    after('ALL', { validFrom: '2026-04-01' }),
  ])('cannot be said with more conditions (%#)', (closure) => {
    expect(JSON.stringify(writeOsm(aSchedule([daily], { closures: [closure] })))).toMatch(/^\{"cannot":".*holiday/);
  });

  it.each(['Mo-Su 10:00-17:00; PH +2 days off', 'Mo-Su 10:00-17:00; PH +1 day Mo[1] off'])(
    'does not read %s',
    (osm) => {
      expect(readOsm(osm).certainty).toBe('UNKNOWN');
    },
  );
});

describe('the day after a holiday in words', () => {
  const said = (which: PublicHolidays, changes: Partial<DayRule>, voice: 'ja' | 'ja-easy' | 'en') =>
    describeSchedule(closedAfter(which, changes), voice).map(plainText)[1];

  it.each([
    ['ALL', {}, '休み: 祝日の翌日', '休み: 祝日の次の日', 'Closed: the day after a national holiday'],
    [
      'LAST_OF_RUN',
      { weekdays: [1, 2, 3, 4, 7] },
      '休み: 祝日の翌日（土・日曜、祝日のときを除く）',
      '休み: 祝日の次の日（土曜日・日曜日、祝日のときはちがいます）',
      'Closed: the day after a national holiday (unless that is a Saturday, a Sunday or a national holiday)',
    ],
    [
      'LAST_OF_RUN_SURELY',
      { months: [12, 1, 2, 3] },
      '休み: 12月〜3月の祝日の翌日（その日も祝日のときは要確認）',
      '休み: 12月〜3月の祝日の次の日（その日も祝日のときは聞いてください）',
      'Closed: the day after a national holiday (please ask if that is a national holiday too) (Dec–Mar)',
    ],
    ['ALL', { dayOffset: -1 }, '休み: 祝日の前日', '休み: 祝日の前の日', 'Closed: the day before a national holiday'],
    ['ALL', { dayOffset: 2 }, '休み: 祝日の2日後', '休み: 祝日の2日あと', 'Closed: 2 days after a national holiday'],
  ] as [PublicHolidays, Partial<DayRule>, string, string, string][])('%s %j', (which, changes, ja, easy, en) => {
    expect(said(which, changes, 'ja')).toBe(ja);
    expect(said(which, changes, 'ja-easy')).toBe(easy);
    expect(said(which, changes, 'en')).toBe(en);
  });

  it('may be closed on them, not around them', () => {
    const schedule = aSchedule([daily], { closures: [{ ...after('ALL'), certain: false }] });
    const line = (voice: 'ja' | 'ja-easy' | 'en') => describeSchedule(schedule, voice).map(plainText)[1];
    expect(line('ja')).toBe('祝日の翌日は休みかもしれません');
    expect(line('ja-easy')).toBe('祝日の次の日は、休みかもしれません');
    expect(line('en')).toBe('May be closed on the day after a national holiday');
  });

  it('has its reading', () => {
    const [, line = []] = describeSchedule(closedAfter('LAST_OF_RUN_SURELY'), 'ja-easy');
    expect(markedText(line)).toBe(
      '{休|やす}み: {祝日|しゅくじつ}の{次|つぎ}の{日|ひ}（その{日|ひ}も{祝日|しゅくじつ}のときは{聞|き}いてください）',
    );
  });
});
