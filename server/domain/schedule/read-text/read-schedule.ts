import { UNKNOWN_SCHEDULE, type Closure, type Rule, type Schedule, type ScheduleText } from '../schedule.ts';
import { unaccounted } from './account.ts';
import { speaksOfService, suspends } from './beside.ts';
import { fitsBeside, isSurer, isWithoutService, type Read } from './beside-fits.ts';
import { NOON } from './clock.ts';
import { applyClosures } from './closures.ts';
import { columnHours, frequencyCode, isUnclear, type ColumnHours } from './columns.ts';
import { combine } from './combine-readings.ts';
import type { Combined } from './combined.ts';
import { withDailyRanges } from './daily-ranges.ts';
import { withoutWeekdaysOfDates } from './dated-days.ts';
import { contradictsItself } from './contradictions.ts';
import { withoutInnerEntries } from './inner-hours.ts';
import {
  clashingHours,
  contradictsCount,
  determinedOf,
  saysHowOften,
  withoutCount,
  withoutFitting,
} from './determined.ts';
import type { Entry } from './entry.ts';
import { moveOffWeekdays } from './month-days.ts';
import { openDays } from './open-days.ts';
import { isReport } from './past-days.ts';
import { parseText } from './parse.ts';
import type { Reading } from './reading.ts';
import { withHours } from './place-hours.ts';
import { spreadPauses } from './pauses.ts';
import { withoutReception } from './reception.ts';
import { mergeRules, openOnHolidays, rulesOf } from './rules.ts';
import { isSuspension } from './suspension.ts';
import { frequencyWords, isBlank, joined, verbatim } from './written.ts';
import { holdSessions } from './sessions.ts';
import { openWeeksOnHolidays } from './weeks-on-holidays.ts';
import { spellOut } from './spelt-out.ts';

/** The sentences stand behind the columns of frequency, weekdays and days. */
const [DAYS, NOTE] = [2, 3];

/** A longer text is not read twice. */
const MOST_LETTERS_AGAIN = 1500;

/** No text about times is longer; of a longer one nothing is believed, so that nobody makes the reader work for a book. */
const MOST_LETTERS = 4000;

/**
 * Reads a schedule as people write it, in columns or as one sentence. Never throws. What is not sure is not said:
 * a piece that could change days or hours and was not understood stands in `unread` and makes the schedule IRREGULAR, its
 * rules then only name days on which it may be open.
 *
 * 24:00 is the end of the day; 25:00 and later, 第6土曜, an end before its start and dates that do not exist are `unread`.
 */
export function readSchedule(written: ScheduleText): Schedule {
  const cells = spellOut(written);
  const strict = readOnce(written, cells, false);
  const { certainty, unread, text } = strict.schedule;
  const suspended = suspends(text ?? '');
  if ((text?.length ?? 0) > MOST_LETTERS_AGAIN || suspended === 'NOW') return strict.schedule;
  const unclear = (certainty === 'IRREGULAR' && unread.length > 0) || (certainty === 'SUSPENDED' && suspended);
  if (!unclear && certainty !== 'USUAL' && !speaksOfService(text ?? '')) return strict.schedule;
  const again = readOnce(written, cells, true);
  if (!unclear && isWithoutService(strict, again)) return again.schedule;
  if (certainty === 'FIXED') return strict.schedule;
  const sure = again.schedule.certainty === 'FIXED' || (unclear && again.schedule.certainty === 'USUAL');
  return sure && (unclear ? fitsBeside(again) : isSurer(strict, again)) ? again.schedule : strict.schedule;
}

/** 「開催期間 8/18~23」 */
const HEADS_DAYS =
  /^[^ぁ-んァ-ヶ一-龠0-9]*(?:開催|実施|活動|開放|開設|開室)?(?:予定)?(?:日程|日時?|期間|とき)(?![ぁ-ん一-龠])/;

