import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../server/domain/vocabulary/activities.ts';
import { FEATURES } from '../../server/domain/vocabulary/features.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';
import { aboutEn } from '../../web/src/lib/about/about-en.ts';
import { aboutJaEasy } from '../../web/src/lib/about/about-ja-easy.ts';
import { aboutJa } from '../../web/src/lib/about/about-ja.ts';
import { loadWords } from '../../web/src/lib/account/people-words.ts';
import { en as enPages } from '../../web/src/lib/i18n/en.ts';
import { jaEasy as jaEasyPages } from '../../web/src/lib/i18n/ja-easy.ts';
import { ja as jaPages } from '../../web/src/lib/i18n/ja.ts';
import { plainText, rubyParts } from '../../web/src/lib/i18n/ruby.ts';
import { chooseVoice } from '../../web/src/lib/i18n/voice.ts';

/** The words of all pages, of the one on how it works, and of those for people who run or review places. */
const [ja, jaEasy, en] = [
  { ...jaPages, people: await loadWords('ja'), about: aboutJa },
  { ...jaEasyPages, people: await loadWords('ja-easy'), about: aboutJaEasy },
  { ...enPages, people: await loadWords('en'), about: aboutEn },
];

const SAMPLE_ARGUMENTS = [3, 2, 1];
const KANJI = /[\u3400-\u9fff々]/;

/** Every message as text by its path; functions are called with small numbers. */
function messages(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    return [[path, (node as (...args: unknown[]) => string)(...SAMPLE_ARGUMENTS)]];
  }
  return Object.entries(node as object).flatMap(([key, value]) => messages(value, path ? `${path}.${key}` : key));
}

describe('three voices', () => {
  it('have the same messages, and none is empty but the certainty that needs no word', () => {
    const paths = messages(ja).map(([path]) => path);
    for (const voice of [ja, jaEasy, en]) {
      expect(messages(voice).map(([path]) => path)).toEqual(paths);
      const empty = messages(voice).filter(([, text]) => text.trim() === '');
      expect(empty.map(([path]) => path)).toEqual(['place.certainty.FIXED']);
    }
  });

  it('easy Japanese has a reading on every kanji', () => {
    const bare = messages(jaEasy).filter(([path, text]) => {
      // The name of ordinary Japanese is shown in it.
      if (path === 'voices.ja' && rubyParts(text)[0]?.reading) return false;
      return rubyParts(text).some((part) => part.reading === null && KANJI.test(part.text));
    });
    expect(bare).toEqual([]);
  });

  it('easy Japanese days of the week all have their reading', () => {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      expect(plainText(jaEasy.day(11, 24, weekday))).not.toMatch(KANJI);
    }
    expect(plainText(jaEasy.day(11, 24, 2))).toBe('11がつ24にち（か）');
  });

  it('English has no Japanese but the names of the voices', () => {
    const japanese = messages(en).filter(
      ([path, text]) => /[\u3040-\u30ff\u3400-\u9fff]/.test(text) && !path.startsWith('voices'),
    );
    expect(japanese).toEqual([]);
  });

  it('is the remembered one, else Japanese, else English for a browser that knows no Japanese', () => {
    expect(chooseVoice('ja-easy', 'en')).toBe('ja-easy');
    expect(chooseVoice('nonsense', 'ja-JP,ja;q=0.9')).toBe('ja');
    expect(chooseVoice(undefined, null)).toBe('ja');
    expect(chooseVoice(undefined, 'en-US,en;q=0.9')).toBe('en');
    expect(chooseVoice(undefined, 'en-US,en;q=0.9,ja;q=0.1')).toBe('ja');
  });
});

describe('ruby marks', () => {
  it('part a message into words with and without a reading', () => {
    expect(rubyParts('この{場所|ばしょ}は')).toEqual([
      { text: 'この', reading: null },
      { text: '場所', reading: 'ばしょ' },
      { text: 'は', reading: null },
    ]);
  });

  it('leave the reading where a label can have no ruby', () => {
    expect(plainText('{場所|ばしょ}の{名前|なまえ}')).toBe('ばしょのなまえ');
  });

  it('leave a brace that is no mark as it is', () => {
    expect(rubyParts('{a} {b|}')).toEqual([{ text: '{a} {b|}', reading: null }]);
  });
});

describe('icons', () => {
  const sprite = readFileSync(new URL('../../web/src/lib/icons/icons.svg', import.meta.url), 'utf8');
  const names = new Set([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]));

  it('there is one for every word of the directory', () => {
    const words = [...KINDS, ...ACTIVITIES, ...FEATURES, ...NEEDS];
    expect(words.filter(({ icon }) => !names.has(icon)).map(({ code, icon }) => [code, icon])).toEqual([]);
  });
});
