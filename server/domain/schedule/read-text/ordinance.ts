/** 「次のとおりとする。」, 「次の各号に掲げる日とする」 */
const AS_FOLLOWS =
  /(?:は|を)?、? ?(?:次|以下|下記)の?(?:各号)?(?:の|に掲げる|に定める|に示す)?(?:とおり|通り|日)(?:とする|とします|である|です)?(?:。|[:：])?[\s/]*/g;
/** (1) … (2) … */
const ITEM = /[\s/。、]*\([1-9]\) ?/g;
/** 「(休館日)第3条」 */
const ARTICLE = /(?:\([^()0-9]{2,12}\))?\s*第[0-9一二三四五六七八九十]+条(?:の[0-9]+)?(?:第[0-9]+項)?(?!に|の|第|例)/g;
/** 「第3火曜日。ただし、その日が休日に当たるときは、その翌日」 */
const EXCEPTION = /^([^。\n/]*?)[。、]?(?:ただし|但し)、?([^。\n/]*)/;
/** 「1月1日から同月3日まで」 */
const SAME_MONTH = /([0-9]{1,2}月)([0-9]{1,2}日 ?(?:から|~|〜) ?)同月/g;

/**
 * By-laws and the pages that quote them: 「休館日は、次のとおりとする。(1)第3火曜日 (2)12月29日から翌年1月3日までの日」 is
 * 「休館日:第3火曜日、12月29日から翌年1月3日まで」. NFKC is expected.
 */
export function withoutClauseNumbers(text: string): string {
  const plain = text
    .replace(SAME_MONTH, '$1$2$1')
    .replace(/(?<=[0-9]日|翌日|まで)とする(?=。|$|\s)/g, '')
    .replace(ARTICLE, ' ');
  const [lead = '', ...parts] = plain.split(AS_FOLLOWS);
  if (parts.length === 0 || !parts.every((part) => /^\([1-9]\)/.test(part))) return plain;
  return [lead, ...parts.map((part) => listed(part))].join(':');
}

/** 「1 毎週月曜 10時~ / 2 毎週木曜 13時~」, 「1)火・木 15時~ 2)土 10時~」 */
const NUMBER = /(^|\n|\s\/\s)([1-9])(?:[.)]|\s)\s*(?![0-9\s日月時回週年人名歳才階:~])|(\s)([1-9])[.)]\s*(?=[^0-9\s])/g;

/** Takes out the numbers of a list that counts from 1, in brackets or not. NFKC is expected. */
export function withoutNumbers(text: string): string {
  const numbers = [...text.matchAll(NUMBER)].map((match) => Number(match[2] ?? match[4]));
  if (numbers.length < 2 || numbers.some((number, i) => number !== i + 1)) return text;
  return text.replace(NUMBER, (_, line?: string, _number?: string, space?: string) => line ?? space ?? '');
}

const listed = (part: string): string =>
  part
    .replace(/^\([1-9]\) ?/, '')
    .split(ITEM)
    .map((item) => item.replace(EXCEPTION, '$1($2)').replace(/まで(?:及び|並びに|と|、)(?=[0-9]{1,2}月)/g, 'まで、'))
    .join('、');
