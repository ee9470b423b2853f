import { createContext } from 'svelte';
import type { Voice } from '../i18n/voice.ts';
import type { ModerateWords } from '../moderate/words/ja.ts';
import type { RegisterWords } from '../register/words/ja.ts';
import type { AccountWords } from './words/ja.ts';

/** Words of the pages for people who run or review places. Visitors never download them. */
export interface PeopleWords {
  account: AccountWords;
  register: RegisterWords;
  moderate: ModerateWords;
}

export const [useWords, provideWords] = createContext<() => PeopleWords>();

const MODULES: Record<Voice, () => Promise<PeopleWords>> = {
  ja: async () => ({
    account: (await import('./words/ja.ts')).ja,
    register: (await import('../register/words/ja.ts')).ja,
    moderate: (await import('../moderate/words/ja.ts')).ja,
  }),
  'ja-easy': async () => ({
    account: (await import('./words/ja-easy.ts')).jaEasy,
    register: (await import('../register/words/ja-easy.ts')).jaEasy,
    moderate: (await import('../moderate/words/ja-easy.ts')).jaEasy,
  }),
  en: async () => ({
    account: (await import('./words/en.ts')).en,
    register: (await import('../register/words/en.ts')).en,
    moderate: (await import('../moderate/words/en.ts')).en,
  }),
};

/** Those words in one voice. */
export function loadWords(voice: Voice): Promise<PeopleWords> {
  return MODULES[voice]();
}
