import type { FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Place } from '../../server/domain/place.ts';
import { samplePlaces } from '../../server/samples/generate.ts';
import { createPlaceIndex } from '../../server/search/place-index.ts';

const NOW = Date.parse('2026-11-24T10:00:00+09:00');
const DAY = 86_400_000;
const YES = ['OPEN', 'TOO_LATE_TO_BOOK'];
const MAYBE = ['MAYBE', 'ASK_TIME', 'UNKNOWN'];

/** Every 40th sample: every kind, all schedules of the recipes among them. */
const places = samplePlaces(NOW).filter((_, index) => index % 40 === 0);

/** Numbers in [0, 1) from a seed, another generator than the product's (LCG of Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
}

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp({
    index: createPlaceIndex(places),
    now: () => NOW,
    publicUrl: 'https://ibasho.example.jp',
    readiness: () => ({ ready: true, places: places.length, staleMs: 0 }),
    web: null,
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
  });
});
afterAll(() => app.close());

async function ask<T>(query: string, variables: object): Promise<T> {
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
  const { data, errors } = answer.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

async function filtered(at: string, hours: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page: { places: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await ask(
        `query F($at: DateTime!, $hours: HoursFilter!, $after: String) {
        places(first: 100, after: $after, filter: { when: { openAt: $at }, hours: $hours }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { at, hours, after },
      );
    ids.push(...page.places.nodes.map(({ id }) => id));
    if (!page.places.pageInfo.hasNextPage) return ids.sort();
    after = page.places.pageInfo.endCursor;
  }
}

async function badges(at: string): Promise<Map<string, string>> {
  const kinds = new Map<string, string>();
  for (const { id } of places) {
    const data = await ask<{ place: { schedule: { state: { kind: string } } } }>(
      'query B($id: ID!, $at: DateTime!) { place(id: $id) { schedule { state(at: $at) { kind } } } }',
      { id, at },
    );
    kinds.set(id, data.place.schedule.state.kind);
  }
  return kinds;
}

interface Expanded {
  start: number;
  end: number | null;
  tentative: boolean;
  allDay: boolean;
}

/** Expands a calendar with ical.js, which shares nothing with the writer. */
function expand(text: string, until: number): Expanded[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return events.flatMap((event) => {
    const tentative = event.component.getFirstPropertyValue('status') === 'TENTATIVE';
    const ended = event.component.hasProperty('dtend') || event.component.hasProperty('duration');
    const found: Expanded[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
      const { startDate, endDate } = event.getOccurrenceDetails(next) as unknown as {
        startDate: ICAL.Time;
        endDate: ICAL.Time;
      };
      const start = startDate.toUnixTime() * 1000;
      if (start >= until) break;
      found.push({ start, end: ended ? endDate.toUnixTime() * 1000 : null, tentative, allDay: startDate.isDate });
      if (!event.isRecurring()) break;
    }
    return found;
  });
}

describe.each(['UTC', 'Asia/Tokyo', 'America/New_York'])('in a process of the zone %s', (zone) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    process.env.TZ = before;
  });

  test('filter and badge agree at random moments of the coming year', async () => {
    const random = numbers(7);
    for (let round = 0; round < 12; round++) {
      const at = new Date(NOW + Math.floor(random() * 365 * 24 * 12) * 300_000).toISOString();
      const kinds = await badges(at);
      const those = (wanted: string[]) =>
        [...kinds]
          .filter(([, kind]) => wanted.includes(kind))
          .map(([id]) => id)
          .sort();
      expect(await filtered(at, 'KNOWN'), at).toEqual(those(YES));
      expect(await filtered(at, 'ONLY_MAYBE'), at).toEqual(those(MAYBE));
    }
  });

  test('the calendar file has exactly the sessions of the API', async () => {
    const until = NOW + 120 * DAY;
    const today = Date.parse('2026-11-24T00:00:00+09:00');
    for (const { id } of places) {
      const calendar = await app.inject({ url: `/places/${id}.ics` });
      expect(calendar.statusCode, id).toBe(200);
      const data = await ask<{
        place: {
          schedule: { sessions: { start: string; end: string | null; certain: boolean; timeKnown: boolean }[] };
        };
      }>(
        'query S($id: ID!, $from: DateTime!, $to: DateTime!) { place(id: $id) { schedule { sessions(from: $from, to: $to) { start end certain timeKnown } } } }',
        { id, from: new Date(today).toISOString(), to: new Date(until).toISOString() },
      );
      const asked = data.place.schedule.sessions.map((each) => `${Date.parse(each.start)} ${each.certain}`);
      const read = expand(calendar.body, until).map(({ start, allDay, tentative }) => {
        const shown = allDay ? start - 9 * 3_600_000 : start;
        return `${shown} ${!tentative}`;
      });
      expect(new Set(read), id).toEqual(new Set(asked));
    }
  });

  test('JSON-LD names only hours that are certain', async () => {
    for (const place of places.slice(0, 30)) {
      const { place: found } = await ask<{ place: { jsonLd: string } }>(
        'query J($id: ID!) { place(id: $id) { jsonLd } }',
        { id: place.id },
      );
      const { event } = JSON.parse(found.jsonLd) as { event: { startDate: string }[] };
      for (const { startDate } of event.filter(({ startDate }) => startDate.includes('T'))) {
        expect(YES, `${place.id} ${startDate}`).toContain(await kindAt(place, startDate));
      }
    }
  });
});

async function kindAt(place: Place, at: string): Promise<string> {
  const data = await ask<{ place: { schedule: { state: { kind: string } } } }>(
    'query K($id: ID!, $at: DateTime!) { place(id: $id) { schedule { state(at: $at) { kind } } } }',
    { id: place.id, at },
  );
  return data.place.schedule.state.kind;
}
