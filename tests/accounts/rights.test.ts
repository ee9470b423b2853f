import { type GraphQLInputObjectType, type GraphQLObjectType, isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIELD_RIGHTS, MUTATION_RIGHTS } from '../../server/accounts/rights.ts';
import { createSchema } from '../../server/graphql/api.ts';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn, type UserError } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = '2026-11-27T10:00:00+09:00';
const ROLES = ['visitor', 'account', 'operator', 'moderator', 'moderator-elsewhere', 'admin'] as const;
type Role = (typeof ROLES)[number];

/**
 * Who may do what to a place that an operator keeps, written out by hand from the design: the table in code is held
 * against this one. `y`: may; `n`: may not.
 */
const EXPECTED: Record<string, string> = {
  //                  visitor account operator moderator elsewhere admin
  requestSignIn: '    y y y y y y',
  completeSignIn: '   y y y y y y',
  signOut: '          y y y y y y',
  startPasskeySignIn: 'y y y y y y',
  completePasskeySignIn: 'y y y y y y',
  announceByLink: '   y y y y y y',
  reportPlace: '      y y y y y y',
  startPasskey: '     n y y y y y',
  addPasskey: '       n y y y y y',
  removePasskey: '    n y y y y y',
  deleteAccount: '    n y y y y y',
  claimPlace: '       n y y y y y',
  savePlace: '        n n y y n y',
  submitPlace: '      n n y y n y',
  discardDraft: '     n n y y n y',
  announce: '         n n y y n y',
  undoAnnouncement: ' n n y y n y',
  confirmPlace: '     n n y y n y',
  undoRevision: '     n n y y n y',
  inviteOperator: '   n n y y n y',
  withdrawInvitation: 'n n y y n y',
  removeOperator: '   n n y y n y',
  createClosureLink: 'n n y y n y',
  revokeClosureLink: 'n n y y n y',
  attachPhoto: '      n n y y n y',
  removePhoto: '      n n y y n y',
  reviewPlace: '      n n n y n y',
  settleReport: '     n n n y n y',
  suspendPlace: '     n n n y n y',
  mergePlaces: '      n n n y n y',
  restoreRevision: '  n n n y n y',
  erasePrivate: '     n n n y n y',
  correctPin: '       n n n y n y',
};

let server: TestServer;
let browsers: Record<Role, BrowserSession>;
beforeAll(async () => {
  server = await startTestServer({ now: NOW });
  browsers = {
    visitor: aBrowser(server),
    account: await signedIn(server, 'account@example.jp'),
    operator: await signedIn(server, 'operator@example.jp'),
    moderator: await moderatorOf(server, 'moderator@example.jp', '131059'),
    'moderator-elsewhere': await moderatorOf(server, 'elsewhere@example.jp', '011002'),
    admin: await moderatorOf(server, 'admin@example.jp', null),
  };
});
afterAll(() => server.stop());

const schema = createSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

let count = 0;
/** A fresh place of the operator with everything that a mutation may need: a report, a review, a link, an announcement. */
async function aKeptPlace() {
  const id = `rights${++count}`;
  const operator = browsers.operator as BrowserSession & { id: string };
  const { places, operators, reviews, photos } = server.store;
  for (const each of [id, `${id}-into`]) {
    const place = aPlace({ id: each, name: each });
    const saved = await places.save({ place, expectedRevision: 0, who: operator.id, why: 'test' });
    if (saved) server.people.publish(saved);
  }
  const at = new Date(NOW);
  await operators.add(id, operator.id, at);
  const common = { placeId: id, municipalityCode: '131059' };
  await reviews.addReport({
    _id: `report-${id}`,
    ...common,
    about: 'HOURS',
    text: null,
    at,
    settledAt: null,
    settledBy: null,
  });
  await reviews.add({
    ...{ _id: `review-${id}`, kind: 'EDIT', state: 'WAITING', ...common, accountId: operator.id, facts: { name: 'x' } },
    ...{ photos: [], message: null, submittedAt: at, decidedAt: null, decidedBy: null, reason: null },
  });
  await reviews.addAnnouncement({
    ...{ _id: `announcement-${id}`, placeId: id, kind: 'CLOSED', from: '2026-12-01', to: '2026-12-01' },
    ...{ start: null, end: null, reason: null, at, accountId: operator.id, undoneAt: null },
  });
  await operators.addLink({
    _id: `link-${id}`,
    tokenHash: `hash-${id}`,
    placeId: id,
    label: null,
    createdAt: at,
    lastUsedAt: null,
  });
  await photos.add({
    ...{ _id: `photo-${id}`, accountId: operator.id, placeId: id, alt: null, width: 1, height: 1 },
    ...{ state: 'PUBLIC', uploadedAt: at },
  });
  return id;
}

