import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Gives a value of JSON as the type takes it, as graphql-js would. @throws REFUSED where it would refuse. */
export type Coercion = (value: unknown) => unknown;

/** Says only that a value is not taken: why is for graphql-js to say. */
export const REFUSED = new Error('The type does not take it.');

const made = new WeakMap<GraphQLInputType, Coercion>();

/** The coercion of a type, made once: graphql-js looks at type, path and suggestions anew for every value. */
export function coercionOf(type: GraphQLInputType): Coercion {
  let coercion = made.get(type);
  if (!coercion) made.set(type, (coercion = make(type)));
  return coercion;
}

function make(type: GraphQLInputType): Coercion {
  if (isNonNullType(type)) return required(coercionOf(type.ofType));
  if (isListType(type)) return listOf(coercionOf(type.ofType));
  if (isInputObjectType(type)) return objectOf(type);
  return (value) => {
    if (value === null) return null;
    const parsed = parsedBy(type, value);
    if (parsed === undefined) throw REFUSED;
    return parsed;
  };
}

function parsedBy(type: { parseValue(value: unknown): unknown }, value: unknown): unknown {
  try {
    return type.parseValue(value);
  } catch {
    throw REFUSED;
  }
}

function required(coercion: Coercion): Coercion {
  return (value) => {
    if (value === null) throw REFUSED;
    return coercion(value);
  };
}

/** What is no list is a list of one; other lists than those of JSON are left to graphql-js. */
function listOf(item: Coercion): Coercion {
  return (value) => {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map(item);
    if (typeof value === 'object' && Symbol.iterator in value) throw REFUSED;
    return [item(value)];
  };
}

function objectOf(type: GraphQLInputObjectType): Coercion {
  // Types may contain themselves: their fields are looked at when the first value comes.
  let fields: { name: string; coerce: Coercion; isRequired: boolean; usual: unknown }[] | null = null;
  return (value) => {
    if (value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw REFUSED;
    fields ??= Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => {
      return { name, coerce: coercionOf(of), isRequired: isNonNullType(of), usual: defaultValue };
    });
    const given = value as Record<string, unknown>;
    const taken: Record<string, unknown> = {};
    let known = 0;
    for (const { name, coerce, isRequired, usual } of fields) {
      const each = given[name];
      if (each !== undefined) {
        taken[name] = coerce(each);
        known++;
      } else if (usual !== undefined) taken[name] = usual;
      else if (isRequired) throw REFUSED;
    }
    if (known !== Object.keys(given).length) throw REFUSED;
    if (type.isOneOf && !isOne(taken)) throw REFUSED;
    return taken;
  };
}

function isOne(taken: Record<string, unknown>): boolean {
  const values = Object.values(taken);
  return values.length === 1 && values[0] !== null;
}
