import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A field with everything below it to a depth, lists by their first ten; null where it cannot be asked without more. */
export function selectField(field: GraphQLField<unknown, unknown>, depth: number): string | null {
  const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  if (needed.some(({ name }) => name !== 'first')) return null;
  const name = needed.length > 0 ? `${field.name}(first: 10)` : field.name;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return name;
  if (!isObjectType(type) || depth === 0) return null;
  const parts = fieldsOf(type)
    .map((each) => selectField(each, depth - 1))
    .filter((part) => part !== null);
  return parts.length === 0 ? null : `${name} { ${parts.join(' ')} }`;
}

export const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => Object.values(type.getFields());
