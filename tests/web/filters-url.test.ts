import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filters } from '../../web/src/lib/search/filters.ts';
import { HOME_TIMES, LIFE_STAGES, NO_FILTERS, RADII } from '../../web/src/lib/search/filters.ts';
import {
  filtersFromUrl,
  filtersToUrl,
  placeUrl,
  searchUrl,
  viewFromUrl,
  whoFromUrl,
} from '../../web/src/lib/search/filters-url.ts';

const read = (query: string): Filters => filtersFromUrl(new URLSearchParams(query));

const code = fc.constantFrom('eat', 'play', 'children-center', 'meal', 'good-in-rain', 'with-baby');
const codes = fc.uniqueArray(code, { maxLength: 3 });
const date = fc.constantFrom('2026-11-24', '2028-02-29', '2026-12-31');
const time = fc.option(fc.constantFrom('00:00', '09:30', '17:15', '24:00'));
const degrees = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((value) => value / 1000);

const who = fc.uniqueArray(
  fc.oneof(
    fc.integer({ min: 0, max: 39 }).map((years) => ({ years })),
    fc.integer({ min: 0, max: 480 }).map((months) => ({ months })),
    fc.constantFrom(...LIFE_STAGES).map((stage) => ({ stage })),
  ),
  { maxLength: 4, selector: (one) => JSON.stringify(one) },
);
const when = fc.oneof(
  fc.constantFrom('any', 'now', 'today', 'tomorrow', 'weekend').map((kind) => ({ kind })),
  fc.record({ kind: fc.constant('day'), date, from: time, to: time }),
  fc.constantFrom(...HOME_TIMES).map((by) => ({ kind: 'home', by })),
);
const where = fc.oneof(
  fc.constant({ kind: 'anywhere' }),
  fc.constantFrom('13', '131059', '130001').map((area) => ({ kind: 'area', code: area })),
  fc.record({
    kind: fc.constant('point'),
    latitude: degrees(90),
    longitude: degrees(180),
    name: fc.constantFrom('', '本郷三丁目', 'A & B = C?'),
  }),
  fc
    .tuple(degrees(180), fc.integer({ min: -90_000, max: 89_000 }), degrees(180), fc.integer({ min: 1, max: 900 }))
    .map(([west, south, east, height]) => ({
      kind: 'box',
      box: { west, south: south / 1000, east, north: (south + height) / 1000 },
    })),
);
const filters = fc.record({
  text: fc.constantFrom('', '児童館', 'ひろば 文京区', '%?&#='),
  who,
  when,
  needs: codes,
  kinds: codes,
  activities: codes,
  features: codes,
  where,
  radius: fc.constantFrom(...RADII),
  hours: fc.constantFrom('known', 'also-maybe', 'only-maybe'),
  includeNotStated: fc.boolean(),
  free: fc.boolean(),
  childAlone: fc.boolean(),
  noBooking: fc.boolean(),
  anyAccess: fc.boolean(),
  shown: fc.constantFrom(20, 40, 100),
  after: fc.option(fc.constantFrom('abc_-', 'eyJ4Ijox')),
}) as fc.Arbitrary<Filters>;

describe('the URL is the state', () => {
  it('gives back every filter that it was made of', () => {
    const isSame = fc.property(filters, (wanted) => {
      expect(read(filtersToUrl(wanted))).toEqual(wanted);
    });
    fc.assert(isSame);
  });

  it('is empty where nothing is asked', () => {
    expect(filtersToUrl(NO_FILTERS)).toBe('');
    expect(read('')).toEqual(NO_FILTERS);
  });

  it('says in readable words what is asked', () => {
    const wanted = read('?who=9&who=8m&who=primary-lower&when=day&date=2026-11-28&from=10:00&need=eat&area=131059');
    expect(wanted.who).toEqual([{ years: 9 }, { months: 8 }, { stage: 'PRIMARY_LOWER' }]);
    expect(wanted.when).toEqual({ kind: 'day', date: '2026-11-28', from: '10:00', to: null });
    expect(wanted.needs).toEqual(['eat']);
    expect(wanted.where).toEqual({ kind: 'area', code: '131059' });
  });

  it('keeps the view beside the filters', () => {
    expect(searchUrl(NO_FILTERS, 'days')).toBe('/?view=days');
    for (const view of ['list', 'days', 'map'] as const) {
      expect(viewFromUrl(new URL(searchUrl(NO_FILTERS, view), 'https://x').searchParams)).toBe(view);
    }
    expect(viewFromUrl(new URLSearchParams('view=globe'))).toBe('list');
    expect(searchUrl(NO_FILTERS, 'map')).toBe('/?view=map');
    expect(searchUrl({ ...NO_FILTERS, free: true }, 'map')).toBe('/?free=1&view=map');
    expect(searchUrl({ ...NO_FILTERS, free: true }, 'list')).toBe('/?free=1');
  });
});

it('the address of a place says who comes along, and nothing else of the search', () => {
  const who = [{ years: 9 }, { stage: 'BABY' as const }];
  expect(placeUrl('p1', who)).toBe('/places/p1?who=9&who=baby');
  expect(placeUrl('p1', [])).toBe('/places/p1');
  expect(whoFromUrl(new URLSearchParams('who=9&who=baby&need=eat'))).toEqual(who);
});

it('takes the code of every municipality and prefecture', () => {
  const codes = listMunicipalities().map(({ code }) => code);
  expect(codes.filter((code) => read(`area=${code}`).where.kind !== 'area')).toEqual([]);
  expect(codes.length).toBeGreaterThan(1700);
});

describe('what is not valid in a URL is dropped', () => {
  it.each([
    ['an unknown time', 'when=yesterday'],
    ['a day that does not exist', 'when=day&date=2026-02-30'],
    ['a person of no age', 'who=abc&who=-3&who=400'],
    ['a code with other characters', 'need=$where&kind=../x'],
    ['a municipality of five digits', 'area=13105'],
    ['a municipality with a wrong check digit', 'area=131050'],
    ['a prefecture that there is not', 'area=48'],
    ['a municipality of no prefecture', 'area=999999'],
    ['a rectangle upside down', 'box=139,36,140,35'],
    ['a rectangle of three numbers', 'box=139,35,140'],
    ['a point beyond the pole', 'at=91,139'],
    ['a number in another notation', 'at=1e1,139'],
    ['a radius that is not offered', 'radius=5000'],
    ['a count that is none', 'n=many'],
    ['a time to be home by without being asked for', 'by=18:00'],
    ['a negative count', 'n=-20'],
  ])('%s', (_what, query) => {
    expect(read(query)).toEqual(NO_FILTERS);
  });

  it('hours of a day that do not exist, and keeps the day', () => {
    expect(read('when=day&date=2026-11-24&from=25:00&to=12:60').when).toEqual({
      kind: 'day',
      date: '2026-11-24',
      from: null,
      to: null,
    });
  });

  it('more places than the API gives at a time', () => {
    expect(read('n=5000').shown).toBe(100);
    expect(read('n=21').shown).toBe(40);
  });
});

describe('the form as a browser without JavaScript sends it', () => {
  it('asks nothing with every field empty', () => {
    expect(read('q=&when=&date=2026-11-25&from=&to=&area=')).toEqual(NO_FILTERS);
  });

  it('leaves an area of the map when all of Japan is chosen', () => {
    expect(read('area=&box=139,35,140,36').where).toEqual({ kind: 'anywhere' });
    expect(read('area=kept&box=139,35,140,36').where.kind).toBe('box');
  });
});
