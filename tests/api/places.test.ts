import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { answer, ask } from '../support/execute.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A Tuesday. */
const NOW = '2026-11-24T15:00:00+09:00';
const saturdays = aSchedule([aRule([6], [{ start: time('11:30'), end: time('13:30') }], { nth: [2, 4] })]);
const afternoons = aSchedule([aRule([1, 2, 3, 4, 5], [{ start: time('13:00'), end: time('18:00') }])]);

const places = [
  aPlace({
    id: 'cafeteria',
    name: 'あおぞら食堂',
    kana: 'アオゾラショクドウ',
    kinds: ['childrens-cafeteria'],
    schedule: saturdays,
  }),
  aPlace({
    id: 'center',
    name: 'みどり児童館',
    kinds: ['children-center'],
    schedule: afternoons,
    activities: ['play-indoors'],
  }),
  aPlace({
    id: 'plaza',
    name: 'ひだまりひろば',
    kinds: ['parent-child-plaza'],
    schedule: afternoons,
    location: { latitude: 35.72, longitude: 139.76, precision: 'TOWN' },
  }),
  aPlace({ id: 'unknown', name: 'なぞの居場所', kinds: ['third-place'], access: 'DROP_IN' }),
  aPlace({ id: 'hidden', name: 'ひみつの家', addressHidden: true, schedule: afternoons }),
  aPlace({ id: 'draft', name: '下書き', status: 'DRAFT', schedule: afternoons }),
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ places, now: NOW });
});
afterAll(() => server.stop());

interface Found {
  places: { totalCount: number; unknownHoursCount: number; nodes: { id: string }[] };
}
const FIND = `query Find($filter: PlaceFilter, $near: NearInput, $first: Int!) {
  places(filter: $filter, near: $near, first: $first) { totalCount unknownHoursCount nodes { id } }
}`;
async function find(filter: object, near?: object): Promise<Found['places'] & { ids: string[] }> {
  const data = await answer<Found>(server.url, FIND, { variables: { filter, near, first: 20 } });
  return { ...data.places, ids: data.places.nodes.map(({ id }) => id) };
}

describe('places', () => {
  test('every published place is listed, drafts are not', async () => {
    const all = await find({});
    expect(all.totalCount).toBe(5);
    expect(all.ids).not.toContain('draft');
  });

  test('open now, for a nine-year-old: the children center and not the plaza for babies', async () => {
    const found = await find({ when: { openAt: NOW }, ages: [{ years: 9 }], access: ['DROP_IN'] });
    expect(found.ids).toEqual(['center']);
    expect(found.totalCount).toBe(1);
  });

  test('a place whose hours are not known is counted beside those that are open', async () => {
    const filter = { when: { openAt: NOW }, access: ['DROP_IN'], kinds: ['third-place'] };
    expect(await find(filter)).toMatchObject({ totalCount: 0, unknownHoursCount: 1 });
    expect((await find({ ...filter, hours: 'ONLY_MAYBE' })).ids).toEqual(['unknown']);
  });

  test('the fourth Saturday is found by its date, the third is not', async () => {
    const on = (date: string) => find({ when: { onDates: { from: date, to: date } }, kinds: ['childrens-cafeteria'] });
    expect((await on('2026-11-28')).ids).toEqual(['cafeteria']);
    expect((await on('2026-11-21')).ids).toEqual([]);
  });

  test('a national holiday is closed where the rule says so: 文化の日', async () => {
    expect((await find({ when: { openAt: '2026-11-03T15:00:00+09:00' }, kinds: ['children-center'] })).ids).toEqual([]);
    expect((await find({ when: { openAt: '2026-11-04T15:00:00+09:00' }, kinds: ['children-center'] })).ids).toEqual([
      'center',
    ]);
  });

  test('kana finds a name: あおぞら and アオゾラ', async () => {
    expect((await find({ text: 'あおぞら' })).ids).toEqual(['cafeteria']);
    expect((await find({ text: 'アオゾラ' })).ids).toEqual(['cafeteria']);
  });

  test('distance is on the edge, and nobody learns how far a hidden address is', async () => {
    const data = await answer<{ places: { edges: { distanceMeters: number | null; node: { id: string } }[] } }>(
      server.url,
      `{ places(near: { latitude: 35.708, longitude: 139.752 }, first: 10) { edges { distanceMeters node { id } } } }`,
    );
    const distances = new Map(data.places.edges.map(({ node, distanceMeters }) => [node.id, distanceMeters]));
    expect(distances.get('cafeteria')).toBe(0);
    expect(distances.get('plaza')).toBeGreaterThan(1400);
    expect(distances.get('hidden')).toBeNull();
    expect(data.places.edges.at(-1)?.node.id).toBe('hidden');
  });

  test('a walk by cursor meets each place once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { places: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string }[] } } =
        await answer(
          server.url,
          `query Walk($after: String) { places(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }`,
          { variables: { after } },
        );
      seen.push(...page.places.nodes.map(({ id }) => id));
      after = page.places.pageInfo.hasNextPage ? page.places.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.sort()).toEqual(['cafeteria', 'center', 'hidden', 'plaza', 'unknown']);
  });

  test('the map and the list count the same', async () => {
    const data = await answer<{
      placeMap: {
        totalCount: number;
        withoutPointCount: number;
        clusters: { count: number }[];
        points: { id: string; precision: string }[];
      };
    }>(
      server.url,
      `{ placeMap(bounds: { west: 139, south: 35, east: 140, north: 36 }, zoom: 17) {
        totalCount withoutPointCount clusters { count } points { id precision } } }`,
    );
    const drawn = data.placeMap.clusters.reduce((sum, { count }) => sum + count, data.placeMap.points.length);
    expect(data.placeMap.totalCount).toBe(5);
    expect(data.placeMap.withoutPointCount).toBe(1);
    expect(drawn).toBe(4);
    expect(JSON.stringify(data.placeMap)).not.toContain('hidden');
  });
});

