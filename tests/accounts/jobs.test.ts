import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJobs } from '../../server/accounts/jobs.ts';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, moderatorOf, signedIn } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-27T10:00:00+09:00');
let now = START;
let one: TestServer;
let other: TestServer;
beforeAll(async () => {
  const confirmedAt = new Date(START);
  one = await startTestServer({ now: () => now, places: [aPlace({ id: 'kept', name: 'まもる場所', confirmedAt })] });
  other = await startTestServer({ now: () => now, databaseUri: one.databaseUri });
  const operator = await signedIn(one, 'operator@example.jp');
  await one.store.operators.add('kept', operator.id, confirmedAt);
  await moderatorOf(one, 'bunkyo@example.jp', '131059');
  forget();
});
afterAll(async () => {
  await other.stop();
  await one.stop();
});

function forget(): void {
  one.mails.length = 0;
  other.mails.length = 0;
}
/** Mails that both servers together sent, when both do their jobs at the same moment. */
async function mailsAt(moment: number): Promise<{ to: string; subject: string; text: string }[]> {
  now = moment;
  forget();
  await Promise.all([runJobs(one.people, 'one', new Date(now)), runJobs(other.people, 'other', new Date(now))]);
  return [...one.mails, ...other.mails];
}

const tokenOf = (text = '') => /confirm\?token=([\w-]+)/.exec(text)?.[1] ?? '';
/** Somebody without an account who has the link, on the other server. */
const withLink = <T>(query: string, variables: object) =>
  aBrowser(other).answer<T>(query, variables as Record<string, unknown>);
const linked = async (token: string) =>
  (
    await withLink<{ confirmationLink: unknown }>(
      'query L($token: String!) { confirmationLink(token: $token) { places { name revision } open } }',
      { token },
    )
  ).confirmationLink;
const confirm = async (token: string, id: string) =>
  (
    await withLink<{ confirmPlace: unknown }>(
      'mutation C($link: ConfirmationLinkInput!) { confirmPlace(input: { link: $link }) { place { revision } userErrors { code message } } }',
      { link: { token, id } },
    )
  ).confirmPlace;

