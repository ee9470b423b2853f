import { ACTIVITIES } from '../../server/domain/vocabulary/activities.ts';
import { readSchedule } from '../../server/domain/schedule/read-text/read-schedule.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import { stateAt } from '../../server/domain/schedule/state.ts';
import { seededRandom } from '../support/random.ts';
import { randomSchedule } from '../support/random-schedules.ts';
import { NOW } from './places.ts';
import { quantile } from './quantile.ts';
import { short } from './table.ts';

/** The evaluator and the reader of texts: `node tests/bench/schedule.ts`. */

const DAYS_92 = 92 * 86_400_000;
const RUNS = 4000;
const TEXTS = [
  '第2・第4土曜 11:30〜13:30、祝日休み',
  '月~金 9:00~12:00、13:00~17:00 土 9:00~12:00 日祝・年末年始休み',
  '毎週火～木 11:30～18:00 金～土 11:30～20:00(15～17時休憩) 第4日 12:00～',
];

function measure<T>(items: T[], run: (item: T) => unknown): string {
  const times = Array.from({ length: RUNS }, (_, turn) => {
    const start = performance.now();
    run(items[turn % items.length]!);
    return (performance.now() - start) * 1000;
  });
  return `median ${short(quantile(times, 0.5))} µs, p99 ${short(quantile(times, 0.99))} µs`;
}

/** Lines about what the evaluator takes for a place, over distinct schedules in the mix of the published data. */
export function measureSchedules(): string[] {
  const random = seededRandom(7);
  const mix = { slotFacts: 0.05, ownClosures: 0.05, activities: ACTIVITIES.map(({ code }) => code) };
  const schedules = Array.from({ length: RUNS }, () => randomSchedule(random, mix));
  return [
    `a place over 92 days: ${measure(schedules, (schedule) => openSpans(schedule, NOW, NOW + DAYS_92))}`,
    `the same again: ${measure(schedules, (schedule) => openSpans(schedule, NOW, NOW + DAYS_92))}`,
    `a badge: ${measure(schedules, (schedule) => stateAt(schedule, NOW))}`,
    `reading a text: ${measure(TEXTS, (text) => readSchedule({ text }))}`,
  ];
}

if (import.meta.main) console.log(measureSchedules().join('\n'));
