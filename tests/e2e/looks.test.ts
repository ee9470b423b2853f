import { expect, it } from 'vitest';
import { VOICES } from '../../web/src/lib/i18n/voice.ts';
import { ALL_LOOKS, type Look, pairwise, THEMES, WIDTHS } from './looks.ts';

const pairsOf = ({ voice, width, theme }: Look) => [`${voice} ${width}`, `${voice} ${theme}`, `${width} ${theme}`];

it('over a few pages, three looks at each meet every pair of width, theme and voice', () => {
  const seen = Array.from({ length: 12 }, (_, page) => pairwise(page)).flat();
  expect(new Set(seen.flatMap(pairsOf))).toEqual(new Set(ALL_LOOKS.flatMap(pairsOf)));
});

it('each page is looked at in every voice, every theme and every width', () => {
  for (let page = 0; page < 12; page += 1) {
    const looks = pairwise(page);
    expect(new Set(looks.map(({ voice }) => voice))).toEqual(new Set(VOICES));
    expect(new Set(looks.map(({ theme }) => theme))).toEqual(new Set(THEMES));
    expect(new Set(looks.map(({ width }) => width))).toEqual(new Set(WIDTHS));
  }
});
