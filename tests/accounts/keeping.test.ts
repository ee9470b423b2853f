import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn, type UserError } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A Friday. */
const NOW = '2026-11-27T10:00:00+09:00';
let server: TestServer;
let operator: BrowserSession & { id: string };
let stranger: BrowserSession & { id: string };
let moderator: BrowserSession & { id: string };
beforeAll(async () => {
  server = await startTestServer({ now: NOW });
  operator = await signedIn(server, 'operator@example.jp');
  stranger = await signedIn(server, 'stranger@example.jp');
  moderator = await moderatorOf(server, 'bunkyo@example.jp', '131059');
});
afterAll(() => server.stop());

let id = '';
let count = 0;
/** A published place that the operator keeps, open on Saturdays. */
beforeEach(async () => {
  id = `kept${++count}`;
  const schedule = aSchedule([aRule([6], [{ start: time('10:00'), end: time('16:00') }])]);
  const place = aPlace({ id, name: `まもる場所${count}`, schedule, description: 'はじめの説明' });
  const saved = await server.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
  if (saved) server.people.publish(saved);
  await server.store.operators.add(id, operator.id, new Date(NOW));
});

interface Payload {
  userErrors: UserError[];
  [field: string]: unknown;
}
/** Runs a mutation that takes one input; answers with its payload. */
async function mutate(browser: BrowserSession, name: string, input: object, fields: string): Promise<Payload> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const data = await browser.answer<Record<string, Payload>>(
    `mutation Run($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code path message } } }`,
    { input },
  );
  return data[name] ?? { userErrors: [] };
}
const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const PLACE = 'place { id name status description revision confirmedAt addressHidden address { text } }';
const stateOn = async (at: string) => {
  const { place } = await aBrowser(server).answer<{ place: { schedule: { state: { kind: string } } } }>(
    'query State($id: ID!, $at: DateTime) { place(id: $id) { schedule { state(at: $at) { kind } } } }',
    { id, at },
  );
  return place.schedule.state.kind;
};
const SATURDAY = '2026-11-28T11:00:00+09:00';
const now = async () => server.store.places.read(id);

describe('an edit', () => {
  const edit = async (browser: BrowserSession, place: object, revision = 1) => {
    const saved = await mutate(
      browser,
      'savePlace',
      { id, revision, place },
      'myPlace { id draft { version fieldsForReview } } conflict { revision changes { field before after } }',
    );
    if (saved.userErrors.length > 0) return { saved, submitted: null };
    const submitted = await mutate(
      browser,
      'submitPlace',
      { id, notDuplicate: true },
      `myPlace { ${PLACE} } review { id state changes { field before after } }`,
    );
    return { saved, submitted };
  };

  test('of what is harmless is live at once, of what could lead a child astray it waits', async () => {
    const { submitted } = await edit(operator, { description: '新しい説明', name: '新しい名前', capacity: 12 });
    expect(submitted).toMatchObject({
      userErrors: [],
      myPlace: { place: { description: '新しい説明', name: `まもる場所${count}`, revision: 2 } },
      review: { state: 'WAITING', changes: [{ field: 'name', before: `まもる場所${count}`, after: '新しい名前' }] },
    });
    const review = submitted?.review as { id: string };
    expect(await mutate(moderator, 'reviewPlace', { id: review.id, decision: 'APPROVE' }, 'review { state }')).toEqual({
      review: { state: 'APPROVED' },
      userErrors: [],
    });
    expect(await now()).toMatchObject({ name: '新しい名前', description: '新しい説明', capacity: 12, revision: 3 });
  });

  test.each([
    ['a link', 'くわしくは https://evil.example/x'],
    ['a mail address', '連絡は someone@evil.example へ'],
    ['a telephone', '電話 090-1234-5678 に'],
    ['a handle', 'LINE: kids_friend で話そう'],
  ])('that brings %s into the description waits', async (_, description) => {
    const { submitted } = await edit(operator, { description });
    expect(submitted).toMatchObject({
      review: { state: 'WAITING' },
      myPlace: { place: { description: 'はじめの説明' } },
    });
  });

  test('hides an address at once, and shows it again only after review', async () => {
    await edit(operator, { addressHidden: true });
    const { place } = await aBrowser(server).answer<{ place: unknown }>(
      'query P($id: ID!) { place(id: $id) { address { text } location { latitude } jsonLd } }',
      { id },
    );
    expect(place).toMatchObject({
      address: null,
      location: null,
      jsonLd: expect.not.stringContaining('春日') as string,
    });
    const { submitted } = await edit(operator, { addressHidden: false }, 2);
    expect(submitted).toMatchObject({ review: { state: 'WAITING' }, myPlace: { place: { addressHidden: true } } });
  });

  test('on a revision that somebody else has changed is a conflict that shows the difference, and overwrites nothing', async () => {
    await edit(moderator, { description: '審査する人の説明' });
    const { saved } = await edit(operator, { description: '後の人の説明' }, 1);
    expect(codes(saved)).toEqual(['CONFLICT']);
    expect(saved.conflict).toEqual({
      revision: 2,
      changes: expect.arrayContaining([
        { field: 'description', before: 'はじめの説明', after: '審査する人の説明' },
      ]) as unknown,
    });
    expect(await now()).toMatchObject({ description: '審査する人の説明' });
    expect((await edit(operator, { description: '見てから' }, 2)).submitted?.userErrors).toEqual([]);
  });

  test('of a draft that another device has saved since is a conflict too', async () => {
    const first = await mutate(
      operator,
      'savePlace',
      { id, revision: 1, place: { capacity: 5 } },
      'myPlace { draft { version } }',
    );
    expect(first.myPlace).toEqual({ draft: { version: 1 } });
    const stale = await mutate(
      operator,
      'savePlace',
      { id, revision: 1, place: { capacity: 9 } },
      'conflict { version changes { field after } }',
    );
    expect(stale).toMatchObject({ conflict: { version: 1, changes: [{ field: 'capacity', after: '5' }] } });
  });

  test('is taken back by who made it, while it is the newest', async () => {
    await edit(operator, { description: '間違い' });
    expect(await mutate(operator, 'undoRevision', { id, revision: 2 }, PLACE)).toMatchObject({
      place: { description: 'はじめの説明', revision: 3 },
      userErrors: [],
    });
    expect(codes(await mutate(operator, 'undoRevision', { id, revision: 2 }, PLACE))).toEqual(['INVALID']);
  });

  test('of somebody who has nothing to do with the place is forbidden, by every door', async () => {
    const { saved } = await edit(stranger, { description: '乗っ取り' });
    expect(codes(saved)).toEqual(['FORBIDDEN']);
    expect(
      codes(await mutate(aBrowser(server), 'savePlace', { id, revision: 1, place: {} }, 'myPlace { id }')),
    ).toEqual(['FORBIDDEN']);
    expect(await now()).toMatchObject({ description: 'はじめの説明', revision: 1 });
  });
});

