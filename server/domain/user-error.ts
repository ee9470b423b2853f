/** Codes of `userErrors`, as the contract fixes them. */
export const USER_ERROR_CODES = [
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'NOT_FOUND',
  'CONFLICT',
  'FORBIDDEN',
  'EXPIRED',
  'RATE_LIMITED',
  'DUPLICATE',
  'UNREADABLE_SCHEDULE',
  'OUTSIDE_JAPAN',
  'BAD_CHECK_DIGIT',
] as const;

export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** What is wrong with an input, not yet in anybody's words. */
export interface Problem {
  code: UserErrorCode;
  /** Where in the input. */
  path: string[];
  /** Key of the message; the code's own message unless said. */
  say?: string;
  /** Values for the message. */
  values?: Record<string, string | number>;
}

/** An expected failure of a use case: its problems become `userErrors`, `extra` goes into the payload beside them. */
export class Refused extends Error {
  readonly problems: Problem[];
  readonly extra: object;

  constructor(problems: Problem[] | Problem, extra: object = {}) {
    super(
      [problems]
        .flat()
        .map(({ code }) => code)
        .join(', '),
    );
    this.name = 'Refused';
    this.problems = [problems].flat();
    this.extra = extra;
  }
}

/** One problem, thrown. */
export function refuse(code: UserErrorCode, path: string[], say?: string, values?: Problem['values']): never {
  throw new Refused({ code, path, ...(say === undefined ? {} : { say }), ...(values === undefined ? {} : { values }) });
}
