import type { Place } from '../domain/place.ts';
import { sameValue } from '../domain/same-value.ts';
import { FIELD_RIGHTS, type FieldRight } from './rights.ts';

/** A change of a published place, divided by what may go live. */
export interface SplitChange {
  live: Partial<Place>;
  waiting: Partial<Place>;
  /** Names of the waiting fields, as `PlaceInput` has them. */
  waitingFields: string[];
}

const RIGHTS = Object.entries(FIELD_RIGHTS) as [name: string, right: FieldRight][];
/** Links, mail addresses and telephones in running text. */
const CONTACTS =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:\+81|0)[\d-]{8,13}\d|\b[\w-]+\.(?:com|net|org|jp|info|app|io|me|link|site|xyz)\b|(?:line|ライン|インスタ|insta|twitter|x|discord|カカオ)\s*(?:id)?\s*[:：@＠]\s*[\w.@-]+/giu;

/** Divides what an operator changes of a published place (FIELD_RIGHTS says how); what did not change is in neither part. */
export function splitChange(before: Place, after: Place): SplitChange {
  const split: SplitChange = { live: {}, waiting: {}, waitingFields: [] };
  for (const [name, right] of RIGHTS) {
    const is = after[right.field] ?? null;
    if (!changes(right.field, before, after)) continue;
    const waits = waitsIn(right, before, after);
    Object.assign(waits ? split.waiting : split.live, { [right.field]: is });
    if (waits) split.waitingFields.push(name);
  }
  return split;
}

function changes(field: keyof Place, before: Place, after: Place): boolean {
  const [was, is] = [before[field] ?? null, after[field] ?? null];
  return !sameValue(was === false ? null : was, is === false ? null : is);
}

function waitsIn(right: FieldRight, before: Place, after: Place): boolean {
  if (mustWait(right, before[right.field], after[right.field])) return true;
  const words = RIGHTS.find(([, { field }]) => field === right.readOf)?.[1];
  return words !== undefined && mustWait(words, before[words.field], after[words.field]);
}

function mustWait({ operator, prose }: FieldRight, was: unknown, is: unknown): boolean {
  if (operator === 'REVIEW') return true;
  if (operator === 'UNHIDE') return is !== true;
  return prose === true && hasNewContact(was, is);
}

/** Whether a text brings a way to be reached that was not there before. */
function hasNewContact(was: unknown, is: unknown): boolean {
  const known = new Set(contactsIn(was));
  return contactsIn(is).some((each) => !known.has(each));
}

const contactsIn = (value: unknown): string[] =>
  wordsOf(value)
    .normalize('NFKC')
    .match(CONTACTS)
    ?.map((each) => each.toLowerCase()) ?? [];

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || value instanceof Date) return '';
  return Object.values(value).map(wordsOf).join('\n');
}
