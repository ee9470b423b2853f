import type { LexRule } from './lex-rule.ts';

/** Half a day that is closed, with a bracket behind it; and hours that are all that it holds. */
const CLOSES_HALF = '(?:は|を|が)?、?(?:お?休み|休[館所園業室]|閉[館所園室])(?:です|します|となります)?';
const IN_BRACKET = (from: string) =>
  `(?= ?\\(${from}(?::|時|~)[^()月火水木金土日祝]*[0-9時半分](?:まで)?(?:のみ|だけ)?の?(?:開[館所園室]|利用可?)?(?:です|します)?\\))`;

/** Forenoons and afternoons. */
export const HALF_RULES: LexRule[] = [
  // 土曜日は午前の部のみ
  {
    pattern: /(午前|午後)中?(?:の部)?(?:のみ|だけ)/y,
    read: (m) => ({ kind: 'part', half: m[1] === '午前' ? 'AM' : 'PM' }),
  },
  // 第1月曜は清掃のため午後から
  {
    pattern: /午後から(?:の?(?:開[館所室]|開催|実施|オープン)(?:です|となります|します)?)?(?=$|[。、)\n])/y,
    read: () => ({ kind: 'part', half: 'PM' }),
  },
  { pattern: /午前(?:と|・|、)午後の?(?:1日)?[2二](?:回|部)(?:制)?(?:に?分けて)?/y, read: () => ({ kind: 'filler' }) },
  { pattern: /午前(?:と|・|、)午後(?![ 0-9の]*[0-9])の?/y, read: () => ({ kind: 'filler' }) },
  // 水曜は午後休館(10:00~12:00のみ): the bracket says when it is open
  {
    pattern: new RegExp(
      `(?:は|の|が)?、?(?:午後(?:から)?${CLOSES_HALF}${IN_BRACKET('(?:午前)?(?:[7-9]|1[01])')}|午前中?${CLOSES_HALF}${IN_BRACKET('(?:午後|正午|1[2-9])')})`,
      'y',
    ),
    read: () => ({ kind: 'topic' }),
  },
  // 月・木の午前は休み
  {
    pattern:
      /の?(午前|午後)(?:中|から)?(?=(?:は|を)?、?(?:[^。、\n()0-9はも曜祝]{1,12}(?:のため|により)、?)?(?:お?休|閉|中止|不可|利用でき))/y,
    read: (m) => ({ kind: 'half-day', half: m[1] === '午前' ? 'AM' : 'PM' }),
  },
  {
    pattern: /(午前|午後)中?(?!の?部| ?[0-9])/y,
    read: (m) => ({ kind: 'half-day', half: m[1] === '午前' ? 'AM' : 'PM' }),
  },
];
