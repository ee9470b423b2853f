/** The three voices: 日本語, やさしいにほんご, English. */
export type Voice = 'ja' | 'ja-easy' | 'en';

/** The text of a voice from an entry that has all three. */
export function inVoice(text: { ja: string; easyJa: string; en: string }, voice: Voice): string {
  if (voice === 'en') return text.en;
  return voice === 'ja-easy' ? text.easyJa : text.ja;
}

/**
 * The voice of an Accept-Language header (RFC 9110): `ja-Hira` is やさしいにほんご; Japanese where nothing fits.
 * The weights are honoured, so that `en;q=0.5, ja` is Japanese.
 */
export function voiceOf(acceptLanguage: string | undefined): Voice {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(
        parameters
          .find((each) => each.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.trim(), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag === 'ja-hira' || tag.startsWith('ja-hira-')) return 'ja-easy';
    if (tag === 'ja' || tag.startsWith('ja-')) return 'ja';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'ja';
}
