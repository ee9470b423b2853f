import { parseArgs } from 'node:util';
import type { Bounds } from '../../server/domain/geo.ts';
import type { NearInput, PlaceFilterInput } from '../../server/domain/search-input.ts';
import { type PlaceOrder, searchRequest } from '../../server/domain/search-request.ts';
import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';
import { createPlaceIndex, type PlaceIndex } from '../../server/search/place-index.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { randomPlaces } from '../support/random-places.ts';

/**
 * The index alone: `node tests/bench/search.ts --places 200000`. Seeded places, clustered like the population, with at
 * least 20,000 distinct schedules and one place in twenty with closed days of its own; every request has another position
 * and another time, out of 2,048.
 */

const NOW = Date.parse('2026-11-24T15:00:00+09:00');
const MINUTE = 60_000;
const VARIANTS = 2048;
const JAPAN: Bounds = { west: 122, south: 24, east: 146, north: 46 };
const TOKYO = { latitude: 35.69, longitude: 139.75 };
const WORDS = [
  'ひまわり児童館',
  'さくら',
  'あおぞら 食堂',
  'センター南',
  '若葉 図書館',
  'にじいろ',
  'こども食堂',
  'ひろば 文京区',
  '社会福祉',
  '学習室 本町',
];

interface Variant {
  position: { latitude: number; longitude: number };
  at: Date;
  years: number;
  random: Random;
}

type Kind = [name: string, run: (index: PlaceIndex, variant: Variant) => unknown, rounds?: number];

function search(
  index: PlaceIndex,
  filter: PlaceFilterInput,
  near: NearInput | null,
  orderBy: PlaceOrder | null = null,
) {
  return index.search(searchRequest(filter, near, orderBy, NOW), { first: 20, after: null }, NOW);
}

const map = (index: PlaceIndex, filter: PlaceFilterInput, bounds: Bounds, zoom: number) =>
  index.map(searchRequest(filter, null, null, NOW), bounds, zoom, NOW);

function around({ latitude, longitude }: Variant['position'], half: number): Bounds {
  return { west: longitude - half, east: longitude + half, south: latitude - half / 2, north: latitude + half / 2 };
}

const hour = (date: Date, hours: number) => new Date(date.getTime() + hours * 60 * MINUTE);

const KINDS: Kind[] = [
  [
    'nearest 20: age, openAt, kind',
    (index, { position, at, years }) =>
      search(
        index,
        { ages: [{ years }], when: { openAt: at }, kinds: ['children-center', 'childrens-cafeteria'] },
        position,
      ),
  ],
  [
    'nearest 20: + cards unpacked',
    (index, { position, at, years }) =>
      search(
        index,
        { ages: [{ years }], when: { openAt: at }, kinds: ['children-center', 'childrens-cafeteria'] },
        position,
      ).hits.map(({ place }) => place.name),
  ],
  [
    'nearest 20: family of 2, window',
    (index, { position, at }) =>
      search(
        index,
        { ages: [{ months: 8 }, { years: 7 }], when: { openDuring: { from: at, to: hour(at, 3) } } },
        position,
      ),
  ],
  ['nearest 20: openAt alone', (index, { position, at }) => search(index, { when: { openAt: at } }, position)],
  ['nearest 20: no filter', (index, { position }) => search(index, {}, position)],
  [
    'rare kind near Tokyo',
    (index, { position }) =>
      search(
        index,
        { kinds: ['overnight-care'], features: ['sign-language'] },
        { ...TOKYO, longitude: TOKYO.longitude + position.longitude / 1e4 },
      ),
  ],
  [
    'at sea',
    (index, { position, years }) =>
      search(index, { ages: [{ years }] }, { latitude: 30 + (position.latitude % 1), longitude: 152 }),
  ],
  [
    'weekly, near',
    (index, { position, years }) =>
      search(
        index,
        {
          ages: [{ years }],
          when: { weekly: { weekdays: [years % 2 ? 'SATURDAY' : 'WEDNESDAY'], from: '15:30', to: '18:00' } },
        },
        position,
      ),
  ],
  [
    'visit',
    (index, { position, at, years }) =>
      search(index, { ages: [{ years }], when: { visit: { from: at, homeBy: hour(at, 2) } } }, position),
  ],
  ['ward: text', (index, { random }) => search(index, { text: random.pick(WORDS) }, null)],
  ['text, near', (index, { random, position }) => search(index, { text: random.pick(WORDS) }, position)],
  [
    'opens soonest, Japan',
    (index, { at }) =>
      index.search(
        searchRequest({ access: ['DROP_IN'] }, null, 'OPENS_SOONEST', at.getTime()),
        { first: 20, after: null },
        at.getTime(),
      ),
    200,
  ],
  ['suggest', (index, { random }) => index.suggest(random.pick(WORDS).slice(0, random.int(1, 5)), 10)],
  ['page 50 by cursor', pageFifty, 400],
  ['facets, Japan', (index, { years }) => search(index, { ages: [{ years }] }, null).facets(), 400],
  [
    'facets, Japan, openAt',
    (index, { at, years }) =>
      search(index, { ages: [{ years }], when: { openAt: at }, kinds: ['children-center'] }, null).facets(),
    400,
  ],
  ['map: Japan z5', (index) => map(index, {}, JAPAN, 5), 400],
  [
    'map: Japan z5, openAt, age',
    (index, { at, years }) => map(index, { ages: [{ years }], when: { openAt: at } }, JAPAN, 5),
    400,
  ],
  [
    'map: ward z14',
    (index, { position, at, years }) =>
      map(index, { ages: [{ years }], when: { openAt: at } }, around(position, 0.03), 14),
  ],
  ['map: city z10', (index, { position, years }) => map(index, { ages: [{ years }] }, around(position, 0.5), 10)],
  [
    'sessions, city, a week',
    (index, { position, at, years }) =>
      index.sessions(
        searchRequest({ ages: [{ years }], within: { bounds: around(position, 0.2) } }, position, null, NOW),
        at.getTime(),
        at.getTime() + 7 * 1440 * MINUTE,
        { first: 20, after: null },
        NOW,
      ),
    400,
  ],
  [
    'sessions, Japan, a week',
    (index, { at }) =>
      index.sessions(
        searchRequest({}, null, null, NOW),
        at.getTime(),
        at.getTime() + 7 * 1440 * MINUTE,
        { first: 20, after: null },
        NOW,
      ),
    30,
  ],
  [
    'sessionDays, Japan, 31 days',
    (index, { years }) =>
      index.sessionDays(searchRequest({ ages: [{ years }] }, null, null, NOW), '2026-11-24', '2026-12-24', NOW),
    30,
  ],
];

