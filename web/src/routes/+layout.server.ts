import { request } from '#lib/graphql/request.ts';
import { VocabularyQuery } from '#lib/shell/vocabulary-query.ts';
import { vocabularyFrom } from '#lib/shell/vocabulary.ts';
import type { LayoutServerLoad } from './$types';

/** What every page needs once: the voice, the words of the directory in it, and clock and address of the server. */
export const load: LayoutServerLoad = async ({ fetch, locals, platform, url, untrack }) => {
  const { voice } = locals;
  const variables = { ja: voice === 'ja', easy: voice === 'ja-easy', en: voice === 'en' };
  return {
    voice,
    vocabulary: vocabularyFrom(await request(fetch, voice, VocabularyQuery, variables)),
    renderedAt: platform?.req.ibasho?.now?.() ?? Date.now(),
    // Where nobody says it (vite dev), the address in the browser.
    streets: platform?.req.ibasho?.streets ?? null,
    publicUrl: platform?.req.ibasho?.publicUrl ?? untrack(() => url.origin),
  };
};
