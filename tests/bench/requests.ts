import type { Bounds } from '../../server/domain/geo.ts';
import type { NearInput, PlaceFilterInput } from '../../server/domain/search-input.ts';
import { type PlaceOrder, searchRequest } from '../../server/domain/search-request.ts';
import type { PlaceIndex } from '../../server/search/place-index.ts';
import { NOW } from './places.ts';
import { hoursLater, type Variant } from './variants.ts';

/** One of the fixed list of requests: how the index is asked, and how the API is. */
export interface RequestKind {
  name: string;
  index: (index: PlaceIndex, variant: Variant) => unknown;
  /** How often the index is asked; 1,024 times unless said. */
  rounds?: number;
  /** Absent: measured on the index alone. */
  query?: string;
  variables?: (variant: Variant) => Record<string, unknown>;
}

const TOKYO = { latitude: 35.69, longitude: 139.75 };
const JAPAN: Bounds = { west: 122, south: 24, east: 146, north: 46 };
const WEEK_MS = 7 * 86_400_000;

/** 15 fields of a card. */
const CARD = `id name kana kinds activities features description operator capacity
  access { value } childAlone { value } fee { freeForChildren } address { text } municipality { name }
  location { latitude longitude }`;

const PLACES = `query Search($filter: PlaceFilter, $near: NearInput, $orderBy: PlaceOrder, $after: String) {
  places(filter: $filter, near: $near, orderBy: $orderBy, first: 20, after: $after) {
    totalCount unknownHoursCount edges { distanceMeters node { ${CARD} } } } }`;
const MAP = `query Map($filter: PlaceFilter, $bounds: BoundsInput!, $zoom: Float!) {
  placeMap(filter: $filter, bounds: $bounds, zoom: $zoom) {
    totalCount withoutPointCount clusters { latitude longitude count }
    points { id name latitude longitude kinds precision state } } }`;
const SUGGEST = `query Suggest($text: String!) { suggest(text: $text, first: 10) { type label detail id code latitude longitude } }`;
const FACETS = `query Facets($filter: PlaceFilter) { places(filter: $filter, first: 1) { totalCount
  facets { kinds { code count } activities { code count } features { code count } access { code count } } } }`;
const SESSIONS = `query Sessions($filter: PlaceFilter, $from: DateTime!, $to: DateTime!) {
  sessions(filter: $filter, from: $from, to: $to, first: 20) { totalCount
    nodes { start end timeKnown certain label place { id name kinds } } } }`;
const SESSION_DAYS = `query Days($filter: PlaceFilter, $from: LocalDate!, $to: LocalDate!) {
  sessionDays(filter: $filter, from: $from, to: $to) { date count maybeCount } }`;

interface Search {
  filter: PlaceFilterInput;
  near?: NearInput;
  orderBy?: PlaceOrder;
  after?: string;
}

/** A search of 20 places, on the index and over HTTP from one description. */
function search(name: string, of: (variant: Variant) => Search, rounds?: number): RequestKind {
  return {
    name,
    ...(rounds ? { rounds } : {}),
    index(index, variant) {
      const { filter, near = null, orderBy = null, after = null } = of(variant);
      return index.search(searchRequest(filter, near, orderBy, NOW), { first: 20, after }, NOW);
    },
    query: PLACES,
    variables: (variant) => ({ ...of(variant) }),
  };
}

function map(name: string, of: (variant: Variant) => { filter: PlaceFilterInput; bounds: Bounds; zoom: number }) {
  return {
    name,
    rounds: 400,
    index(index: PlaceIndex, variant: Variant) {
      const { filter, bounds, zoom } = of(variant);
      return index.map(searchRequest(filter, null, null, NOW), bounds, zoom, NOW);
    },
    query: MAP,
    variables: (variant: Variant) => ({ ...of(variant) }),
  };
}

function around({ latitude, longitude }: Variant['position'], half: number): Bounds {
  return { west: longitude - half, east: longitude + half, south: latitude - half / 2, north: latitude + half / 2 };
}

const PAGE_FIFTY = {
  near: TOKYO,
  filter: { ages: [{ years: 7 }] },
};

/** A cursor is a distance and an id: the one of page 49 serves positions a few metres away too. */
export function pageFiftyCursor(index: PlaceIndex): string | null {
  let after: string | null = null;
  for (let page = 0; page < 49; page++) {
    const request = searchRequest(PAGE_FIFTY.filter, PAGE_FIFTY.near, null, NOW);
    after = index.search(request, { first: 20, after }, NOW).hits.at(-1)?.cursor ?? after;
  }
  return after;
}

export const NEAREST: RequestKind = search('nearest 20: age, openAt, kind', ({ position, at, years }) => ({
  near: position,
  filter: { ages: [{ years }], when: { openAt: at }, kinds: ['children-center', 'childrens-cafeteria'] },
}));

