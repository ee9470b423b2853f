import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { contractSchema } from '../support/contract-schema.ts';
import { fieldsOf, selectField } from '../support/select-fields.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { FIELD_ROLES, type FieldRole } from './field-samples.ts';

const NOW = '2026-11-27T10:00:00+09:00';
const HIDDEN = 'hides-much';
const PENDING = 'waits-still';
const SECRET = { address: 'ひみつ町9-9-9', phone: '03-9999-0000', latitude: '35.70812' };
const schema = contractSchema();
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;

/** Something that a field says, and who is to see it: one letter a role, in the order of FIELD_ROLES. */
type Seen = [mark: string, roles: string];
//               visitor account operator (other) moderator (other) admin
const KEEPERS = 'n n y n y n y';
const MODERATORS = 'n n n n y n y';

/** What every field of `MyPlace` says of the place that hides much. */
const MY_PLACE: Record<string, Seen[]> = {
  id: [[HIDDEN, KEEPERS]],
  place: [
    [SECRET.address, KEEPERS],
    [SECRET.latitude, KEEPERS],
  ],
  draft: [['かきかけの紹介', 'n n y n n n n']],
  reviews: [['しるしの申請', KEEPERS]],
  operators: [
    ['"since"', KEEPERS],
    ['operator@example.jp', 'n n y n n n y'],
  ],
  invitations: [['invited@example.jp', 'n n y n n n y']],
  closureLinks: [['しるしの入口', KEEPERS]],
  announcements: [['しるしの休み', KEEPERS]],
  photos: [['waiting-photo', KEEPERS]],
  revisions: [['しるしの記録', KEEPERS]],
};

const MODERATED_PLACE: Record<string, Seen[]> = {
  id: [[HIDDEN, MODERATORS]],
  place: [
    [SECRET.address, MODERATORS],
    [SECRET.latitude, MODERATORS],
  ],
  revisions: [['しるしの記録', MODERATORS]],
  reviews: [['しるしの申請', MODERATORS]],
  reports: [['しるしの報告', MODERATORS]],
  operatorCount: [['"operatorCount":1', MODERATORS]],
};

/** What a place hides, by the field that would say it; every other field is the same for everybody. */
const PRIVATE: Record<string, string> = {
  address: SECRET.address,
  contact: SECRET.phone,
  location: SECRET.latitude,
};
const PUBLIC =
  'id name kana romaji phrases kinds activities features description easyDescription ages conditions childAlone access fee booking eligibility capacity operator addressHidden municipality serviceArea serves schoolDistricts schedule status sample source confirmedAt mayBeOutdated revision partOf parts worksWith photos phonesHidden jsonLd'.split(
    ' ',
  );

let server: TestServer;
let browsers: Record<FieldRole, BrowserSession & { id?: string }>;
beforeAll(async () => {
  server = await startTestServer({ now: NOW });
  browsers = {
    visitor: aBrowser(server),
    account: await signedIn(server, 'account@example.jp'),
    operator: await signedIn(server, 'operator@example.jp'),
    'operator of another place': await signedIn(server, 'other@example.jp'),
    moderator: await moderatorOf(server, 'moderator@example.jp', '131059'),
    'moderator of another area': await moderatorOf(server, 'elsewhere@example.jp', '011002'),
    admin: await moderatorOf(server, 'admin@example.jp', null),
  };
  const operator = browsers.operator.id ?? '';
  await publish(HIDDEN, operator);
  await publish(PENDING, operator);
  await publish('another-site', browsers['operator of another place'].id ?? '');
  await addMarks(operator);
});
afterAll(() => server.stop());

async function publish(id: string, operator: string): Promise<void> {
  const place = aPlace({
    id,
    name: `場所 ${id}`,
    address: { text: `東京都文京区${SECRET.address}`, building: null, postalCode: null },
    addressHidden: true,
    location: { latitude: Number(SECRET.latitude), longitude: 139.752, precision: 'EXACT' },
    contact: { phones: [{ number: SECRET.phone, note: null }], emails: [], url: null, fax: null },
    phonesHidden: true,
    status: id === PENDING ? 'PENDING' : 'PUBLISHED',
    ...(id === 'another-site' ? { address: null, contact: { phones: [], emails: [], url: null, fax: null } } : {}),
  });
  const saved = await server.store.places.save({ place, expectedRevision: 0, who: operator, why: 'しるしの記録' });
  if (!saved) throw new Error('Not saved.');
  server.people.publish(saved);
  await server.store.operators.add(id, operator, new Date(NOW));
}

/** One of everything that is kept beside a place. */
async function addMarks(operator: string): Promise<void> {
  const { operators, reviews, photos } = server.store;
  const at = new Date(NOW);
  const common = { placeId: HIDDEN, municipalityCode: '131059' };
  await reviews.addReport({
    ...{ _id: 'report', ...common, about: 'HOURS', text: 'しるしの報告', at, settledAt: null, settledBy: null },
  });
  await reviews.add({
    ...{ _id: 'review', kind: 'EDIT', state: 'WAITING', ...common, accountId: operator, facts: { name: 'x' } },
    ...{ photos: [], message: 'しるしの申請', submittedAt: at, decidedAt: null, decidedBy: null, reason: null },
  });
  await reviews.addAnnouncement({
    ...{ _id: 'announcement', placeId: HIDDEN, kind: 'CLOSED', from: '2026-12-01', to: '2026-12-01' },
    ...{ start: null, end: null, reason: 'しるしの休み', at, accountId: operator, undoneAt: null },
  });
  await operators.invite(HIDDEN, 'invited@example.jp', operator, new Date(at.getTime() + 86_400_000));
  const link = { _id: 'link', tokenHash: 'hash', placeId: HIDDEN, label: 'しるしの入口' };
  await operators.addLink({ ...link, createdAt: at, lastUsedAt: null });
  const photo = { _id: 'waiting-photo', accountId: operator, placeId: HIDDEN, alt: null, width: 1, height: 1 };
  await photos.add({ ...photo, state: 'WAITING', uploadedAt: at });
  const draft = { placeId: HIDDEN, accountId: operator, revision: 1, input: { description: 'かきかけの紹介' } };
  await operators.saveDraft({ ...draft, savedAt: at }, 0);
}

