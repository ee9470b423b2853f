import { describe, expect, test } from 'vitest';
import { signedIn } from '../support/browser-session.ts';
import { codes, mutate } from '../support/mutate.ts';
import { NOW, PLACE, type Town, withTown } from './a-kept-place.ts';

let { server, operator, stranger, moderator } = {} as Town;
let { id, name } = { id: '', name: '' };
withTown(
  (town) => void ({ server, operator, stranger, moderator } = town),
  (place) => void ({ id, name } = place),
);

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

  test('the moderators are told when the last operator leaves or takes the account away, not before', async () => {
    const last = await signedIn(server, 'last@example.jp');
    await server.store.operators.add(id, last.id, new Date(NOW));
    const told = () => server.mails.filter(({ subject }) => subject === `「${name}」の担当の人がいなくなりました`);
    await mutate(operator, 'removeOperator', { id }, 'operators { id }');
    expect(told()).toEqual([]);
    await mutate(last, 'deleteAccount', { email: 'last@example.jp' }, 'deleted');
    expect(told().map(({ to }) => to)).toEqual(['bunkyo@example.jp']);
  });

  test('an invitation that went to a wrong address is taken back, and makes nobody an operator', async () => {
    await mutate(operator, 'inviteOperator', { id, email: 'Wrong@example.jp' }, 'operators { email }');
    const SEE = 'query See($id: ID!) { viewer { myPlace(id: $id) { invitations { email } } } }';
    const invited = { viewer: { myPlace: { invitations: [{ email: 'wrong@example.jp' }] } } };
    expect(await operator.answer<unknown>(SEE, { id })).toEqual(invited);
    const withdraw = { id, email: 'wrong@example.jp' };
    expect(codes(await mutate(stranger, 'withdrawInvitation', withdraw, 'operators { id }'))).toEqual(['FORBIDDEN']);
    expect(codes(await mutate(operator, 'withdrawInvitation', withdraw, 'operators { id }'))).toEqual([]);
    expect(codes(await mutate(operator, 'withdrawInvitation', withdraw, 'operators { id }'))).toEqual(['NOT_FOUND']);
    const wrong = await signedIn(server, 'wrong@example.jp');
    expect(codes(await mutate(wrong, 'confirmPlace', { id }, PLACE))).toEqual(['FORBIDDEN']);
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
