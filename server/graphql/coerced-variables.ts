import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

interface Kept {
  operation: OperationDefinitionNode;
  values: ReturnType<typeof getVariableValues>;
}

const kept = new WeakMap<object, Kept>();

/** The variables of a request as graphql-js coerces them, or what is wrong with them; worked out once a request. */
export function coercedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Record<string, unknown> = {},
): Kept['values'] {
  const known = kept.get(raw);
  if (known?.operation === operation) return known.values;
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], raw);
  kept.set(raw, { operation, values });
  return values;
}
