import { graphql } from '../graphql/gen/index.ts';

export const AccountQuery = graphql(`
  query AccountPage {
    viewer {
      id
      email
      roles {
        role
        area {
          name
        }
      }
      devices {
        id
        label
        lastUsedAt
        current
      }
      passkeys {
        id
        label
        lastUsedAt
      }
    }
  }
`);

export const ExportQuery = graphql(`
  query ExportAccount {
    viewer {
      export
    }
  }
`);

export const DeleteAccount = graphql(`
  mutation DeleteAccount($email: String!) {
    deleteAccount(input: { email: $email }) {
      deleted
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const RemovePasskey = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(input: { id: $id }) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const StartPasskey = graphql(`
  mutation StartPasskey {
    startPasskey {
      options
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const StartPasskeySignIn = graphql(`
  mutation StartPasskeySignIn {
    startPasskeySignIn {
      options
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const CompletePasskeySignIn = graphql(`
  mutation CompletePasskeySignIn($input: CompletePasskeySignInInput!) {
    completePasskeySignIn(input: $input) {
      viewer {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
