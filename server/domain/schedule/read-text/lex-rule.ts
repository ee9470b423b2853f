import type { TokenBody } from './token.ts';

/** A production of the lexer: null from `read` means that the match is a thing that cannot be (第6土曜). */
export interface LexRule {
  pattern: RegExp;
  read: (match: RegExpExecArray) => TokenBody | null;
}
