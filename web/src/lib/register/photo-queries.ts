import { graphql } from '../graphql/gen/index.ts';

export const AttachPhoto = graphql(`
  mutation AttachPhoto($input: AttachPhotoInput!) {
    attachPhoto(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);

export const RemovePhoto = graphql(`
  mutation RemovePhoto($input: RemovePhotoInput!) {
    removePhoto(input: $input) {
      userErrors {
        ...UserErrorText
      }
    }
  }
`);