const inputOf = (id: string): Record<string, object> => ({
  requestSignIn: { email: 'x' },
  completeSignIn: { token: 'x' },
  signOut: { device: 'none' },
  completePasskeySignIn: { response: '{}' },
  addPasskey: { response: '{}' },
  removePasskey: { id: 'x' },
  deleteAccount: { email: 'not-mine@example.jp' },
  savePlace: { id, revision: 1, place: { capacity: 3 } },
  submitPlace: { id },
  discardDraft: { id },
  announce: { placeIds: [id], kind: 'CLOSED', from: '2026-11-28' },
  undoAnnouncement: { id: `announcement-${id}` },
  confirmPlace: { id },
  undoRevision: { id, revision: 9 },
  claimPlace: { id, message: 'わたしのです' },
  inviteOperator: { id, email: 'x' },
  withdrawInvitation: { id, email: 'nobody@example.jp' },
  removeOperator: { id, operator: 'nobody' },
  createClosureLink: { id },
  revokeClosureLink: { id: `link-${id}` },
  announceByLink: { token: 'x', from: '2026-11-28' },
  attachPhoto: { id, photo: 'none' },
  removePhoto: { id, photo: 'none' },
  reportPlace: { id, about: 'HOURS' },
  reviewPlace: { id: `review-${id}`, decision: 'APPROVE' },
  settleReport: { id: `report-${id}` },
  suspendPlace: { id, suspended: true, reason: 'x' },
  mergePlaces: { id, into: `${id}-into` },
  restoreRevision: { id, revision: 1 },
  erasePrivate: { id, field: 'OPERATOR' },
  correctPin: { id, latitude: 35.7, longitude: 139.75 },
});

/** Codes of the failures of a mutation: FORBIDDEN means that the role may not, any other that the input was read. */
async function codesOf(browser: BrowserSession, name: string, id: string): Promise<string[]> {
  const type = mutations.find((each) => each.name === name)?.args[0]?.type;
  const input = inputOf(id)[name];
  const text = type
    ? `mutation M($input: ${String(type)}) { ${name}(input: $input) { userErrors { code } } }`
    : `mutation M { ${name} { userErrors { code } } }`;
  const data = await browser.answer<Record<string, { userErrors: UserError[] }>>(text, input && { input });
  return data[name]?.userErrors.map(({ code }) => code) ?? [];
}

describe('the table of rights', () => {
  test('has every mutation of the schema, and no other', () => {
    const names = mutations.map(({ name }) => name).sort();
    expect(Object.keys(MUTATION_RIGHTS).sort()).toEqual(names);
    expect(Object.keys(EXPECTED).sort()).toEqual(names);
  });

  test('has every field of a place that somebody can enter', () => {
    const fields = (schema.getType('PlaceInput') as GraphQLInputObjectType).getFields();
    expect(Object.keys(FIELD_RIGHTS).sort()).toEqual(Object.keys(fields).sort());
  });

  test('every mutation takes one input and answers with userErrors', () => {
    for (const { name, args, type } of mutations) {
      expect(args.length, name).toBeLessThanOrEqual(1);
      const payload = (isNonNullType(type) ? type.ofType : type) as GraphQLObjectType;
      expect(Object.keys(payload.getFields()), name).toContain('userErrors');
      if (args[0])
        expect(isInputObjectType(isNonNullType(args[0].type) ? args[0].type.ofType : args[0].type)).toBe(true);
    }
  });
});

