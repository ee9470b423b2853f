import type { Token } from './token.ts';

const WHICH = '第[1-5一二三四五]|毎[週月日]|[奇偶]数月|[月火水木金土日](?:曜|[・~、-][月火水木金土日])|平日|土日';
const CLOSING = '(?:[0-9]{1,2}月|[0-9]{1,2}/[0-9]|(?:国民の)?(?:祝日|祝祭日|休日)|年末年始|お盆)';
const CLOSED = `(?:${CLOSING}|[月火水木金土日]曜日?(?=[、・]))(?:[^。\\n、]{0,24}[、・]){0,3}[^。\\n、]{0,24}(?:休|除|閉)|(?:お?昼|昼食)休|(?:休[館園所業]|定休)日|お?休み ?:`;
/** 「駐車場 10台 閉館日 月曜日」 */
const HEADING = '・?(?:(?:[開閉休][館所園室設放業]|定休|利用|営業|活動|実施|開催)(?:日|時間|日時)|お?休み)(?:[ :]|$)';
const HOURS = '(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分)?) ?(?:~|-|から)';
const DAYS = new RegExp(`[ 、](?=${CLOSED}|ただし|但し)| (?=${WHICH}|${HEADING})`);
const DAYS_OR_HOURS = new RegExp(
  `[ 、](?=${CLOSED}|ただし|但し)| (?=${WHICH}|${HOURS}|${CLOSING}|${HEADING})| ?(?=\\((?:正午|${WHICH}|${HOURS}|${CLOSING}))`,
);
/** Things of which no hours are told. */
const WITHOUT_HOURS = /^(?:駐|徒歩|小?雨|荒天|台風|混雑|定員|先着|参加費|料金|費用|対象|会場|場所|詳細|くわし|詳し)/;
/** Until when to book, and when somebody answers. */
const OF_BOOKING = /(?<![0-9時分半])まで|までに|受け?付|申し?込|予約|締|電話/;

/** How much of what a remark took is its own: not the next line, nor what stands behind its bracket, nor days of a next clause. */
export function ownLength(text: string): number {
  const [line = ''] = text.split(/(?<=.) \/ /, 1);
  const bracket = unmatchedClose(line);
  const own = bracket < 0 ? line : line.slice(0, bracket);
  const untimed = WITHOUT_HOURS.test(own);
  const days = (untimed ? DAYS_OR_HOURS : DAYS).exec(own)?.index ?? -1;
  return days > 0 && (untimed || !OF_BOOKING.test(own.slice(days))) ? days : own.length;
}

function unmatchedClose(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) return at;
  }
  return -1;
}

/**
 * 「相談の受付時間は9時~17時(月・水・金)」: the bracket is of the remark before it, if that tells hours or ends with its sign.
 * Changes the tokens.
 */
export function joinBrackets(tokens: Token[]): void {
  for (let at = 0; at + 1 < tokens.length; at++) {
    const remark = tokens[at];
    if (remark?.kind !== 'remark' && remark?.kind !== 'aside') continue;
    const behind = remark.kind === 'remark' && tokens[at + 1]?.kind === 'open' && /[0-9](?::|時)/.test(remark.text);
    const cut = /.[(]$/.test(remark.text) && tokens[at + 1]?.kind === 'time';
    if (!behind && !cut) continue;
    const end = tokens.findIndex((token, i) => i > at && token.kind === 'close');
    if (end < 0) continue;
    const bracket = tokens.splice(at + 1, end - at);
    remark.text += bracket.map(({ text }) => text).join('');
  }
}

/** 「電話相談は月~金」, of which the hours stand apart. */
const OF_DAYS = /(?:は|:) ?(?:毎週)?(?:(?:[月火水木金土日祝]曜?日?|平日)(?:[~・、と-]|から)?)+$/;
/** 「駐車場 8時~12時」 */
const OF_THING = /^(?:駐車場|駐輪場)[^0-9]*$/;
const OF_HOURS = new Set<Token['kind']>(['time', 'number', 'range', 'from', 'until']);
const BETWEEN = new Set<Token['kind']>(['space', 'separator']);

/** 「開館 9時~14時。電話相談は月~金 9時~17時」: the hours are of the remark, where others are told of the place (`known`). Changes the tokens. */
export function joinHours(tokens: Token[], known: boolean): void {
  for (let at = 0; at + 1 < tokens.length; at++) {
    const remark = tokens[at];
    if (remark?.kind !== 'remark' || !(OF_DAYS.test(remark.text) || (known && OF_THING.test(remark.text)))) continue;
    let end = at + 1;
    for (let next = end; next < tokens.length && isOf(tokens, next); next++)
      if (!isBetween(tokens[next])) end = next + 1;
    const others = known || tokens.some(({ kind }, i) => kind === 'time' && (i < at || i >= end));
    if (others)
      remark.text += tokens
        .splice(at + 1, end - at - 1)
        .map(({ text }) => text)
        .join('');
  }
}

const isBetween = (token: Token | undefined) => token !== undefined && BETWEEN.has(token.kind);
const isOf = (tokens: Token[], at: number) =>
  OF_HOURS.has(tokens[at]?.kind ?? 'break') || (isBetween(tokens[at]) && OF_HOURS.has(tokens[at + 1]?.kind ?? 'break'));
