import type { Fee, Stated } from './place.ts';

/** The fee columns of a row, verbatim; absent where not stated. */
export interface FeeText {
  preschool?: string | undefined;
  primary?: string | undefined;
  juniorHigh?: string | undefined;
  highSchool?: string | undefined;
  adult?: string | undefined;
  note?: string | undefined;
}

/** A fee of which nothing is stated. */
export const NO_FEE_STATED: Fee = Object.freeze({
  freeForChildren: null,
  preschool: null,
  primary: null,
  juniorHigh: null,
  highSchool: null,
  adult: null,
  note: null,
});

/**
 * Yen of one cell: 300, ３００円, 0, 無料. A range, a donation (カンパ) or a dash is not a price: null.
 */
export function readYen(cell: string | undefined): Stated<number> {
  const plain = (cell ?? '').normalize('NFKC').replace(/[\s,¥\\]/gu, '');
  if (/^(無料|なし|無し|不要)$/u.test(plain)) return 0;
  const found = /^(?:1(?:人|食|回))?(\d{1,6})(?:\.0+)?円?$/u.exec(plain);
  return found ? Number(found[1]) : null;
}

const CHILD = '(?:こども|子ども|子供|児童|(?:20|18|17)歳(?:以下|まで|未満)|高校生(?:以下|まで|または18歳以下))';
const FREE_FOR_CHILDREN = new RegExp(`${CHILD}[^、。,]{0,6}?(?:は|の(?:利用|参加)?料は?|・おとな|・大人)?無料`, 'u');
const CHILDREN_PAY = new RegExp(`${CHILD}(?:は|一律)?\\d+円`, 'u');
/** Exceptions that take a plain 無料 back: some children pay, some days cost, or somebody gives what they like. */
const EXCEPTIONS = /こどもも有料|子どもも有料|有料の日|中学生以上|(小|中)学生(まで|以下)|ひとり親|世帯あたり|一部/u;

/** What a note says of children, null where it says nothing certain. */
function freeByNote(note: string | undefined): Stated<boolean> {
  const plain = (note ?? '').normalize('NFKC').replace(/\s/gu, '');
  if (plain === '' || EXCEPTIONS.test(plain)) return null;
  if (CHILDREN_PAY.test(plain)) return false;
  if (FREE_FOR_CHILDREN.test(plain) || /^(参加費|利用料)?[は:]?(全員|すべて)?無料$/u.test(plain)) return true;
  return null;
}

/**
 * Whether children pay, of the stated bands and the note. The note is more specific, but a price in a column is a
 * price: where the two disagree it is not stated.
 */
function freeForChildren(bands: Stated<number>[], note: string | undefined): Stated<boolean> {
  const stated = bands.filter((yen) => yen !== null);
  const noted = freeByNote(note);
  if (stated.length === 0) return noted;
  if (stated.some((yen) => yen > 0)) return noted === true ? null : false;
  // Preschool children alone are free almost everywhere: that says nothing of the others.
  const enough = stated.length >= 2 || bands[1] !== null || bands[3] !== null;
  if (EXCEPTIONS.test(note ?? '')) return null;
  return enough && noted !== false ? true : noted === true ? true : null;
}

/** Reads the columns 参加費_幼児 … 参加費_大人 and 参加費特記事項. */
export function readFee(text: FeeText): Fee {
  const preschool = readYen(text.preschool);
  const primary = readYen(text.primary);
  const juniorHigh = readYen(text.juniorHigh);
  const highSchool = readYen(text.highSchool);
  return {
    freeForChildren: freeForChildren([preschool, primary, juniorHigh, highSchool], text.note),
    preschool,
    primary,
    juniorHigh,
    highSchool,
    adult: readYen(text.adult),
    note: text.note ?? null,
  };
}
