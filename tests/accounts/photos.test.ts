import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runJobs } from '../../server/accounts/jobs.ts';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T10:00:00+09:00');
let server: TestServer;
let operator: BrowserSession & { id: string };
let stranger: BrowserSession & { id: string };
let moderator: BrowserSession & { id: string };
beforeAll(async () => {
  server = await startTestServer({ now: () => NOW });
  operator = await signedIn(server, 'operator@example.jp');
  stranger = await signedIn(server, 'stranger@example.jp');
  moderator = await moderatorOf(server, 'bunkyo@example.jp', '131059');
});
afterAll(() => server.stop());

let id = '';
let count = 0;
beforeEach(async () => {
  id = `photo-place${++count}`;
  const saved = await server.store.places.save({
    place: aPlace({ id }),
    expectedRevision: 0,
    who: 'test',
    why: 'test',
  });
  if (saved) server.people.publish(saved);
  await server.store.operators.add(id, operator.id, new Date(NOW));
});

/** A picture 40 wide and 20 high that a camera held upright wrote lying down, with the place where it was taken. */
const aPicture = (format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a0' } })
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '35/1 42/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

async function upload(
  browser: BrowserSession,
  bytes: Uint8Array,
  name = 'photo.jpg',
  headers: Record<string, string> = {},
) {
  const body = new FormData();
  body.set('photo', new Blob([Buffer.from(bytes)], { type: 'image/jpeg' }), name);
  const response = await fetch(`${server.url}/photos`, {
    method: 'POST',
    body,
    headers: { cookie: browser.cookieHeader(), ...headers },
  });
  const answer = (await response.json()) as { id?: string; userErrors?: { code: string; message: string }[] };
  return { status: response.status, ...answer };
}
const show = (browser: BrowserSession, photo: string, size = '') =>
  fetch(`${server.url}/photos/${photo}${size}`, { headers: { cookie: browser.cookieHeader() } });
const attach = (browser: BrowserSession, photo: string, place = id) =>
  browser.answer<{ attachPhoto: { photos: { id: string; waiting: boolean }[]; userErrors: { code: string }[] } }>(
    'mutation A($input: AttachPhotoInput!) { attachPhoto(input: $input) { photos { id waiting url thumbnailUrl alt } userErrors { code } } }',
    { input: { id: place, photo, alt: '入口' } },
  );
const publicPhotos = async () =>
  (
    await aBrowser(server).answer<{ place: { photos: { id: string }[] } }>(
      'query P($id: ID!) { place(id: $id) { photos { id alt width height waiting url } } }',
      { id },
    )
  ).place.photos;

describe('a photo', () => {
  test('is turned upright, made anew without metadata in two sizes, and public after review', async () => {
    const { status, id: photo = '' } = await upload(operator, await aPicture());
    expect(status).toBe(201);
    expect((await attach(operator, photo)).attachPhoto).toMatchObject({
      photos: [{ id: photo, waiting: true, alt: '入口' }],
      userErrors: [],
    });
    expect(await publicPhotos()).toEqual([]);
    expect((await show(aBrowser(server), photo)).status).toBe(404);
    expect((await show(stranger, photo)).status).toBe(404);
    expect((await show(moderator, photo)).status).toBe(200);
    const { viewer } = await moderator.answer<{
      viewer: { moderation: { reviews: { nodes: { id: string; placeId: string; photos: unknown[] }[] } } };
    }>('{ viewer { moderation { reviews(first: 100) { nodes { id placeId photos { id } changes { field } } } } } }');
    const review = viewer.moderation.reviews.nodes.find(({ placeId }) => placeId === id);
    expect(review).toMatchObject({ photos: [{ id: photo }], changes: [{ field: 'photos' }] });
    await moderator.answer(
      'mutation R($id: ID!) { reviewPlace(input: { id: $id, decision: APPROVE }) { userErrors { code } } }',
      { id: review?.id },
    );
    expect(await publicPhotos()).toEqual([
      { id: photo, alt: '入口', width: 20, height: 40, waiting: false, url: `/photos/${photo}` },
    ]);
    const shown = await show(aBrowser(server), photo);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.toString('latin1')).not.toMatch(/SecretCamera|Exif|GPS/);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 20, height: 40 });
    expect((await show(aBrowser(server), photo, '?size=small')).status).toBe(200);
  });

  test('of a place that was not sent yet is its writer’s alone, goes with it, stays when it is asked back, and is public with it', async () => {
    const saved = await operator.answer<{ savePlace: { myPlace: { id: string } } }>(
      `mutation { savePlace(input: { revision: 0, place: { name: "写真の食堂", kinds: ["childrens-cafeteria"],
        address: { text: "東京都文京区春日1-16-21" } } }) { myPlace { id } } }`,
    );
    const draft = saved.savePlace.myPlace.id;
    const { id: photo = '' } = await upload(operator, await aPicture());
    expect((await attach(stranger, photo, draft)).attachPhoto).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    const attached = { photos: [{ id: photo, waiting: true, alt: '入口' }], userErrors: [] };
    expect((await attach(operator, photo, draft)).attachPhoto).toMatchObject(attached);
    const mine = await operator.answer<object>(
      'query M($id: ID!) { viewer { myPlace(id: $id) { photos { id waiting } } } }',
      { id: draft },
    );
    expect(mine).toEqual({ viewer: { myPlace: { photos: [{ id: photo, waiting: true }] } } });
    expect((await show(moderator, photo)).status).toBe(404);
    const SUBMIT =
      'mutation S($id: ID!) { submitPlace(input: { id: $id, notDuplicate: true }) { review { id photos { id } } userErrors { code } } }';
    const DECIDE =
      'mutation R($id: ID!, $decision: ReviewDecision!) { reviewPlace(input: { id: $id, decision: $decision, reason: "x" }) { userErrors { code } } }';
    for (const decision of ['REFUSE', 'APPROVE']) {
      const { submitPlace } = await operator.answer<{ submitPlace: { review: { id: string } } }>(SUBMIT, { id: draft });
      expect(submitPlace).toMatchObject({ review: { photos: [{ id: photo }] }, userErrors: [] });
      expect((await show(moderator, photo)).status).toBe(200);
      await moderator.answer(DECIDE, { id: submitPlace.review.id, decision });
    }
    expect((await show(aBrowser(server), photo)).status).toBe(200);
    expect((await server.store.places.read(draft))?.photos).toMatchObject([{ id: photo, alt: '入口' }]);
  });

  test('of a draft that is thrown away goes with it', async () => {
    const saved = await operator.answer<{ savePlace: { myPlace: { id: string } } }>(
      'mutation { savePlace(input: { revision: 0, place: { name: "やめた食堂" } }) { myPlace { id } } }',
    );
    const { id: photo = '' } = await upload(operator, await aPicture());
    await attach(operator, photo, saved.savePlace.myPlace.id);
    await operator.answer('mutation D($id: ID!) { discardDraft(input: { id: $id }) { userErrors { code } } }', {
      id: saved.savePlace.myPlace.id,
    });
    expect((await show(operator, photo)).status).toBe(404);
  });

  test('that is refused, or taken off, is gone for everybody', async () => {
    const { id: photo = '' } = await upload(moderator, await aPicture('png'));
    expect((await attach(moderator, photo)).attachPhoto.photos).toEqual([
      expect.objectContaining({ id: photo, waiting: false }),
    ]);
    expect((await show(aBrowser(server), photo)).status).toBe(200);
    await operator.answer(
      'mutation R($id: ID!, $photo: ID!) { removePhoto(input: { id: $id, photo: $photo }) { userErrors { code } } }',
      { id, photo },
    );
    expect(await publicPhotos()).toEqual([]);
    for (const browser of [aBrowser(server), operator, moderator])
      expect((await show(browser, photo)).status).toBe(404);
    await runJobs(server.people, 'test', new Date(NOW + 2 * 86_400_000));
    expect(await server.store.blobs.read(`photos/${photo}/large`)).toBeNull();
    expect(await server.store.photos.byId(photo)).toBeNull();
  });

  test('of somebody else cannot be attached', async () => {
    const { id: photo = '' } = await upload(stranger, await aPicture('webp'));
    expect((await attach(operator, photo)).attachPhoto).toMatchObject({
      photos: [],
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  test('is taken from somebody who is signed in, and from pages of the product alone', async () => {
    const bytes = await aPicture();
    expect(await upload(aBrowser(server), bytes)).toMatchObject({ status: 401, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await upload(operator, bytes, 'a.jpg', { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  });

  test.each([
    ['a script that calls itself a picture', '<script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000\u0000;'],
    ['the head of a JPEG and nothing behind it', '\u00ff\u00d8\u00ff\u00e0'],
    ['nothing', ''],
  ])('%s is refused', async (_, text) => {
    expect(await upload(operator, Buffer.from(text, 'latin1'))).toMatchObject({
      status: 422,
      userErrors: [{ code: 'INVALID' }],
    });
  });

  test('of more than 8 MB, or that opens to more pixels than a camera has, is refused', async () => {
    const head = await aPicture();
    const large = await upload(operator, Buffer.concat([head, Buffer.alloc(8 * 2 ** 20)]));
    expect(large).toMatchObject({ status: 413, userErrors: [{ code: 'TOO_LONG', message: '写真は 8 MB までです。' }] });
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(8 * 2 ** 20);
    expect(await upload(operator, bomb)).toMatchObject({ status: 422 });
  });
});
