import { expect, test } from 'vitest';
import { differences } from '../../server/domain/describe-field.ts';
import { aPlace } from '../support/a-place.ts';

test('a change of a place is described in words of the voice, no code of ours among them', () => {
  const town = (code: string) => (code === '131059' ? '文京区' : code);
  const before = aPlace({ status: 'PENDING', access: 'BOOKED', booking: { need: 'REQUIRED', deadlineMinutes: 60 } });
  const after = {
    ...before,
    status: 'PUBLISHED' as const,
    access: 'DROP_IN' as const,
    booking: { need: 'NONE' as const },
    eligibility: { who: 'RESIDENTS' as const, municipalities: ['131059'] },
    // Still the day before in other parts of the world.
    confirmedAt: new Date('2026-11-27T00:30:00+09:00'),
  };
  expect(differences({ ...before, confirmedAt: null }, after, { voice: 'ja', town })).toEqual([
    { field: 'status', before: '確認を待っている', after: '公開中' },
    { field: 'access', before: '予約して行く', after: 'ふらっと行ける' },
    { field: 'booking', before: '予約がいる、60 分前まで', after: '予約はいらない' },
    { field: 'eligibility', before: null, after: '決まった市区町村の人、文京区' },
    { field: 'confirmedAt', before: null, after: '2026-11-27' },
  ]);
  expect(differences(before, after, { voice: 'en', town })[0]).toEqual({
    field: 'status',
    before: 'waiting for review',
    after: 'public',
  });
});
