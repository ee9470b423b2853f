import { describe, expect, test } from 'vitest';
import { formReader } from '../../web/src/lib/register/form-reader.ts';
import { READ_STEP } from '../../web/src/lib/register/read-steps.ts';
import { entriesOf, valuesOfInput } from '../../web/src/lib/register/values.ts';
import { ja as registerWords } from '../../web/src/lib/register/words/ja.ts';

const read = (step: 'who' | 'contact' | 'when', input: object) =>
  READ_STEP[step](formReader(valuesOfInput(input), registerWords));

describe('what stood in a place before a step is saved', () => {
  test('every telephone and mail address stays, with its note', () => {
    const contact = {
      phones: ['03-1111-1111', '03-2222-2222', '03-3333-3333'].map((number) => ({ number, note: `平日（${number}）` })),
      emails: ['a@example.jp', 'b@example.jp'].map((address) => ({ address, note: '予約' })),
      url: null,
      fax: null,
    };
    expect(read('contact', { contact }).contact).toEqual(contact);
  });

  test('the municipalities whose residents may come stay, and go when it is for anybody', () => {
    const eligibility = { who: 'RESIDENTS', municipalities: ['131059', '131067'], note: '区民' };
    expect(read('who', { eligibility }).eligibility).toEqual(eligibility);
    expect(read('who', { eligibility: { ...eligibility, who: 'ANYONE' } }).eligibility).toEqual({
      who: 'ANYONE',
      note: '区民',
    });
  });

  test('a table of days keeps what it says of holidays and of the day after', () => {
    const schedule = {
      rules: [{ weekdays: ['SATURDAY'], nth: [2], from: '10:00', to: '12:00', schoolHolidays: null }],
      holidays: 'AS_USUAL',
      afterHolidays: 'CLOSED_UNLESS_DAY_OFF',
      yearlyClosures: [{ from: '12-29', to: '01-03', reason: null }],
    };
    expect(read('when', { way: 'grid', schedule }).schedule).toEqual(schedule);
  });

  test('a list has an entry for each index that is there, and as many as a form offers', () => {
    const values = valuesOfInput({ contact: { phones: [{ number: '1' }, { number: '2' }, { number: '3' }] } });
    expect(entriesOf(values, 'contact.phones', 2)).toEqual([0, 1, 2]);
    expect(entriesOf(values, 'contact.emails', 1)).toEqual([0]);
    expect(entriesOf({}, 'contact.emails')).toEqual([]);
  });
});
