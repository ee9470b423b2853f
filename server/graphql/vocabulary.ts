import { prefectureCodeOf } from '../domain/municipality-code.ts';
import { InputError } from '../domain/errors.ts';
import { ACTIVITIES } from '../domain/vocabulary/activities.ts';
import { FEATURES } from '../domain/vocabulary/features.ts';
import { HELP_LINES } from '../domain/vocabulary/help-lines.ts';
import { KINDS } from '../domain/vocabulary/kinds.ts';
import { LIFE_STAGE_TERMS } from '../domain/vocabulary/life-stages.ts';
import { NEEDS } from '../domain/vocabulary/needs.ts';
import { inVoice } from '../domain/voice.ts';
import { latinNameOf, latinPrefecture } from '../gazetteer/latin-name.ts';
import { linesOfArea } from '../help-lines/municipal.ts';
import { listMunicipalities, municipalityByCode } from '../gazetteer/municipalities.ts';
import { PREFECTURE_KANA } from '../gazetteer/prefecture-kana.ts';
import { PREFECTURES } from '../gazetteer/prefectures.ts';
import type {
  HelpLineAreaResolvers,
  HelpLineResolvers,
  KindResolvers,
  MunicipalityResolvers,
  Prefecture,
  VocabularyResolvers,
} from './types.gen.ts';
import type { VocabularyValue } from './values.ts';

const prefectures: Prefecture[] = PREFECTURES.map((name, index) => {
  const kana = PREFECTURE_KANA[index] ?? '';
  const code = prefectureCodeOf(String(index + 1).padStart(2, '0'));
  return { code, name, kana, romaji: latinPrefecture(kana) };
});

const prefectureOf = (code: string): Prefecture =>
  prefectures[Number(code.slice(0, 2)) - 1] ?? { code: '', name: '', kana: '', romaji: '' };

/** The lists themselves; what depends on the request is resolved below. */
export const vocabulary: VocabularyValue = {
  kinds: KINDS,
  activities: ACTIVITIES,
  features: FEATURES,
  needs: NEEDS,
  lifeStages: LIFE_STAGE_TERMS,
  prefectures,
};

export const vocabularyResolvers: VocabularyResolvers = {
  helpLines: (_, { area }, { helpLines }) => [...(area ? linesOfArea(helpLines, area) : []), ...HELP_LINES],
  helpLineAreas: (_, __, { helpLines }) => [...new Set(helpLines.map(({ area }) => area))].sort(),
  municipalities(_, { prefecture }) {
    const number = /^\d{2}(\d{4})?$/.exec(prefecture)?.[0].slice(0, 2);
    if (number === undefined || Number(number) < 1 || Number(number) > 47) {
      throw new InputError(
        'INVALID',
        ['prefecture'],
        '`prefecture` is two digits from 01 to 47, or the six-digit code.',
      );
    }
    return listMunicipalities().filter(({ code }) => code.startsWith(number));
  },
};

export const kindResolvers: KindResolvers = {
  about: ({ about }, _, { voice }) => inVoice(about, voice),
  usualAges: ({ ages }) => ages?.map(({ from, until, stages = [] }) => ({ from, until, stages })) ?? null,
  usualAccess: ({ access }) => access,
  usuallyFree: ({ free }) => free,
  usuallyAlone: ({ childAlone }) => childAlone,
};

export const helpLineResolvers: HelpLineResolvers = {
  about: ({ about }, _, { voice }) => inVoice(about, voice),
  schedule: ({ schedule }) => ({ schedule, place: null, facts: {} }),
  area: ({ area }) => area ?? null,
};

export const helpLineAreaResolvers: HelpLineAreaResolvers = {
  code: (code) => code,
  name: (code) => prefectureOf(code).name + (municipalityByCode(code)?.name ?? ''),
  romaji(code) {
    const municipality = municipalityByCode(code);
    return [...(municipality ? [latinNameOf(municipality)] : []), prefectureOf(code).romaji].join(', ');
  },
};

export const municipalityResolvers: MunicipalityResolvers = {
  romaji: latinNameOf,
  prefecture: ({ code }) => prefectureOf(code),
};
