import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Context } from './context.ts';

/** Mutations come from pages of the product itself: no other page may send one, with or without a cookie. */
export const mutationsFromHere: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation, contextValue }) {
        if (operation?.operation === OperationTypeNode.MUTATION && !contextValue.sameOrigin) {
          throw new GraphQLError('Mutations are taken from pages of this site only.', {
            extensions: { code: 'CROSS_ORIGIN', http: { status: 403 } },
          });
        }
        return Promise.resolve();
      },
    }),
};
