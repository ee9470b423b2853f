import { describe, expect, test, vi } from 'vitest';
import { aBrowser, type BrowserSession } from '../support/browser-session.ts';
import { codes, mutate } from '../support/mutate.ts';
import { PLACE, type Town, withTown } from './a-kept-place.ts';

let { server, operator, stranger, moderator } = {} as Town;
let { id, name } = { id: '', name: '' };
withTown(
  (town) => void ({ server, operator, stranger, moderator } = town),
  (place) => void ({ id, name } = place),
);

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
      myPlace: { place: { description: '新しい説明', name, revision: 2 } },
      review: { state: 'WAITING', changes: [{ field: 'name', before: name, after: '新しい名前' }] },
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

  test('is not lost where several helpers announce at the same moment', async () => {
    const days = ['2026-11-28', '2026-12-05', '2026-12-12'];
    const done = await Promise.all(
      days.map((from) => mutate(operator, 'announce', { placeIds: [id], kind: 'CLOSED', from }, 'places { id }')),
    );
    expect(done.flatMap(codes)).toEqual([]);
    const closures = (await now())?.schedule.closures.map(({ dates }) => JSON.stringify(dates)) ?? [];
    expect(closures.sort()).toEqual(days.map((day) => JSON.stringify({ from: day, to: day })));
  });

  test('that could not be taken back because somebody else wrote at that moment can be taken back once more', async () => {
    const done = await mutate(operator, 'announce', { placeIds: [id], ...closed }, 'announcements { id }');
    const [{ id: announcement }] = done.announcements as [{ id: string }];
    const save = vi.spyOn(server.store.places, 'save').mockResolvedValue(null);
    const lost = await mutate(operator, 'undoAnnouncement', { id: announcement }, 'announcements { id }');
    save.mockRestore();
    expect(codes(lost)).toEqual(['CONFLICT']);
    expect(codes(await mutate(operator, 'undoAnnouncement', { id: announcement }, 'announcements { id }'))).toEqual([]);
    expect(await stateOn(SATURDAY)).toBe('OPEN');
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