describe('an announcement', () => {
  const closed = { kind: 'CLOSED', from: '2026-11-28', reason: '換気扇の工事' };

  test('that a place is closed is seen at once, and taken back with one tap', async () => {
    expect(await stateOn(SATURDAY)).toBe('OPEN');
    const done = await mutate(
      operator,
      'announce',
      { placeIds: [id], ...closed },
      'announcements { id from to reason canUndo byLink }',
    );
    expect(done.announcements).toMatchObject([
      { from: '2026-11-28', to: '2026-11-28', reason: '換気扇の工事', canUndo: true, byLink: false },
    ]);
    expect(await stateOn(SATURDAY)).toBe('CLOSED');
    const [{ id: announcement }] = done.announcements as [{ id: string }];
    expect(
      codes(await mutate(operator, 'undoAnnouncement', { id: announcement }, 'announcements { canUndo }')),
    ).toEqual([]);
    expect(await stateOn(SATURDAY)).toBe('OPEN');
    expect(
      codes(await mutate(operator, 'undoAnnouncement', { id: announcement }, 'announcements { canUndo }')),
    ).toEqual(['INVALID']);
  });

  test('of an extra date opens it', async () => {
    const input = { placeIds: [id], kind: 'EXTRA', from: '2026-11-29', start: '13:00', end: '15:00' };
    expect(codes(await mutate(operator, 'announce', input, 'places { id }'))).toEqual([]);
    expect(await stateOn('2026-11-29T14:00:00+09:00')).toBe('OPEN');
    expect(await stateOn('2026-11-29T15:00:00+09:00')).not.toBe('OPEN');
  });

  test.each([
    ['a day that has passed', { from: '2026-11-26' }, 'INVALID'],
    ['an end before its start', { from: '2026-11-29', to: '2026-11-28' }, 'INVALID'],
    ['more than a year', { from: '2026-11-28', to: '2028-11-28' }, 'INVALID'],
    ['half a time', { from: '2026-11-28', start: '10:00' }, 'REQUIRED'],
    ['a reason as long as a letter', { from: '2026-11-28', reason: 'あ'.repeat(201) }, 'TOO_LONG'],
  ])('of %s is refused', async (_, days, code) => {
    const refused = await mutate(operator, 'announce', { placeIds: [id], kind: 'CLOSED', ...days }, 'places { id }');
    expect(codes(refused)).toEqual([code]);
    expect(await now()).toMatchObject({ revision: 1 });
  });

  test('for a place of somebody else among one’s own announces nothing at all', async () => {
    const refused = await mutate(stranger, 'announce', { placeIds: [id], ...closed }, 'places { id }');
    expect(codes(refused)).toEqual(['FORBIDDEN']);
    expect(await stateOn(SATURDAY)).toBe('OPEN');
  });

  test('of a moderator closes every place of a kind in the municipality', async () => {
    const input = { municipality: '131059', kinds: ['third-place'], ...closed };
    expect(codes(await mutate(operator, 'announce', input, 'places { id }'))).toEqual(['FORBIDDEN']);
    const done = await mutate(moderator, 'announce', input, 'places { id }');
    expect((done.places as { id: string }[]).map((each) => each.id)).toContain(id);
    expect(await stateOn(SATURDAY)).toBe('CLOSED');
  });
});

