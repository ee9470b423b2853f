import { graphql } from '../graphql/gen/index.ts';

export const VocabularyQuery = graphql(`
  query Vocabulary($ja: Boolean!, $easy: Boolean!, $en: Boolean!) {
    vocabulary {
      kinds {
        code
        icon
        about
        ja @include(if: $ja)
        easyJa @include(if: $easy)
        en @include(if: $en)
      }
      activities {
        code
        icon
        ja @include(if: $ja)
        easyJa @include(if: $easy)
        en @include(if: $en)
      }
      features {
        code
        icon
        ja @include(if: $ja)
        easyJa @include(if: $easy)
        en @include(if: $en)
      }
      needs {
        code
        icon
        kinds
        activities
        consultation
        features
        ja @include(if: $ja)
        easyJa @include(if: $easy)
        en @include(if: $en)
      }
      lifeStages {
        stage
        ja @include(if: $ja)
        easyJa @include(if: $easy)
        en @include(if: $en)
      }
      prefectures {
        code
        name @skip(if: $en)
        romaji @include(if: $en)
      }
    }
  }
`);

export const AreaWithLinesFragment = graphql(`
  fragment AreaWithLines on HelpLineArea {
    code
    name
    romaji
  }
`);

export const HelpLinesQuery = graphql(`
  query HelpLines($area: String) {
    vocabulary {
      helpLineAreas {
        ...AreaWithLines
      }
      helpLines(area: $area) {
        area {
          ...AreaWithLines
        }
        code
        name
        number
        about
        checkedAt
        schedule {
          state {
            kind
            text(ruby: true)
          }
          lines(ruby: true)
        }
      }
    }
  }
`);
