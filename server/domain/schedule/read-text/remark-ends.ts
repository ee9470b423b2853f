import type { Token } from './token.ts';

const DAYS = / (?=第[1-5]|毎[週月日]|[月火水木金土日]曜|平日)/;
/** Until when to book, and when somebody answers. */
const OF_BOOKING = /まで|受け?付|申し?込|予約|締|電話/;

/** How much of what a remark took is its own: not what stands behind the bracket that it stands in, nor days of a next clause. */
export function ownLength(text: string): number {
  const bracket = unmatchedClose(text);
  const own = bracket < 0 ? text : text.slice(0, bracket);
  const days = DAYS.exec(own)?.index ?? -1;
  return days > 0 && !OF_BOOKING.test(own.slice(days)) ? days : own.length;
}

function unmatchedClose(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) return at;
  }
  return -1;
}

/** 「相談の受付時間は9時~17時(月・水・金)」: the bracket is of the remark before it, if that tells hours. Changes the tokens. */
export function joinBrackets(tokens: Token[]): void {
  for (let at = 0; at + 1 < tokens.length; at++) {
    const remark = tokens[at];
    if (remark?.kind !== 'remark' || tokens[at + 1]?.kind !== 'open' || !/[0-9](?::|時)/.test(remark.text)) continue;
    const end = tokens.findIndex((token, i) => i > at && token.kind === 'close');
    if (end < 0) continue;
    const bracket = tokens.splice(at + 1, end - at);
    remark.text += bracket.map(({ text }) => text).join('');
  }
}
