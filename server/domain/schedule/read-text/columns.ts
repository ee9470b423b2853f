import { CLOCK, DUSK, NOON } from './clock.ts';
import { parseHours, shiftAfternoon, type Hours } from './hours.ts';
import { lex } from './lex.ts';
import { normaliseText } from './normalise.ts';
import type { Token } from './token.ts';

/** What the codes 1–8 of 開催頻度 mean (自治体標準オープンデータセット, 子ども食堂一覧). */
export const FREQUENCIES = [
  'ほぼ毎日（週5〜7日）',
  '週に3〜4日',
  '週に1〜2日',
  '2週に1回',
  '月に1回',
  '数か月に1回',
  '季節限定（長期休暇のみなど）',
  '不定期',
] as const;

/** 開催頻度 as a code 1–8; null where it is words or blank. */
export function frequencyCode(text: string | null | undefined): number | null {
  const match = /^([1-8])(?:\.0)?(?:$|[ :.、(])/.exec(normaliseText(text ?? ''));
  return match ? Number(match[1]) : null;
}

export interface ColumnHours {
  hours: Hours[] | null;
  unread: string[];
  /** Each cell holds a whole span: all days have both. */
  inTurn?: boolean;
}

/**
 * The hours of the two time columns. What cannot be (an end before its start, 25:00) leaves the hours unknown. `said`: all
 * that is written; 6:00~8:00 beside 夕食 is in the evening.
 */
export function columnHours(from: string | null | undefined, to: string | null | undefined, said = ''): ColumnHours {
  const [start, end] = [cell(from), cell(to)];
  if (start === '' && end === '') return { hours: null, unread: [] };
  const whole = [...allHours(start)];
  if (end === '' && whole.length > 0 && isPlain(lex(start))) return { hours: shiftAfternoon(whole), unread: [] };
  const two = [...whole, ...allHours(end)];
  if (two.length === 2 && whole.length === 1 && isPlain(lex(`${start} ${end}`)) && areInTurn(two))
    return { hours: shiftAfternoon(two), unread: [], inTurn: true };
  const [starts, ends] = joinNamed(clocks(start, 'from'), clocks(end, 'until'));
  if (!starts || !ends || (starts.length > 0 && ends.length > 0 && starts.length !== ends.length)) {
    return { hours: null, unread: [start, end].filter((text) => text !== '') };
  }
  const count = Math.max(starts.length, ends.length);
  const hours = Array.from({ length: count }, (_, i) => pair(starts[i] ?? null, ends[i] ?? null));
  if (hours.some((h) => h.bad)) return { hours: null, unread: [`${start}~${end}`] };
  return { hours: hours.length > 0 ? shiftAfternoon(hours, OF_EVENING.test(said)) : null, unread: [] };
}

/** Excel writes a time as a fraction of the day (0.3125 is 7:30), adds seconds or a date; people write 900 and 17.30. */
function cell(text: string | null | undefined): string {
  const plain = normaliseText(text ?? '')
    .replace(/^[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}[T ](?=[0-9])/, '')
    .replace(/^([0-9]{1,2}:[0-9]{2}):00(?:\.0+)?(?=$| ?[AP]M$)/i, '$1')
    .replace(TILL_DUSK, '');
  if (/^(?:なし|無し|-)$/.test(plain)) return '';
  const latin = /^([0-9]{1,2}:[0-9]{2}) ?([AP])M$/i.exec(plain);
  if (latin) return `${latin[2] ?? ''}M${latin[1] ?? ''}`;
  // 受付13:00, of the column of starts
  const received = RECEIVED.exec(plain);
  if (received) return plain.slice(received[0].length);
  const digits = /^([0-9]{1,2})(?:[.時:]?([0-5][0-9]))?$/.exec(plain);
  if (digits) return `${digits[1] ?? ''}:${digits[2] ?? '00'}`;
  if (!/^0?\.[0-9]+$/.test(plain)) return plain;
  const minutes = Math.round(Number(plain) * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const OF_EVENING = /^(?![^]*(?:朝|モーニング|昼))[^]*(?:夕[食飯]|[夕晩]ごはん|[夕晩]ご飯|夕方|夜)/;
const RECEIVED = new RegExp(`^(?:受付|開場|開館|開始|集合)(?:開始)?(?:時[間刻])?[ :]{0,2}(?=${CLOCK}(?:から|~)?$)`);
const SPEAKS_OF_TIME = new RegExp(`${CLOCK}|日没|日の入|日暮|夕暮|暗くな`);
const TILL_DUSK = new RegExp(`(?:^|(?<=[0-9:時分半]) ?(?:~|-|から) ?)${DUSK}$`);

/** Whether what was not read in the cells of times changes when it is held; that an end is before its start leaves the day sure. */
export const isUnclear = ({ unread }: ColumnHours) =>
  unread.some((text) => SPEAKS_OF_TIME.test(text) && (unread.length > 1 || !isPlain(lex(text))));

/** 「10:00~11:30」 and 「13:30~15:00」: both times of a day, one in each cell. */
const areInTurn = ([first, second]: Hours[]): boolean =>
  first?.start != null &&
  first.end !== null &&
  second?.start != null &&
  second.end !== null &&
  first.end <= second.start;

const JOINTS = new Set<Token['kind']>(['space', 'separator', 'break', 'filler', 'from', 'until', 'range']);
const isPlain = (tokens: Token[]) =>
  tokens.every((token) => token.kind === 'time' || token.kind === 'number' || JOINTS.has(token.kind));

function* allHours(text: string): Generator<Hours> {
  const tokens = lex(text);
  for (let at = 0; at < tokens.length;) {
    const found = parseHours(tokens, at);
    if (found) yield found.value;
    at = found?.next ?? at + 1;
  }
}

type Clock = { minutes: number; half: 'AM' | 'PM' | null; text: string; named: boolean };

/** The times of a cell; null where it says anything else. 放課後 is a start that no clock gives. */
function clocks(text: string, joint: 'from' | 'until'): Clock[] | null {
  if (text === '' || /^(?:なし|無し|-|放課後)$/.test(text)) return [];
  const tokens = lex(text);
  const usable = tokens.every(
    (token) =>
      token.kind === 'time' ||
      ['space', 'separator', 'break', 'filler', 'range', 'remark', 'aside', 'label', 'open', 'close', joint].includes(
        token.kind,
      ),
  );
  if (!usable || tokens.some((token) => token.kind === 'time' && token.bad) || hasSpan(tokens)) return null;
  const found = tokens.flatMap((token, at) =>
    token.kind === 'time' && token.minutes !== null
      ? [{ minutes: token.minutes, half: token.half, text: token.text, named: isNamed(tokens, at) }]
      : [],
  );
  return found.length === 0 && SPEAKS_OF_TIME.test(text) ? null : found;
}

/** A whole span in the cell of one end. */
const hasSpan = (tokens: Token[]) =>
  tokens.some(
    ({ kind }, at) =>
      (kind === 'range' || kind === 'from') && tokens[at - 1]?.kind === 'time' && isTimeNext(tokens, at),
  );
const isTimeNext = (tokens: Token[], at: number) =>
  tokens.slice(at + 1).find(({ kind }) => kind !== 'space')?.kind === 'time';

const isNamed = (tokens: Token[], at: number) =>
  tokens
    .slice(0, at)
    .reverse()
    .find(({ kind }) => kind !== 'space' && kind !== 'filler')?.kind === 'label';

/** 「小学生18:00 / 中学生20:00」 beside one start: it is open to the last of them. */
function joinNamed(starts: Clock[] | null, ends: Clock[] | null): [Clock[] | null, Clock[] | null] {
  if (starts?.length === 1 && isOfEach(ends)) return [starts, [ends.reduce((a, b) => (b.minutes > a.minutes ? b : a))]];
  if (ends?.length === 1 && isOfEach(starts)) return [[starts.reduce((a, b) => (b.minutes < a.minutes ? b : a))], ends];
  return [starts, ends];
}

const isOfEach = (list: Clock[] | null): list is Clock[] =>
  list !== null && list.length > 1 && list.every((c) => c.named);

function pair(start: Clock | null, end: Clock | null): Hours {
  const from = start?.minutes ?? null;
  let to = end?.minutes ?? null;
  if (from !== null && to !== null && to <= from && start?.half && !end?.half && to < NOON) to += NOON;
  return {
    text: `${start?.text ?? ''}~${end?.text ?? ''}`,
    start: from,
    end: to,
    bad: from !== null && to !== null && to <= from,
    half: start?.half ?? end?.half ?? null,
    label: null,
  };
}

/** 「第3土曜 13時~」 beside a column of ends alone, 16:00; null where there are no two such ends. */
export function joinEnds(own: Hours[] | null, columns: Hours[] | null): Hours[] | null {
  const [[said, ...more], [column, ...others]] = [own ?? [], columns ?? []];
  if (!said || !column || more.length + others.length > 0 || said.bad || column.bad) return null;
  if ((said.start === null) === (said.end === null) || (said.start === null) !== (column.end === null)) return null;
  const [start, end] = [said.start ?? column.start ?? 0, said.end ?? column.end ?? 0];
  return start < end ? [{ ...said, start, end }] : null;
}
