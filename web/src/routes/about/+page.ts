import type { AboutText } from '#lib/about/about-ja.ts';
import type { Voice } from '#lib/i18n/voice.ts';
import type { PageLoad } from './$types';

const TEXTS: Record<Voice, () => Promise<AboutText>> = {
  ja: async () => (await import('#lib/about/about-ja.ts')).aboutJa,
  'ja-easy': async () => (await import('#lib/about/about-ja-easy.ts')).aboutJaEasy,
  en: async () => (await import('#lib/about/about-en.ts')).aboutEn,
};

export const load: PageLoad = async ({ parent }) => {
  const { voice } = await parent();
  return { about: await TEXTS[voice]() };
};
