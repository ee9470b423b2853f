import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginCacheControlDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { InputError } from '../domain/errors.ts';
import type { Context } from './context.ts';
import { costLimit } from './cost-limit.ts';
import { createExecutor, type Executor } from './executor.ts';
import { answerJson } from './ready-json.ts';
import { getRequests } from './get-requests.ts';
import { mutationsFromHere } from './same-origin.ts';
import { resolvers } from './resolvers.ts';

const SCHEMA_DIR = new URL('../../schema/', import.meta.url).pathname;

/** The contract: every file of schema/, in the order of their names. */
export function readTypeDefs(): string {
  return readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(path.join(SCHEMA_DIR, name), 'utf8'))
    .join('\n');
}

/** The contract with the resolvers behind it. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers: resolvers as never });
}

/**
 * Apollo Server over the contract, not started. Requests are refused before any resolver runs when they are too deep,
 * too wide, too long or too dear; unexpected errors go to `report` and are masked.
 */
export function createApi(
  report: (error: unknown) => void,
  schema = createSchema(),
  executor: Executor = createExecutor(schema),
): ApolloServer<Context> {
  const armor = new ApolloArmor({
    maxDepth: { n: 12, flattenFragments: true },
    maxAliases: { n: 30 },
    maxDirectives: { n: 30 },
    maxTokens: { enabled: false }, // Its errors are answered by 500; the parser counts itself.
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return new ApolloServer<Context>({
    gateway: executingBy(schema, executor),
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: armor.validationRules,
    parseOptions: { maxTokens: 3000 },
    stringifyResult: answerJson,
    plugins: [
      ...(armor.plugins as ApolloServerPlugin<BaseContext>[]),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      costLimit(),
      getRequests,
      mutationsFromHere,
    ],
    formatError: (formatted, error) => formatError(formatted, error, report),
  });
}

/** Apollo lets a gateway execute, and only a gateway: errors still pass `formatError`, as they would not from a plugin. */
function executingBy(schema: GraphQLSchema, executor: Executor): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) =>
          executor.execute({
            document,
            operationName: request.operationName,
            variables: request.variables,
            context: context as Context,
          }) as never,
      }),
    stop: () => Promise.resolve(),
  };
}

const EXPECTED = new Set<unknown>([
  ...Object.values(ApolloServerErrorCode),
  'TOO_EXPENSIVE',
  'INVALID',
  'NEAR_NEEDS_POST',
  'CROSS_ORIGIN',
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
    return { ...formatted, message: cause.message, extensions: { code: cause.code, argument: cause.argument } };
  }
  if (EXPECTED.has(formatted.extensions?.code)) return formatted;
  if (isOfTheClient(cause)) return { ...formatted, extensions: { code: ApolloServerErrorCode.BAD_REQUEST } };
  report(cause);
  return {
    message: 'Something went wrong on our side. Please try again.',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}

/** Apollo Server's own refusals that have a status but no code, as of a hash that does not fit its query. */
function isOfTheClient(error: unknown): boolean {
  const http = error instanceof GraphQLError ? (error.extensions.http as { status?: number } | undefined) : undefined;
  return http?.status === 400;
}
