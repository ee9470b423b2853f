import { parseHours } from './hours.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './token.ts';

/** 第3もしくは第4 is one naming of which only one is meant. */
export function readNths(phrase: Phrase, tokens: Token[], at: number): number {
  const first = tokens[at];
  if (first?.kind !== 'nth') return at;
  phrase.nth = first.numbers;
  let next = at + 1;
  while (tokens[next]?.kind === 'or') {
    const other = tokens[next + 1];
    const numbers = other?.kind === 'nth' ? other.numbers : null;
    if (!numbers) break;
    phrase.nth = [...new Set([...phrase.nth, ...numbers])].sort();
    phrase.open = true;
    next += 2;
  }
  return next;
}

/** 月~金, 月・水・金曜日, 火木, 土日祝; a weekday after 「または」 leaves open which of them. */
export function readWeekdays(phrase: Phrase, tokens: Token[], at: number, closing: boolean): number {
  let next = at;
  let joint: Token | null = null;
  for (;;) {
    const token = tokens[next];
    if (
      token?.kind === 'holiday' &&
      joint?.kind !== 'range' &&
      phrase.weekdays.length > 0 &&
      joinsHoliday(joint, phrase)
    ) {
      phrase.holiday = true;
      next++;
      break;
    }
    if (token?.kind !== 'weekday') break;
    if (joint?.kind === 'range' || joint?.kind === 'from') {
      phrase.weekdays.push(...weekdayRange(phrase.weekdays.at(-1) ?? 1, token.days[0] ?? 1));
      phrase.weekdays.push(...token.days.slice(1));
    } else phrase.weekdays = [...phrase.weekdays, ...token.days];
    if (joint?.kind === 'or') phrase.open = true;
    // 第2土曜、日曜: whether the second is meant in the same week only is not said
    if (phrase.nth.length > 0 && joint?.kind === 'separator' && joint.sign !== '・' && joint.sign !== '/')
      phrase.unclear = true;
    // 第1水曜・月火曜
    if (phrase.nth.length > 0 && joint?.kind === 'separator' && token.days.length > 1) phrase.unclear = true;
    if (phrase.nth.length > 0 && joint?.kind === 'space') phrase.unclear = true;
    next++;
    if (tokens[next]?.kind === 'until') next++;
    joint = tokens[next] ?? null;
    const after = skipSpace(tokens, next + 1);
    const target = tokens[after];
    // 「第2・第4土曜と日祝」
    const listed = closing && joint?.kind === 'separator' && joint.sign === '、';
    const follows = tokens[after + 1]?.kind;
    const apart =
      target?.kind === 'weekday' && (listed || target.group || follows === 'holiday' || follows === 'range');
    // 「月~金 水曜日は午前のみ」: a day that is named again begins something else
    const again =
      (joint?.kind === 'separator' || joint?.kind === 'space') &&
      target?.kind === 'weekday' &&
      target.days.every((day) => phrase.weekdays.includes(day));
    if (again) return finishWeekdays(phrase, next);
    // 「火・木/祝日」
    if (isSlash(joint) && next - at > 1 && !isSlash(tokens[next - 2])) return finishWeekdays(phrase, next);
    const separate = joint?.kind === 'separator' && ((phrase.nth.length > 0 && apart) || isQualified(tokens, after));
    if (separate || (joint?.kind === 'space' && phrase.nth.length > 0 && isTimed(tokens, after)))
      return finishWeekdays(phrase, next);
    if (!isWeekdayJoint(joint, target)) return finishWeekdays(phrase, next);
    next = joint?.kind === 'weekday' || joint?.kind === 'holiday' ? next : after;
  }
  return finishWeekdays(phrase, next);
}

/** 「月~金曜日、土曜日(月1回)」: the bracket is of the last day alone. */
const isQualified = (tokens: Token[], at: number) =>
  tokens[at]?.kind === 'weekday' &&
  tokens[at + 1]?.kind === 'open' &&
  ['count', 'biweekly', 'nth'].includes(tokens[at + 2]?.kind ?? '');

const isSlash = (token: Token | null | undefined) => token?.kind === 'separator' && token.sign === '/';

function finishWeekdays(phrase: Phrase, next: number): number {
  phrase.weekdays = [...new Set(phrase.weekdays)].sort();
  return next;
}

const skipTopic = (tokens: Token[], at: number) =>
  skipSpace(tokens, tokens[at]?.kind === 'topic' || tokens[at]?.text === ':' ? at + 1 : at);

/** 「第2土曜 火曜 15:30~／土曜 14:00~」: the hours of each weekday follow. */
function isTimed(tokens: Token[], at: number): boolean {
  const hours = parseHours(tokens, skipTopic(tokens, at + 1));
  if (tokens[at]?.kind !== 'weekday' || !hours) return false;
  const joint = tokens[hours.next]?.kind;
  return (joint === 'separator' || joint === 'space') && tokens[skipSpace(tokens, hours.next + 1)]?.kind === 'weekday';
}

const skipSpace = (tokens: Token[], at: number) => (tokens[at]?.kind === 'space' ? at + 1 : at);

/** 「土日祝」 and 「土・日・祝日」 name days; 「月~金、祝日は休み」 begins another clause. */
const joinsHoliday = (joint: Token | null, phrase: Phrase) =>
  joint?.kind === 'holiday' || (joint?.kind === 'separator' && joint.sign !== '、' && phrase.weekdays.length > 0);

function isWeekdayJoint(joint: Token | null, after: Token | undefined): boolean {
  if (joint?.kind === 'weekday' || joint?.kind === 'holiday') return true;
  if (after?.kind !== 'weekday' && after?.kind !== 'holiday') return false;
  if (joint?.kind === 'range' || joint?.kind === 'from' || joint?.kind === 'or') return after.kind === 'weekday';
  if (after.kind === 'holiday') return joint?.kind === 'separator' && joint.sign !== '、';
  return joint?.kind === 'separator' || joint?.kind === 'space';
}

function weekdayRange(from: number, to: number): number[] {
  const days: number[] = [];
  for (let day = (from % 7) + 1; ; day = (day % 7) + 1) {
    days.push(day);
    if (day === to || days.length > 7) return days;
  }
}
