import { describe, expect, test } from 'vitest';
import { accessByBooking, readBooking } from '../../server/domain/read-booking.ts';
import { type FeeText, readFee, readYen } from '../../server/domain/read-fee.ts';

test.each([
  ['0 ', 0],
  ['無料', 0],
  ['３００円', 300],
  ['1,000', 1000],
  [' -', null],
  ['カンパ', null],
  ['100〜300', null],
  [undefined, null],
])('the fee cell %s is %s yen', (cell, yen) => {
  expect(readYen(cell)).toBe(yen);
});

describe('free for children', () => {
  test.each<[FeeText, boolean | null]>([
    [{}, null],
    [{ preschool: '0', primary: '0', juniorHigh: '0', highSchool: '0', adult: '300' }, true],
    [{ preschool: '0', primary: '100' }, false],
    [{ preschool: '0' }, null],
    [{ adult: '500' }, null],
    [{ adult: '500', note: 'こども無料' }, true],
    [{ note: '18歳まで無料。大人は要相談' }, true],
    [{ note: '18歳未満無料' }, true],
    [{ note: 'こども100円　おとな200円' }, false],
    [{ note: 'こども無料、中学生以上寄付' }, null],
    [{ preschool: '0', primary: '0', juniorHigh: '0', note: '中学生まで無料' }, null],
    [{ primary: '0', highSchool: '0', note: '一部、こどもも有料の日あり' }, null],
    [{ highSchool: '300', note: 'こども無料' }, null],
    [{ note: '大人はカンパ' }, null],
  ])('%o: %s', (text, free) => {
    expect(readFee(text).freeForChildren).toBe(free);
  });

  test('the note is kept as written', () => {
    expect(readFee({ note: '70歳以上は200円' }).note).toBe('70歳以上は200円');
  });
});

describe('booking', () => {
  test.each([
    ['なし', undefined, 'NONE'],
    ['予約なし', undefined, 'NONE'],
    ['電話;SMS', undefined, 'RECOMMENDED'],
    ['電話で事前予約', undefined, 'REQUIRED'],
    ['電話で事前予約が望ましい', undefined, 'RECOMMENDED'],
    ['電話で事前予約が必要だがなくても対応可能', undefined, 'RECOMMENDED'],
    ['電話', '要申込', 'REQUIRED'],
    [undefined, '事前予約制', 'REQUIRED'],
    [undefined, 'テイクアウトは申込みフォームから要予約。会食は不要', 'RECOMMENDED'],
  ])('%s / %s is %s', (how, note, need) => {
    expect(readBooking(how, note, null)?.need).toBe(need);
  });

  test('two blank cells say nothing of booking', () => {
    expect(readBooking(undefined, undefined, 600)).toBeNull();
    expect(accessByBooking(null)).toBeNull();
  });

  test('a deadline in days ends with that day', () => {
    // Until the end of the day before a start at 11:30, and of two days before.
    expect(readBooking('電話', '前日までに予約', 690)?.deadlineMinutes).toBe(690);
    expect(readBooking(undefined, '開催日の２日前までに予約', 690)?.deadlineMinutes).toBe(2130);
    expect(readBooking('電話', '前日までに予約', null)?.deadlineMinutes).toBeUndefined();
  });

  test('what must be booked is not for dropping in', () => {
    expect(accessByBooking({ need: 'REQUIRED' })).toBe('BOOKED');
    expect(accessByBooking({ need: 'NONE' })).toBe('DROP_IN');
  });
});