describe('a place', () => {
  const PLACE = `query Place($id: ID!) { place(id: $id) {
    name address { text } addressHidden location { latitude precision }
    ages { until { months } stated } childAlone { value stated } access { value stated } fee { freeForChildren stated }
    schedule { certainty osm lines state { kind until text } sessions(from: "2026-11-24T00:00:00+09:00", to: "2026-11-30T00:00:00+09:00") { start end certain } }
  } }`;
  const place = async (id: string, language = 'ja') =>
    (
      await answer<{ place: Record<string, never> }>(server.url, PLACE, {
        variables: { id },
        headers: { 'accept-language': language },
      })
    ).place;

  test('says what is usual for its kind as usual, not as stated', async () => {
    expect(await place('center')).toMatchObject({
      ages: { until: { months: 216 }, stated: false },
      childAlone: { value: true, stated: false },
      access: { value: 'DROP_IN', stated: false },
      fee: { freeForChildren: true, stated: false },
    });
  });

  test('of a kind with nothing usual, leaves open what is not stated', async () => {
    expect(await place('unknown')).toMatchObject({ ages: null, childAlone: null, fee: null });
  });

  test('answers whether it is open in the voice of the request', async () => {
    const state = async (language: string) =>
      ((await place('center', language)) as { schedule?: { state?: unknown } }).schedule?.state;
    expect(await state('ja')).toEqual({
      kind: 'OPEN',
      until: '2026-11-24T18:00:00+09:00',
      text: '開いています（18:00まで）',
    });
    expect(await state('ja-Hira')).toMatchObject({ text: 'あいています（18:00まで）' });
    expect(await state('en')).toMatchObject({ text: 'Open until 18:00' });
  });

  test('lists its sessions, in Japan, with the day off left out', async () => {
    expect((await place('center')).schedule).toMatchObject({
      sessions: [24, 25, 26, 27].map((day) => ({
        start: `2026-11-${day}T13:00:00+09:00`,
        end: `2026-11-${day}T18:00:00+09:00`,
        certain: true,
      })),
    });
  });

  test('a hidden address leaks through no field', async () => {
    const hidden = await place('hidden');
    expect(hidden).toMatchObject({ addressHidden: true, address: null, location: null });
    expect(JSON.stringify(hidden)).not.toMatch(/春日|35\.7/);
  });

  test('a draft, and what is not there, are null', async () => {
    expect(await place('draft')).toBeNull();
    expect(await place('nothing')).toBeNull();
  });

  test('node knows it by the same id', async () => {
    const data = await answer(server.url, '{ node(id: "center") { id __typename ... on Place { name } } }');
    expect(data).toEqual({ node: { id: 'center', __typename: 'Place', name: 'みどり児童館' } });
  });
});

