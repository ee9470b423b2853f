import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';
import { aPlace } from '../support/a-place.ts';
import { ask } from '../support/execute.ts';

let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  app = await createApp({
    index: createPlaceIndex([aPlace({ id: 'one' })]),
    now: () => Date.parse('2026-11-24T15:00:00+09:00'),
    publicUrl: 'https://ibasho.example.jp',
    readiness: () => ({ ready: false, places: 1, staleMs: 9000, reason: 'test' }),
    web: null,
    logLevel: 'silent',
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${url}/graphql`, { method: 'POST', body, headers });
const codeOf = async (query: string) => (await ask(url, query)).errors?.[0]?.extensions.code;

describe('GraphQL over HTTP', () => {
  test('the audit of the specification finds no error', async () => {
    const results = await auditServer({ url: `${url}/graphql` });
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThan(50);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a POST of %s, which a foreign page can send without asking, is refused',
    async (type) => {
      const response = await post('{"query":"{ __typename }"}', { 'content-type': type });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('"__typename":"Query"');
    },
  );

  test('a simple GET is refused, one that says it is no form is answered', async () => {
    const address = `${url}/graphql?query=%7B__typename%7D`;
    expect((await fetch(address)).status).toBe(400);
    const answered = await fetch(address, { headers: { 'apollo-require-preflight': '1' } });
    expect(await answered.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('several requests in one are refused', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect((await post(body, { 'content-type': 'application/json' })).status).toBe(400);
  });

  test('a body over the limit is 413', async () => {
    const body = JSON.stringify({ query: `{ __typename } #${'x'.repeat(300_000)}` });
    expect((await post(body, { 'content-type': 'application/json' })).status).toBe(413);
  });

  test('any page may ask, without credentials', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://city.example.jp', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('a browser that opens the address gets GraphiQL, its script from this server', async () => {
    const page = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('/graphql/assets/ruru.js');
    expect(page).not.toMatch(/(src|href)="?https?:/);
    const script = await fetch(`${url}/graphql/assets/ruru.js`);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('javascript');
  });
});

describe('persisted queries by GET', () => {
  const hash = (query: string) => createHash('sha256').update(query).digest('hex');
  const persisted = async (query: string, headers: Record<string, string> = {}) => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash(query) } });
    await post(JSON.stringify({ query, extensions: JSON.parse(extensions) as object }), {
      'content-type': 'application/json',
    });
    return fetch(`${url}/graphql?extensions=${encodeURIComponent(extensions)}`, {
      headers: { 'apollo-require-preflight': '1', ...headers },
    });
  };

  test('may be kept by caches, and an unchanged answer is not sent twice', async () => {
    const query = '{ place(id: "one") { name } }';
    const first = await persisted(query);
    expect(await first.json()).toMatchObject({ data: { place: { name: expect.any(String) as string } } });
    expect(first.headers.get('cache-control')).toBe('public, max-age=20');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const again = await persisted(query, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect((await persisted('{ place(id: "one") { id } }')).headers.get('etag')).not.toBe(tag);
  });

  test('by POST nothing is kept, and nothing is compared', async () => {
    const body = JSON.stringify({ query: '{ place(id: "one") { name } }' });
    const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', body, headers });
    expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
  });

  test('never carry where somebody is', async () => {
    const response = await persisted('{ places(first: 1, near: { latitude: 35, longitude: 139 }) { totalCount } }');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('NEAR_NEEDS_POST');
  });
});

describe('a client who asks without end', () => {
  test('is told when to come back, others are answered, the pages are not counted', async () => {
    const small = await createApp({
      index: createPlaceIndex([]),
      now: Date.now,
      publicUrl: 'https://ibasho.example.jp',
      readiness: () => ({ ready: true, places: 0, staleMs: 0 }),
      web: null,
      logLevel: 'silent',
      requestsPerMinute: 3,
      trustedProxies: ['127.0.0.1'],
    });
    const from = (address: string) =>
      small.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'x-forwarded-for': address },
        payload: { query: '{ __typename }' },
      });
    for (let count = 0; count < 3; count++) expect((await from('203.0.113.5')).statusCode).toBe(200);
    const refused = await from('203.0.113.5');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await from('203.0.113.6')).statusCode).toBe(200);
    await small.close();
  });

  test('an address that a stranger claims in a header does not count', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
      body: '{"query":"{ __typename }"}',
    });
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeLessThan(599);
  });
});