/** The fixed list; `cursor`: of page 49 around Tokyo. */
export function requestKinds(cursor: string | null): RequestKind[] {
  return [
    NEAREST,
    search('rare kind near Tokyo', ({ position, number }) => ({
      near: {
        latitude: TOKYO.latitude + (position.latitude % 0.2),
        longitude: TOKYO.longitude + (number % 4096) / 4e4,
      },
      filter: { kinds: ['overnight-care'], features: ['sign-language'] },
    })),
    search('at sea', ({ position, years }) => ({
      near: { latitude: 30 + (position.latitude % 1), longitude: 152 },
      filter: { ages: [{ years }] },
    })),
    map('map: Japan z5, age, openAt', ({ at, years }) => ({
      filter: { ages: [{ years }], when: { openAt: at } },
      bounds: JAPAN,
      zoom: 5,
    })),
    map('map: ward z14, age, openAt', ({ position, at, years }) => ({
      filter: { ages: [{ years }], when: { openAt: at } },
      bounds: around(position, 0.03),
      zoom: 14,
    })),
    search('text, by name', ({ text, years }) => ({ filter: { text, ages: [{ years }] } })),
    search('text, near', ({ text, position }) => ({ near: position, filter: { text } })),
    {
      name: 'suggest',
      index: (index, { typed }) => index.suggest(typed, 10),
      query: SUGGEST,
      variables: ({ typed }) => ({ text: typed }),
    },
    search('page 50 by cursor', ({ number }) => ({
      near: { latitude: TOKYO.latitude + (number % 65_536) * 1e-9, longitude: TOKYO.longitude },
      filter: PAGE_FIFTY.filter,
      ...(cursor ? { after: cursor } : {}),
    })),
    {
      name: 'facets of Japan, age, openAt',
      rounds: 400,
      index: (index, { at, years }) =>
        index
          .search(
            searchRequest({ ages: [{ years }], when: { openAt: at } }, null, null, NOW),
            { first: 1, after: null },
            NOW,
          )
          .facets(),
      query: FACETS,
      variables: ({ at, years }) => ({ filter: { ages: [{ years }], when: { openAt: at } } }),
    },
    search(
      'opens soonest, Japan, drop-in',
      ({ years }) => ({ filter: { ages: [{ years }], access: ['DROP_IN'] }, orderBy: 'OPENS_SOONEST' }),
      100,
    ),
    {
      name: 'sessions of Japan, a week',
      rounds: 60,
      index: (index, { at, years }) =>
        index.sessions(
          searchRequest({ ages: [{ years }] }, null, null, NOW),
          at.getTime(),
          at.getTime() + WEEK_MS,
          { first: 20, after: null },
          NOW,
        ),
      query: SESSIONS,
      variables: ({ at, years }) => ({ filter: { ages: [{ years }] }, from: at, to: new Date(at.getTime() + WEEK_MS) }),
    },
    {
      name: 'days of Japan, 31',
      rounds: 60,
      index: (index, { years, at }) =>
        index.sessionDays(
          searchRequest({ ages: [{ years }], access: at.getMinutes() % 2 ? ['DROP_IN'] : [] }, null, null, NOW),
          '2026-11-24',
          '2026-12-24',
          NOW,
        ),
      query: SESSION_DAYS,
      variables: ({ years, at }) => ({
        filter: { ages: [{ years }], access: at.getMinutes() % 2 ? ['DROP_IN'] : [] },
        from: '2026-11-24',
        to: '2026-12-24',
      }),
    },
    ...indexAlone(),
  ];
}

/** More of the same, on the index alone. */
function indexAlone(): RequestKind[] {
  const alone = (kind: RequestKind): RequestKind => {
    const { query: _, variables: __, ...rest } = kind;
    return rest;
  };
  return [
    search('nearest 20: family of 2, window', ({ position, at }) => ({
      near: position,
      filter: { ages: [{ months: 8 }, { years: 7 }], when: { openDuring: { from: at, to: hoursLater(at, 3) } } },
    })),
    search('nearest 20: openAt alone', ({ position, at }) => ({ near: position, filter: { when: { openAt: at } } })),
    search('nearest 20: no filter', ({ position }) => ({ near: position, filter: {} })),
    search('nearest 20: weekly', ({ position, years }) => ({
      near: position,
      filter: {
        ages: [{ years }],
        when: { weekly: { weekdays: [years % 2 ? 'SATURDAY' : 'WEDNESDAY'], from: '15:30', to: '18:00' } },
      },
    })),
    search('there and home: visit', ({ position, at, years }) => ({
      near: position,
      filter: { ages: [{ years }], when: { visit: { from: at, homeBy: hoursLater(at, 2) } } },
    })),
    map('map: Japan z5, no filter', () => ({ filter: {}, bounds: JAPAN, zoom: 5 })),
    map('map: city z10, age', ({ position, years }) => ({
      filter: { ages: [{ years }] },
      bounds: around(position, 0.5),
      zoom: 10,
    })),
  ].map(alone);
}
