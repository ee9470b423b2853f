import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Place } from '../domain/place.ts';
import { createLru } from '../search/lru.ts';
import { compiledQuery } from './compiled-query.ts';
import type { Context } from './context.ts';
import { asksNothingElse, fieldsOf, keyOf } from './fields-of-place.ts';
import { hidesSomething } from './place.ts';
import { Ready, READY_FIELD } from './ready-json.ts';

/**
 * What a card says of a place alone (its name, its kinds, what it costs) is the same for everybody until the place
 * changes: it becomes JSON once. In a compiled document each row of such fields is one field, whose value is that JSON;
 * what depends on the moment, on arguments or on who asks is answered as ever.
 */

/** A scalar that takes every value as it is; nobody but the compiler sees it. */
export const AS_IT_IS = '__AsItIs';
const BEGINNING = '__place';
const FEWEST_FIELDS = 3;
/** With the cards of the web about 20 MB. */
const KEPT = 8192;
const LONGEST_KEPT = 4096;

/** By place and number of the row. A place of the index never changes: an edit brings another one. */
const kept = createLru<Place, Map<number, Ready>>('card as JSON', KEPT);

/** A row of fields made into one function. */
interface Row {
  number: number;
  answer: (place: Place, context: Context) => object;
}

/** The rows of a document, by the names of the variables whose values they are. */
export type Rows = Record<string, Row>;

/** The schema with what only the compiler uses: a field for a row of fields, and a place for a query to begin with. */
export function compilersSchema(schema: GraphQLSchema): GraphQLSchema {
  const anything = new GraphQLScalarType({ name: AS_IT_IS });
  const ready = {
    type: anything,
    args: { row: { type: anything } },
    resolve: (place: Place, { row }: { row: Row }, context: Context) => readyOf(row, place, context),
  };
  const beginning = { type: schema.getType('Place') as GraphQLObjectType, resolve: (place: Place) => place };
  const withField = (type: GraphQLObjectType, name: string, field: typeof ready | typeof beginning) => {
    const config = type.toConfig();
    return new GraphQLObjectType({ ...config, fields: { ...config.fields, [name]: field } });
  };
  return mapSchema(schema, {
    [MapperKind.QUERY]: (type) => withField(type, BEGINNING, beginning),
    [MapperKind.OBJECT_TYPE]: (type) => (type.name === 'Place' ? withField(type, READY_FIELD, ready) : undefined),
  });
}

/** @throws Error where a field fails or waits for something: graphql-js answers then. */
function readyOf({ number, answer }: Row, place: Place, context: Context): Ready {
  const rows = kept.get(place);
  const known = rows?.get(number);
  if (known) return known;
  const ready = new Ready(JSON.stringify(answer(place, context)).slice(1, -1));
  if (ready.json.length > LONGEST_KEPT || hidesSomething(place)) return ready;
  if (rows) rows.set(number, ready);
  else kept.set(place, new Map([[number, ready]]));
  return ready;
}

let rowsMade = 0;

/**
 * A query, its rows of fields that ask for nothing but a place made one each. Fields that others could be merged with
 * stay as they are: those named twice, and what is in fragments on other types.
 */
export function withReady(schema: GraphQLSchema, document: DocumentNode): { document: DocumentNode; rows: Rows } {
  const rows: Rows = {};
  const rowOf = (fields: FieldNode[]): FieldNode => {
    const name = READY_FIELD + rowsMade;
    rows[name] = { number: rowsMade++, answer: compiledRow(schema, document, fields) };
    return readyField(name);
  };
  const prepared = (set: SelectionSetNode, type: GraphQLObjectType): SelectionSetNode => {
    const fields = fieldsOf(document, set, type);
    if (fields === null) return set;
    const keys = fields.map(keyOf);
    const isOnce = (field: FieldNode) => keys.indexOf(keyOf(field)) === keys.lastIndexOf(keyOf(field));
    const fits = (field: FieldNode) => type.name === 'Place' && isOnce(field) && asksNothingElse(document, field, type);
    const alone = (field: FieldNode): FieldNode => {
      const below = getNamedType(type.getFields()[field.name.value]?.type);
      if (!field.selectionSet || !isObjectType(below) || !isOnce(field)) return field;
      return { ...field, selectionSet: prepared(field.selectionSet, below) };
    };
    const selections = groupsOf(fields, fits).flatMap((group) =>
      group.length >= FEWEST_FIELDS && fits(group[0]!) ? [rowOf(group)] : group.map(alone),
    );
    return { kind: Kind.SELECTION_SET, selections };
  };
  const definitions = document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION
      ? { ...each, selectionSet: prepared(each.selectionSet, schema.getQueryType()!) }
      : each,
  );
  return { document: { ...document, definitions }, rows };
}

/** Neighbours of which the same is true, in their order. */
function groupsOf<T>(items: readonly T[], isTrue: (item: T) => boolean): T[][] {
  const groups: T[][] = [];
  let last: boolean | null = null;
  for (const item of items) {
    const is = isTrue(item);
    if (is === last) groups.at(-1)!.push(item);
    else groups.push([item]);
    last = is;
  }
  return groups;
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;

const readyField = (variable: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: name(variable),
  name: name(READY_FIELD),
  arguments: [{ kind: Kind.ARGUMENT, name: name('row'), value: { kind: Kind.VARIABLE, name: name(variable) } }],
});

function compiledRow(schema: GraphQLSchema, { definitions }: DocumentNode, selections: FieldNode[]): Row['answer'] {
  const beginning: FieldNode = {
    kind: Kind.FIELD,
    name: name(BEGINNING),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const query = compiledQuery(schema, {
    kind: Kind.DOCUMENT,
    definitions: [
      ...definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        selectionSet: { kind: Kind.SELECTION_SET, selections: [beginning] },
      },
    ],
  });
  if (query === null) throw new Error('graphql-jit refuses a row of fields.');
  return (place, context) => {
    const answer = query(place, context, {});
    if (!('data' in answer) || answer.errors) throw new Error('A field failed, or waits.');
    return (answer.data as Record<string, object>)[BEGINNING]!;
  };
}
