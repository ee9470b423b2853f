/** Codes of expected failures, as `userErrors.code` and `extensions.code` carry them. */
export type InputErrorCode = 'REQUIRED' | 'INVALID' | 'TOO_LONG' | 'BAD_CHECK_DIGIT' | 'OUTSIDE_JAPAN';

/** Something that was asked for cannot be: `path` names the argument, `message` says what to give instead. */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly path: readonly string[];

  constructor(code: InputErrorCode, path: readonly string[], message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
    this.path = path;
  }
}