/** `text`: what was written, its cells spelt out for one another. */
function readOnce(written: ScheduleText, text: ScheduleText, again: boolean): Read {
  const code = frequencyCode(text.frequency);
  // 月・火・水・木・金・土・日曜日、祝日
  const weekdays = text.weekdays?.replace(/[、,，](?=祝日?$)/, '・');
  const note = joined(text.note, text.text);
  const sources = [
    code === null ? frequencyWords(text) : null,
    weekdays,
    text.days,
    withoutReception(note, text.days ?? ''),
  ];
  const columns = columnHours(text.from, text.to, verbatim(written) ?? '');
  if (sources.some((source) => (source?.length ?? 0) > MOST_LETTERS))
    return {
      schedule: { ...UNKNOWN_SCHEDULE, text: verbatim(written), unread: [verbatim(written) ?? ''] },
      tokens: [],
    };
  const timed = columns.hours !== null;
  const known = timed && !(isBlank(text.weekdays) && isBlank(text.days));
  const readings = withDailyRanges(
    withoutWeekdaysOfDates(
      sources.map((source, i) =>
        isBlank(source) ? null : parseText(source ?? '', timed, known && i === NOTE, again && i >= DAYS),
      ),
    ),
    timed || !isBlank(text.days) || HEADS_DAYS.test(sources[NOTE] ?? ''),
  );
  const tokens = readings.flatMap((reading) => reading.tokens);
  const source = verbatim(written);
  const unread = [...readings.flatMap((reading) => [...reading.harmful, ...reading.remarks]), ...columns.unread];
  const base = {
    ...UNKNOWN_SCHEDULE,
    text: source,
    unread: unread.map((piece) => piece.trim()).filter((piece) => piece !== ''),
  };
  const alone = !timed && sources.slice(0, NOTE).every(isBlank) && columns.unread.length === 0;
  if ((alone && isSuspension(sources[NOTE] ?? '')) || readings.some((reading) => reading.suspended))
    return { schedule: { ...base, certainty: 'SUSPENDED' }, tokens };
  if (readings.length === 0 && code === null && !columns.hours) return { schedule: base, tokens };
  return { schedule: assemble(base, readings, code, columns), tokens };
}

function assemble(base: Schedule, readings: Reading[], code: number | null, columns: ColumnHours): Schedule {
  const combined = combine(readings, code, columns);
  const closed = applyClosures(readings, combined.entries);
  const lost: string[] = [];
  const timed = withHours(withEvery(closed.entries, combined.every), combined.hours ?? columns.hours, combined.pauses);
  const sessions = readings.flatMap((reading) => reading.sessions);
  const named = withoutInnerEntries(holdSessions(spreadPauses(timed), sessions, lost));
  const entries = withoutCount(named, closed.closures);
  const counts = withoutFitting(
    [
      ...readings.flatMap((reading) => reading.counts),
      ...(entries.length > 1 || entries.every(saysHowOften) ? [] : readings.flatMap((reading) => reading.thingCounts)),
    ],
    entries,
    closed.closures,
  );
  const opened = openDays(readings, entries);
  const halves = readings.flatMap((reading) => reading.halves.filter((half) => !fitsHalf(entries, half)));
  lost.push(
    ...new Set(clashingHours(entries)),
    ...combined.harmful,
    ...closed.harmful,
    ...opened.harmful,
    ...halves.map((half) => (half === 'AM' ? '午前' : '午後')),
  );
  const harmful =
    lost.length > 0 ||
    isUnclear(columns) ||
    (!columns.inTurn && isPaired(entries, columns)) ||
    readings.some((reading) => reading.harmful.length > 0) ||
    contradictsCount(entries, counts);
  const unread = [...base.unread, ...lost, ...badHours(entries)];
  if (entries.length === 0) return withoutDays({ ...base, unread, closures: closed.closures }, readings, code, columns);
  const sure = entries.some(isInTerm) ? determinedOf(entries, code, counts) : [];
  const doubt =
    harmful ||
    readings.some((reading) => reading.irregular) ||
    announcedOnly(readings, sure) ||
    isReport(base.text ?? '', sure);
  const certainty = doubt || sure.length === 0 ? 'IRREGULAR' : isUsual(readings) ? 'USUAL' : 'FIXED';
  const weekdayRule = readings.find((reading) => reading.weekdayRule)?.weekdayRule ?? null;
  const rules = entries.flatMap((entry) =>
    moveOffWeekdays([entry], weekdayRule).flatMap((one) => ruleList(one, certainty, sure.includes(entry))),
  );
  const weeks = openWeeksOnHolidays(mergeRules(apartOnHolidays(rules)), closed.closures, readings);
  const schedule: Schedule = {
    ...base,
    certainty,
    rules: [
      ...openOnHolidays(
        weeks.rules,
        readings.flatMap((reading) => reading.openHolidays),
      ),
      ...opened.rules,
    ],
    closures: distinct([...weeks.closures, ...opened.closures]),
    holidays: closed.holidays,
    outside: readings.some((reading) => reading.others) && certainty !== 'IRREGULAR' ? 'MAYBE' : 'NO',
    unread,
  };
  return doubted(schedule, readings, weeks.lost);
}