const sees = (roles: string, role: FieldRole): boolean => roles.split(' ')[FIELD_ROLES.indexOf(role)] === 'y';
const fieldNames = (type: string): string[] => fieldsOf(typeOf(type)).map(({ name }) => name);

function selected(type: string, name: string): string {
  const field = typeOf(type).getFields()[name];
  const selection = field ? selectField(field, 2) : null;
  if (selection === null) throw new Error(`${type}.${name} cannot be asked for.`);
  return selection;
}

async function textOf(role: FieldRole, query: string): Promise<string> {
  return JSON.stringify(await browsers[role].answer<unknown>(query));
}

describe.each([
  ['MyPlace', MY_PLACE, (field: string) => `{ viewer { myPlace(id: "${HIDDEN}") { ${field} } } }`],
  [
    'ModeratedPlace',
    MODERATED_PLACE,
    (field: string) => `{ viewer { moderation { place(id: "${HIDDEN}") { ${field} } } } }`,
  ],
] as const)('%s', (type, table, ask) => {
  test('has every field of the contract in the table of this test', () => {
    expect(Object.keys(table).sort()).toEqual(fieldNames(type).sort());
  });

  const cells = fieldNames(type).flatMap((field) => FIELD_ROLES.map((role) => [field, role] as const));
  test.each(cells)('%s is seen by a %s as the table says', async (field, role) => {
    const text = await textOf(role, ask(selected(type, field)));
    for (const [mark, roles] of table[field] ?? []) expect(text.includes(mark), mark).toBe(sees(roles, role));
  });
});

/** The doors for everybody: what is hidden goes through them to nobody, whoever asks. */
const PUBLIC_DOORS = ['place', 'node'];
/** Every way to the fields of a place, and to whom it is open. */
const DOORS: [door: string, open: string, ask: (id: string, fields: string) => string][] = [
  ['place', 'y y y y y y y', (id, fields) => `{ place(id: "${id}") { ${fields} } }`],
  ['node', 'y y y y y y y', (id, fields) => `{ node(id: "${id}") { ... on Place { ${fields} } } }`],
  ['myPlace', KEEPERS, (id, fields) => `{ viewer { myPlace(id: "${id}") { place { ${fields} } } } }`],
  [
    'moderation',
    MODERATORS,
    (id, fields) => `{ viewer { moderation { place(id: "${id}") { place { ${fields} } } } } }`,
  ],
  ['a review', MODERATORS, (_, fields) => `{ viewer { moderation { review(id: "review") { place { ${fields} } } } } }`],
  [
    'what is proposed',
    MODERATORS,
    (_, fields) => `{ viewer { moderation { review(id: "review") { proposed { ${fields} } } } } }`,
  ],
  [
    'reports',
    MODERATORS,
    (_, fields) => `{ viewer { moderation { reports(first: 10) { nodes { place { ${fields} } } } } } }`,
  ],
];

test('every field of a place is either the same for everybody or hidden where the place says so', () => {
  expect([...Object.keys(PRIVATE), ...PUBLIC].sort()).toEqual(fieldNames('Place').sort());
});

describe.each(DOORS)('fields of a place through %s', (door, open, ask) => {
  test.each(FIELD_ROLES)('show a %s nothing that is hidden from them, in whatever field', async (role) => {
    for (const name of fieldNames('Place')) {
      const text = await textOf(role, ask(HIDDEN, selected('Place', name)));
      for (const [field, mark] of Object.entries(PRIVATE)) {
        const shown = field === name && !PUBLIC_DOORS.includes(door) && sees(open, role);
        expect(text.includes(mark), `${name}: ${text}`).toBe(shown);
      }
    }
  });
});

test.each(PUBLIC)('%s of a published place is the same for everybody', async (name) => {
  const query = `{ place(id: "${HIDDEN}") { ${selected('Place', name)} } }`;
  const answers = await Promise.all(FIELD_ROLES.map((role) => textOf(role, query)));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain(`"${name}":`);
});

test.each(FIELD_ROLES)('a place that is not published is found by a %s through no door but their own', async (role) => {
  for (const [door, open, ask] of DOORS.slice(0, 4)) {
    const text = await textOf(role, ask(PENDING, 'id name'));
    const found = !PUBLIC_DOORS.includes(door) && sees(open, role);
    expect(text.includes(PENDING), door).toBe(found);
  }
});

test('a moderator of another area who leaves a place is not told who else operates it', async () => {
  const role = 'moderator of another area';
  await server.store.operators.add(PENDING, browsers[role].id ?? '', new Date(NOW));
  const text = await textOf(
    role,
    `mutation { removeOperator(input: { id: "${PENDING}" }) { operators { id } userErrors { code } } }`,
  );
  expect(text).toBe('{"removeOperator":{"operators":[],"userErrors":[]}}');
});
