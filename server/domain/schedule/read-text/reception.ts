import { lex } from './lex.ts';
import type { Page } from './page.ts';
import type { Token } from './token.ts';

/** 「17:00~5組、18:00~5組」: who comes when, within hours that are known. Changes the tokens. */
export function withoutTurns({ text, known }: Page, again: boolean): Token[] {
  const tokens = lex(text, known, again);
  const isTurn = (at: number): boolean => {
    const after = tokens[at + (tokens[at + 1]?.kind === 'range' ? 2 : 1)];
    return tokens[at]?.kind === 'time' && after?.kind === 'remark' && /^[0-9]+(?:組|名|人|食|世帯)/.test(after.text);
  };
  return tokens.map((token, at) =>
    isTurn(at) || (token.kind === 'range' && isTurn(at - 1)) ? { kind: 'remark', text: token.text } : token,
  );
}

/** 「受付時間：9時~17時」 and 「開場：9時~」 are within the opening, or the opening itself where no other hours are said. */
export function withReception({ text, known }: Page, again: boolean): Token[] {
  const tokens = lex(text, known, again);
  const names = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  // 「受付時間：毎週火・木 10時~15時」
  const ofDays = tokens.some(
    ({ kind, text: own }) => kind === 'remark' && /^受付時間[ :は]+(?:毎週|[月火水木金土日])/.test(own),
  );
  if (names('time', 'number') && !(ofDays && !names('weekday', 'closed'))) return tokens;
  return lex(text.replace(/受付時間|開場(?:時間)?(?=[ :は])/g, '開館時間'), known, again);
}

const HAS_HOURS = /[0-9](?:[:：][0-9]{2}|時)[^0-9]{0,6}[~～〜\-－―から]+[^0-9]{0,4}[0-9]/;
const RECEPTION =
  /(?<=^|[\s。※、])受付(?:時間)?[:： はの]{1,2}[0-9０-９:：時分半午前後正]+ ?[~～〜\-－―] ?[0-9０-９:：時分半午前後正]+(?:まで)?(?=$|[\s。※、])/u;

/** 「第2土曜 11:30~14:00」, and 「受付時間:11:30~13:30」 beside it: until when one may come, within these hours. */
export const withoutReception = (note: string, days: string): string =>
  HAS_HOURS.test(days) ? note.replace(RECEPTION, '') : note;
