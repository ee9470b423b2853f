import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';
import { InputError } from '../domain/errors.ts';
import { createLru, type Lru } from '../search/lru.ts';
import { coercedVariables } from './coerced-variables.ts';
import type { Context } from './context.ts';
import { pageSize } from './page-size.ts';

/** A page of 100 cards with sessions and badge costs about 5,000; the web's dearest request about 2,500. */
const MAX_COST = 20_000;
const KEPT_DOCUMENTS = 500;
const KEPT_COSTS = 32;

/** Reading a text keeps the server busy as long as a page of cards: three in one request, not thirty aliases of it. */
const READING_COST = 6000;
const READINGS = new Set(['readSchedule', 'readFlyer']);

const pages: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 10 + pageSize(args.first) * childComplexity;
  if (READINGS.has(field.name)) return READING_COST + childComplexity;
  if (field.name === 'sessions') return 20 + 20 * childComplexity;
  if (field.name === 'placeMap') return 200 + childComplexity;
  if (field.name === 'parts' || field.name === 'worksWith') return 5 * childComplexity;
  return undefined;
};

interface Known {
  /** Variables by whose value the cost differs: page sizes, and what says which fields are there. */
  deciding: Set<string>;
  costs: Lru<string, number>;
}

/** Refuses what is too dear, counted with the variables of this very request: `first: $n` costs what it asks for. */
export function costLimit(): ApolloServerPlugin<Context> {
  const documents = createLru<DocumentNode, Known>('document, cost', KEPT_DOCUMENTS);
  const check = (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    raw: Record<string, unknown> | undefined,
  ) => {
    const { coerced } = coercedVariables(schema, operation, raw);
    if (!coerced) return; // The execution says what is wrong with them, and runs nothing.
    const known = documents.get(document) ?? {
      deciding: decidingOf(document),
      costs: createLru('cost of a document', KEPT_COSTS),
    };
    documents.set(document, known);
    const key = operation.name?.value + keyOf(operation, known.deciding, coerced);
    const cost = known.costs.get(key) ?? costOf(schema, document, operation, { ...raw });
    known.costs.set(key, cost);
    if (cost > MAX_COST) throw tooExpensive(cost);
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          // The schema has none, but validation lets the word pass.
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
            throw refused('There are no subscriptions.', 'BAD_REQUEST');
          if (operation) check(schema, document, operation, request.variables);
          return Promise.resolve();
        },
      }),
  };
}

function decidingOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  const add = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  visit(document, {
    Directive: (node) => void visit(node, add),
    Argument: (node) => {
      if (node.name.value === 'first') visit(node, add);
    },
  });
  return names;
}

/** Alike for requests that cost the same: of other variables it matters at most whether an argument must not lack them. */
function keyOf(operation: OperationDefinitionNode, deciding: Set<string>, values: Record<string, unknown>): string {
  let key = '';
  for (const { variable } of operation.variableDefinitions ?? []) {
    const value = values[variable.name.value];
    key += deciding.has(variable.name.value)
      ? `,${String(value)}`
      : value === null || value === undefined
        ? ',-'
        : ',+';
  }
  return key;
}

function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  { name }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      ...(name ? { operationName: name.value } : {}),
      estimators: [pages, fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    if (error instanceof InputError) throw refused(error.message, error.code, error.argument);
    if (!(error instanceof GraphQLError)) throw error;
    // An argument that its variables leave without a valid value.
    throw new GraphQLError(error.message, {
      nodes: error.nodes,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

function tooExpensive(cost: number): GraphQLError {
  const message = `This request costs ${cost}, more than ${MAX_COST}. Ask for fewer fields or a smaller page.`;
  return refused(message, 'TOO_EXPENSIVE');
}

/** What the client has to mend: 400, where Apollo Server would say 500 of an error of a plugin. */
function refused(message: string, code: string, argument?: readonly string[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(argument && { argument }), http: { status: 400 } } });
}
