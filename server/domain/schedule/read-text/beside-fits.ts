import type { Rule, Schedule } from '../schedule.ts';
import type { About } from './beside.ts';
import { CLOCK } from './clock.ts';
import { lex } from './lex.ts';
import type { Token } from './token.ts';

/** Those that have days and hours of their own beside those of the place. */
const INNER = new Set<About>(['PEOPLE', 'PART']);

const EVERY_CLOCK = new RegExp(CLOCK, 'g');
const EVERY_DAY = /平日|土日|週末|[月火水木金土日]曜日?|(?<![一-龠0-9])[月火水木金土日](?![一-龠])/g;
const lexed = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([piece]) => lex(piece));

/** Whether a schedule holds without the clauses that were left out of it: it has hours, and what is held within the place lies in them. */
export function fitsBeside({ rules }: Schedule, tokens: Token[]): boolean {
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

const opensOn = ({ weekdays }: Rule, day: number) => weekdays.length === 0 || weekdays.some((own) => own === day);

const HALF_DAY = 720;
const holds = ({ slots }: Rule, minute: number) =>
  slots.some(({ start, end }) =>
    [minute, minute + HALF_DAY].some((one) => one >= (start ?? 0) && one <= (end ?? 2 * HALF_DAY)),
  );
