import { agesAdmit, type AskedAge } from '../domain/age.ts';
import { calendarFactsOf } from '../domain/calendar-facts.ts';
import { InputError } from '../domain/errors.ts';
import type { Place } from '../domain/place.ts';
import type { SlotFilter } from '../domain/schedule/answer.ts';
import { closedDays } from '../domain/schedule/closed-days.ts';
import { DAY_MS, epochDayAt, formatLocalDate } from '../domain/schedule/calendar-day.ts';
import type { OpenSpan } from '../domain/schedule/schedule.ts';
import { markedText, segments } from '../domain/schedule/ruby.ts';
import { openSpans } from '../domain/schedule/spans.ts';
import { stateAt } from '../domain/schedule/state.ts';
import { stateText } from '../domain/schedule/state-text.ts';
import { writeOsm } from '../domain/schedule/write-osm.ts';
import { describeSchedule, plainText } from '../domain/schedule/write-text.ts';
import { readAges } from '../domain/search-input.ts';
import { factsOf } from '../domain/usual.ts';
import type { OpenStateResolvers, ScheduleReadingResolvers, ScheduleResolvers, SessionResolvers } from './types.gen.ts';
import type { ScheduleValue } from './values.ts';

const MAX_DAYS = 400;

/** The schedule of a place with what its answers depend on. */
export function scheduleOf(place: Place): ScheduleValue {
  return { schedule: place.schedule, place, facts: calendarFactsOf(place) };
}

export const scheduleResolvers: ScheduleResolvers = {
  certainty: ({ schedule }) => schedule.certainty,
  osm: ({ schedule }) => osmOf(schedule),
  source: ({ schedule }) => schedule.text,
  unread: ({ schedule }) => schedule.unread,
  lines: ({ schedule }, { ruby }, { voice }) => describeSchedule(schedule, voice).map(ruby ? markedText : plainText),
  sessions: (value, window) =>
    spansOf(value, window)
      .filter((span) => span.session)
      .map((span) => ({ span, place: value.place })),
  maybeDays: (value, window) =>
    spansOf(value, window)
      .filter((span) => !span.session)
      .map((span) => formatLocalDate(epochDayAt(span.start))),
  closedDays({ schedule, facts }, window) {
    const [from, to] = instantsOf(window);
    return closedDays(schedule, from, to, facts);
  },
  state({ schedule, place, facts }, { at, ages }, { now }) {
    const moment = at?.getTime() ?? now;
    const filters = readAges(ages).map((age) => admits(place, age));
    const state = stateAt(schedule, moment, { facts, filters, booking: place?.booking ?? null });
    return { state, at: moment, place };
  },
};

interface Window {
  from: Date;
  to: Date;
}

function spansOf({ schedule, facts }: ScheduleValue, window: Window): OpenSpan[] {
  return openSpans(schedule, ...instantsOf(window), facts);
}

/** In ms since the epoch. Throws InputError where the window is upside down or too long. */
function instantsOf({ from, to }: Window): [number, number] {
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (!(days > 0 && days <= MAX_DAYS)) {
    throw new InputError('INVALID', ['to'], `\`to\` must be after \`from\` and at most ${MAX_DAYS} days later.`);
  }
  return [from.getTime(), to.getTime()];
}

/** Whether a session admits somebody: by its own ages where it has them, else by the place's. */
function admits(place: Place | null, asked: AskedAge): SlotFilter {
  const usual = place === null ? null : (factsOf(place).ages?.value ?? null);
  return (slot) => {
    const admitted = agesAdmit(slot?.ages ?? usual, asked);
    if (admitted === null) return 'MAYBE';
    return admitted ? 'YES' : 'NO';
  };
}

function osmOf(schedule: ScheduleValue['schedule']): string | null {
  const written = writeOsm(schedule);
  return 'osm' in written ? written.osm : null;
}

export const scheduleReadingResolvers: ScheduleReadingResolvers = {
  certainty: ({ schedule }) => schedule.certainty,
  osm: ({ schedule }) => osmOf(schedule),
  schedule: (reading) => reading,
  unread: ({ schedule }) => schedule.unread,
};

export const sessionResolvers: SessionResolvers = {
  start: ({ span }) => span.start,
  end: ({ span }) => (span.timeKnown ? span.end : null),
  timeKnown: ({ span }) => span.timeKnown,
  certain: ({ span }) => span.certain,
  label: ({ span }) => span.slot?.label ?? null,
  ages: ({ span }) => span.slot?.ages?.map(({ from, until, stages = [] }) => ({ from, until, stages })) ?? null,
  activities: ({ span }) => span.slot?.activities ?? [],
  access: ({ span }) => span.slot?.access ?? null,
  booking({ span }) {
    const booking = span.slot?.booking;
    if (!booking) return null;
    const { need, how = null, deadlineMinutes = null, note = null } = booking;
    return { need, how, deadlineMinutes, note, stated: true };
  },
};

export const openStateResolvers: OpenStateResolvers = {
  kind: ({ state }) => state.kind,
  until: ({ state }) => state.until,
  next: ({ state, place }) => state.next && { span: state.next, place },
  text({ state, at }, { ruby }, { voice }) {
    const text = stateText(state, at, voice);
    return ruby ? markedText(segments(text, voice)) : text;
  },
};
