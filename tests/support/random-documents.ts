import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from './random.ts';

export interface RandomDocument {
  query: string;
  /** Several rounds of variables for the one document. */
  variables: Record<string, unknown>[];
}

export interface RandomDocumentOptions {
  schema: GraphQLSchema;
  /** Values that mean something, by the name of an argument or input field; without any, by the type. */
  values: Record<string, readonly unknown[]>;
  rounds: number;
}

interface State extends RandomDocumentOptions {
  random: Random;
  variables: { name: string; type: GraphQLInputType; of: string; fallback: string }[];
  fragments: string[];
  aliases: number;
}

const SCALARS: Record<string, readonly unknown[]> = {
  Int: [0, 1, 3, 12],
  Float: [0, 5, 14.5, 35.7],
  String: ['', 'ひろば', 'x'],
  ID: ['nope', 7],
  Boolean: [true, false],
  DateTime: ['2026-11-24T15:00:00+09:00', '2026-11-28T01:30:00Z', 'soon'],
  LocalDate: ['2026-11-24', '2026-12-01', '2026-02-30'],
  LocalTime: ['09:00', '24:00', '25:00'],
};

/** A document of a few fields with aliases, fragments, directives and variables, mostly valid. */
export function randomDocument(random: Random, options: RandomDocumentOptions): RandomDocument {
  const state: State = { ...options, random, variables: [], fragments: [], aliases: 0 };
  const body = selection(state, options.schema.getQueryType()!, 0);
  const definitions = state.variables.map(({ name, type, fallback }) => `$${name}: ${String(type)}${fallback}`);
  const head = definitions.length > 0 ? `query Q(${definitions.join(', ')})` : 'query Q';
  const rounds = Array.from({ length: options.rounds }, () => valuesOf(state));
  return { query: [`${head} ${body}`, ...state.fragments].join('\n'), variables: rounds };
}

function valuesOf(state: State): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, type, of } of state.variables) {
    if (state.random.chance(isNonNullType(type) ? 0.03 : 0.25)) continue;
    values[name] = value(state, type, of, 0);
  }
  return values;
}

function selection(state: State, type: GraphQLOutputType, depth: number): string {
  const { random, schema } = state;
  const named = getNamedType(type);
  const concrete = isObjectType(named) ? named : schema.getPossibleTypes(named as never)[0]!;
  const fields = Object.values(concrete.getFields());
  const parts = ['__typename'];
  for (let count = random.int(1, depth === 0 ? 3 : 5); count > 0; count--) {
    parts.push(random.chance(0.2) ? spread(state, concrete.name, depth) : field(state, random.pick(fields), depth));
  }
  if (isObjectType(named)) return `{ ${parts.join(' ')} }`;
  return `{ __typename ... on ${concrete.name} { ${parts.join(' ')} } }`;
}

function fieldsOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

function spread(state: State, type: string, depth: number): string {
  const { random, schema } = state;
  const fields = fieldsOf(schema, type);
  const body = `{ ${field(state, random.pick(fields), depth)} ${field(state, random.pick(fields), depth)} }`;
  if (random.chance(0.4)) return `...${random.chance(0.5) ? ` on ${type}` : ''}${directive(state)} ${body}`;
  const name = `F${state.fragments.length}`;
  state.fragments.push(`fragment ${name} on ${type} ${body}`);
  return `...${name}${directive(state)} ${random.chance(0.3) ? `...${name}${directive(state)}` : ''}`;
}

function field(state: State, definition: GraphQLField<unknown, unknown>, depth: number): string {
  const { random } = state;
  const type = getNamedType(definition.type);
  if (isCompositeType(type) && depth >= 4) return '__typename';
  const args = definition.args
    .filter((arg) => isNonNullType(arg.type) || random.chance(0.35))
    .map((arg) => `${arg.name}: ${argument(state, arg)}`);
  const alias = args.length > 0 || random.chance(0.1) ? `a${state.aliases++}: ` : '';
  const list = args.length > 0 ? `(${args.join(', ')})` : '';
  const body = isCompositeType(type) ? selection(state, type, depth + 1) : '';
  return `${alias}${definition.name}${list}${directive(state)} ${body}`;
}

function directive(state: State): string {
  const { random } = state;
  if (!random.chance(0.15)) return '';
  const name = random.pick(['include', 'skip']);
  const condition = random.chance(0.3) ? String(random.chance(0.5)) : declare(state, 'Boolean', 'if');
  return ` @${name}(if: ${condition})`;
}

function declare(state: State, type: GraphQLInputType | 'Boolean', of: string, fallback = ''): string {
  const name = `v${state.variables.length}`;
  const actual = type === 'Boolean' ? state.schema.getDirective('skip')!.args[0]!.type : type;
  state.variables.push({ name, type: actual, of, fallback });
  return `$${name}`;
}

function argument(state: State, { type, name }: GraphQLArgument): string {
  if (!state.random.chance(0.5)) return literal(state, type, name, 0);
  const fallback = state.random.chance(0.2) ? ` = ${constant(state, type, name)}` : '';
  return declare(state, type, name, fallback);
}

/** A default: a literal without variables. */
function constant(state: State, type: GraphQLInputType, name: string): string {
  return written(value(state, type, name, 0), type);
}

/** A literal, now and then with a variable inside. */
function literal(state: State, type: GraphQLInputType, name: string, depth: number): string {
  const { random } = state;
  if (depth > 0 && random.chance(0.15)) return declare(state, type, name);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (inner === type && random.chance(0.04)) return 'null';
  if (isListType(inner)) {
    const count = random.int(0, 3);
    return `[${Array.from({ length: count }, () => literal(state, inner.ofType, name, depth + 1)).join(', ')}]`;
  }
  if (isInputObjectType(inner)) {
    const fields = chosen(random, inner).map((each) => {
      return `${each.name}: ${literal(state, each.type, each.name, depth + 1)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  return written(value(state, inner, name, depth), inner);
}

function written(given: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (given === null || given === undefined) return 'null';
  if (Array.isArray(given) && isListType(inner)) {
    return `[${given.map((each) => written(each, inner.ofType)).join(', ')}]`;
  }
  if (isInputObjectType(inner)) {
    const fields = Object.entries(given).map(([name, each]) => {
      return `${name}: ${written(each, inner.getFields()[name]!.type)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  if (isEnumType(inner) && typeof given === 'string') return given;
  return isListType(inner) ? written(given, inner.ofType) : JSON.stringify(given);
}

/** A value of a variable; lists come bare now and then, `@oneOf` objects with too many or too few fields. */
function value(state: State, type: GraphQLInputType, name: string, depth: number): unknown {
  const { random, values } = state;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (inner === type && random.chance(0.06)) return null;
  if (isListType(inner)) {
    const one = () => value(state, inner.ofType, name, depth + 1);
    return random.chance(0.1) ? one() : Array.from({ length: random.int(0, 3) }, one);
  }
  if (isInputObjectType(inner)) {
    const fields = chosen(random, inner);
    return Object.fromEntries(fields.map((each) => [each.name, value(state, each.type, each.name, depth + 1)]));
  }
  if (isEnumType(inner)) return random.pick(inner.getValues()).name;
  return random.pick(values[name] ?? SCALARS[inner.name] ?? ['?']);
}

function chosen(random: Random, type: Extract<ReturnType<typeof getNamedType>, { isOneOf: boolean }>) {
  const fields = Object.values(type.getFields());
  if (type.isOneOf) return random.chance(0.9) ? [random.pick(fields)] : random.some(fields, 0.4);
  return fields.filter((each) => isNonNullType(each.type) || random.chance(0.2));
}
