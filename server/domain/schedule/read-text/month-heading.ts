import type { Token, TokenOf } from './token.ts';

type Month = { year: number | null; month: number };

/** What may stand between the month and its days: 「9月の園庭開放は次の通りです。」 */
const BETWEEN = new Set<Token['kind']>([
  ...(['topic', 'filler', 'held', 'label', 'other', 'remark', 'aside', 'space', 'break', 'separator'] as const),
  ...(['open', 'close', 'usual', 'date', 'fiscal-year'] as const),
]);

/**
 * 「9月の園庭開放は3日(水)、4日(木)」, 「6月は4日、11日、18日」: the days of a list are of the month that heads it. Days that
 * stand alone are of every month, so only a list of them, or days with their weekday, are taken; beside 毎月第2土曜 these alone.
 * Changes the tokens.
 */
export function datesOfMonth(tokens: Token[]): void {
  const regular = tokens.some(({ kind }) => kind === 'every' || kind === 'nth');
  const named = new Map<number, number>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'month-of-year') named.set(token.month, token.year);
    const month = headingAt(tokens, at, named);
    if (month && takeDays(tokens, at + 1, month, regular))
      tokens[at] = { kind: 'filler', text: tokens[at]?.text ?? '' };
  }
}

function headingAt(tokens: Token[], at: number, named: Map<number, number>): Month | null {
  const token = tokens[at];
  if (token?.kind === 'month-of-year') return { year: token.year, month: token.month };
  if (token?.kind !== 'months' || token.months.length !== 1) return null;
  const month = token.months[0] ?? 0;
  return { year: named.get(month) ?? null, month };
}

/** Gives the days up to the next naming of another month their month; `regular`: only those with their weekday. Whether there were any. */
function takeDays(tokens: Token[], from: number, { year, month }: Month, regular: boolean): boolean {
  let taken = false;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'date' && token.month === 0) {
      Object.assign(token, { year, month });
      taken = true;
    } else if (
      !regular &&
      token.kind === 'month-days' &&
      isList(token) &&
      (taken || followsHeading(tokens, from, at))
    ) {
      const days = token.days.map((day): Token => ({ kind: 'date', year, month, day, text: `${String(day)}日` }));
      tokens.splice(at, 1, ...days.flatMap((one, i): Token[] => (i === 0 ? [one] : [COMMA, one])));
      at += 2 * days.length - 2;
      taken = true;
    } else if (token.kind === 'months' && token.months.join() === String(month)) {
      tokens[at] = { kind: 'filler', text: token.text };
    } else if (!BETWEEN.has(token.kind) && !taken) return false;
    else if (token.kind === 'months' || token.kind === 'month-of-year') break;
  }
  return taken;
}

const COMMA: Token = { kind: 'separator', sign: '、', text: '、' };

const isList = ({ days, text }: TokenOf<'month-days'>) =>
  days.length > 1 && !days.includes(-1) && !text.includes('毎月');

/** 「6月は4日、11日」, 「6月 4・11日」, but not 「6月から 4日、11日」 */
function followsHeading(tokens: Token[], from: number, at: number): boolean {
  const between = tokens.slice(from, at);
  return (
    (between.some(({ kind }) => kind === 'topic') && between.every(({ kind }) => BETWEEN.has(kind))) ||
    (between.length > 0 && between.every(({ text }) => /^[ :/]+$/.test(text)))
  );
}
