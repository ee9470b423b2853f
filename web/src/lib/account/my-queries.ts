import { graphql } from '../graphql/gen/index.ts';

export const MyPlaces = graphql(`
  query MyPlaces {
    viewer {
      id
      email
      moderation {
        reviews(first: 1) {
          totalCount
        }
        reports(first: 1) {
          totalCount
        }
      }
      places(first: 100) {
        totalCount
        nodes {
          id
          place {
            name
            status
            confirmedAt
            schedule {
              state {
                kind
                text
              }
            }
          }
          draft {
            savedAt
            place {
              name
            }
          }
          reviews {
            id
            kind
            state
            reason
          }
        }
      }
    }
  }
`);

export const MyPlaceQuery = graphql(`
  query MyPlace($id: ID!) {
    viewer {
      id
      myPlace(id: $id) {
        id
        place {
          name
          kana
          status
          revision
          confirmedAt
          addressHidden
          kinds
          activities
          features
          capacity
          conditions
          operator
          address {
            ...WholeAddress
          }
          municipality {
            ...MunicipalityName
          }
          location {
            ...PinPoint
          }
          contact {
            ...WholeContact
          }
          phonesHidden
          description
          schedule {
            source
            lines
            state {
              kind
              text
            }
          }
          fee {
            ...WholeFee
          }
          booking {
            ...WholeBooking
          }
          ages {
            bands {
              from {
                months
              }
              until {
                months
              }
            }
            stated
          }
        }
        draft {
          savedAt
          place {
            name
          }
        }
        reviews {
          id
          kind
          state
          reason
          submittedAt
          changes {
            ...ChangeText
          }
        }
        operators {
          id
          email
          you
          since
        }
        invitations {
          email
        }
        closureLinks {
          id
          label
          createdAt
          lastUsedAt
        }
        announcements {
          id
          kind
          from
          to
          start
          end
          reason
          byLink
          canUndo
        }
        revisions(first: 20) {
          revision
          at
          who
          why
          changes {
            ...ChangeText
          }
        }
      }
    }
  }
`);

export const ClaimPlace = graphql(`
  mutation ClaimPlace($input: ClaimPlaceInput!) {
    claimPlace(input: $input) {
      review {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