/** Mutations that end the session they run in, or that fail before they look at who asks. */
const OWN = ['signOut', 'deleteAccount'];

describe.each(Object.keys(EXPECTED))('%s', (name) => {
  const cells = (EXPECTED[name] ?? '').trim().split(/\s+/);
  test.each(ROLES.map((role, index) => [role, cells[index] === 'y'] as const))('by %s: %s', async (role, may) => {
    const id = await aKeptPlace();
    const before = await server.store.places.read(id);
    const codes = await codesOf(browsers[role], name, id);
    expect(codes.includes('FORBIDDEN'), codes.join()).toBe(!may);
    if (!may) expect(await server.store.places.read(id)).toEqual(before);
    if (OWN.includes(name)) expect(await browsers[role].answer('{ __typename }')).toEqual({ __typename: 'Query' });
  });
});

/** What a place hides, and every door through which somebody could look for it. */
describe('what is hidden', () => {
  const SECRET = { address: 'ひみつ町9-9-9', phone: '03-9999-0000', name: 'みえない場所' };
  const hiddenId = 'hidden-fields';
  const pendingId = 'not-published';
  beforeAll(async () => {
    const address = { text: `東京都文京区${SECRET.address}`, building: null, postalCode: null };
    const contact = { phones: [{ number: SECRET.phone, note: null }], emails: [], url: null, fax: null };
    const operator = browsers.operator as BrowserSession & { id: string };
    const hidden = aPlace({
      id: hiddenId,
      name: 'かくす場所',
      address,
      addressHidden: true,
      contact,
      phonesHidden: true,
    });
    const pending = aPlace({ id: pendingId, name: SECRET.name, address, contact, status: 'PENDING' });
    for (const place of [hidden, pending]) {
      const saved = await server.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
      if (saved) server.people.publish(saved);
      await server.store.operators.add(place.id, operator.id, new Date(NOW));
    }
  });

  const FIELDS =
    'id name address { text } location { latitude longitude } contact { phones { number } fax } jsonLd romaji phrases { name } parts { id } worksWith { id address { text } }';
  const DOORS: [door: string, query: string][] = [
    ['place', `{ hidden: place(id: "${hiddenId}") { ${FIELDS} } pending: place(id: "${pendingId}") { ${FIELDS} } }`],
    ['node', `{ a: node(id: "${hiddenId}") { ... on Place { ${FIELDS} } } b: node(id: "${pendingId}") { id } }`],
    [
      'search',
      `{ places(first: 100) { totalCount nodes { ${FIELDS} } edges { distanceMeters } facets { kinds { count } } } }`,
    ],
    ['search by the hidden text', `{ places(first: 5, filter: { text: "ひみつ町" }) { totalCount nodes { id } } }`],
    ['search by the name', `{ places(first: 5, filter: { text: "みえない" }) { totalCount nodes { id } } }`],
    [
      'near',
      '{ places(first: 100, near: { latitude: 35.708, longitude: 139.752 }) { edges { distanceMeters node { id location { latitude } } } } }',
    ],
    [
      'map',
      '{ placeMap(bounds: { west: 139, south: 35, east: 140, north: 36 }, zoom: 18) { points { id latitude } } }',
    ],
    [
      'suggest',
      '{ a: suggest(text: "ひみつ町", first: 10) { label detail id } b: suggest(text: "みえない", first: 10) { label id } }',
    ],
    [
      'sessions',
      '{ sessions(first: 100, from: "2026-11-27T00:00:00+09:00", to: "2026-12-20T00:00:00+09:00") { nodes { place { id address { text } } } } }',
    ],
    ['a link', `{ closureLink(token: "x") { place { id } } confirmationLink(token: "x") { places { id } } }`],
  ];

  test.each(DOORS)('no visitor, stranger or moderator of elsewhere finds it through %s', async (_, query) => {
    for (const role of ['visitor', 'account', 'moderator-elsewhere'] as const) {
      const text = JSON.stringify(await browsers[role].answer(query));
      expect(text).not.toContain('ひみつ');
      expect(text).not.toContain(SECRET.phone);
      expect(text).not.toContain(SECRET.name);
      expect(text).not.toContain(pendingId);
      expect(text).not.toMatch(new RegExp(`"${hiddenId}"[^}]*"latitude":\\d`));
    }
  });

  test.each([
    `/places/${hiddenId}.ics`,
    `/places/${pendingId}.ics`,
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/export/places.csv',
    '/export/places.geojson',
  ])('nor in %s', async (path) => {
    const text = await (await fetch(`${server.url}${path}`)).text();
    expect(text).not.toContain('ひみつ');
    expect(text).not.toContain(SECRET.phone);
    expect(text).not.toContain(SECRET.name);
  });

  const KEPT = `query Kept($id: ID!) { viewer { myPlace(id: $id) { place { name address { text } contact { phones { number } } } } } }`;
  test.each(ROLES.map((role) => [role, ['operator', 'moderator', 'admin'].includes(role)] as const))(
    'through viewer.myPlace, %s sees it: %s',
    async (role, sees) => {
      for (const id of [hiddenId, pendingId]) {
        const { viewer } = await browsers[role].answer<{ viewer: { myPlace: unknown } | null }>(KEPT, { id });
        const mine = viewer?.myPlace ?? null;
        if (sees)
          expect(mine).toMatchObject({
            place: {
              address: { text: expect.stringContaining(SECRET.address) as string },
              contact: { phones: [{ number: SECRET.phone }] },
            },
          });
        else expect(mine).toBeNull();
      }
    },
  );

  test('a mail address of an operator is seen by the other operators and an admin, not by a moderator', async () => {
    const SEE = 'query See($id: ID!) { viewer { myPlace(id: $id) { operators { email } } } }';
    const seenBy = async (role: Role) => JSON.stringify(await browsers[role].answer(SEE, { id: hiddenId }));
    expect(await seenBy('operator')).toContain('operator@example.jp');
    expect(await seenBy('admin')).toContain('operator@example.jp');
    expect(await seenBy('moderator')).not.toContain('operator@example.jp');
  });

  test('a draft is found by nobody but its writer', async () => {
    const writer = browsers.account;
    const saved = await writer.answer<{ savePlace: { myPlace: { id: string } } }>(
      'mutation { savePlace(input: { revision: 0, place: { name: "ひみつの下書き" } }) { myPlace { id } userErrors { code } } }',
    );
    const { id } = saved.savePlace.myPlace;
    for (const role of ['visitor', 'operator', 'moderator', 'admin'] as const) {
      const text = JSON.stringify([
        await browsers[role].answer(KEPT, { id }),
        await browsers[role].answer('query N($id: ID!) { node(id: $id) { id } place(id: $id) { id } }', { id }),
        await codesOf(browsers[role], 'savePlace', id),
      ]);
      expect(text).not.toContain('ひみつ');
      expect(text).toContain(role === 'visitor' ? 'FORBIDDEN' : 'NOT_FOUND');
    }
  });
});

test('operators of the database are text and nothing else, wherever an id or a token is taken', async () => {
  for (const id of ['{"$gt":""}', '$where', '__proto__', 'constructor', '.*', '\u0000']) {
    const data = await browsers.admin.answer<Record<string, { userErrors: UserError[] }>>(
      `mutation M($id: ID!, $token: String!) {
        confirmPlace(input: { id: $id }) { userErrors { code } }
        settleReport(input: { id: $id }) { userErrors { code } }
        completeSignIn(input: { token: $token }) { userErrors { code } } }`,
      { id, token: id },
    );
    expect(data.confirmPlace?.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect(data.settleReport?.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect(data.completeSignIn?.userErrors).toEqual([{ code: 'EXPIRED' }]);
  }
});
