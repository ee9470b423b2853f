import type { DocumentNode, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** A query as one function; null where graphql-jit refuses. */
export function compiledQuery(schema: GraphQLSchema, document: DocumentNode) {
  const made = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(made) ? made.query : null;
}

export type CompiledQuery = NonNullable<ReturnType<typeof compiledQuery>>;
