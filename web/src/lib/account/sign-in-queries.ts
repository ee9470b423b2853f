import { graphql } from '../graphql/gen/index.ts';

export const RequestSignIn = graphql(`
  mutation RequestSignIn($email: String!) {
    requestSignIn(input: { email: $email }) {
      validMinutes
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const CompleteSignIn = graphql(`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      viewer {
        id
      }
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut($input: SignOutInput) {
    signOut(input: $input) {
      viewer {
        id
      }
    }
  }
`);

export const WhoIsViewer = graphql(`
  query WhoIsViewer {
    viewer {
      id
    }
  }
`);
