import { readSchedule } from '../../server/domain/schedule/read-text/read-schedule.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import { stateAt } from '../../server/domain/schedule/state.ts';

/** node tests/bench/schedule.ts: median and 99th percentile in µs of expanding 92 days, a badge and reading a text. */
const FROM = Date.parse('2026-11-24T00:00:00+09:00');
const DAYS_92 = 92 * 86_400_000;
const RUNS = 4000;

const TEXTS = [
  '第2・第4土曜 11:30〜13:30、祝日休み',
  '月~金 9:00~12:00、13:00~17:00 土 9:00~12:00 日祝・年末年始休み',
  '毎週火～木 11:30～18:00 金～土 11:30～20:00(15～17時休憩) 第4日 12:00～',
];

function measure(run: () => unknown): string {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    run();
    times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  return `median ${times[RUNS / 2]?.toFixed(1)} µs, p99 ${times[Math.floor(RUNS * 0.99)]?.toFixed(1)} µs`;
}

for (const text of TEXTS) {
  const schedule = readSchedule({ text });
  console.log(text);
  console.log(`  openSpans over 92 days: ${measure(() => openSpans(schedule, FROM, FROM + DAYS_92))}`);
  console.log(`  stateAt: ${measure(() => stateAt(schedule, FROM))}`);
  console.log(`  readSchedule: ${measure(() => readSchedule({ text }))}`);
}
