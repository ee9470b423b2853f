import type { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi, createSchema } from '../../server/graphql/api.ts';
import { type Context, VISITOR } from '../../server/graphql/context.ts';
import { createExecutor, plainExecutor } from '../../server/graphql/executor.ts';
import { answerJson } from '../../server/graphql/ready-json.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { randomDocument } from '../support/random-documents.ts';
import { randomPlaces } from '../support/random-places.ts';
import { seededRandom } from '../support/random.ts';

const NOW = Date.parse('2026-11-24T15:00:00+09:00');
const places = [...randomPlaces({ seed: 5, count: 300, now: NOW })];
const ids = places.map(({ id }) => id);
const index = createPlaceIndex(places);

/** Values with which most requests mean something, and some do not. */
const VALUES = {
  id: [...ids.slice(0, 20), 'nope'],
  first: [1, 2, 5, 0, 101],
  zoom: [5, 14, 23],
  after: ['', 'no cursor'],
  from: ['2026-11-24T00:00:00+09:00', '2026-11-24', '09:00'],
  to: ['2026-11-30T00:00:00+09:00', '2026-11-28', '18:00'],
  latitude: [35.69, 43.06, 91],
  longitude: [139.75, 141.35],
  west: [122, 139],
  east: [146, 140],
  south: [24, 35],
  north: [46, 36],
  municipality: ['131059', '131050'],
  prefecture: ['13', '48'],
  kinds: ['children-center', 'childrens-cafeteria', 'unknown'],
  needs: ['hungry', 'unknown'],
  years: [7, 12, 500],
};

const schema = createSchema();
const compiling = createExecutor(schema, 1);
const reported: unknown[] = [];
const apis = [compiling, plainExecutor(schema)].map((executor) =>
  createApi((error) => reported.push(error), schema, executor),
) as [ApolloServer<Context>, ApolloServer<Context>];
const context: Context = { ...VISITOR, index, now: NOW, voice: 'ja', publicUrl: 'https://ibasho.example.jp' };

beforeAll(() => Promise.all(apis.map((api) => api.start())));
afterAll(() => Promise.all(apis.map((api) => api.stop())));

type Variables = Record<string, unknown>;

/** What a client is sent by each executor, as text: the order of fields is part of an answer. */
async function bothAnswers(query: string, variables: Variables = {}, contextValue = context): Promise<string[]> {
  const answers = apis.map(async (api) => {
    const { body, http } = await api.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('One answer was expected.');
    return answerJson({ status: http.status, ...body.singleResult });
  });
  return Promise.all(answers);
}

/** The answer that both give; fails where they differ. */
async function sameAnswer(query: string, variables: Variables = {}, contextValue = context): Promise<Answer> {
  const [compiled, plain] = await bothAnswers(query, variables, contextValue);
  expect(compiled, `${query}\n${JSON.stringify(variables)}`).toBe(plain);
  return JSON.parse(compiled!) as Answer;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

test('random documents with random variables are answered alike by both executors', { timeout: 120_000 }, async () => {
  const random = seededRandom(20_261_124);
  let [answered, failed] = [0, 0];
  const before = { ...compiling.stats };
  for (let round = 0; round < 300; round++) {
    const { query, variables } = randomDocument(random, { schema, values: VALUES, rounds: 4 });
    for (const values of variables) {
      const { errors } = await sameAnswer(query, values);
      if (errors) failed++;
      else answered++;
    }
  }
  expect(answered).toBeGreaterThan(300);
  expect(failed).toBeGreaterThan(150);
  expect(compiling.stats.compiled - before.compiled).toBe(answered);
});

describe('where graphql-jit alone would answer otherwise', () => {
  const counts = `{ totalCount }`;

  test('a variable that breaks @oneOf is refused', async () => {
    const query = `query ($age: AgeInput!) { places(first: 1, filter: { ages: [$age] }) ${counts} }`;
    const { errors } = await sameAnswer(query, { age: { years: 3, months: 2 } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a variable omitted inside a literal object leaves its field out', async () => {
    const query = `query ($text: String, $first: Int!) { places(first: $first, filter: { text: $text }) ${counts} }`;
    expect((await sameAnswer(query, { first: 1 })).data).toEqual({ places: { totalCount: 300 } });
  });

  test('a null inside a list of non-null items is refused', async () => {
    const query = `query ($kind: String) { places(first: 1, filter: { kinds: [$kind] }) ${counts} }`;
    await sameAnswer(query, { kind: 'children-center' });
    expect((await sameAnswer(query, { kind: null })).errors).toHaveLength(1);
  });

  test('the default of a DateTime variable is an instant', async () => {
    const query = `query ($id: ID!, $at: DateTime = "2026-11-24T10:00:00+09:00") { place(id: $id) { schedule { state(at: $at) { kind text } } } }`;
    expect((await sameAnswer(query, { id: ids[0] })).errors).toBeUndefined();
  });

  test('a fragment that is skipped in one place and not in another is there', async () => {
    const query = `query ($no: Boolean!) { place(id: "${ids[0]}") { ...F @include(if: $no) ...F } } fragment F on Place { name }`;
    expect((await sameAnswer(query, { no: false })).data).toEqual({ place: { name: places[0]!.name } });
  });

  test('a field named __proto__ is a field', async () => {
    const { data } = await sameAnswer(`{ __proto__: place(id: "${ids[0]}") { id } }`);
    expect(Object.keys(data!)).toEqual(['__proto__']);
  });

  test('introspection, two operations and an unknown one', async () => {
    await sameAnswer('{ __schema { queryType { name } } __type(name: "Place") { fields { name } } }');
    await sameAnswer('query A { vocabulary { __typename } } query B { vocabulary { __typename } }');
  });
});

describe('failures', () => {
  test('an input error keeps its code, argument and path', async () => {
    const { errors } = await sameAnswer(`query ($n: Int!) { list: suggest(text: "a", first: $n) { label } }`, {
      n: 21,
    });
    expect(errors).toEqual([
      expect.objectContaining({ path: ['list'], extensions: { code: 'INVALID', argument: ['first'] } }),
    ]);
  });

  test('an unexpected error in a non-null list is masked and empties the nearest nullable field', async () => {
    const broken = {
      ...index,
      partsOf: () => {
        throw new Error('secret');
      },
    };
    reported.length = 0;
    const { data, errors } = await sameAnswer(
      `{ place(id: "${ids[0]}") { name parts { id } } }`,
      {},
      {
        ...context,
        index: broken,
      },
    );
    expect(data).toEqual({ place: null });
    expect(errors?.[0]).toMatchObject({ path: ['place', 'parts'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect(reported).toHaveLength(2);
  });
});

test('a document is compiled at its third use, once for each set of switches', async () => {
  const executor = createExecutor(schema);
  const api = createApi(() => undefined, schema, executor);
  await api.start();
  const query = `query ($kana: Boolean!) { place(id: "${ids[0]}") { name kana @include(if: $kana) } }`;
  for (const kana of [true, true, true, true, false, false, false]) {
    await api.executeOperation({ query, variables: { kana } }, { contextValue: context });
  }
  expect(executor.stats).toEqual({ compiled: 3, interpreted: 4 });
  await api.stop();
});