describe('a closure link', () => {
  const make = async () => {
    const made = await mutate(operator, 'createClosureLink', { id, label: '壁' }, 'link { id label } url');
    return { link: (made.link as { id: string }).id, token: String(made.url).split('token=')[1] ?? '' };
  };
  const use = (input: object) =>
    mutate(aBrowser(server), 'announceByLink', input, 'announcements { byLink } places { id }');

  test('says without an account that the place is closed on a day of the next seven, and nothing else', async () => {
    const { token } = await make();
    expect(await use({ token, from: '2026-11-28' })).toMatchObject({
      announcements: [{ byLink: true }],
      places: [{ id }],
    });
    expect(await stateOn(SATURDAY)).toBe('CLOSED');
    expect(codes(await use({ token, from: '2026-12-04' }))).toEqual(['INVALID']);
    expect(codes(await use({ token, from: '2026-11-28', to: '2026-12-10' }))).toEqual(['INVALID']);
  });

  test('is of no use once it is revoked, and cannot be guessed', async () => {
    const { link, token } = await make();
    expect(codes(await use({ token: `${token}x`, from: '2026-11-28' }))).toEqual(['EXPIRED']);
    expect(codes(await mutate(stranger, 'revokeClosureLink', { id: link }, 'revoked'))).toEqual(['FORBIDDEN']);
    expect(await mutate(operator, 'revokeClosureLink', { id: link }, 'revoked')).toMatchObject({ revoked: true });
    expect(codes(await use({ token, from: '2026-11-28' }))).toEqual(['EXPIRED']);
  });
});

describe('operating a place', () => {
  test('“all still right” is kept as the moment of the confirmation', async () => {
    const done = await mutate(operator, 'confirmPlace', { id }, PLACE);
    expect(done.place).toMatchObject({ confirmedAt: NOW, revision: 2 });
    expect(codes(await mutate(stranger, 'confirmPlace', { id }, PLACE))).toEqual(['FORBIDDEN']);
  });

  test('a claim that a moderator approves makes an operator', async () => {
    const claim = await mutate(stranger, 'claimPlace', { id, message: 'ここの職員です' }, 'review { id kind }');
    const { id: review } = claim.review as { id: string };
    expect(codes(await mutate(stranger, 'reviewPlace', { id: review, decision: 'APPROVE' }, 'review { id }'))).toEqual([
      'FORBIDDEN',
    ]);
    await mutate(moderator, 'reviewPlace', { id: review, decision: 'APPROVE' }, 'review { id }');
    expect(codes(await mutate(stranger, 'confirmPlace', { id }, PLACE))).toEqual([]);
  });

  test('an invitation makes an operator at the next sign-in; leaving ends it', async () => {
    await mutate(operator, 'inviteOperator', { id, email: 'friend@example.jp' }, 'operators { email }');
    expect(server.mails.at(-1)).toMatchObject({ to: 'friend@example.jp' });
    const friend = await signedIn(server, 'friend@example.jp');
    expect(codes(await mutate(friend, 'confirmPlace', { id }, PLACE))).toEqual([]);
    const left = await mutate(friend, 'removeOperator', { id }, 'operators { email }');
    expect(left).toEqual({ operators: [], userErrors: [] });
    expect(codes(await mutate(friend, 'confirmPlace', { id }, PLACE))).toEqual(['FORBIDDEN']);
  });
});

