import type { Rule, Schedule } from '../schedule.ts';
import type { About } from './beside.ts';
import { CLOCK, NOON } from './clock.ts';
import { lex } from './lex.ts';
import { isSingleDay } from './reading.ts';
import type { Token } from './token.ts';

/** What was read, and of which tokens. */
export interface Read {
  schedule: Schedule;
  tokens: Token[];
}

/** Those that have days and hours of their own beside those of the place. */
const INNER = new Set<About>(['PEOPLE', 'PART']);

const EVERY_CLOCK = new RegExp(CLOCK, 'g');
const EVERY_DAY = /平日|土日|週末|[月火水木金土日]曜日?|(?<![一-龠0-9のるうむぶ])[月火水木金土日](?![一-龠])/g;
const lexed = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([piece]) => lex(piece));

/** Whether a schedule holds without the clauses that were left out of it: it has hours, and what is held within the place lies in them. */
export function fitsBeside({ schedule: { rules }, tokens }: Read): boolean {
  return tokens.every((token) => {
    if (token.kind !== 'aside' || token.about === undefined || token.about === 'BOOKING') return true;
    const minutes = lexed(token.text, EVERY_CLOCK).flatMap((one) => (one.kind === 'time' ? (one.minutes ?? []) : []));
    if (minutes.length > 0 && rules.some(({ slots }) => slots.length === 0)) return false;
    if (!INNER.has(token.about) || /団体/.test(token.text)) return true;
    const days = lexed(token.text, EVERY_DAY).flatMap((one) => (one.kind === 'weekday' ? one.days : []));
    return (
      days.every((day) => rules.some((rule) => opensOn(rule, day))) &&
      minutes.every((minute) => rules.some((rule) => holds(rule, minute)))
    );
  });
}

/** What makes the days no less sure: whom it is of, when to book, closings without a rule. */
const OF_OTHERS = new Set<About>(['PEOPLE', 'PART', 'SERVICE', 'BOOKING', 'LIMIT', 'TIDYING']);

/** Whether it was of something else alone that a text says no more than usually (小学生の利用は原則土曜). */
export const isSurer = (strict: Read, again: Read): boolean =>
  plain(strict) === plain(again) &&
  again.tokens.every(
    (token) =>
      token.kind !== 'aside' ||
      token.about === undefined ||
      OF_OTHERS.has(token.about) ||
      /臨時に?休(?!校)|必要と認め|できない日を/.test(token.text),
  );
const plain = ({ schedule: { rules, closures, holidays }, tokens }: Read) =>
  JSON.stringify([
    rules.map((rule) => ({ ...rule, certainty: null })),
    closures,
    holidays,
    tokens.filter(({ kind }) => kind === 'holiday-rule'),
  ]);

/** On single dates it is not open on that weekday. */
const opensOn = ({ weekdays, dates, season }: Rule, day: number) =>
  dates.length === 0 && !isSingleDay({ season }) && (weekdays.length === 0 || weekdays.some((own) => own === day));
const holds = ({ slots }: Rule, minute: number) =>
  slots.some(({ start, end }) =>
    [minute, minute + NOON].some((one) => one >= (start ?? 0) && one <= (end ?? 2 * NOON)),
  );

/**
 * 「窓口受付時間 平日:9時~17時 土曜:9時~12時」 beside columns of hours, 「必要により18時まで利用できます」: where the strict reading took
 * them for the place's, what it says without them is right.
 */
export const isWithoutService = (strict: Read, again: Read): boolean => {
  const others = again.tokens.filter(
    (token) =>
      token.kind === 'aside' &&
      (token.about === 'WISH' || (token.about === 'SERVICE' && /[0-9](?::|時)/.test(token.text))),
  );
  const ofHolidays = others.some(({ text }) => text.includes('祝'));
  return (
    others.length > 0 &&
    again.schedule.certainty === 'FIXED' &&
    days(strict, ofHolidays) === days(again, ofHolidays) &&
    plain(strict) !== plain(again) &&
    fitsBeside(again)
  );
};

/** When it is closed is said outside of such a clause, if this does not speak of holidays (`ofHolidays`). */
const days = ({ schedule: { closures, holidays } }: Read, ofHolidays: boolean) =>
  JSON.stringify([closures, ofHolidays ? null : holidays]);
