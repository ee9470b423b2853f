import { graphql } from '../graphql/gen/index.ts';

export const CardQuery = graphql(`
  query PlaceCardById($id: ID!, $ages: [AgeInput!]) {
    place(id: $id) {
      ...PlaceCard
    }
  }
`);
