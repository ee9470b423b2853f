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
          contact {
            phones {
              number
              note
            }
            emails {
              address
            }
            url
            fax
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
            note
            stated
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
            field
            before
            after
          }
        }
        operators {
          id
          email
          you
          since
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
          why
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
`);

export const Announce = graphql(`
  mutation Announce($input: AnnounceInput!) {
    announce(input: $input) {
      announcements {
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

export const UndoAnnouncement = graphql(`
  mutation UndoAnnouncement($id: ID!) {
    undoAnnouncement(input: { id: $id }) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const ConfirmPlace = graphql(`
  mutation ConfirmPlace($input: ConfirmPlaceInput!) {
    confirmPlace(input: $input) {
      place {
        id
        name
        revision
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const UndoRevision = graphql(`
  mutation UndoRevision($input: UndoRevisionInput!) {
    undoRevision(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const InviteOperator = graphql(`
  mutation InviteOperator($input: InviteOperatorInput!) {
    inviteOperator(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RemoveOperator = graphql(`
  mutation RemoveOperator($input: RemoveOperatorInput!) {
    removeOperator(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const CreateClosureLink = graphql(`
  mutation CreateClosureLink($input: CreateClosureLinkInput!) {
    createClosureLink(input: $input) {
      url
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RevokeClosureLink = graphql(`
  mutation RevokeClosureLink($id: ID!) {
    revokeClosureLink(input: { id: $id }) {
      userErrors {
        code
        path
        message
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
        code
        path
        message
      }
    }
  }
`);