describe('review', () => {
  test('asked back and refused need a reason, which is mailed; nothing is decided twice', async () => {
    const claim = async () =>
      (
        (await mutate(stranger, 'claimPlace', { id, message: 'わたしのです' }, 'review { id }')).review as {
          id: string;
        }
      ).id;
    const review = await claim();
    expect(codes(await mutate(moderator, 'reviewPlace', { id: review, decision: 'REFUSE' }, 'review { id }'))).toEqual([
      'REQUIRED',
    ]);
    await mutate(
      moderator,
      'reviewPlace',
      { id: review, decision: 'REFUSE', reason: '運営者に確認できませんでした' },
      'review { id }',
    );
    expect(server.mails.at(-1)).toMatchObject({
      to: 'stranger@example.jp',
      text: expect.stringContaining('運営者に確認できませんでした') as string,
    });
    expect(codes(await mutate(moderator, 'reviewPlace', { id: review, decision: 'APPROVE' }, 'review { id }'))).toEqual(
      ['CONFLICT'],
    );
  });

  test('a moderator of another municipality sees and decides nothing here; one of the prefecture does', async () => {
    const elsewhere = await moderatorOf(server, 'sapporo@example.jp', '011002');
    const tokyo = await moderatorOf(server, 'tokyo@example.jp', '130001');
    const claim = await mutate(stranger, 'claimPlace', { id, message: 'ここの者です' }, 'review { id }');
    const { id: review } = claim.review as { id: string };
    const SEE =
      'query See($id: ID!, $place: ID!) { viewer { moderation { review(id: $id) { id } place(id: $place) { id } reviews(first: 100) { nodes { id } } } } }';
    const seenBy = async (browser: BrowserSession) =>
      (
        await browser.answer<{
          viewer: { moderation: { review: unknown; place: unknown; reviews: { nodes: { id: string }[] } } };
        }>(SEE, { id: review, place: id })
      ).viewer.moderation;
    expect(await seenBy(elsewhere)).toEqual({ review: null, place: null, reviews: { nodes: [] } });
    expect(await seenBy(tokyo)).toMatchObject({ review: { id: review }, place: { id } });
    expect(codes(await mutate(elsewhere, 'reviewPlace', { id: review, decision: 'APPROVE' }, 'review { id }'))).toEqual(
      ['FORBIDDEN'],
    );
    expect(codes(await mutate(tokyo, 'reviewPlace', { id: review, decision: 'APPROVE' }, 'review { id }'))).toEqual([]);
  });

  test('a suspended place is gone at once for visitors, and comes back', async () => {
    const visible = async () =>
      (await aBrowser(server).answer<{ place: unknown }>('query P($id: ID!) { place(id: $id) { id } }', { id })).place;
    expect(codes(await mutate(operator, 'suspendPlace', { id, suspended: true, reason: '…' }, PLACE))).toEqual([
      'FORBIDDEN',
    ]);
    await mutate(moderator, 'suspendPlace', { id, suspended: true, reason: '確認中' }, PLACE);
    expect(await visible()).toBeNull();
    expect(server.mails.at(-1)).toMatchObject({
      to: 'operator@example.jp',
      text: expect.stringContaining('確認中') as string,
    });
    await mutate(moderator, 'suspendPlace', { id, suspended: false, reason: '確認しました' }, PLACE);
    expect(await visible()).toEqual({ id });
  });

  test('of two places that are one, the id of the first leads to the second for ever, on every server', async () => {
    const into = aPlace({ id: `${id}-other`, name: 'のこる場所' });
    const saved = await server.store.places.save({ place: into, expectedRevision: 0, who: 'test', why: 'test' });
    if (saved) server.people.publish(saved);
    expect(codes(await mutate(moderator, 'mergePlaces', { id, into: into.id }, PLACE))).toEqual([]);
    const other = await startTestServer({ now: NOW, databaseUri: server.databaseUri });
    for (const { url } of [server, other]) {
      const { place } = await aBrowser({ url }).answer<{ place: { id: string } }>(
        'query P($id: ID!) { place(id: $id) { id } }',
        { id },
      );
      expect(place).toEqual({ id: into.id });
    }
    await other.stop();
    expect(codes(await mutate(operator, 'confirmPlace', { id: into.id }, PLACE))).toEqual([]);
  });

  test('any revision is restored, but a hidden address stays hidden; what is erased is in no revision', async () => {
    const hide = { id, revision: 1, place: { addressHidden: true } };
    await mutate(operator, 'savePlace', hide, 'myPlace { id }');
    await mutate(operator, 'submitPlace', { id }, 'myPlace { id }');
    const restored = await mutate(moderator, 'restoreRevision', { id, revision: 1 }, PLACE);
    expect(restored.place).toMatchObject({ addressHidden: true, revision: 3 });
    const moved = { address: { text: '東京都文京区春日9-9-9' } };
    await mutate(operator, 'savePlace', { id, revision: 3, place: moved }, 'myPlace { id }');
    await mutate(operator, 'submitPlace', { id }, 'myPlace { id }');
    await mutate(operator, 'savePlace', { id, revision: 3, place: moved }, 'myPlace { id }');
    await mutate(moderator, 'erasePrivate', { id, field: 'ADDRESS' }, PLACE);
    const history = await server.store.places.history(id, 10);
    expect(history).toHaveLength(4);
    const left = [
      ...history,
      ...(await server.store.reviews.ofPlace(id)),
      ...(await server.store.operators.draftsOf(operator.id)).filter(({ placeId }) => placeId === id),
    ];
    expect(left).toHaveLength(6);
    expect(JSON.stringify(left)).not.toContain('春日');
    expect(await now()).toMatchObject({ address: null, location: null });
  });

  test('the journal says who, when, why and what, to the moderator', async () => {
    await mutate(
      operator,
      'announce',
      { placeIds: [id], kind: 'CLOSED', from: '2026-11-28', reason: '大雪' },
      'places { id }',
    );
    const { viewer } = await moderator.answer<{ viewer: { moderation: { place: { revisions: unknown[] } } } }>(
      'query H($id: ID!) { viewer { moderation { place(id: $id) { revisions(first: 1) { revision who why at changes { field after } } } } } }',
      { id },
    );
    expect(viewer.moderation.place.revisions).toEqual([
      {
        ...{ revision: 2, who: operator.id, why: 'CLOSED: 大雪', at: expect.any(String) as string },
        changes: [{ field: 'schedule', after: expect.stringContaining('大雪') as string }],
      },
    ]);
  });
});

