import { graphql } from '../graphql/gen/index.ts';

export const DaysQuery = graphql(`
  query SearchDays(
    $filter: PlaceFilter
    $near: NearInput
    $firstDay: LocalDate!
    $lastDay: LocalDate!
    $from: DateTime!
    $to: DateTime!
    $first: Int!
    $after: String
  ) {
    sessionDays(filter: $filter, near: $near, from: $firstDay, to: $lastDay) {
      date
      count
      maybeCount
    }
    sessions(filter: $filter, near: $near, from: $from, to: $to, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        start
        end
        timeKnown
        certain
        label
        activities
        access
        ages {
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
        place {
          id
          name
          kana
          kinds
          sample
          addressHidden
          address {
            text
          }
          municipality {
            name
            romaji
            prefecture {
              name
              romaji
            }
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
          }
          access {
            value
          }
        }
      }
    }
  }
`);
