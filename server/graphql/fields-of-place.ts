import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { ASK_WHERE_HIDDEN } from './place.ts';

/** Under which name a field stands in the answer. */
export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/**
 * The fields of a selection, with fragments on the same type dissolved; null where there is anything else in it, or one
 * fragment twice. Directives are settled before.
 */
export function fieldsOf(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  spread = new Set<string>(),
): FieldNode[] | null {
  const found: FieldNode[] = [];
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      found.push(selection);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(selection.name.value)) return null;
      spread.add(selection.name.value);
    }
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(document, selection.name.value) : selection;
    const sameType = typeCondition === undefined || typeCondition.name.value === type.name;
    const fields = sameType ? fieldsOf(document, selectionSet, type, spread) : null;
    if (fields === null) return null;
    found.push(...fields);
  }
  return found;
}

function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode {
  const isIt = (each: DocumentNode['definitions'][number]): each is FragmentDefinitionNode =>
    each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name;
  return definitions.find(isIt)!;
}

/** Whether the answer to a field depends on its object alone: neither on the moment nor on who asks nor on arguments. */
export function asksNothingElse(document: DocumentNode, field: FieldNode, type: GraphQLObjectType): boolean {
  if (field.name.value === '__typename') return true;
  const definition = type.getFields()[field.name.value];
  if (!definition || field.arguments?.length || !takesItsObjectAlone(definition.resolve, field, type)) return false;
  const named = getNamedType(definition.type);
  if (isLeafType(named)) return true;
  if (!isObjectType(named) || named.name === 'Place' || !field.selectionSet) return false;
  const fields = fieldsOf(document, field.selectionSet, named);
  if (fields === null || new Set(fields.map(keyOf)).size < fields.length) return false;
  return fields.every((each) => asksNothingElse(document, each, named));
}

/** A resolver without a second parameter cannot know of anything else. */
function takesItsObjectAlone(resolve: unknown, { name }: FieldNode, type: GraphQLObjectType): boolean {
  if (typeof resolve !== 'function' || resolve === defaultFieldResolver || resolve.length === 1) return true;
  return type.name === 'Place' && ASK_WHERE_HIDDEN.has(name.value);
}
