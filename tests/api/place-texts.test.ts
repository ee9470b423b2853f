import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { answer } from '../support/execute.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const dates = ['2026-12-05', '2026-12-12'];
const places = [
  aPlace({
    id: 'listed',
    name: 'ひまわり食堂',
    kana: 'ひまわり しょくどう',
    description: '子どもだけで行ってもいいです。',
    schedule: aSchedule([aRule([], [{ start: time('11:30'), end: time('13:30') }], { dates })]),
  }),
  aPlace({ id: 'unknown' }),
  aPlace({ id: 'weekly', schedule: aSchedule([aRule([6], [{ start: time('11:30'), end: time('13:30') }])]) }),
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ places, now: '2026-11-24T15:00:00+09:00' });
});
afterAll(() => server.stop());

const WINDOW = 'from: "2026-12-10T00:00:00+09:00", to: "2026-12-16T00:00:00+09:00"';
async function maybeDays(id: string): Promise<string[]> {
  const query = `{ place(id: "${id}") { schedule { maybeDays(${WINDOW}) } } }`;
  const data = await answer<{ place: { schedule: { maybeDays: string[] } } }>(server.url, query);
  return data.place.schedule.maybeDays;
}

test('days after the last listed date are maybe, days between the listed ones are not', async () => {
  expect(await maybeDays('listed')).toEqual(['2026-12-13', '2026-12-14', '2026-12-15']);
});

test('every day of a place of which nothing is known is maybe, no day of one that is known', async () => {
  expect(await maybeDays('unknown')).toHaveLength(6);
  expect(await maybeDays('weekly')).toEqual([]);
});

test('a place has its reading in Latin letters and its texts in phrases', async () => {
  const query = '{ place(id: "listed") { romaji phrases { name description easyDescription } } }';
  expect(await answer(server.url, query)).toEqual({
    place: {
      romaji: 'Himawari Shokudou',
      phrases: {
        name: ['ひまわり', '食堂'],
        description: ['子どもだけで', '行っても', 'いいです。'],
        easyDescription: null,
      },
    },
  });
});
