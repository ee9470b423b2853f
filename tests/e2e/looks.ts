import { type Voice, VOICES } from '../../web/src/lib/i18n/voice.ts';

/** How somebody looks at a page. */
export interface Look {
  voice: Voice;
  /** CSS pixels. */
  width: number;
  theme: 'light' | 'dark' | 'forced';
}

/** A narrow phone and a wide screen. */
export const WIDTHS = [320, 1440];
export const THEMES = ['light', 'dark', 'forced'] as const;

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/**
 * Three looks for the page of this number, so that over a few pages every pair of width, theme and voice is met, and on
 * every page each of its voices, themes and widths.
 */
export function pairwise(page: number): Look[] {
  return VOICES.map((voice, row) => ({
    voice,
    width: pick(WIDTHS, row + page),
    theme: pick(THEMES, row + (page >> 1)),
  }));
}

/** Every look that there is. */
export const ALL_LOOKS: Look[] = VOICES.flatMap((voice) =>
  WIDTHS.flatMap((width) => THEMES.map((theme) => ({ voice, width, theme }))),
);

/** What `npm test` looks at, or, with `npm run test:access`, everything. */
export const looksAt = (page: number): Look[] => (process.env.MODE === 'access' ? ALL_LOOKS : pairwise(page));
