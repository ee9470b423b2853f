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

test('the words of its times have readings where they are asked for, in やさしいにほんご alone', async () => {
  const query = `{ place(id: "weekly") { schedule {
    lines marked: lines(ruby: true) state { text marked: text(ruby: true) }
  } } }`;
  const told = async (voice: string) => answer(server.url, query, { headers: { 'accept-language': voice } });
  const easy = '毎週 土曜日 11:30から 13:30まで（祝日は休み）';
  expect(await told('ja-Hira')).toEqual({
    place: {
      schedule: {
        lines: [easy],
        marked: ['{毎週|まいしゅう} {土曜日|どようび} 11:30から 13:30まで（{祝日|しゅくじつ}は{休|やす}み）'],
        state: {
          text: 'しまっています（つぎは 11月28日(土) 11:30）',
          marked: 'しまっています（つぎは 11{月|がつ}28{日|にち}({土|ど}) 11:30）',
        },
      },
    },
  });
  for (const voice of ['ja', 'en']) {
    const { schedule } = ((await told(voice)) as { place: { schedule: Record<string, unknown> } }).place;
    expect(schedule.marked).toEqual(schedule.lines);
  }
});
