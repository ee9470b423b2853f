import { graphql } from '../graphql/gen/index.ts';

/** What an operator may change, as it is kept. */
export const EditedPlaceFields = graphql(`
  fragment EditedPlace on Place {
    id
    name
    kana
    kinds
    activities
    features
    description
    easyDescription
    conditions
    capacity
    operator
    status
    revision
    addressHidden
    phonesHidden
    serviceArea
    serves {
      name
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
    childAlone {
      value
      stated
    }
    access {
      value
      stated
    }
    fee {
      ...WholeFee
    }
    booking {
      ...WholeBooking
    }
    eligibility {
      who
      municipalities
      note
    }
    contact {
      ...WholeContact
    }
    address {
      ...WholeAddress
    }
    municipality {
      ...MunicipalityName
    }
    location {
      ...PinPoint
    }
    schedule {
      certainty
      source
      lines(ruby: true)
      unread
      sessions(from: $from, to: $to) {
        start
        end
        timeKnown
        certain
      }
    }
  }
`);

/** A place of the viewer with what is being written. */
export const DraftQuery = graphql(`
  query Draft($id: ID!, $from: DateTime!, $to: DateTime!) {
    viewer {
      id
      myPlace(id: $id) {
        id
        place {
          ...EditedPlace
        }
        draft {
          revision
          version
          input
          savedAt
          fieldsForReview
          place {
            ...EditedPlace
          }
          userErrors {
            ...UserErrorText
          }
        }
        photos {
          ...PublicPhoto
          waiting
        }
      }
    }
  }
`);

export const SavePlace = graphql(`
  mutation SavePlace($input: SavePlaceInput!) {
    savePlace(input: $input) {
      myPlace {
        id
        draft {
          version
        }
      }
      conflict {
        revision
        version
        changes {
          ...ChangeText
        }
      }
      duplicates {
        id
        name
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const SubmitPlace = graphql(`
  mutation SubmitPlace($input: SubmitPlaceInput!) {
    submitPlace(input: $input) {
      myPlace {
        id
      }
      review {
        id
      }
      duplicates {
        id
        name
        address {
          text
        }
      }
      conflict {
        revision
        version
        changes {
          ...ChangeText
        }
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const DiscardDraft = graphql(`
  mutation DiscardDraft($id: ID!) {
    discardDraft(input: { id: $id }) {
      myPlace {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

/** The draft as the public page would show it. */
export const PreviewQuery = graphql(`
  query Preview(
    $id: ID!
    $from: DateTime!
    $to: DateTime!
    $monthFrom: DateTime!
    $monthTo: DateTime!
    $ages: [AgeInput!]
  ) {
    viewer {
      id
      myPlace(id: $id) {
        place {
          ...PlaceDetail
        }
        draft {
          place {
            ...PlaceDetail
          }
        }
      }
    }
  }
`);
