/** Codes of expected failures, as `userErrors.code` and `extensions.code` carry them. */
export type InputErrorCode = 'REQUIRED' | 'INVALID' | 'TOO_LONG' | 'BAD_CHECK_DIGIT' | 'OUTSIDE_JAPAN';

/** Something that was asked for cannot be: `argument` names it, `message` says what to give instead. */
export class InputError extends Error {
  readonly code: InputErrorCode;
  /** Not `path`: graphql-js takes an error that has one for an error of its own, and leaves out where it happened. */
  readonly argument: readonly string[];

  constructor(code: InputErrorCode, argument: readonly string[], message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
    this.argument = argument;
  }
}
