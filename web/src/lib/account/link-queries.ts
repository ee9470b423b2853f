import { graphql } from '../graphql/gen/index.ts';

export const ClosureLinkQuery = graphql(`
  query ClosureLink($token: String!) {
    closureLink(token: $token) {
      place {
        id
        name
      }
    }
  }
`);

export const AnnounceByLink = graphql(`
  mutation AnnounceByLink($input: AnnounceByLinkInput!) {
    announceByLink(input: $input) {
      announcements {
        from
        to
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const ConfirmationLinkQuery = graphql(`
  query ConfirmationLink($token: String!, $from: DateTime!, $to: DateTime!) {
    confirmationLink(token: $token) {
      places {
        ...EditedPlace
      }
      open
    }
  }
`);

export const ReportedPlace = graphql(`
  query ReportedPlace($id: ID!) {
    place(id: $id) {
      id
      name
      kinds
    }
  }
`);

export const ReportPlace = graphql(`
  mutation ReportPlace($input: ReportPlaceInput!) {
    reportPlace(input: $input) {
      received
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