const cursors = new WeakMap<PlaceIndex, string | null>();

function pageFifty(index: PlaceIndex, { years }: Variant) {
  const request = searchRequest({ ages: [{ years: 7 + (years % 2) }] }, TOKYO, null, NOW);
  let after = cursors.get(index) ?? null;
  for (let page = 0; after === null && page < 49; page++) {
    after = index.search(request, { first: 20, after }, NOW).hits.at(-1)?.cursor ?? null;
  }
  cursors.set(index, after);
  return index.search(request, { first: 20, after }, NOW);
}

function variants(): Variant[] {
  const random = seededRandom(42);
  const towns = listMunicipalities();
  return Array.from({ length: VARIANTS }, () => {
    const town = towns[(Math.floor(random.next() ** 3 * towns.length) * 7919) % towns.length]!;
    const position = {
      latitude: town.latitude + random.normal() * 0.02,
      longitude: town.longitude + random.normal() * 0.02,
    };
    return { position, at: new Date(NOW + random.int(0, 14 * 24 * 12) * 5 * MINUTE), years: random.int(0, 18), random };
  });
}

/** First: everything for the first time. Again: each request once more, the best of three (another program's turn is not its time). */
function measure(index: PlaceIndex, [name, run, rounds = VARIANTS]: Kind, all: Variant[]): void {
  const used = all.slice(0, Math.min(rounds, Number(values.rounds)));
  const first = used.map((variant) => timed(() => run(index, variant)));
  const again = used.map((variant) => Math.min(...[1, 2, 3].map(() => timed(() => run(index, variant)))));
  const cells = [first, again].flatMap((list) => [0.5, 0.99].map((share) => quantile(list, share)));
  console.log(`${name.padEnd(34)}${cells.map((cell) => cell.toFixed(3).padStart(10)).join('')}`);
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function quantile(list: number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

async function* batches(count: number) {
  let batch = [];
  for (const place of randomPlaces({
    seed: 1,
    count,
    schedules: Math.max(20_000, count / 20),
    slotFacts: 0.05,
    now: NOW,
  })) {
    if (batch.push(place) < 1000) continue;
    yield batch;
    await Promise.resolve();
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '200000' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: String(VARIANTS) },
  },
});
const count = Number(values.places);
const generating = performance.now();
let made = 0;
for await (const batch of batches(count)) made += batch.length;
const generated = performance.now();
const index = createPlaceIndex([]);
await index.load(batches(count));
const loaded = performance.now();
await index.prepare(NOW);
const memory = process.memoryUsage();
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
console.log(
  `${made} places; index ${((loaded - generated - (generated - generating)) / 1000).toFixed(1)} s, hours ${((performance.now() - loaded) / 1000).toFixed(1)} s; resident ${megabytes(memory.rss)}, heap ${megabytes(memory.heapUsed)}, buffers ${megabytes(memory.arrayBuffers)}`,
);
console.log(
  `${'ms'.padEnd(34)}${['p50 first', 'p99 first', 'p50 again', 'p99 again'].map((head) => head.padStart(10)).join('')}`,
);
const all = variants();
for (const kind of KINDS) if (kind[0].includes(values.only)) measure(index, kind, all);
