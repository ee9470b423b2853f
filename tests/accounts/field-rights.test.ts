import type { GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn, type UserError } from '../support/browser-session.ts';
import { contractSchema } from '../support/contract-schema.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { FIELD_ROLES, FIELD_SAMPLES, type FieldRole, type FieldSample, fateOf } from './field-samples.ts';

const NOW = '2026-11-27T10:00:00+09:00';
const schema = contractSchema();
const FIELDS = Object.keys((schema.getType('PlaceInput') as GraphQLInputObjectType).getFields());

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
  await publish(aPlace({ id: 'another-site', name: 'もうひとつの場所' }), 'operator of another place');
});
afterAll(() => server.stop());

async function publish(place: Place, role: FieldRole): Promise<void> {
  const saved = await server.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
  if (!saved) throw new Error('Not saved.');
  server.people.publish(saved);
  await server.store.operators.add(place.id, browsers[role].id ?? '', new Date(NOW));
}

const CHANGE = `mutation Change($save: SavePlaceInput!, $submit: SubmitPlaceInput!) {
  saved: savePlace(input: $save) { myPlace { id } userErrors { code path message } }
  submitted: submitPlace(input: $submit) { myPlace { id } review { id state } userErrors { code path message } } }`;
const REVIEW = `query Review($id: ID!) {
  viewer { moderation { review(id: $id) { state placeId changes { field } } } } }`;

interface Payload {
  myPlace: { id: string } | null;
  review?: { id: string; state: string } | null;
  userErrors: UserError[];
}

const change = (role: FieldRole, id: string, field: string, value: unknown) =>
  browsers[role].answer<{ saved: Payload; submitted: Payload }>(CHANGE, {
    save: { id, revision: 1, place: { [field]: value } },
    submit: { id, notDuplicate: true },
  });

/** The place as a visitor gets it. */
async function publicPlace(id: string, query: string): Promise<object | null> {
  const text = `query P($id: ID!) { place(id: $id) { ${query} } }`;
  return (await browsers.visitor.answer<{ place: object | null }>(text, { id })).place;
}

/** What every write changes. */
const COUNTED = ['revision', 'confirmedAt', 'updatedAt'];

/** Facts of the stored place that differ: absent and false say the same. */
function differing(before: Place, after: Place): string[] {
  const text = (value: unknown) => JSON.stringify(value === false ? null : (value ?? null));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Place)[];
  return names.filter((name) => !COUNTED.includes(name) && text(before[name]) !== text(after[name])).sort();
}

async function reviewedFields(role: FieldRole, reviewId: string | undefined) {
  type Seen = { viewer: { moderation: { review: { state: string; changes: { field: string }[] } | null } } };
  const { viewer } = await browsers[role].answer<Seen>(REVIEW, { id: reviewId });
  return {
    state: viewer.moderation.review?.state,
    fields: viewer.moderation.review?.changes.map(({ field }) => field),
  };
}

let count = 0;
async function cell(role: FieldRole, field: string, sample: FieldSample): Promise<void> {
  const id = `field${++count}`;
  await publish(aPlace({ id, name: `場所${count}`, ...sample.before }), 'operator');
  const before = (await server.store.places.read(id)) as Place;
  const seen = await publicPlace(id, sample.query);
  expect(seen, 'the sample changes nothing').not.toMatchObject(sample.shown);
  const payloads = await change(role, id, field, sample.value);
  const after = (await server.store.places.read(id)) as Place;
  if (fateOf(sample, role) === 'refused') {
    expect(after).toEqual(before);
    return expectRefused(role, id, payloads);
  }
  expect([...payloads.saved.userErrors, ...payloads.submitted.userErrors]).toEqual([]);
  const shown = await publicPlace(id, sample.query);
  if (fateOf(sample, role) === 'live') {
    expect(shown).toMatchObject(sample.shown);
    expect(differing(before, after)).toEqual([...sample.stored].sort());
    expect(payloads.submitted.review).toBeNull();
    return;
  }
  expect(shown).toEqual(seen);
  expect(differing(before, after)).toEqual([]);
  await expectWaiting(payloads.submitted.review?.id, [...(sample.reviewed ?? [field])].sort());
}

async function expectRefused(
  role: FieldRole,
  id: string,
  { saved, submitted }: { saved: Payload; submitted: Payload },
) {
  for (const { userErrors } of [saved, submitted]) expect(userErrors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  expect([saved.myPlace, submitted.myPlace, submitted.review]).toEqual([null, null, null]);
  expect(await server.store.operators.draft(id, browsers[role].id ?? '')).toBeNull();
  expect(await server.store.reviews.ofPlace(id)).toEqual([]);
}

/** Both who moderates the area and an admin are shown what waits. */
async function expectWaiting(reviewId: string | undefined, fields: string[]): Promise<void> {
  for (const reviewer of ['moderator', 'admin'] as const) {
    const review = await reviewedFields(reviewer, reviewId);
    expect({ ...review, fields: review.fields?.sort() }).toEqual({ state: 'WAITING', fields });
  }
}

test('every field that somebody can enter has a sample, and no other has', () => {
  expect(Object.keys(FIELD_SAMPLES).sort()).toEqual([...FIELDS].sort());
  for (const field of FIELDS) expect(FIELD_SAMPLES[field]?.length, field).toBeGreaterThan(0);
});

const ROWS = FIELDS.flatMap((field) =>
  (FIELD_SAMPLES[field] ?? []).map((sample) => ({ field, title: `${field} ${sample.of ?? ''}`.trim(), sample })),
);
describe.each(ROWS)('a change of $title of a published place', ({ field, sample }) => {
  test.concurrent.each(FIELD_ROLES.map((role) => [role, fateOf(sample, role)] as const))('by a %s: %s', (role) =>
    cell(role, field, sample),
  );
});
