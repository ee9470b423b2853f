import type { AccountWords } from './words/ja.ts';

/** What the journal says was done, in words: `CLOSED: 大雪` → 休みを知らせた: 大雪. What it does not know stays as it is. */
export function deedText(why: string, { deed }: Pick<AccountWords['my'], 'deed'>): string {
  const [, code = '', rest = ''] = /^(\w+)(.*)$/su.exec(why) ?? [];
  if (code === 'import') return `${deed.imported ?? code}:${rest}`;
  const said = /^: ?(.*)$/su.exec(rest)?.[1];
  return deed[code] === undefined ? why : said ? `${deed[code]}: ${said}` : deed[code];
}
