import { describe, expect, test } from 'vitest';
import { markedText, segments } from '../../../server/domain/schedule/ruby.ts';
import { stateAt } from '../../../server/domain/schedule/state.ts';
import { stateText } from '../../../server/domain/schedule/state-text.ts';
import { aRule, aSchedule, time } from '../../support/a-place.ts';

const at = (text: string) => Date.parse(`${text}+09:00`);
const text = (schedule: Parameters<typeof stateAt>[0], moment: string) =>
  stateText(stateAt(schedule, at(moment)), at(moment), 'ja');

describe('the badge in words', () => {
  const afternoons = aSchedule([aRule([1, 2, 3, 4, 5], [{ start: time('13:00'), end: time('18:00') }])]);

  test.each([
    ['2026-11-24T15:00', '開いています（18:00まで）'],
    ['2026-11-24T09:00', 'きょう 13:00から'],
    ['2026-11-24T18:00', '閉まっています（次は あした 13:00）'],
    ['2026-11-27T18:00', '閉まっています（次は 11月30日(月) 13:00）'],
  ])('at %s: %s', (moment, words) => {
    expect(text(afternoons, moment)).toBe(words);
  });

  test('always open has no end: no "until 0:00"', () => {
    const always = aSchedule([aRule([], [{ start: 0, end: 1440 }])], { holidays: 'AS_USUAL' });
    expect(text(always, '2026-11-24T23:30')).toBe('開いています');
  });

  test('open until midnight says so', () => {
    const evening = aSchedule([aRule([2], [{ start: time('18:00'), end: 1440 }])]);
    expect(text(evening, '2026-11-24T20:00')).toBe('開いています（24:00まで）');
  });

  test('a day has a reading over each kanji in やさしいにほんご', () => {
    const moment = at('2026-11-27T18:00');
    const words = stateText(stateAt(afternoons, moment), moment, 'ja-easy');
    expect(markedText(segments(words, 'ja-easy'))).toBe(
      'しまっています（つぎは 11{月|がつ}30{日|にち}({月|げつ}) 13:00）',
    );
  });
});
