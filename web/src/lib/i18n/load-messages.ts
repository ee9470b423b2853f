import type { Messages } from './ja.ts';
import type { Voice } from './voice.ts';

const MODULES: Record<Voice, () => Promise<Messages>> = {
  ja: async () => (await import('./ja.ts')).ja,
  'ja-easy': async () => (await import('./ja-easy.ts')).jaEasy,
  en: async () => (await import('./en.ts')).en,
};

/** Messages of one voice; the others are not downloaded. */
export function loadMessages(voice: Voice): Promise<Messages> {
  return MODULES[voice]();
}
