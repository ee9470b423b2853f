import fc from 'fast-check';
import { answerAt } from '../../../../server/domain/schedule/answer.ts';
import { readSchedule } from '../../../../server/domain/schedule/read-text/read-schedule.ts';
import { openSpans } from '../../../../server/domain/schedule/spans.ts';
import { stateAt } from '../../../../server/domain/schedule/state.ts';
import { writeCalendar } from '../../../../server/domain/schedule/write-ical.ts';
import { datedEvents, openingHoursSpecification } from '../../../../server/domain/schedule/write-schema-org.ts';
import { scheduleArbitrary, tokyo } from './schedules.ts';

/** Run under several time zones by time-zone.test.ts: everything that the evaluator and the writers say of seeded schedules. */
const from = tokyo('2026-03-20');
const to = tokyo('2026-06-20');
const read = readSchedule({ text: '第2・第4土曜 11:30〜13:30、祝日休み' });
const schedules = [read, ...fc.sample(scheduleArbitrary, { seed: 99, numRuns: 40 })];
for (const schedule of schedules) {
  console.log(
    JSON.stringify([
      openSpans(schedule, from, to),
      [0, 7, 13, 23].map((hour) => answerAt(schedule, from + hour * 3_600_000)),
      stateAt(schedule, from + 11 * 3_600_000),
      openingHoursSpecification(schedule, from, to),
      datedEvents({ name: 'n', url: 'u', schedule }, from, to),
      writeCalendar({ name: 'n', url: 'u', uid: 'p', schedule, from, days: 92 }),
    ]),
  );
}
console.error(new Date(0).getTimezoneOffset());
