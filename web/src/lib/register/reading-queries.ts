import { graphql } from '../graphql/gen/index.ts';

export const LocateAddress = graphql(`
  query LocateAddress($address: String!, $municipality: String) {
    locateAddress(address: $address, municipality: $municipality) {
      matched
      location {
        ...PinPoint
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
        lines(ruby: true)
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
            lines(ruby: true)
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
