import type { UserError } from '../account/form/user-errors.ts';
import type { RegisterWords } from './words/ja.ts';
import { all, entriesOf, one, type Values } from './values.ts';

/** Reads the controls of a step; what no input of the API could carry is kept among `problems`, at its field. */
export interface FormReader {
  readonly problems: UserError[];
  /** Trimmed; null where empty. */
  text(name: string): string | null;
  /** A whole number, in full-width digits and with a unit too: 「３００円」; null where empty or none. */
  whole(name: string): number | null;
  /** Degrees. */
  degrees(name: string): number | null;
  /** Yes, no, or not stated. */
  yesNo(name: string): boolean | null;
  /** A box that is ticked. */
  isOn(name: string): boolean;
  /** One of these; null where none is chosen. */
  choice<const T extends string>(name: string, of: readonly T[]): T | null;
  all(name: string): string[];
  /** The names of the entries of a list: `contact.phones.0`, `contact.phones.1` … */
  each(name: string): string[];
  /** Says what is wrong with a field. */
  add(name: string, message: string): void;
}

/** A reader of what was typed, which says what is wrong in these words. */
export function formReader(values: Values, words: RegisterWords): FormReader {
  const problems: UserError[] = [];
  const add = (name: string, message: string) =>
    problems.push({ code: 'INVALID', path: ['place', ...name.split('.')], message });
  const text = (name: string) => one(values, name).trim() || null;
  const number = (name: string, pattern: RegExp) => {
    const typed = text(name)?.normalize('NFKC').replaceAll(',', '').trim();
    if (!typed) return null;
    const digits = pattern.exec(typed)?.[1];
    if (digits === undefined) add(name, words.number);
    return digits === undefined ? null : Number(digits);
  };
  return {
    problems,
    text,
    whole: (name) => number(name, /^(\d{1,7})\s*[円人歳]?$/),
    degrees: (name) => number(name, /^(-?\d{1,3}(?:\.\d+)?)$/),
    yesNo: (name) => ({ yes: true, no: false })[one(values, name)] ?? null,
    isOn: (name) => one(values, name) !== '',
    choice: (name, of) => of.find((each) => each === one(values, name)) ?? null,
    all: (name) => all(values, name),
    each: (name) => entriesOf(values, name).map((index) => `${name}.${index}`),
    add: (name, message) => void add(name, message),
  };
}
