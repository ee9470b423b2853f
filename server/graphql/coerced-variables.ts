import {
  getVariableValues,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { type Coercion, coercionOf, REFUSED } from './coercions.ts';

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
  const values = coerce(schema, operation, raw);
  kept.set(raw, { operation, values });
  return values;
}

function coerce(schema: GraphQLSchema, operation: OperationDefinitionNode, raw: Record<string, unknown>) {
  try {
    return { coerced: taken(variablesOf(schema, operation), raw) };
  } catch (refused) {
    if (refused !== REFUSED) throw refused;
    return getVariableValues(schema, operation.variableDefinitions ?? [], raw);
  }
}

interface Variable {
  name: string;
  coerce: Coercion;
  isRequired: boolean;
  /** Absent: the variable is left out where it is not given. */
  usual?: unknown;
}

const variables = new WeakMap<OperationDefinitionNode, Variable[]>();

/** @throws REFUSED where a variable has no type that goes in. */
function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Variable[] {
  const known = variables.get(operation);
  if (known) return known;
  const found = (operation.variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as never);
    if (!isInputType(type)) throw REFUSED;
    const usual = defaultValue ? { usual: valueFromAST(defaultValue, type) } : {};
    return { name: variable.name.value, coerce: coercionOf(type), isRequired: isNonNullType(type), ...usual };
  });
  variables.set(operation, found);
  return found;
}

function taken(all: Variable[], raw: Record<string, unknown>): Record<string, unknown> {
  // A variable may be named __proto__.
  const values = Object.create(null) as Record<string, unknown>;
  for (const variable of all) {
    const { name, coerce, isRequired } = variable;
    if (Object.hasOwn(raw, name)) values[name] = coerce(raw[name]);
    else if ('usual' in variable) values[name] = variable.usual;
    else if (isRequired) throw REFUSED;
  }
  return values;
}
