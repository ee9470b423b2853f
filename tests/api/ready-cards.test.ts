import { describe, expect, test } from 'vitest';
import { type DocumentNode, parse } from 'graphql';
import type { Viewer } from '../../server/accounts/people.ts';
import { createSchema } from '../../server/graphql/api.ts';
import { type Context, VISITOR } from '../../server/graphql/context.ts';
import { createExecutor, plainExecutor } from '../../server/graphql/executor.ts';
import { answerJson } from '../../server/graphql/ready-json.ts';
import { cacheUse } from '../../server/search/lru.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';

const NOW = Date.parse('2026-11-24T15:00:00+09:00');
const schema = createSchema();
const operator = { account: { id: 'me', roles: [] }, places: new Set(['hidden']) } as unknown as Viewer;

const CARD =
  parse(`query { places(first: 5, orderBy: NAME) { edges { node { ...C mayBeOutdated schedule { state { kind } } } } } }
  fragment C on Place { id name kinds address { text } fee { stated } schedule { certainty } }`);

function asked(...places: Parameters<typeof aPlace>[0][]) {
  const index = createPlaceIndex(places.map((each) => aPlace(each)));
  const executors = [createExecutor(schema, 1), plainExecutor(schema)];
  return {
    index,
    /** Both answers; their equality is asserted. */
    answer: async (document: DocumentNode, more: Partial<Context> = {}): Promise<string> => {
      const context: Context = {
        ...VISITOR,
        index,
        now: NOW,
        voice: 'ja',
        publicUrl: 'https://ibasho.example.jp',
        ...more,
      };
      const answers = executors.map(async (each) => answerJson(await each.execute({ document, context })));
      const [compiled, plain] = await Promise.all(answers);
      expect(compiled).toBe(plain);
      return compiled!;
    },
  };
}

const used = () => cacheUse()['card as JSON']?.hits ?? 0;

describe('cards that are JSON already', () => {
  test('are made once, and anew after an edit', async () => {
    const { index, answer } = asked({ id: 'one', name: 'ひろば' });
    await answer(CARD);
    const before = used();
    expect(await answer(CARD)).toContain('ひろば');
    expect(used() - before).toBe(1);
    index.apply({ upserts: [{ ...index.place('one')!, name: 'あたらしいひろば', revision: 2 }], removals: [] });
    expect(await answer(CARD)).toContain('あたらしいひろば');
  });

  test('never show what one may see to another', async () => {
    const { answer } = asked({ id: 'hidden', addressHidden: true, address: { text: '東京都文京区1-2-3' } as never });
    expect(await answer(CARD, { viewer: operator })).toContain('1-2-3');
    expect(await answer(CARD)).not.toContain('1-2-3');
    expect(await answer(CARD, { viewer: operator })).toContain('1-2-3');
  });

  test('hold texts that look like anything', async () => {
    const { answer } = asked({ id: 'odd', name: '","__ready0":"$& \\ \u2028 "' });
    await answer(CARD);
    expect(JSON.parse(await answer(CARD))).toMatchObject({ data: { places: { edges: [{ node: { id: 'odd' } }] } } });
  });

  test('a field named twice, in itself or by a fragment, is merged as ever', async () => {
    const { answer } = asked({ id: 'one' });
    for (const fields of [
      'id name kinds id',
      'id name kinds ...D',
      'id name kinds address { text } ...D',
      'a: id b: name c: kinds ... on Node { id } ... on Place { name }',
      'id name kinds activities ...D ...D',
    ]) {
      const query = `{ places(first: 1) { nodes { ${fields} } nodes { features } } place(id: "one") { ${fields} } }
        fragment D on Place { name address { building } fee { stated } }`;
      await answer(parse(query.includes('...D') ? query : query.replace(/fragment D.*/s, '')));
    }
  });

  test('are written by one writer alone', async () => {
    const { index } = asked({ id: 'one' });
    const executor = createExecutor(schema, 1);
    const context: Context = { ...VISITOR, index, now: NOW, voice: 'ja', publicUrl: 'https://ibasho.example.jp' };
    const answer = await executor.execute({ document: CARD, context });
    expect(() => JSON.stringify(answer)).toThrow('answerJson');
  });
});