describe('two servers on one database', () => {
  test('send nothing before it is due', async () => {
    expect(await mailsAt(START + 89 * DAY_MS)).toEqual([]);
  });

  test('ask once after 90 days whether everything is still right, and not again until another 90 are over', async () => {
    const mails = await mailsAt(START + 90 * DAY_MS);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['operator@example.jp', '「まもる場所」の情報は、いまも合っていますか'],
    ]);
    expect(mails[0]?.text).toContain('  東京都文京区春日1-16-21');
    expect(await mailsAt(START + 91 * DAY_MS)).toEqual([]);
    expect(await mailsAt(START + 180 * DAY_MS)).toHaveLength(1);
  });

  test('the link of the mail shows the place without confirming it, and confirms it by a tap, once', async () => {
    const [mail] = await mailsAt(START + 270 * DAY_MS);
    const token = tokenOf(mail?.text);
    expect(await linked(token)).toEqual({ places: [{ name: 'まもる場所', revision: 1 }], open: ['kept'] });
    expect(await confirm(token, 'elsewhere')).toMatchObject({ place: null, userErrors: [{ code: 'EXPIRED' }] });
    expect(await confirm(`${token}x`, 'kept')).toMatchObject({ place: null, userErrors: [{ code: 'EXPIRED' }] });
    now += 60_000;
    expect(await confirm(token, 'kept')).toEqual({ place: { revision: 2 }, userErrors: [] });
    now += DAY_MS;
    const again = { code: 'EXPIRED', message: 'もうたしかめてあります。ありがとうございます。' };
    expect(await confirm(token, 'kept')).toEqual({ place: null, userErrors: [again] });
    expect(await linked(token)).toEqual({ places: [{ name: 'まもる場所', revision: 2 }], open: [] });
    expect(await mailsAt(START + 300 * DAY_MS)).toEqual([]);
    now = START + 400 * DAY_MS;
    expect(await linked(token)).toBeNull();
  });

  test('tell the moderator once a week of a place that nobody confirmed for a year, and show it', async () => {
    const stale = aPlace({ id: 'stale', name: 'ふるい場所', confirmedAt: new Date(START - 400 * DAY_MS) });
    await one.store.places.save({ place: stale, expectedRevision: 0, who: 'test', why: 'test' });
    const mails = await mailsAt(START + 330 * DAY_MS);
    expect(mails.map(({ to }) => to)).toEqual(['bunkyo@example.jp']);
    expect(mails[0]?.text).toContain('12 か月確認されていない場所：1 か所');
    expect(await mailsAt(START + 330 * DAY_MS + 3_600_000)).toEqual([]);
    const moderator = await signedIn(one, 'bunkyo@example.jp');
    const { viewer } = await moderator.answer<{ viewer: { moderation: { stale: unknown } } }>(
      '{ viewer { moderation { stale(first: 10) { totalCount nodes { id } } } } }',
    );
    expect(viewer.moderation.stale).toEqual({ totalCount: 1, nodes: [{ id: 'stale' }] });
    const visits = { id: 'stale-visits', municipalityCode: null, address: null, location: null };
    for (const [id, serviceArea] of Object.entries({ here: ['131059'], elsewhere: ['131105', '131059'] })) {
      const place = aPlace({ ...visits, id: `stale-visits-${id}`, serviceArea, confirmedAt: stale.confirmedAt });
      await one.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
    }
    const query = { areas: ['131059'], before: new Date(now), first: 10, after: null };
    const seen = await one.store.places.stale(query);
    expect(seen.items.map(({ id }) => id).sort()).toEqual(['kept', 'stale', 'stale-visits-here']);
  });

  test('put a place before the moderators, once, that a process sent for review and died before it had', async () => {
    const lost = aPlace({
      id: 'lost',
      name: 'とりのこし',
      status: 'PENDING',
      confirmedAt: new Date(START + 340 * DAY_MS),
    });
    await one.store.places.save({ place: lost, expectedRevision: 0, who: 'its-writer', why: 'REGISTER' });
    await mailsAt(START + 340 * DAY_MS + 60_000);
    expect(await one.store.reviews.ofPlace('lost')).toEqual([]);
    await mailsAt(START + 340 * DAY_MS + 20 * 60_000);
    await mailsAt(START + 341 * DAY_MS);
    expect(await one.store.reviews.ofPlace('lost')).toMatchObject([
      { kind: 'REGISTRATION', state: 'WAITING', accountId: 'its-writer', municipalityCode: '131059' },
    ]);
  });

  test('a mail that could not be sent is sent later, once', async () => {
    const mailers = [one.people.mailer, other.people.mailer];
    const sending = mailers.map((mailer) => ({ ...mailer }));
    const down = () => Promise.reject(new Error('SMTP is away'));
    for (const mailer of mailers) Object.assign(mailer, { send: down });
    expect(await mailsAt(START + 361 * DAY_MS)).toEqual([]);
    mailers.forEach((mailer, index) => Object.assign(mailer, sending[index]));
    const mails = await mailsAt(START + 361 * DAY_MS + 16 * 60_000);
    expect(mails.filter(({ to }) => to === 'operator@example.jp')).toHaveLength(1);
    expect(await mailsAt(START + 361 * DAY_MS + 40 * 60_000)).toEqual([]);
  });

  test('ask about all places of an operator in one mail, also about those that would be asked about within two weeks', async () => {
    const at = START + 600 * DAY_MS;
    now = at;
    const many = await signedIn(one, 'many@example.jp');
    const ages = { old: 95, older: 200, soon: 80, fresh: 10 };
    for (const [id, days] of Object.entries(ages)) {
      const place = aPlace({ id: `of-${id}`, name: `場所 ${id}`, confirmedAt: new Date(at - days * DAY_MS) });
      await one.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
      await one.store.operators.add(place.id, many.id, new Date(at));
    }
    const mine = async (moment: number) => (await mailsAt(moment)).filter(({ to }) => to === 'many@example.jp');
    const [mail, ...others] = await mine(at);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('3 か所の情報は、いまも合っていますか');
    expect(mail?.text.match(/^■ .*$/gm)).toEqual(['■ 場所 old', '■ 場所 older', '■ 場所 soon']);
    expect(await mine(at + 20 * 60_000)).toEqual([]);
    // What was asked about early is not asked about again when its own day comes.
    expect(await mine(at + 11 * DAY_MS)).toEqual([]);
    const token = tokenOf(mail?.text);
    expect(await confirm(token, 'of-soon')).toMatchObject({ userErrors: [] });
    expect(await linked(token)).toMatchObject({ open: ['of-old', 'of-older'] });
    expect(await confirm(token, 'of-fresh')).toMatchObject({ userErrors: [{ code: 'EXPIRED' }] });
  });
});
