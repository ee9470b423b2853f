import {
  getVariableValues,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../server/graphql/api.ts';
import { coercedVariables } from '../../server/graphql/coerced-variables.ts';
import { seededRandom } from '../support/random.ts';

const schema = createSchema();
const random = seededRandom(20_261_128);

const LEAVES: Record<string, unknown[]> = {
  Int: [0, 3, 1.5, '3', 2 ** 40],
  Float: [0.5, 3, 'x', 139.7],
  String: ['', 'しぶや', 7],
  Boolean: [true, false, 'true'],
  ID: ['1', 7, 1.5],
  DateTime: ['2026-11-24T10:00:00+09:00', '2026-11-24', 5],
  LocalDate: ['2026-11-24', '2026-13-01', 5],
  LocalTime: ['09:30', '25:00', 5],
};
const ODD: unknown[] = [null, {}, [], 'x', 1, [null], { nope: 1 }];

/** A value for a type: mostly one that it takes. */
function valueFor(type: GraphQLInputType, depth = 0): unknown {
  if (random.chance(0.02)) return random.pick(ODD);
  if (isNonNullType(type)) return valueFor(type.ofType, depth);
  if (random.chance(0.05)) return null;
  if (isListType(type)) {
    const item = () => valueFor(type.ofType, depth + 1);
    return random.chance(0.2) ? item() : Array.from({ length: random.int(0, 3) }, item);
  }
  if (isEnumType(type)) return random.pick([...type.getValues().map(({ name }) => name), 'NOPE']);
  if (!isInputObjectType(type)) return random.pick(LEAVES[type.name] ?? ['x', 1]);
  const fields = Object.values(type.getFields());
  const chosen = type.isOneOf
    ? fields.slice(0, random.chance(0.1) ? 2 : 0).concat(random.pick(fields))
    : fields.filter((field) => isNonNullType(field.type) || random.chance(depth > 3 ? 0 : 0.4));
  return Object.fromEntries(chosen.map((field) => [field.name, valueFor(field.type, depth + 1)]));
}

const inputs = Object.values(schema.getTypeMap()).filter((type) => isInputType(type) && !type.name.startsWith('__'));

test.each(inputs.map(({ name }) => name))('%s is taken, or refused, as graphql-js does', (name) => {
  let taken = 0;
  for (const wrapped of [name, `${name}!`, `[${name}!]`, `[[${name}]!]!`]) {
    const { definitions } = parse(`query ($value: ${wrapped}, $again: ${name} = null) { __typename }`, {
      noLocation: true,
    });
    const [operation] = definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An operation was expected.');
    for (let round = 0; round < 60; round++) {
      const raw = random.chance(0.05)
        ? {}
        : { value: valueOf(wrapped, name), ...(random.chance(0.5) ? { again: null } : {}) };
      const mine = coercedVariables(schema, { ...operation }, { ...raw });
      const theirs = getVariableValues(schema, operation.variableDefinitions!, raw);
      expect(plain(mine), JSON.stringify(raw)).toEqual(plain(theirs));
      if (mine.coerced) taken++;
    }
  }
  expect(taken).toBeGreaterThan(3);
});

function valueOf(wrapped: string, name: string): unknown {
  const type = schema.getType(name) as GraphQLInputType;
  const one = () => valueFor(type);
  if (wrapped.startsWith('[[')) return random.chance(0.3) ? one() : [[one(), one()], [one()]];
  if (wrapped.startsWith('[')) return random.chance(0.3) ? one() : [one(), one()];
  return one();
}

/** Objects without a prototype and with one are alike to whoever reads them. */
function plain({ coerced, errors }: ReturnType<typeof getVariableValues>): unknown {
  return { values: coerced && structuredClone(withPrototypes(coerced)), errors: errors?.map(({ message }) => message) };
}

function withPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPrototypes);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withPrototypes(each)]));
}
