import { graphql } from '../graphql/gen/index.ts';

/** A session as the page of a place shows it. */
export const PlaceSessionFragment = graphql(`
  fragment PlaceSession on Session {
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
    booking {
      need
    }
  }
`);

/** A place as its page shows it: a published one, or the draft of one before it is sent. */
export const PlaceDetailFragment = graphql(`
  fragment PlaceDetail on Place {
    id
    name
    kana
    romaji
    phrases {
      name
      description
      easyDescription
    }
    kinds
    activities
    features
    description
    easyDescription
    conditions
    capacity
    operator
    sample
    addressHidden
    confirmedAt
    mayBeOutdated
    serviceArea
    schoolDistricts
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
      text
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
    serves {
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
      state(ages: $ages) {
        kind
        text(ruby: true)
        until
        next {
          ...PlaceSession
        }
      }
      sessions(from: $from, to: $to) {
        ...PlaceSession
      }
      month: sessions(from: $monthFrom, to: $monthTo) {
        ...PlaceSession
      }
      maybeDays(from: $monthFrom, to: $monthTo)
      closedDays(from: $monthFrom, to: $monthTo) {
        date
        certain
        reason
        holiday
      }
    }
    photos {
      ...PublicPhoto
    }
    source {
      dataset
      licence
      url
      retrievedAt
    }
    partOf {
      id
      name
      kinds
    }
    parts {
      id
      name
      kinds
      address {
        text
      }
    }
    worksWith {
      id
      name
      kinds
    }
  }
`);

export const PlaceQuery = graphql(`
  query PlacePage(
    $id: ID!
    $from: DateTime!
    $to: DateTime!
    $monthFrom: DateTime!
    $monthTo: DateTime!
    $ages: [AgeInput!]
  ) {
    place(id: $id) {
      ...PlaceDetail
    }
  }
`);
