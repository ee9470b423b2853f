import { graphql } from '../graphql/gen/index.ts';

export const ModerationQuery = graphql(`
  query Moderation(
    $from: DateTime!
    $to: DateTime!
    $reviewsAfter: String
    $reportsAfter: String
    $staleAfter: String
  ) {
    viewer {
      id
      moderation {
        areas {
          code
          name
        }
        reviews(first: 20, after: $reviewsAfter) {
          totalCount
          pageInfo {
            ...PageEnd
          }
          nodes {
            id
            kind
            placeId
            message
            submittedAt
            place {
              id
              status
            }
            proposed {
              ...EditedPlace
            }
            changes {
              ...ChangeText
            }
            photos {
              ...PublicPhoto
            }
            similar {
              id
              name
            }
          }
        }
        reports(first: 20, after: $reportsAfter) {
          totalCount
          pageInfo {
            ...PageEnd
          }
          nodes {
            id
            about
            text
            at
            place {
              id
              name
            }
          }
        }
        stale(first: 20, after: $staleAfter) {
          totalCount
          pageInfo {
            ...PageEnd
          }
          nodes {
            id
            name
            confirmedAt
            contact {
              phones {
                number
              }
            }
          }
        }
      }
    }
  }
`);

export const ModeratedPlaceQuery = graphql(`
  query ModeratedPlace($id: ID!, $from: DateTime!, $to: DateTime!) {
    viewer {
      id
      moderation {
        place(id: $id) {
          id
          operatorCount
          place {
            ...EditedPlace
          }
          revisions(first: 30) {
            revision
            at
            who
            why
            changes {
              ...ChangeText
            }
          }
          reports {
            id
            about
            text
            at
            settled
          }
        }
      }
    }
  }
`);

export const ReviewPlace = graphql(`
  mutation ReviewPlace($input: ReviewPlaceInput!) {
    reviewPlace(input: $input) {
      review {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const SettleReport = graphql(`
  mutation SettleReport($id: ID!) {
    settleReport(input: { id: $id }) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const SuspendPlace = graphql(`
  mutation SuspendPlace($input: SuspendPlaceInput!) {
    suspendPlace(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const CorrectPin = graphql(`
  mutation CorrectPin($input: CorrectPinInput!) {
    correctPin(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const RestoreRevision = graphql(`
  mutation RestoreRevision($input: RestoreRevisionInput!) {
    restoreRevision(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const MergePlaces = graphql(`
  mutation MergePlaces($input: MergePlacesInput!) {
    mergePlaces(input: $input) {
      place {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const ErasePrivate = graphql(`
  mutation ErasePrivate($input: ErasePrivateInput!) {
    erasePrivate(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
