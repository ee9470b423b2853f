import { graphql } from '../graphql/gen/index.ts';

export const RequestSignIn = graphql(`
  mutation RequestSignIn($email: String!) {
    requestSignIn(input: { email: $email }) {
      validMinutes
      userErrors {
        code
        path
        message
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
        code
        path
        message
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