describe('limits, before any resolver runs', () => {
  test('depth', async () => {
    const deep = `{ place(id: "one") ${'{ partOf '.repeat(14)}{ id }${' }'.repeat(14)} }`;
    expect((await ask(url, deep)).errors?.[0]?.message).toMatch(/depth/i);
  });

  test('aliases', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `a${n}: place(id: "one") { id }`).join(' ');
    expect((await ask(url, `{ ${many} }`)).errors?.[0]?.message).toMatch(/alias/i);
  });

  test('tokens', async () => {
    expect((await ask(url, `{ ${'__typename '.repeat(3100)} }`)).errors?.[0]?.message).toMatch(/token/i);
  });

  test('fragments that go round in a circle', async () => {
    expect(
      await codeOf(
        '{ place(id: "one") { ...A } } fragment A on Place { partOf { ...B } } fragment B on Place { partOf { ...A } }',
      ),
    ).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('a page of more than 100, beside one that is right', async () => {
    expect(await ask(url, '{ good: places(first: 1) { totalCount } bad: places(first: 101) { totalCount } }')).toEqual({
      errors: [
        {
          message: '`first` is a whole number from 1 to 100.',
          extensions: { code: 'INVALID', argument: ['first'] },
        },
      ],
    });
  });

  test('many texts to read at once', async () => {
    const texts = (count: number) =>
      Array.from({ length: count }, (_, n) => `a${n}: readSchedule(text: { text: "土" }) { certainty }`).join(' ');
    expect(await codeOf(`{ ${texts(3)} }`)).toBeUndefined();
    expect(await codeOf(`{ ${texts(4)} }`)).toBe('TOO_EXPENSIVE');
  });

  test('a page without a size', async () => {
    expect(await codeOf('{ places { totalCount } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what a client has to mend is 400, never a fault of ours', () => {
  const hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
  test.each<[string, object]>([
    ['no GraphQL', { query: '{' }],
    ['a NUL', { query: '{ __typename \u0000 }' }],
    ['half of a surrogate pair', { query: '{ suggest(text: "\\ud800", first: 1) { label } }' }],
    ['too many tokens', { query: `{ ${'__typename '.repeat(3100)} }` }],
    ['too dear', { query: '{ places(first: 100) { nodes { worksWith { worksWith { worksWith { id name } } } } } }' }],
    ['a subscription', { query: 'subscription { x }' }],
    [
      'a hash of another query',
      { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: `0${hash.slice(1)}` } } },
    ],
  ])('%s', async (_, body) => {
    const response = await post(JSON.stringify(body), { 'content-type': 'application/json' });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(response.status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  });
});

describe('health', () => {
  test('alive though not ready, and why', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ reason: 'test' });
  });
});

describe('what a stranger sends', () => {
  const statusOf = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      get({ port: new URL(url).port, path: '/healthz', headers }, (response) => resolve(response.statusCode)).on(
        'error',
        reject,
      );
    });

  test.each(['bad host/', 'a b', '<script>', 'x:99999999', 'x:65536', 'x'.repeat(300)])(
    'Host %s is 400',
    async (host) => {
      expect(await statusOf({ host })).toBe(400);
    },
  );

  test.each(['', 'Host: a.example\r\nHost: b.example\r\n'])(
    'no Host at all, or two of them, is 400: "%s"',
    async (hosts) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.end(`GET /healthz HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  test('prototype keys and operators are words like any other', async () => {
    for (const word of ['__proto__', 'constructor', '{"$gt":""}', '$where', '(a+)+$', '%00', '\u202e']) {
      const { data } = await ask<{ places: { totalCount: number } }>(
        url,
        'query Find($text: String) { places(first: 1, filter: { text: $text }) { totalCount } }',
        { variables: { text: word } },
      );
      expect(data.places.totalCount, word).toBe(0);
    }
  });

  test('an unexpected failure is masked', async () => {
    const broken = await createApp({
      index: new Proxy(createPlaceIndex([]), {
        get: () => () => {
          throw new Error('mongodb://secret@host');
        },
      }),
      now: Date.now,
      publicUrl: 'https://ibasho.example.jp',
      readiness: () => ({ ready: true, places: 0, staleMs: 0 }),
      web: null,
      logLevel: 'silent',
    });
    const answer = await broken.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ place(id: "x") { id } }' },
    });
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    await broken.close();
  });
});
