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
      freeForChildren
      preschool
      primary
      juniorHigh
      highSchool
      adult
      note
      stated
    }
    booking {
      need
      how
      deadlineMinutes
      note
      stated
    }
    eligibility {
      who
      municipalities
      note
    }
    contact {
      phones {
        number
        note
      }
      emails {
        address
        note
      }
      url
      fax
    }
    address {
      text
      building
      postalCode
    }
    municipality {
      code
      name
      prefecture {
        name
      }
    }
    location {
      latitude
      longitude
      precision
    }
    schedule {
      certainty
      source
      lines
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
            code
            path
            message
          }
        }
        photos {
          id
          url
          thumbnailUrl
          alt
          width
          height
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
          field
          before
          after
        }
      }
      duplicates {
        id
        name
      }
      userErrors {
        code
        path
        message
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
          field
          before
          after
        }
      }
      userErrors {
        code
        path
        message
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
        code
        path
        message
      }
    }
  }
`);

export const AttachPhoto = graphql(`
  mutation AttachPhoto($input: AttachPhotoInput!) {
    attachPhoto(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RemovePhoto = graphql(`
  mutation RemovePhoto($input: RemovePhotoInput!) {
    removePhoto(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const LocateAddress = graphql(`
  query LocateAddress($address: String!, $municipality: String) {
    locateAddress(address: $address, municipality: $municipality) {
      matched
      location {
        latitude
        longitude
        precision
      }
      municipality {
        code
        name
      }
    }
  }
`);

export const ReadSchedule = graphql(`
  query ReadSchedule($text: String!, $from: DateTime!, $to: DateTime!) {
    readSchedule(text: { text: $text }) {
      certainty
      unread
      schedule {
        lines
        sessions(from: $from, to: $to) {
          start
          end
          timeKnown
          certain
        }
      }
    }
  }
`);

export const ReadFlyer = graphql(`
  query ReadFlyer($text: String!) {
    readFlyer(text: $text) {
      name {
        value
        words
      }
      kinds {
        code
        words
      }
      activities {
        code
        words
      }
      schedule {
        value
        words
        reading {
          schedule {
            lines
          }
        }
      }
      ages {
        words
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
      fee {
        words
        fee {
          freeForChildren
          preschool
          primary
          juniorHigh
          highSchool
          adult
          note
        }
      }
      booking {
        need
        words
      }
      address {
        value
        words
        located {
          matched
        }
      }
      phones {
        value
        words
      }
      emails {
        value
        words
      }
      url {
        value
        words
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
