import { cleanLine, cleanText, lengthOf } from './clean-text.ts';
import { isMunicipalityCode } from './municipality-code.ts';
import type { Problem, UserErrorCode } from './user-error.ts';

/** Collects what is wrong with an input while it is read: reading goes on, so that everything is said at once. */
export interface ProblemList {
  readonly problems: Problem[];
  add(code: UserErrorCode, path: string[], say?: string, values?: Problem['values']): void;
  /** One line, cleaned; null where blank or too long. */
  line: (text: string | null | undefined, path: string[], most: number) => string | null;
  /** Several lines, cleaned; null where blank or too long. */
  text: (text: string | null | undefined, path: string[], most: number) => string | null;
  /** A whole number of a range, else null. */
  whole(value: number | null | undefined, path: string[], range: { from: number; to: number }): number | null;
  /** Codes that exist, each once. */
  codes(codes: readonly string[] | null | undefined, path: string[], known: (code: string) => boolean): string[];
  /** A six-digit code with the right check digit, else null. */
  municipality(code: string | null | undefined, path: string[]): string | null;
}

const MOST_CODES = 100;

/** A list with nothing in it. */
export function createProblemList(): ProblemList {
  const problems: Problem[] = [];
  const add: ProblemList['add'] = (code, path, say, values) => {
    problems.push({ code, path, ...(say === undefined ? {} : { say }), ...(values === undefined ? {} : { values }) });
  };
  const bounded =
    (clean: (text: string) => string) => (text: string | null | undefined, path: string[], most: number) => {
      const cleaned = clean(text ?? '');
      const length = lengthOf(cleaned);
      if (length > most) add('TOO_LONG', path, undefined, { length, most });
      return cleaned === '' || length > most ? null : cleaned;
    };
  return {
    problems,
    add,
    line: bounded(cleanLine),
    text: bounded(cleanText),
    whole(value, path, { from, to }) {
      if (value === null || value === undefined) return null;
      if (Number.isInteger(value) && value >= from && value <= to) return value;
      add('INVALID', path, 'WHOLE_NUMBER', { from, to });
      return null;
    },
    codes(codes, path, known) {
      const list = [...new Set(codes ?? [])].slice(0, MOST_CODES);
      list.forEach((code, index) => {
        if (!known(code)) add('INVALID', [...path, String(index)], 'UNKNOWN_CODE', { code: code.slice(0, 40) });
      });
      return list.filter(known);
    },
    municipality(code, path) {
      const written = (code ?? '').normalize('NFKC').trim();
      if (written === '') return null;
      if (isMunicipalityCode(written)) return written;
      add(/^\d{6}$/.test(written) ? 'BAD_CHECK_DIGIT' : 'INVALID', path, 'MUNICIPALITY_CODE');
      return null;
    },
  };
}
