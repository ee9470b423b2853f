import { NOON } from './clock.ts';
import type { Token, TokenOf } from './token.ts';

type Half = 'AM' | 'PM' | null;
type Time = TokenOf<'time'> & { text: string };

/**
 * 「午前8時~午後6時、土曜は同8時~同5時」: a start is of the half of the day of the start before, an end of that of its
 * own start, or of the end before where that would end it too early. Changes the tokens.
 */
export function sameHalves(tokens: Token[]): void {
  let start: Time | null = null;
  let [startHalf, endHalf]: [Half, Half] = [null, null];
  tokens.forEach((token, at) => {
    if (token.kind !== 'time') return;
    const before = tokens[at - 1]?.kind;
    const isEnd = start !== null && (before === 'range' || before === 'from');
    if (token.same) put(token, isEnd && start ? endOf(token, start, endHalf) : startHalf);
    if (isEnd) endHalf = token.half ?? endHalf;
    else {
      start = token;
      startHalf = token.half ?? startHalf;
    }
  });
}

function endOf(token: Time, start: Time, before: Half): Half {
  const own = start.half;
  return (minutesIn(token, own) ?? 0) > (start.minutes ?? 0) ? own : (before ?? own);
}

function put(token: Time, half: Half): void {
  token.minutes = minutesIn(token, half);
  token.half = half;
}

const minutesIn = ({ minutes }: Time, half: Half) =>
  half === null || minutes === null || minutes > NOON ? minutes : (minutes % NOON) + (half === 'PM' ? NOON : 0);