describe('a visitor’s report', () => {
  const report = (input: object) => mutate(aBrowser(server), 'reportPlace', { id, ...input }, 'received');

  test('needs no account, and only the moderator sees and settles it', async () => {
    expect(await report({ about: 'WAS_CLOSED', text: '行ったら閉まっていた' })).toEqual({
      received: true,
      userErrors: [],
    });
    const SEE = '{ viewer { moderation { reports(first: 100) { nodes { id text place { id } } } } } }';
    interface Seen {
      viewer: { moderation: { reports: { nodes: { id: string; text: string; place: { id: string } }[] } } | null };
    }
    expect((await operator.answer<Seen>(SEE)).viewer.moderation).toBeNull();
    const seen = (await moderator.answer<Seen>(SEE)).viewer.moderation?.reports.nodes.find(
      ({ place }) => place.id === id,
    );
    expect(seen).toMatchObject({ text: '行ったら閉まっていた' });
    expect(codes(await mutate(operator, 'settleReport', { id: seen?.id }, 'report { settled }'))).toEqual([
      'FORBIDDEN',
    ]);
    expect(await mutate(moderator, 'settleReport', { id: seen?.id }, 'report { settled }')).toMatchObject({
      report: { settled: true },
    });
  });

  test('of a program that fills in every field is thanked and not kept', async () => {
    expect(await report({ about: 'OTHER', text: 'buy', website: 'https://spam.example' })).toMatchObject({
      received: true,
    });
    expect(await server.store.reviews.reportsOf(id)).toEqual([]);
  });
});

describe('an account', () => {
  test('is exported and removed; what it wrote stays under a pseudonym that leads to nobody', async () => {
    const leaving = await signedIn(server, 'leaving@example.jp');
    await server.store.operators.add(id, leaving.id, new Date(NOW));
    await mutate(leaving, 'confirmPlace', { id }, PLACE);
    const { viewer } = await leaving.answer<{ viewer: { export: string } }>('{ viewer { export } }');
    expect(JSON.parse(viewer.export)).toMatchObject({
      account: [{ email: 'leaving@example.jp' }],
      operates: [{ placeId: id }],
    });
    expect(codes(await mutate(leaving, 'deleteAccount', { email: 'other@example.jp' }, 'deleted'))).toEqual([
      'INVALID',
    ]);
    expect(await mutate(leaving, 'deleteAccount', { email: 'leaving@example.jp' }, 'deleted')).toMatchObject({
      deleted: true,
    });
    expect((await leaving.answer<{ viewer: unknown }>('{ viewer { id } }')).viewer).toBeNull();
    expect((await server.store.places.history(id, 1))[0]).toMatchObject({ who: leaving.id, why: 'CONFIRM' });
    expect(await server.store.accounts.byId(leaving.id)).toBeNull();
  });
});
