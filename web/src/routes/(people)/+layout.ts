import { loadWords } from '#lib/account/people-words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => ({ words: await loadWords((await parent()).voice) });