/** A closing day that a text tells twice is told once. */
const distinct = (closures: Closure[]): Closure[] => [
  ...new Map(closures.map((closure) => [JSON.stringify(closure), closure])).values(),
];

/** What was lost, and what contradicts itself, makes the whole doubtful. */
function doubted(schedule: Schedule, readings: Reading[], gone: string[]): Schedule {
  if (schedule.certainty === 'IRREGULAR') return schedule;
  const lost = [...unaccounted(readings, schedule), ...gone];
  if (lost.length === 0 && !contradictsItself(schedule)) return schedule;
  const rules = schedule.rules.map((rule) => ({ ...rule, certainty: 'IRREGULAR' as const }));
  return {
    ...schedule,
    certainty: 'IRREGULAR',
    outside: 'NO',
    rules,
    unread: [...new Set([...schedule.unread, ...lost])],
  };
}

/** 「毎月」 in one column and 「土曜」 in another is 「毎月土曜」. */
const withEvery = (entries: Entry[], every: Combined['every']) =>
  entries.map((entry) => ({ ...entry, phrase: { ...entry.phrase, every: entry.phrase.every ?? every } }));

/** 「平日9:00~18:00、土日祝10:00~17:00」: where holidays have hours of their own, the others do not hold on them. */
function apartOnHolidays(rules: Rule[]): Rule[] {
  const own = rules.filter((rule) => rule.holidays === 'ONLY' && rule.weekdays.length === 0);
  const like = (rule: Rule) => own.every(({ slots }) => JSON.stringify(slots) === JSON.stringify(rule.slots));
  // 「8月は毎日」
  const usual = (rule: Rule) => rule.weekdays.length + rule.nth.length === 0 && rule.season !== null && like(rule);
  return own.length > 0
    ? rules.map((rule) => ({ ...rule, holidays: rule.holidays ?? (usual(rule) ? 'AS_USUAL' : 'CLOSED') }))
    : rules;
}

/** 「土曜は午前中」 beside 9:00~17:00 leaves open until when. */
const fitsHalf = (entries: Entry[], half: 'AM' | 'PM') =>
  entries
    .flatMap(({ hours }) => hours ?? [])
    .every(({ start, end }) => (half === 'AM' ? (end ?? start ?? 0) <= LATE_MORNING : (start ?? end ?? NOON) >= NOON));

const LATE_MORNING = 780;

/** 水土 with 16:00;11:00: whether each day has its own hours or all have both is not said. */
const isPaired = (entries: Entry[], { hours }: ColumnHours) =>
  hours !== null &&
  hours.length > 1 &&
  entries.some((entry) => entry.hours === hours && entry.phrase.weekdays.length === hours.length);

/** 「夏休み期間中の平日」: days of which none is outside the school holidays, whose dates the text does not say. */
const isInTerm = ({ phrase }: Entry) => phrase.school !== 'ONLY' || phrase.season !== null;

const ruleList = (entry: Entry, certainty: Rule['certainty'], sure: boolean) =>
  rulesOf(entry, sure ? certainty : 'IRREGULAR');

const badHours = (entries: Entry[]) => [
  ...new Set(entries.flatMap(({ hours }) => (hours ?? []).filter((h) => h.bad).map((h) => h.text))),
];

const isUsual = (readings: Reading[]) =>
  readings.some(
    (reading) =>
      reading.usual || reading.announced || (reading.moved && !reading.leavesHolidays && reading.closures.length === 0),
  );

/** 「開催日はチラシで」 leaves a bare weekday open, but not 「第2土曜」. */
function announcedOnly(readings: Reading[], sure: Entry[]): boolean {
  if (!readings.some((reading) => reading.announced)) return false;
  return !sure.some(({ phrase }) => phrase.nth.length > 0 || phrase.monthDays.length > 0 || phrase.every === 'week');
}

/** Nothing names days: held at times not determined, or nothing is known at all. */
function withoutDays(base: Schedule, readings: Reading[], code: number | null, columns: ColumnHours): Schedule {
  if (readings.some((reading) => reading.hidden)) return base;
  const held =
    code !== null ||
    columns.hours !== null ||
    columns.unread.length > 0 ||
    base.closures.length > 0 ||
    readings.some(
      (r) =>
        r.irregular ||
        r.announced ||
        r.mentions ||
        r.others ||
        r.counts.length + r.thingCounts.length > 0 ||
        r.groups.length > 0 ||
        r.harmful.length > 0,
    );
  return held ? { ...base, certainty: 'IRREGULAR' } : base;
}
