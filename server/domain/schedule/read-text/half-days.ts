import { parseHours } from './hours.ts';
import { closesAhead, saysMore } from './look-ahead.ts';
import { lastRun, type State } from './parse-state.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './token.ts';

/** 「土曜の午前中」; 「乳幼児は午前中」 speaks of whom, 「午前中 10時~12時」 says itself when. */
export function onHalfDay(state: State, half: 'AM' | 'PM', at: number): void {
  // 「休み 月曜・火曜午前」
  const joined = state.tokens[at - 1]?.text === 'の' || state.tokens[at]?.text.startsWith('の') === true;
  const before = state.tokens[at - 1];
  const joint = before?.text === 'の' || (state.leadsClosed && before?.kind === 'topic');
  const follows = state.afterPhrase === (joint ? at - 1 : at);
  const closed = state.leadsClosed && follows ? state.reading.closures.at(-1)?.phrases.at(-1) : null;
  if (closed && closed.weekdays.length > 0) {
    if (joined && !/[、,]/.test(closed.text)) closed.half = half;
    else closeHalf(state, closed, half);
    return;
  }
  // 「月・木の午前は休み」, 「第4木曜は館内整理のため午後から休み」
  const next = state.tokens.slice(at + 1).find(({ kind }) => kind !== 'topic' && kind !== 'filler');
  const last = lastRun(state).at(-1)?.phrase;
  const listed = next?.kind === 'separator' && closesAhead(state.tokens, at + 2);
  if (
    ((next?.kind === 'closed' && !next.leads) || listed) &&
    (follows || saysWhy(state, at)) &&
    last &&
    !/[、,]/.test(last.text)
  ) {
    last.half = half;
    return;
  }
  if (saysMore(state.tokens, at + 1) === 'HOURS' || state.afterLabel >= at - 1 || bringsHours(state, at)) return;
  state.reading.halves.push(half);
}

const BETWEEN = new Set<Token['kind']>(['also', 'label', 'held', 'filler', 'space', 'open']);

/** 「火・木は午後(13時~16時)も」, 「水曜は午後も開放(13時~15時)」: the hours say when, and with も come to the usual ones. */
function bringsHours({ tokens, current }: State, at: number): boolean {
  let next = at + 1;
  while (BETWEEN.has(tokens[next]?.kind ?? 'break')) next++;
  if (next === at + 1 || !parseHours(tokens, next)) return false;
  if (current && tokens.slice(at, next).some(({ kind }) => kind === 'also')) current.plus = true;
  return true;
}

/** Only 「は」 and a reason stand between the days and the half of them. */
function saysWhy({ tokens, afterPhrase }: State, at: number): boolean {
  const between = tokens.slice(afterPhrase, at);
  return between.length > 0 && between.every(({ kind, text }) => kind === 'topic' || /ため、?$/.test(text));
}

/** Of 「月・火曜午前」 the last day alone. */
function closeHalf({ reading }: State, closed: Phrase, half: 'AM' | 'PM'): void {
  const last = closed.weekdays.slice(-1);
  if (/[~から-]/.test(closed.text) || last.length === closed.weekdays.length) closed.half = half;
  else {
    reading.closures.at(-1)?.phrases.push({ ...closed, weekdays: last, half });
    closed.weekdays = closed.weekdays.slice(0, -1);
  }
}
