import { MINUTE_MS, parseLocalDate, startOfDay } from '../domain/schedule/calendar-day.ts';
import { type When, weeklyWindows } from '../domain/search-when.ts';
import type { Core } from './core.ts';
import {
  codeAt,
  codeDuring,
  codeOnDays,
  type Crowd,
  crowdAt,
  crowdDuring,
  crowdOnDays,
  type Degree,
  MAYBE,
  NO,
  type Masks,
  type Stay,
} from './span-answers.ts';
import { createSpanBuffer, type SpanBuffer } from './span-buffer.ts';

/** A stretch in minutes since the epoch. */
export interface Stretch {
  from: number;
  to: number;
}

/** What is asked of hours, in the units of the timeline; the same for every place, so a visit is not among them. */
export type Asked =
  | { kind: 'AT'; minute: number; exact: boolean }
  | { kind: 'DURING'; stays: Stay[] }
  | { kind: 'DATES'; from: number; to: number };

export function askedOf(when: Exclude<When, { kind: 'VISIT' }>): Asked {
  switch (when.kind) {
    case 'AT': {
      const minute = Math.floor(when.at / MINUTE_MS);
      return { kind: 'AT', minute, exact: minute * MINUTE_MS === when.at };
    }
    case 'DURING':
      return during([when], when.minMinutes);
    case 'WEEKLY':
      return during(weeklyWindows(when), when.minMinutes);
    case 'DATES': {
      const [first, last] = [parseLocalDate(when.from) ?? 0, parseLocalDate(when.to) ?? 0];
      return { kind: 'DATES', from: startOfDay(first) / MINUTE_MS, to: startOfDay(last + 1) / MINUTE_MS };
    }
  }
}

function during(windows: Stretch[], minMinutes: number): Asked {
  const needed = Math.max(1, minMinutes);
  const stays = windows.map(({ from, to }) => {
    return { from: from / MINUTE_MS, to: to / MINUTE_MS, needed, assumed: needed };
  });
  return { kind: 'DURING', stays };
}

const buffer = createSpanBuffer();

/** The answer of one schedule, as span-answers.ts codes it. `masks`: for somebody; filled from the spans just read. */
export function codeOf(core: Core, asked: Asked, schedule: number, masksOf?: (spans: SpanBuffer) => Masks): number {
  if (asked.kind === 'DURING') {
    let best = NO;
    for (const stay of asked.stays) {
      core.timeline.read(schedule, stay.from, stay.to, buffer);
      const code = codeDuring(buffer, stay, masksOf?.(buffer) ?? null);
      if (best === NO || (code >= 0 && (best === MAYBE || code < best))) best = code;
    }
    return best;
  }
  if (asked.kind === 'AT') {
    core.timeline.read(schedule, asked.minute, asked.minute + 1, buffer);
    return codeAt(buffer, asked.minute, asked.exact, masksOf?.(buffer) ?? null);
  }
  core.timeline.read(schedule, asked.from, asked.to, buffer);
  return codeOnDays(buffer, asked.from, masksOf?.(buffer) ?? null);
}

/** The answer of one schedule for several people. */
export function crowdDegree(core: Core, asked: Asked, schedule: number, crowdOf: (spans: SpanBuffer) => Crowd): Degree {
  if (asked.kind === 'DURING') {
    let best: Degree = 0;
    for (const stay of asked.stays) {
      core.timeline.read(schedule, stay.from, stay.to, buffer);
      best = Math.max(best, crowdDuring(buffer, stay, crowdOf(buffer))) as Degree;
      if (best === 2) return 2;
    }
    return best;
  }
  if (asked.kind === 'AT') {
    core.timeline.read(schedule, asked.minute, asked.minute + 1, buffer);
    return crowdAt(buffer, asked.minute, asked.exact, crowdOf(buffer));
  }
  core.timeline.read(schedule, asked.from, asked.to, buffer);
  return crowdOnDays(buffer, asked.from, crowdOf(buffer));
}
