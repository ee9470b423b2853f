import { graphql } from '../graphql/gen/index.ts';

export const Announce = graphql(`
  mutation Announce($input: AnnounceInput!) {
    announce(input: $input) {
      announcements {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const UndoAnnouncement = graphql(`
  mutation UndoAnnouncement($id: ID!) {
    undoAnnouncement(input: { id: $id }) {
      userErrors {
        ...UserErrorText
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
        ...UserErrorText
      }
    }
  }
`);

export const UndoRevision = graphql(`
  mutation UndoRevision($input: UndoRevisionInput!) {
    undoRevision(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const InviteOperator = graphql(`
  mutation InviteOperator($input: InviteOperatorInput!) {
    inviteOperator(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const RemoveOperator = graphql(`
  mutation RemoveOperator($input: RemoveOperatorInput!) {
    removeOperator(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const CreateClosureLink = graphql(`
  mutation CreateClosureLink($input: CreateClosureLinkInput!) {
    createClosureLink(input: $input) {
      url
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const RevokeClosureLink = graphql(`
  mutation RevokeClosureLink($id: ID!) {
    revokeClosureLink(input: { id: $id }) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
