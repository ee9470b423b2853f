/** How the pages speak: ordinary Japanese, easy Japanese with readings, English. Adding one is adding a message file. */
export const VOICES = ['ja', 'ja-easy', 'en'] as const;
export type Voice = (typeof VOICES)[number];

/** Cookie that remembers the voice on this device. It holds nothing else. */
export const VOICE_COOKIE = 'voice';

/** `lang` of the document. */
export const LANG_OF_VOICE: Record<Voice, string> = { ja: 'ja', 'ja-easy': 'ja', en: 'en' };

/** What the API is asked for in Accept-Language: it speaks the same three voices. */
export const ACCEPT_LANGUAGE: Record<Voice, string> = { ja: 'ja', 'ja-easy': 'ja-Hira', en: 'en' };

/** Whether a value (a cookie, a path segment) names a voice. */
export function isVoice(value: unknown): value is Voice {
  return (VOICES as readonly unknown[]).includes(value);
}

/** The remembered voice, else Japanese, except for a browser that knows no Japanese at all. */
export function chooseVoice(cookie: string | undefined, acceptLanguage: string | null): Voice {
  if (isVoice(cookie)) return cookie;
  if (!acceptLanguage || /(^|,)\s*(ja|\*)/i.test(acceptLanguage)) return 'ja';
  return 'en';
}
