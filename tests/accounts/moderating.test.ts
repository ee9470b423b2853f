import { describe, expect, test, vi } from 'vitest';
import { runJobs } from '../../server/accounts/jobs.ts';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf } from '../support/browser-session.ts';
import { codes, mutate } from '../support/mutate.ts';
import { startTestServer } from '../support/server.ts';
import { aKeptPlace, NOW, PLACE, type Town, withTown } from './a-kept-place.ts';

let { server, operator, stranger, moderator } = {} as Town;
let id = '';
withTown(
  (town) => void ({ server, operator, stranger, moderator } = town),
  (place) => void ({ id } = place),
);

const now = async () => server.store.places.read(id);

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

  test('a page of reviews reads each place once, whatever is asked of it', async () => {
    for (const about of [id, (await aKeptPlace({ server, operator })).id])
      await mutate(stranger, 'claimPlace', { id: about, message: 'ここの職員です' }, 'review { id }');
    const reads = (['read', 'readAll'] as const).map((name) => vi.spyOn(server.store.places, name));
    await moderator.answer(
      '{ viewer { moderation { reviews(first: 50) { nodes { place { id } proposed { name } changes { field } photos { id } similar { id } } } } } }',
    );
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    for (const spy of reads) spy.mockRestore();
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

  test('of what is unsafe is told to the moderators of the place at once, without its words, and once an hour', async () => {
    await moderatorOf(server, 'far-away@example.jp', '011002');
    await moderatorOf(server, 'admin@example.jp', null);
    const before = server.mails.length;
    await report({ about: 'OTHER', text: 'とくになし' });
    expect(server.mails).toHaveLength(before);
    for (const text of ['こわい人がいた', 'また いた']) await report({ about: 'UNSAFE', text });
    const [mail, ...others] = server.mails.slice(before).filter(({ to }) => to !== 'tokyo@example.jp');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'bunkyo@example.jp', subject: expect.stringContaining('まもる場所') as string });
    expect(mail?.text).toContain(`https://ibasho.example.jp/moderate/${id}`);
    expect(mail?.text).not.toContain('こわい人');
  });

  test('of what is unsafe whose mail could not be sent is told later', async () => {
    const send = vi.spyOn(server.people.mailer, 'send').mockRejectedValue(new Error('SMTP is away'));
    expect(await report({ about: 'UNSAFE' })).toMatchObject({ received: true, userErrors: [] });
    send.mockRestore();
    const before = server.mails.length;
    await runJobs(server.people, 'test', new Date(Date.parse(NOW) + 11 * 60_000));
    const subjects = server.mails
      .slice(before)
      .flatMap(({ to, subject }) => (to === 'bunkyo@example.jp' ? subject : []));
    expect(subjects.filter((subject) => subject.includes('こわいこと'))).toHaveLength(1);
  });

  test('of a program that fills in every field is thanked and not kept', async () => {
    expect(await report({ about: 'OTHER', text: 'buy', website: 'https://spam.example' })).toMatchObject({
      received: true,
    });
    expect(await server.store.reviews.reportsOf(id)).toEqual([]);
  });
});
