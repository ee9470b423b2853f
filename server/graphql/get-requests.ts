import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type SelectionSetNode, visit } from 'graphql';
import type { Context } from './context.ts';

/** Short: badges and "open now" change with the clock. A shared cache between us and a crowd is what this is for. */
const MAX_AGE_SECONDS = 20;

/**
 * Requests by GET (persisted queries): what many ask alike may be kept by caches on the way. Where somebody is must not
 * stand in a URL, which every server on the way writes down: `near` is refused.
 */
export const getRequests: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ request, document }) {
        if (
          request.http?.method === 'GET' &&
          document.definitions.some((each) => 'selectionSet' in each && asksNear(each.selectionSet))
        ) {
          throw new GraphQLError('`near` says where somebody is: send this request by POST.', {
            extensions: { code: 'NEAR_NEEDS_POST', http: { status: 400 } },
          });
        }
        return Promise.resolve();
      },
      willSendResponse({ request, response }) {
        const failed = response.body.kind !== 'single' || response.body.singleResult.errors !== undefined;
        if (request.http?.method === 'GET' && !failed) {
          response.http.headers.set('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
        }
        return Promise.resolve();
      },
    }),
};

function asksNear(selections: SelectionSetNode): boolean {
  let found = false;
  visit(selections, {
    Argument(node) {
      if (node.name.value === 'near') found = true;
    },
  });
  return found;
}
