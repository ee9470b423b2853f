import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlace } from '../support/a-place.ts';
import { aBrowser, type BrowserSession, moderatorOf, signedIn, type UserError } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = '2026-11-27T10:00:00+09:00';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    now: NOW,
    geocode: (address) =>
      address.includes('湯島')
        ? Promise.resolve({ latitude: 35.7075, longitude: 139.7685 })
        : Promise.reject(new Error('away')),
    places: [
      aPlace({
        id: 'aozora',
        name: 'あおぞら食堂',
        kinds: ['childrens-cafeteria'],
        location: { latitude: 35.708, longitude: 139.758, precision: 'EXACT' },
      }),
    ],
  });
});
afterAll(() => server.stop());

const SAVE = `mutation Save($input: SavePlaceInput!) { savePlace(input: $input) {
  myPlace { id place { name status } draft { revision version input savedAt place { name address { text } schedule { lines } location { precision } municipality { code } } userErrors { code path message } fieldsForReview } }
  conflict { revision version changes { field before after } } duplicates { id name } userErrors { code path message } } }`;
const SUBMIT = `mutation Submit($input: SubmitPlaceInput!) { submitPlace(input: $input) {
  myPlace { id place { name status revision } draft { version } reviews { kind state } } review { id kind state }
  duplicates { id } conflict { revision changes { field before after } } userErrors { code path message } } }`;

interface Saved {
  savePlace: {
    myPlace: {
      id: string;
      place: { name: string; status: string } | null;
      draft: {
        revision: number;
        version: number;
        input: string;
        place: {
          name: string;
          address: { text: string } | null;
          schedule: { lines: string[] };
          location: unknown;
          municipality: { code: string } | null;
        };
        userErrors: UserError[];
        fieldsForReview: string[];
      };
    } | null;
    conflict: {
      revision: number;
      version: number | null;
      changes: { field: string; before: string; after: string }[];
    } | null;
    duplicates: { id: string; name: string }[];
    userErrors: UserError[];
  };
}
interface Submitted {
  submitPlace: {
    myPlace: {
      id: string;
      place: { name: string; status: string; revision: number };
      draft: null;
      reviews: unknown[];
    } | null;
    review: { id: string; kind: string; state: string } | null;
    duplicates: { id: string }[];
    conflict: { revision: number; changes: { field: string }[] } | null;
    userErrors: UserError[];
  };
}

const save = async (browser: BrowserSession, input: Record<string, unknown>) =>
  (await browser.answer<Saved>(SAVE, { input })).savePlace;
const submit = async (browser: BrowserSession, input: Record<string, unknown>) =>
  (await browser.answer<Submitted>(SUBMIT, { input })).submitPlace;

const WHOLE = {
  name: 'ほんごう子ども食堂',
  kinds: ['childrens-cafeteria'],
  address: { text: '東京都文京区本郷1-2-3' },
  schedule: { text: { text: '第2・第4土曜 11:30〜13:30、祝日休み' } },
  agesText: '小学生',
  contact: { phones: [{ number: '03-1234-5678' }] },
};
const found = async (text: string) => {
  const { places } = await aBrowser(server).answer<{ places: { nodes: { id: string }[] } }>(
    'query Find($text: String) { places(first: 5, filter: { text: $text }) { nodes { id } } }',
    { text },
  );
  return places.nodes.map(({ id }) => id);
};

