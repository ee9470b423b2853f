import { graphql } from '../graphql/gen/index.ts';

export const SearchQuery = graphql(`
  query SearchPlaces(
    $filter: PlaceFilter
    $near: NearInput
    $orderBy: PlaceOrder
    $first: Int!
    $after: String
    $ages: [AgeInput!]
    $hasAsked: Boolean!
    $askedAt: DateTime
  ) {
    places(filter: $filter, near: $near, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      unknownHoursCount
      notStated {
        ages
        childAlone
        free
        booking
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        distanceMeters
        visit {
          arriveAt
          leaveBy
          homeAt
        }
        node {
          ...PlaceCard
          schedule {
            asked: state(at: $askedAt, ages: $ages) @include(if: $hasAsked) {
              kind
              until
              next {
                start
                end
                timeKnown
                certain
                activities
                ages {
                  stages
                }
              }
            }
          }
        }
      }
    }
  }

  fragment PlaceCard on Place {
    id
    name
    kana
    kinds
    activities
    features
    sample
    addressHidden
    mayBeOutdated
    municipality {
      name
      romaji
      prefecture {
        name
        romaji
      }
    }
    address {
      text
    }
    location {
      latitude
      longitude
      precision
    }
    ages {
      bands {
        from {
          months
          days
        }
        until {
          months
          days
        }
        stages
      }
      stated
    }
    childAlone {
      value
      stated
    }
    access {
      value
      stated
    }
    fee {
      freeForChildren
      stated
    }
    schedule {
      certainty
      state(ages: $ages) {
        kind
        text(ruby: true)
        until
        next {
          start
          end
          timeKnown
          certain
          label
        }
      }
    }
  }
`);

export const CountQuery = graphql(`
  query CountPlaces($filter: PlaceFilter, $near: NearInput) {
    places(filter: $filter, near: $near, first: 1) {
      totalCount
    }
  }
`);

export const AreaNameQuery = graphql(`
  query AreaName($prefecture: String!) {
    vocabulary {
      municipalities(prefecture: $prefecture) {
        code
        name
        romaji
      }
    }
  }
`);

export const SuggestQuery = graphql(`
  query Suggest($text: String!) {
    suggest(text: $text, first: 8) {
      type
      label
      romaji
      detail
      id
      code
      latitude
      longitude
    }
  }
`);
