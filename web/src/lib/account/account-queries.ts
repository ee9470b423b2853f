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
        code
        path
        message
      }
    }
  }
`);

export const RemovePasskey = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(input: { id: $id }) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const StartPasskey = graphql(`
  mutation StartPasskey {
    startPasskey {
      options
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const StartPasskeySignIn = graphql(`
  mutation StartPasskeySignIn {
    startPasskeySignIn {
      options
      userErrors {
        code
        path
        message
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
        code
        path
        message
      }
    }
  }
`);