describe('a badge for an age', () => {
  test('open to all until nine, but not for a nine-year-old in the hours of high school students', async () => {
    const evening = aSchedule([
      aRule(
        [2],
        [
          { start: time('13:00'), end: time('17:30') },
          { start: time('17:30'), end: time('21:00'), ages: [{ from: null, until: null, stages: ['HIGH_SCHOOL'] }] },
        ],
      ),
    ]);
    const late = aPlace({ id: 'late', kinds: ['children-center'], schedule: evening });
    server.index.apply({ upserts: [late], removals: [] });
    const data = await answer<{ place: { schedule: { nine: { kind: string }; teen: { kind: string } } } }>(
      server.url,
      `{ place(id: "late") { schedule {
        nine: state(at: "2026-11-24T18:00:00+09:00", ages: [{ years: 9 }]) { kind }
        teen: state(at: "2026-11-24T18:00:00+09:00", ages: [{ years: 16 }]) { kind } } } }`,
    );
    expect(data.place.schedule).toEqual({ nine: { kind: 'CLOSED' }, teen: { kind: 'OPEN' } });
    server.index.apply({ upserts: [], removals: ['late'] });
  });
});

describe('bad input', () => {
  const codeOf = async (query: string, variables?: Record<string, unknown>) => {
    const { errors } = await ask(server.url, query, { variables });
    return errors?.[0]?.extensions.code;
  };

  test('a page of none or of more than 100 is refused with what to do', async () => {
    const { errors } = await ask(server.url, '{ places(first: 101) { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      message: '`first` is a whole number from 1 to 100.',
      extensions: { code: 'INVALID', argument: ['first'] },
    });
    expect(await codeOf('{ places(first: 0) { totalCount } }')).toBe('INVALID');
  });

  test('a request that asks for too much is refused by the variables it came with', async () => {
    const query = `query Dear($n: Int!) { places(first: $n) { nodes { parts { schedule { sessions(from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z") { start end certain label timeKnown } } } } } }`;
    expect(await codeOf(query, { n: 1 })).toBeUndefined();
    expect(await codeOf(query, { n: 100 })).toBe('TOO_EXPENSIVE');
  });

  test.each([
    [
      'a day that does not exist',
      '{ places(first: 1, filter: { when: { onDates: { from: "2026-02-30", to: "2026-03-01" } } }) { totalCount } }',
    ],
    ['two ways to say an age', '{ places(first: 1, filter: { ages: [{ years: 3, months: 36 }] }) { totalCount } }'],
    ['a kind of operator for the database', '{ places(first: 1, filter: { text: { gt: "" } }) { totalCount } }'],
  ])('%s is refused before any resolver runs', async (_, query) => {
    expect(await codeOf(query)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test.each(['south: 36, north: 35', 'south: -91, north: 35', 'south: 35, north: 90.5'])(
    'a map of %s is no rectangle',
    async (ends) => {
      const { errors } = await ask(
        server.url,
        `{ placeMap(bounds: { west: 139, east: 140, ${ends} }, zoom: 5) { totalCount } }`,
      );
      expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID', argument: ['bounds'] });
    },
  );

  test('a municipality code with a wrong check digit is named', async () => {
    expect(await codeOf('{ places(first: 1, filter: { within: { municipality: "132196" } }) { totalCount } }')).toBe(
      'BAD_CHECK_DIGIT',
    );
  });

  test('a malformed Host is 400', async () => {
    const { port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      get({ port, path: '/healthz', headers: { host: 'bad host/' } }, (response) => resolve(response.statusCode)).on(
        'error',
        reject,
      );
    });
    expect(status).toBe(400);
  });
});
