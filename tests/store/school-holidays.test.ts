import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAt } from '../../server/domain/schedule/answer.ts';
import { readSchoolHolidays } from '../../server/open-data/read-school-holidays.ts';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { testStore, type TestStore } from '../support/store.ts';

let opened: TestStore;
let store: TestStore['store'];
beforeAll(async () => {
  opened = await testStore();
  ({ store } = opened);
});
afterAll(() => opened.close());

const slots = [{ start: time('10:00'), end: time('16:00') }];
const summer = aSchedule([aRule([1, 2, 3, 4, 5], slots, { schoolHolidays: 'ONLY' })], { holidays: 'AS_USUAL' });
const at = (text: string) => Date.parse(`${text}+09:00`);
async function fed(id: string, since: Date | null) {
  for await (const batch of store.places.changesSince(since)) {
    const place = batch.find((each) => each.id === id);
    if (place) return place;
  }
  return null;
}

test('what depends on school holidays is a maybe until they are entered, then yes and no, and a maybe after the last', async () => {
  const place = aPlace({ id: 'summer', municipalityCode: '131059', schedule: summer });
  await store.places.savePlaces([{ place, expectedRevision: 0, who: 'test', why: 'test' }]);
  const unknown = await fed('summer', null);
  expect(answerAt(unknown!.schedule, at('2026-08-03T11:00'))).toBe('MAYBE');

  const before = await store.databaseTime();
  await store.schoolHolidays.save('131059', {
    ranges: [{ from: '2026-07-21', to: '2026-08-31' }],
    knownUntil: '2026-08-31',
  });
  const known = await fed('summer', before);
  expect(answerAt(known!.schedule, at('2026-08-03T11:00'))).toBe('YES');
  expect(answerAt(known!.schedule, at('2026-07-15T11:00'))).toBe('NO');
  expect(answerAt(known!.schedule, at('2026-12-28T11:00'))).toBe('MAYBE');
});

test('a ward follows its designated city', async () => {
  const place = aPlace({ id: 'ward', municipalityCode: '141127', schedule: summer });
  await store.places.savePlaces([{ place, expectedRevision: 0, who: 'test', why: 'test' }]);
  await store.schoolHolidays.save('141003', {
    ranges: [{ from: '2026-07-21', to: '2026-08-26' }],
    knownUntil: '2026-08-26',
  });
  expect(answerAt((await fed('ward', null))!.schedule, at('2026-08-03T11:00'))).toBe('YES');
});

test('the joined calendar is never stored with the place', async () => {
  expect((await store.places.findByIds(['ward']))[0]?.schedule).not.toHaveProperty('schoolCalendar');
});

test('the file is read by its column names, and each row that cannot be is named', () => {
  const good =
    '名称,全国地方公共団体コード,開始日,終了日\n夏休み,131059,2026-07-21,2026/8/31\n冬休み,131059,2026-12-26,2027-01-07\n';
  expect(readSchoolHolidays(Buffer.from(good)).holidays.get('131059')).toEqual({
    ranges: [
      { from: '2026-07-21', to: '2026-08-31' },
      { from: '2026-12-26', to: '2027-01-07' },
    ],
    knownUntil: '2027-01-07',
  });
  const bad =
    '全国地方公共団体コード,開始日,終了日\n132196,2026-07-21,2026-08-31\n131059,夏,秋\n131059,2026-08-31,2026-07-21\n';
  expect(readSchoolHolidays(Buffer.from(bad)).problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(readSchoolHolidays(Buffer.from('a,b\n1,2\n')).problems[0]?.reason).toContain('全国地方公共団体コード');
});
