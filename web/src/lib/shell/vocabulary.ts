import { createContext } from 'svelte';
import type { VocabularyQuery } from '../graphql/gen/graphql.ts';
import type { LifeStage } from '../search/filters.ts';

/** A word of the directory in the voice of the page. */
export interface Word {
  code: string;
  label: string;
  icon: string;
}

export interface NeedWord extends Word {
  /** What answers it: a kind or an activity of these. */
  kinds: string[];
  activities: string[];
  /** Help lines stand beside it. */
  consultation: boolean;
  /** Features that decide whether somebody can go at all. */
  features: string[];
}

/** The words of the directory in the voice of the page, as lists in the order in which they are offered. */
export interface Vocabulary {
  kinds: (Word & { about: string })[];
  activities: Word[];
  features: Word[];
  needs: NeedWord[];
  lifeStages: { stage: LifeStage; label: string }[];
  prefectures: { code: string; name: string }[];
}

export const [useVocabulary, provideVocabulary] = createContext<() => Vocabulary>();

interface Voiced {
  ja?: string;
  easyJa?: string;
  en?: string;
}

const labelOf = (term: Voiced): string => term.ja ?? term.easyJa ?? term.en ?? '';

const word = (term: Voiced & { code: string; icon: string }): Word => ({
  code: term.code,
  label: labelOf(term),
  icon: term.icon,
});

/** What the API says, with the labels of the one voice that was asked for. */
export function vocabularyFrom({ vocabulary }: VocabularyQuery): Vocabulary {
  return {
    kinds: vocabulary.kinds.map((kind) => ({ ...word(kind), about: kind.about })),
    activities: vocabulary.activities.map(word),
    features: vocabulary.features.map(word),
    needs: vocabulary.needs.map((need) => ({
      ...word(need),
      kinds: need.kinds,
      activities: need.activities,
      consultation: need.consultation,
      features: need.features,
    })),
    lifeStages: vocabulary.lifeStages.map((term) => ({ stage: term.stage, label: labelOf(term) })),
    prefectures: vocabulary.prefectures.map(({ code, name, romaji }) => ({ code, name: name ?? romaji ?? '' })),
  };
}

/** The word of a code; a code that the vocabulary does not know is shown as it is. */
export function wordOf(words: Word[], code: string): Word {
  return words.find((entry) => entry.code === code) ?? { code, label: code, icon: 'star' };
}
