import type { LexRule } from './lex-rule.ts';

/** Why days are closed, or open else than usual: between the days and what is said of them. */
export const CAUSE_RULES: LexRule[] = [
  // 11月は23日が祝日のため休み
  {
    pattern: /[0-9]{1,2}日?が(?:祝日|祝)(?:の|に(?:当|あ)たる)ため、?(?=お?休|中止)/y,
    read: () => ({ kind: 'filler' }),
  },
  // 夏祭りのため休み
  {
    pattern:
      /(?:[^。、\n()0-9はも曜祝]{1,10}の|[^。、\n()0-9はも曜祝]{1,14}(?:ない|[るたう]))ため、?(?=は?(?:お?休み|休館|休業|中止|閉館|(?:午前|午後)(?:中|から)?(?:は|を)?、?(?:お?休|閉)|午後から|開[館所園室放](?:は)?し|開[館所園室](?:$|[。(])|第[1-5]|(?:午前|午後)?[0-9]{1,2}(?::|時)))/y,
    read: () => ({ kind: 'filler' }),
  },
];