describe('registering a place', () => {
  test('step by step, on two devices, until a moderator publishes it', async () => {
    const phone = await signedIn(server, 'operator@example.jp');
    const first = await save(phone, { revision: 0, place: { name: WHOLE.name } });
    expect(first).toMatchObject({ userErrors: [], conflict: null, duplicates: [] });
    const id = first.myPlace?.id ?? '';
    const { name: _, ...rest } = WHOLE;
    const desk = await signedIn(server, 'operator@example.jp');
    const second = await save(desk, { id, revision: 0, version: 1, place: rest });
    expect(second.myPlace?.draft).toMatchObject({
      version: 2,
      place: {
        name: 'ほんごう子ども食堂',
        address: { text: '東京都文京区本郷1-2-3' },
        location: { precision: 'TOWN' },
        municipality: { code: '131059' },
        schedule: { lines: expect.arrayContaining([expect.stringContaining('第2・第4土曜')]) as string[] },
      },
      userErrors: [],
    });
    const submitted = await submit(phone, { id });
    expect(submitted).toMatchObject({
      myPlace: { place: { status: 'PENDING' }, draft: null, reviews: [{ kind: 'REGISTRATION', state: 'WAITING' }] },
      userErrors: [],
    });
    expect(await found('ほんごう')).toEqual([]);
    const moderator = await moderatorOf(server, 'bunkyo@example.jp', '131059');
    const review = await moderator.answer<{ reviewPlace: { review: { state: string }; userErrors: unknown[] } }>(
      'mutation Review($id: ID!) { reviewPlace(input: { id: $id, decision: APPROVE }) { review { state } userErrors { code message } } }',
      { id: submitted.review?.id },
    );
    expect(review.reviewPlace).toEqual({ review: { state: 'APPROVED' }, userErrors: [] });
    expect(await found('ほんごう')).toEqual([id]);
    expect(server.mails.at(-1)).toMatchObject({
      to: 'operator@example.jp',
      subject: '「ほんごう子ども食堂」：公開しました',
    });
  });

  test('what is wrong is said at its field, and everything that was typed is kept', async () => {
    const browser = await signedIn(server, 'wrong@example.jp');
    const typed = {
      name: 'あ'.repeat(300),
      municipality: '131050',
      location: { latitude: 35.2, longitude: 139.9 },
      schedule: { text: { text: 'そのうちきっと' } },
      contact: { phones: [{ number: '12' }], emails: [{ address: 'x' }], url: 'javascript:alert(1)' },
      capacity: -1,
    };
    const { myPlace, userErrors } = await save(browser, { revision: 0, place: typed });
    expect(userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual(
      expect.arrayContaining([
        ['TOO_LONG', 'place.name'],
        ['BAD_CHECK_DIGIT', 'place.municipality'],
        ['UNREADABLE_SCHEDULE', 'place.schedule.text'],
        ['INVALID', 'place.contact.phones.0.number'],
        ['INVALID', 'place.contact.emails.0.address'],
        ['INVALID', 'place.contact.url'],
        ['INVALID', 'place.capacity'],
      ]),
    );
    expect(JSON.parse(myPlace?.draft.input ?? '{}')).toEqual(typed);
  });

  test('a place that is probably there already is shown, and sent all the same where the writer says it is another', async () => {
    const browser = await signedIn(server, 'double@example.jp');
    const place = {
      name: 'あおぞら　こども食堂',
      kinds: ['childrens-cafeteria'],
      address: { text: '東京都文京区本郷二丁目1-1' },
      location: { latitude: 35.7081, longitude: 139.7581 },
    };
    const { myPlace, duplicates } = await save(browser, { revision: 0, place });
    expect(duplicates).toEqual([{ id: 'aozora', name: 'あおぞら食堂' }]);
    const id = myPlace?.id;
    expect(await submit(browser, { id })).toMatchObject({
      myPlace: null,
      duplicates: [{ id: 'aozora' }],
      userErrors: [{ code: 'DUPLICATE' }],
    });
    expect(await submit(browser, { id, notDuplicate: true })).toMatchObject({
      myPlace: { place: { status: 'PENDING' } },
      userErrors: [],
    });
  });

  test('a draft that lacks what a place needs is not sent, and says all that it lacks', async () => {
    const browser = await signedIn(server, 'lacking@example.jp');
    const { myPlace } = await save(browser, { revision: 0, place: { description: 'まだ途中' } });
    const { userErrors } = await submit(browser, { id: myPlace?.id });
    expect(userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['REQUIRED', 'place.name'],
      ['REQUIRED', 'place.kinds'],
      ['REQUIRED', 'place.address'],
    ]);
  });

  test('what a moderator asks back is mended and waits again; what one enters in the own area is public at once', async () => {
    const browser = await signedIn(server, 'mending@example.jp');
    const place = { ...WHOLE, name: 'なおす食堂', address: { text: '東京都文京区小石川3-1-1' } };
    const saved = await save(browser, { revision: 0, place });
    const id = saved.myPlace?.id ?? '';
    const { review } = await submit(browser, { id });
    const moderator = await moderatorOf(server, 'asks-back@example.jp', '131059');
    await moderator.answer(
      'mutation R($id: ID!) { reviewPlace(input: { id: $id, decision: ASK_BACK, reason: "電話番号を確かめてください" }) { userErrors { code } } }',
      { id: review?.id },
    );
    expect(server.mails.at(-1)?.text).toContain('電話番号を確かめてください');
    const contact = { phones: [{ number: '03-5555-0000' }] };
    // Nobody looks at it meanwhile: it is its writer's draft.
    expect(await server.store.places.read(id)).toMatchObject({ status: 'DRAFT', revision: 2 });
    expect(await save(browser, { id, revision: 2, place: { contact } })).toMatchObject({
      userErrors: [],
      conflict: null,
    });
    expect(await submit(browser, { id })).toMatchObject({
      myPlace: { place: { status: 'PENDING', revision: 3 } },
      review: { state: 'WAITING' },
    });
    const own = await save(moderator, { revision: 0, place: { ...place, name: '区の食堂' } });
    expect(await submit(moderator, { id: own.myPlace?.id })).toMatchObject({
      myPlace: { place: { status: 'PUBLISHED' } },
      review: null,
    });
    const elsewhere = { ...place, name: '目黒の食堂', address: { text: '東京都目黒区目黒1-1-1' } };
    const other = await save(moderator, { revision: 0, place: elsewhere });
    expect(await submit(moderator, { id: other.myPlace?.id })).toMatchObject({
      myPlace: { place: { status: 'PENDING' } },
      review: { state: 'WAITING' },
    });
  });

  test('a place that was refused is a draft again, which its writer alone sees and may send once more', async () => {
    const browser = await signedIn(server, 'refused@example.jp');
    const place = { ...WHOLE, name: 'ことわる食堂', address: { text: '東京都文京区小石川4-1-1' } };
    const id = (await save(browser, { revision: 0, place })).myPlace?.id ?? '';
    const { review } = await submit(browser, { id });
    const moderator = await moderatorOf(server, 'refuses@example.jp', '131059');
    await moderator.answer(
      'mutation R($id: ID!) { reviewPlace(input: { id: $id, decision: REFUSE, reason: "場所がありません" }) { userErrors { code } } }',
      { id: review?.id },
    );
    expect(await server.store.places.read(id)).toMatchObject({ status: 'DRAFT' });
    const { viewer } = await browser.answer<{ viewer: { myPlace: unknown } }>(
      'query M($id: ID!) { viewer { myPlace(id: $id) { place { status } reviews { state reason } } } }',
      { id },
    );
    expect(viewer.myPlace).toEqual({
      place: { status: 'DRAFT' },
      reviews: [{ state: 'REFUSED', reason: '場所がありません' }],
    });
    expect(await found('ことわる')).toEqual([]);
    // As it is, with a word to the moderator.
    const again = await submit(browser, { id, message: '場所はあります' });
    expect(again).toMatchObject({ review: { kind: 'REGISTRATION', state: 'WAITING' }, userErrors: [] });
    expect(await server.store.places.read(id)).toMatchObject({ status: 'PENDING', revision: 3 });
    expect((await submit(browser, { id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('a service without a door is reviewed where it goes; where that is waits from then on, as it says who moderates', async () => {
    const browser = await signedIn(server, 'visits@example.jp');
    const { address: _, ...visits } = {
      ...WHOLE,
      name: '家事の手伝い',
      kinds: ['home-visit'],
      serviceArea: ['131059'],
    };
    const saved = await save(browser, { revision: 0, place: visits });
    const id = saved.myPlace?.id ?? '';
    const { review } = await submit(browser, { id });
    const moderator = await moderatorOf(server, 'visits-moderator@example.jp', '131059');
    const approve =
      'mutation R($id: ID!) { reviewPlace(input: { id: $id, decision: APPROVE }) { review { state } userErrors { code } } }';
    expect(await moderator.answer(approve, { id: review?.id })).toEqual({
      reviewPlace: { review: { state: 'APPROVED' }, userErrors: [] },
    });
    expect(await found('家事の手伝い')).toEqual([id]);
    await save(browser, { id, revision: 2, place: { serviceArea: ['131105'] } });
    const moved = await submit(browser, { id });
    expect(moved).toMatchObject({ review: { state: 'WAITING' }, userErrors: [] });
    const elsewhere = await moderatorOf(server, 'meguro@example.jp', '131105');
    expect(await elsewhere.answer(approve, { id: moved.review?.id })).toMatchObject({
      reviewPlace: { review: null, userErrors: [{ code: 'FORBIDDEN' }] },
    });
  });

  test('a session that ends keeps the draft: it is there at the next sign-in', async () => {
    const browser = await signedIn(server, 'again@example.jp');
    const { myPlace } = await save(browser, { revision: 0, place: { name: 'つづきから' } });
    await browser.answer('mutation { signOut { userErrors { code } } }');
    const input = { id: myPlace?.id, revision: 0, version: 1, place: { capacity: 3 } };
    expect((await save(browser, input)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const back = await signedIn(server, 'again@example.jp');
    const { viewer } = await back.answer<{ viewer: { places: { nodes: unknown[] } } }>(
      '{ viewer { places(first: 10) { totalCount nodes { id place { id } draft { place { name } } } } } }',
    );
    expect(viewer.places.nodes).toEqual([{ id: myPlace?.id, place: null, draft: { place: { name: 'つづきから' } } }]);
    expect((await save(back, input)).userErrors).toEqual([]);
  });
});

test('an address is located by the gazetteer, by the geocoder for who is signed in, else by its municipality', async () => {
  const LOCATE =
    'query L($address: String!) { locateAddress(address: $address) { location { latitude precision } municipality { name } } }';
  const operator = await signedIn(server, 'locating@example.jp');
  const locate = async (browser: BrowserSession, address: string) =>
    (await browser.answer<{ locateAddress: { location: object } | null }>(LOCATE, { address })).locateAddress;
  const visitor = aBrowser(server);
  expect(await locate(visitor, '文京区本郷1-2-3')).toMatchObject({
    location: { precision: 'TOWN' },
    municipality: { name: '文京区' },
  });
  expect(await locate(visitor, '文京区湯島1-1-1')).toMatchObject({ location: { precision: 'MUNICIPALITY' } });
  expect(await locate(operator, '文京区湯島1-1-1')).toMatchObject({
    location: { latitude: 35.7075, precision: 'TOWN' },
  });
  expect(await locate(operator, '文京区春日9-9')).toMatchObject({ location: { precision: 'MUNICIPALITY' } });
  expect(await locate(operator, 'どこか')).toBeNull();
});
