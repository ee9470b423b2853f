import { describe, expect, it } from 'vitest';
import { answerOnDates, answerAt } from '../../../server/domain/schedule/answer.ts';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { textOf } from './support/read-table.ts';
import { tokyo } from './support/schedules.ts';

const read = (cells: string) => readSchedule(textOf(cells));
const on = (cells: string, date: string) => answerOnDates(read(cells), date, date);
const at = (cells: string, moment: string) => answerAt(read(cells), tokyo(moment));

/** What the OSM syntax leaves out: the answer on a day, in the notation of the tables. */
describe('days beside the regular ones', () => {
  it.each([
    ['平日10:00〜15:00、月1回土曜10:00〜12:00', '2026-12-05', 'MAYBE', 'a Saturday'],
    ['平日10:00〜15:00、月1回土曜10:00〜12:00', '2026-12-06', 'NO', 'a Sunday'],
    ['平日10:00〜15:00、月1回土曜10:00〜12:00', '2026-12-07', 'YES', 'a Monday'],
    ['|月火水木金土||9:00|17:00|土曜日は月1回', '2026-12-05', 'MAYBE', 'a Saturday'],
    ['|月火水木金||9:30|17:00|第2土曜日に開所する場合あり', '2026-12-12', 'MAYBE', 'the 2nd Saturday'],
    ['|月火水木金||9:30|17:00|第2土曜日に開所する場合あり', '2026-12-05', 'NO', 'the 1st Saturday'],
    ['3|月水|月、水|15:00|18:00|水曜日は不定期', '2026-12-02', 'MAYBE', 'a Wednesday'],
    ['5|土|第3土曜|11:30|13:00|ほか、月2回平日夕方に開催', '2026-12-01', 'MAYBE', 'a Tuesday'],
    ['5|土|第2土曜日|11:00|13:00|フードパントリーは不定期開催', '2026-12-13', 'MAYBE', 'a Sunday'],
    ['5|土|第2土曜日|11:00|13:00|フードパントリーは不定期開催', '2026-12-12', 'YES', 'the 2nd Saturday'],
    ['5|土|第3土曜|11:30|13:00|12月は20日', '2026-12-20', 'YES', 'the day in place of the 3rd Saturday'],
  ])('%s: %s is %s (%s)', (cells, date, answer) => expect(on(cells, date)).toBe(answer));
});

describe('a day of the month that falls on a weekend', () => {
  const moved = '毎月10日（土日祝の場合は翌平日） 15:00～17:00';

  it.each([
    ['2026-12-10', 'YES', 'a Thursday'],
    ['2026-10-10', 'NO', 'a Saturday'],
    ['2026-10-12', 'MAYBE', 'the Monday after, a holiday itself'],
    ['2027-01-10', 'NO', 'a Sunday'],
    ['2027-07-10', 'NO', 'a Saturday'],
    ['2027-07-12', 'YES', 'the Monday after'],
    ['2027-02-10', 'YES', 'a Wednesday'],
  ])('moves to the next working day: %s is %s (%s)', (date, answer) => expect(on(moved, date)).toBe(answer));

  it('is closed where the text says so', () => {
    expect(on('毎月10日（土日の場合は休み）', '2026-10-10')).toBe('NO');
    expect(on('毎月10日（日曜の場合は前日）', '2026-10-10')).toBe('YES');
  });

  it('may be where another day is not named', () => {
    expect(on('毎月10日（土日の場合は変更）', '2026-10-10')).toBe('MAYBE');
    expect(on('毎月10日（土日の場合は変更）', '2026-12-10')).toBe('YES');
  });
});

describe('a closing day that falls on a holiday', () => {
  const tables = [
    '|火水木金土日||9:00|17:00|月曜日が祝日の場合は開館し、翌平日休館',
    '|火水木金土日||9:00|17:00|月曜日休館。月曜が祝日の場合は翌日',
    '|火水木金土日||9:00|17:00|休館日：月曜日（月曜日が祝日の場合は翌日）',
    '開館時間 9:00～17:00 休館日 月曜日（祝日の場合は開館し、翌日休館）',
  ];

  it.each(tables)('%s', (cells) => {
    expect(on(cells, '2026-10-12')).toBe('YES');
    expect(on(cells, '2026-10-13')).toBe('NO');
    expect(on(cells, '2026-10-19')).toBe('NO');
    expect(on(cells, '2026-10-20')).toBe('YES');
  });

  it('is open where the list of closing days says so', () => {
    const cells = '|火水木金土||10:00|17:00|休館日：日・月・祝日（ただし5月5日は開館）';
    expect(on(cells, '2027-05-05')).toBe('YES');
    expect(on(cells, '2027-05-04')).toBe('NO');
  });

  it('月曜(祝日を除く)休館 opens on a holiday Monday', () => {
    expect(on('|火水木金土日||9:00|17:00|月曜（祝日を除く）休館', '2026-10-12')).toBe('YES');
    expect(on('|火水木金土日||9:00|17:00|休館日：月曜日（祝日を除く）', '2026-10-12')).toBe('YES');
  });
});

describe('an opening day that falls on a holiday', () => {
  it.each([
    ['祝日の場合は翌日', 'FIXED', 'NO'],
    ['祝日の場合は翌週', 'FIXED', 'NO'],
    ['祝日の場合は前日', 'FIXED', 'NO'],
    ['祝日は翌週に振替', 'FIXED', 'NO'],
    ['祝日等で変更あり', 'USUAL', 'MAYBE'],
    ['祝日の場合は中止か変更', 'USUAL', 'MAYBE'],
  ])('%s: %s, on the holiday %s', (note, certainty, answer) => {
    const cells = `5|月|第2月曜日|17:00|19:00|${note}`;
    expect(read(cells).certainty).toBe(certainty);
    expect(on(cells, '2026-10-12')).toBe(answer);
    expect(on(cells, '2026-12-14')).toBe('YES');
  });
});

describe('what is not understood', () => {
  it.each([
    '5|土|第3土曜|11:30|13:00|3月、4月は別日程',
    '5|土|第1土曜日|12:00|14:00|第3土曜日は公園で開催',
    '|月火水木金土||9:00|17:00|土曜は午前中',
    '3|火木|火・木|15:00|18:00|8月は第2火曜日',
    '|月火水木金||9:00|15:00|土曜日',
  ])('%s gives no certain reading', (cells) => {
    const schedule = read(cells);
    expect(schedule.certainty).toBe('IRREGULAR');
    expect(schedule.unread.join('')).not.toBe('');
  });

  it('a special opening in the holidays leaves the regular days alone', () => {
    const cells = '5|土|第1土曜日|12:00|14:00|その他、夏休み等に特別開催あり';
    expect(at(cells, '2026-12-05T12:30')).toBe('YES');
    expect(at(cells, '2026-12-06T12:30')).toBe('MAYBE');
  });
});
