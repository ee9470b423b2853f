import { NOON } from './clock.ts';
import type { Parsed } from './phrase.ts';
import type { Token } from './token.ts';

/** Hours as written; both null: they cannot be (18:00~17:30), so only that there are some is known. */
export interface Hours {
  text: string;
  start: number | null;
  end: number | null;
  bad: boolean;
  half: 'AM' | 'PM' | null;
  label: string | null;
  /** The label is a word that no production knows. */
  guessed?: boolean;
  /** Those for whom these hours are not (小学生は17時まで). */
  without?: string | null;
  /** Of the days of the group these hours are of some alone (月~金 10時~16時、17時~19時(金のみ)). */
  days?: { weekdays: number[]; only: boolean };
}

interface Clock {
  bad?: boolean;
  minutes: number | null;
  half: 'AM' | 'PM' | null;
}
const [EIGHT, NINE] = [480, 540];

/** Reads a span of hours, or one end of it, that begins at a token; null where none does. */
export function parseHours(tokens: Token[], start: number): Parsed<Hours> | null {
  if (tokens[start]?.kind === 'all-day') return hours(tokens, start, start + 1, clockAt(0), clockAt(1440));
  if (tokens[start]?.kind === 'range') {
    const end = clock(tokens[start + 1]);
    return end && isTime(tokens[start + 1]) ? hours(tokens, start, skipUntil(tokens, start + 2), null, end) : null;
  }
  // 終了19:00
  const named = skip(tokens, start + 1, 'space');
  if (
    /^(?:終了|閉|クローズ|お?ひらき|お開き|お?終わり|おわり)/.test(tokens[start]?.text ?? '') &&
    tokens[start]?.kind === 'until' &&
    isTime(tokens[named])
  )
    return hours(tokens, start, named + 1, null, clock(tokens[named]));
  const first = clock(tokens[start]);
  if (!first) return null;
  return parseAfterStart(tokens, start, first);
}

function parseAfterStart(tokens: Token[], start: number, first: Clock): Parsed<Hours> | null {
  const joint = skip(tokens, start + 1, 'space');
  const kind = tokens[joint]?.kind;
  if (kind === 'or' && clock(tokens[skip(tokens, joint + 1, 'space')])) return unclear(tokens, start, joint + 2);
  if (kind === 'range' || kind === 'from') {
    const second = skip(tokens, skip(tokens, joint + 1, 'space'), 'separator');
    const end = isStart(tokens, second) ? null : clock(tokens[second]);
    if (end && (isTime(tokens[start]) || isTime(tokens[second]) || isDaytime(first, end))) {
      return hours(tokens, start, skipUntil(tokens, second + 1), first, end);
    }
    return isTime(tokens[start]) ? hours(tokens, start, joint + 1, first, null) : null;
  }
  if (!isTime(tokens[start])) return null;
  // 16:30閉館
  const closing = tokens[joint];
  if (closing?.kind === 'closed' && /^閉[館所園室店]/.test(closing.text))
    return hours(tokens, start, joint + 1, null, first);
  if (kind === 'until' && !isTime(tokens[skip(tokens, joint + 1, 'space')]))
    return hours(tokens, start, joint + 1, null, first);
  return hours(tokens, start, start + 1, first, null);
}

/** 「10時から、13時から」, 「10:30~ 11:30~」 */
const isStart = (tokens: Token[], at: number) =>
  (tokens[at - 1]?.kind === 'separator' && ['range', 'from'].includes(tokens[at + 1]?.kind ?? '')) ||
  (/^[~-] $/.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.kind === 'range');

/** 「月・水 10-15」: two bare numbers are hours where they can be those of a day. */
const isDaytime = (from: Clock, to: Clock) =>
  from.minutes !== null &&
  to.minutes !== null &&
  from.minutes >= 360 &&
  from.minutes < to.minutes &&
  to.minutes <= 1380;

const isTime = (token: Token | undefined) => token?.kind === 'time';
const clockAt = (minutes: number): Clock => ({ minutes, half: null });

function clock(token: Token | undefined): Clock | null {
  if (token?.kind === 'time') return { minutes: token.minutes, half: token.half, bad: token.bad ?? false };
  return token?.kind === 'number' ? clockAt(token.value * 60) : null;
}

const skip = (tokens: Token[], at: number, kind: Token['kind']) => (tokens[at]?.kind === kind ? at + 1 : at);
const skipUntil = (tokens: Token[], at: number) => skip(tokens, at, 'until');

function textOf(tokens: Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('')
    .trim();
}

function unclear(tokens: Token[], from: number, next: number): Parsed<Hours> {
  const value = { text: textOf(tokens, from, next), start: null, end: null, bad: true, half: null, label: null };
  return { value, next };
}

function hours(tokens: Token[], from: number, next: number, first: Clock | null, second: Clock | null): Parsed<Hours> {
  const start = first?.minutes ?? null;
  let end = second?.minutes ?? null;
  // 午後1時~3時, 午前10時~4時: the half of the day is said once
  if (start !== null && end !== null && end <= start && first?.half && !second?.half && end < NOON) end += NOON;
  // 11時半から1時半まで: it cannot be the night of the day after
  if (start !== null && end !== null && end <= start && start >= NINE && end >= 60 && end < EIGHT && !second?.half)
    end += NOON;
  const bad = first?.bad === true || second?.bad === true || (start !== null && end !== null && end <= start);
  const text = textOf(tokens, from, next);
  return {
    value: {
      text,
      start: bad ? null : start,
      end: bad ? null : end,
      bad,
      half: first?.half ?? second?.half ?? null,
      label: null,
    },
    next,
  };
}

const DAWN = 360;
const LATEST_SHIFTED = 540;

/**
 * 「5:30~6:15」 of a place for children is in the afternoon: hours that begin between 1 and 6 without a half of the day, and
 * those that stand beside them, are meant after noon.
 */
export function shiftAfternoon(list: Hours[], evening = false): Hours[] {
  const plain = (h: Hours) => h.half === null && !h.bad && h.start !== null && h.start >= 60;
  const early = list.some(
    (h) =>
      plain(h) &&
      h.start !== null &&
      h.start < (evening || /夕食|夕飯|夜/.test(h.label ?? '') ? LATEST_SHIFTED : DAWN) &&
      (h.end === null || h.end <= LATEST_SHIFTED),
  );
  if (!early) return list;
  return list.map((h) =>
    plain(h) && h.start !== null && h.start < LATEST_SHIFTED && (h.end === null || h.end <= LATEST_SHIFTED)
      ? { ...h, start: h.start + NOON, end: h.end === null ? null : h.end + NOON }
      : h,
  );
}
