import { graphql } from './gen/index.ts';

/** What the queries of several pages ask for alike. */

export const UserErrorTextFragment = graphql(`
  fragment UserErrorText on UserError {
    code
    path
    message
  }
`);

export const ChangeTextFragment = graphql(`
  fragment ChangeText on FieldChange {
    field
    before
    after
  }
`);

export const PageEndFragment = graphql(`
  fragment PageEnd on PageInfo {
    hasNextPage
    endCursor
  }
`);

export const WholeFeeFragment = graphql(`
  fragment WholeFee on Fee {
    freeForChildren
    preschool
    primary
    juniorHigh
    highSchool
    adult
    note
    stated
  }
`);

export const WholeBookingFragment = graphql(`
  fragment WholeBooking on Booking {
    need
    how
    deadlineMinutes
    note
    stated
  }
`);

export const WholeContactFragment = graphql(`
  fragment WholeContact on Contact {
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
`);

export const WholeAddressFragment = graphql(`
  fragment WholeAddress on Address {
    text
    building
    postalCode
  }
`);

export const MunicipalityNameFragment = graphql(`
  fragment MunicipalityName on Municipality {
    code
    name
    romaji
    prefecture {
      name
      romaji
    }
  }
`);

export const PinPointFragment = graphql(`
  fragment PinPoint on Location {
    latitude
    longitude
    precision
  }
`);

export const PublicPhotoFragment = graphql(`
  fragment PublicPhoto on Photo {
    id
    url
    thumbnailUrl
    alt
    width
    height
  }
`);
