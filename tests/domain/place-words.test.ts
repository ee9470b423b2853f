import { describe, expect, test } from 'vitest';
import { phrasesOf } from '../../server/domain/phrases.ts';
import { romajiOf } from '../../server/domain/romaji.ts';

describe('a reading in Latin letters', () => {
  test.each([
    ['しんじゅく', 'Shinjuku'],
    ['ちづか ふじみ', 'Chizuka Fujimi'],
    ['ひまわりしょくどう', 'Himawarishokudou'],
    ['キッチン にっぽり', 'Kitchin Nippori'],
    ['マッチャ', 'Matcha'],
    ['ファミリー パーティー', 'Famirii Paatii'],
    ['しんいち', "Shin'ichi"],
    ['じょうほう・ぢから', 'Jouhou Jikara'],
    ['ｶﾌｪ NPO みんなのいえ2', 'Kafe NPO Minnanoie2'],
  ])('%s is %s', (kana, romaji) => {
    expect(romajiOf(kana)).toBe(romaji);
  });

  test('is not guessed where the reading is none', () => {
    expect(romajiOf(null)).toBeNull();
    expect(romajiOf(' ')).toBeNull();
    expect(romajiOf('児童館')).toBeNull();
  });
});

describe('phrases', () => {
  test('are whole words with what belongs to them', () => {
    expect(phrasesOf('子どもだけで行ってもいいです。')).toEqual(['子どもだけで', '行っても', 'いいです。']);
  });

  test('join to the same text, whatever it is', () => {
    for (const text of ['', 'ひまわり食堂（本館）\n2階', 'NPO <b>&amp;</b> 🍙おにぎりの会', 'a'.repeat(500)]) {
      expect(phrasesOf(text).join('')).toBe(text);
    }
  });
});
