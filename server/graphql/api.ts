import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginCacheControlDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
  type ComplexityEstimator,
} from 'graphql-query-complexity';
import { InputError } from '../domain/errors.ts';
import type { Context } from './context.ts';
import { getRequests } from './get-requests.ts';
import { resolvers } from './resolvers.ts';

const SCHEMA_DIR = new URL('../../schema/', import.meta.url).pathname;

/** A page of 100 cards with sessions and badge costs about 5,000; the web's dearest request about 2,500. */
const MAX_COST = 20_000;

/** The contract: every file of schema/, in the order of their names. */
export function readTypeDefs(): string {
  return readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(path.join(SCHEMA_DIR, name), 'utf8'))
    .join('\n');
}

/**
 * Apollo Server over the contract, not started. Requests are refused before any resolver runs when they are too deep,
 * too wide, too long or too dear; unexpected errors go to `report` and are masked.
 */
export function createApi(report: (error: unknown) => void): ApolloServer<Context> {
  const armor = new ApolloArmor({
    maxDepth: { n: 12, flattenFragments: true },
    maxAliases: { n: 30 },
    maxDirectives: { n: 30 },
    maxTokens: { n: 3000 },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return new ApolloServer<Context>({
    typeDefs: readTypeDefs(),
    resolvers: resolvers as never,
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: armor.validationRules,
    parseOptions: { maxTokens: 3000 },
    plugins: [
      ...(armor.plugins as ApolloServerPlugin<BaseContext>[]),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      costLimit,
      getRequests,
    ],
    formatError: (formatted, error) => formatError(formatted, error, report),
  });
}

/** Counts with the variables of this very request, so that `first: $n` costs what it asks for. */
const costLimit: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, request, operationName }) {
        const cost = getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
          ...(operationName ? { operationName } : {}),
          estimators: [pages, fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
        });
        if (cost > MAX_COST) {
          throw new GraphQLError(
            `This request costs ${cost}, more than ${MAX_COST}. Ask for fewer fields or a smaller page.`,
            {
              extensions: { code: 'TOO_EXPENSIVE' },
            },
          );
        }
        return Promise.resolve();
      },
    }),
};

const pages: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 10 + args.first * childComplexity;
  if (field.name === 'sessions') return 20 + 20 * childComplexity;
  if (field.name === 'placeMap') return 200 + childComplexity;
  if (field.name === 'parts' || field.name === 'worksWith') return 5 * childComplexity;
  return undefined;
};

const EXPECTED = new Set<unknown>([
  ...Object.values(ApolloServerErrorCode),
  'TOO_EXPENSIVE',
  'NEAR_NEEDS_POST',
  'GRAPHQL_VALIDATION_FAILED',
]);
EXPECTED.delete(ApolloServerErrorCode.INTERNAL_SERVER_ERROR);

function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof InputError) {
    return { ...formatted, message: cause.message, extensions: { code: cause.code, argument: cause.path } };
  }
  if (EXPECTED.has(formatted.extensions?.code)) return formatted;
  report(cause);
  return {
    message: 'Something went wrong on our side. Please try again.',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}
